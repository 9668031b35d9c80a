import { Injectable } from '@nestjs/common';

import { parseId } from '../../kernel/ids.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { TaxBills } from '../application/tax-bills.service.js';
import { ON_TAX_PAYMENT } from './on-tax-payment.job.js';

/** What became of the taxes that were to be paid: paid, or owed still. */
@Injectable()
export class OnTaxPayment extends Subscriber {
  readonly job = ON_TAX_PAYMENT;

  readonly hearing: Hearing = {
    'fx.tax_payment.confirmed': (tx, { data }) => this.bills.confirmed(tx, parseId('taxBill', data.billId)),
    'fx.tax_payment.refused': (tx, { data }) => this.bills.refused(tx, parseId('taxBill', data.billId), data.reason),
  };

  constructor(
    deliveries: Deliveries,
    private readonly bills: TaxBills,
  ) {
    super(deliveries);
  }
}
