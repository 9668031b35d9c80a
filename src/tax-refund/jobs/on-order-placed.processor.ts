import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { ON_ORDER_PLACED } from './tax-refund.job.js';

/** A placed order that wants a refund opens its case. */
@Injectable()
export class OnOrderPlaced extends Subscriber {
  readonly job = ON_ORDER_PLACED;

  readonly hearing: Hearing = {
    'orders.order.placed': async (tx, { resourceId, data }) => {
      if (data.refundMode !== 'none') await this.cases.refresh(tx, resourceId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }
}
