import { Injectable } from '@nestjs/common';

import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { TaxRefundOutcomes } from '../application/tax-refund-outcomes.service.js';
import { EXPIRE_TAX_REFUND, type ExpireTaxRefund } from './expire-tax-refund.job.js';

/** Says of taxes that customs gives back, and that have not come in time, that they are overdue. */
@Injectable()
export class ExpireTaxRefundProcessor extends Processor<ExpireTaxRefund> {
  readonly job = EXPIRE_TAX_REFUND;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly refunds: TaxRefundOutcomes,
  ) {
    super();
  }

  override async process(delivery: Delivery<ExpireTaxRefund>): Promise<void> {
    await this.deliveries.once(delivery, (tx) => this.refunds.chase(tx, delivery.payload));
  }
}
