import { Injectable } from '@nestjs/common';

import { parseId } from '../../kernel/ids.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Clawbacks } from '../application/clawbacks.service.js';
import { ON_CLAWBACK_PAYMENT } from './tax-refund.job.js';

/** What became of a refund that was to be paid back: it was, or is owed still. */
@Injectable()
export class OnClawbackPayment extends Subscriber {
  readonly job = ON_CLAWBACK_PAYMENT;

  readonly hearing: Hearing = {
    'fx.clawback_payment.confirmed': (tx, { data }) => {
      const { claimId, number, paidOn: on, bankReference } = data;
      return this.clawbacks.paid(tx, parseId('claim', claimId), number, { state: 'repaid', on, bankReference });
    },
    'fx.clawback_payment.refused': (tx, { data: { claimId, number, reason } }) =>
      this.clawbacks.unpaid(tx, parseId('claim', claimId), number, reason),
  };

  constructor(
    deliveries: Deliveries,
    private readonly clawbacks: Clawbacks,
  ) {
    super(deliveries);
  }
}
