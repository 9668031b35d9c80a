import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { TaxRefundOutcomes } from '../application/tax-refund-outcomes.service.js';
import { ON_COLLECTION_CREDITED } from './on-collection-credited.job.js';

/** Money that came in: perhaps the treasury has paid taxes back. */
@Injectable()
export class OnCollectionCredited extends Subscriber {
  readonly job = ON_COLLECTION_CREDITED;

  readonly hearing: Hearing = {
    'fx.collection.credited': (tx, { data }) => this.refunds.received(tx, data.amount, data.remittance),
  };

  constructor(
    deliveries: Deliveries,
    private readonly refunds: TaxRefundOutcomes,
  ) {
    super(deliveries);
  }
}
