import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { ON_ORDER_COLLECTED } from './tax-refund.job.js';

/** The buyer has paid: the export counts as collected. */
@Injectable()
export class OnOrderCollected extends Subscriber {
  readonly job = ON_ORDER_COLLECTED;

  readonly hearing: Hearing = {
    'fx.order.collected': async (tx, { orderId, data }) => {
      if (orderId !== null) await this.cases.collect(tx, orderId, data);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }
}
