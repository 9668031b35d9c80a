import { Injectable } from '@nestjs/common';

import { OrderBook } from '../../orders/index.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Receivables } from '../application/collections/receivables.js';
import { Cover } from '../application/forwards/cover.js';
import { onOrderCancelled } from './fx.job.js';

/** The buyer owes nothing any more: money that comes all the same is shown to a person. */
@Injectable()
export class OnOrderCancelledProcessor extends Subscriber {
  readonly job = onOrderCancelled;

  readonly hearing: Hearing = {
    'orders.order.cancelled': async (tx, { resourceId, data }) => {
      if (data.from === 'draft') return;
      await this.receivables.waive(tx, await this.orders.snapshot(tx, resourceId));
      await this.cover.review(tx, resourceId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
    private readonly receivables: Receivables,
    private readonly cover: Cover,
  ) {
    super(deliveries);
  }
}
