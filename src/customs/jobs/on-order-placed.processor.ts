import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { OrderDeclarations } from '../application/order-declarations.service.js';
import { OrderFilings } from '../application/order-filings.service.js';
import { ON_ORDER_PLACED } from './on-order-placed.job.js';

/** An order that is placed needs a declaration, or several; under some modes customs must have the order itself first. */
@Injectable()
export class OnOrderPlaced extends Subscriber {
  readonly job = ON_ORDER_PLACED;

  readonly hearing: Hearing = {
    'orders.order.placed': async (tx, { resourceId }) => {
      await this.orderFilings.openFor(tx, resourceId);
      await this.declarations.draftFor(tx, resourceId);
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
