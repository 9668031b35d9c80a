import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { RefundCases } from '../application/refund-cases.service.js';
import { ON_ORDER_CANCELLED } from './tax-refund.job.js';

/** Without an export there is no refund. */
@Injectable()
export class OnOrderCancelled extends Subscriber {
  readonly job = ON_ORDER_CANCELLED;

  readonly hearing: Hearing = {
    'orders.order.cancelled': async (tx, { resourceId, data }) => {
      if (data.from !== 'draft') await this.cases.close(tx, resourceId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly cases: RefundCases,
  ) {
    super(deliveries);
  }
}
