import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { OrderDeclarations } from '../application/order-declarations.service.js';
import { OrderFilings } from '../application/order-filings.service.js';
import { ON_ORDER_CANCELLED } from './on-order-cancelled.job.js';

/** What will not be exported is not declared. */
@Injectable()
export class OnOrderCancelled extends Subscriber {
  readonly job = ON_ORDER_CANCELLED;

  readonly hearing: Hearing = {
    'orders.order.cancelled': async (tx, { resourceId, data }) => {
      if (data.from === 'draft') return;
      // Before the declarations, as whoever answers an order does.
      await this.orderFilings.giveUp(tx, resourceId);
      await this.declarations.giveUp(tx, resourceId, data.reason);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly declarations: OrderDeclarations,
    private readonly orderFilings: OrderFilings,
  ) {
    super(deliveries);
  }
}
