import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { TaxBills } from '../application/tax-bills.service.js';
import { EXPIRE_TAX_BILL, type ExpireTaxBill } from './expire-tax-bill.job.js';

/** Says of taxes that nobody has paid in time that they are overdue. */
@Injectable()
export class ExpireTaxBillProcessor extends Processor<ExpireTaxBill> {
  readonly job = EXPIRE_TAX_BILL;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bills: TaxBills,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExpireTaxBill>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.bills.chase(tx, delivery.payload));
  }
}
