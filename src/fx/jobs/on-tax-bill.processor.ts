import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { TaxPayments } from '../application/tax-payments/tax-payments.js';
import { onTaxBill } from './fx.job.js';

/** What is heard of money for the treasury: somebody owes taxes, somebody wants them, or a recovered refund, paid. */
@Injectable()
export class OnTaxBillProcessor extends Subscriber {
  readonly job = onTaxBill;

  readonly hearing: Hearing = {
    'customs.tax_bill.issued': (tx, event) => this.payments.owed(tx, event),
    'customs.tax_bill.payment_ordered': (tx, event) => this.payments.order(tx, event),
    'tax_refund.claim.clawback_payment_ordered': (tx, event) => this.payments.giveBack(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly payments: TaxPayments,
  ) {
    super(deliveries);
  }
}
