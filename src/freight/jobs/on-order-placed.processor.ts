import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { ON_ORDER_PLACED } from './freight.job.js';

/** Books the freight of a placed order. Where somebody else carries the goods there is nothing to do, and nothing to say. */
@Injectable()
export class OnOrderPlaced extends Subscriber {
  readonly job = ON_ORDER_PLACED;

  readonly hearing: Hearing = {
    'orders.order.placed': async (tx, { resourceId, data }) => {
      if (data.freightBy === 'platform') await this.bookings.placeFor(tx, resourceId);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly bookings: Bookings,
  ) {
    super(deliveries);
  }
}
