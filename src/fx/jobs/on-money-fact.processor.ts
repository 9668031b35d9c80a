import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { OrderBook } from '../../orders/index.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { BookedValues } from '../application/results/booked-values.js';
import { keepDeparture, keepReadyDay } from '../entities/exposure-facts.table.js';
import { FreshPrices } from './fresh-prices.js';
import { onMoneyFact } from './fx.job.js';

/**
 * What an order’s foreign currency stands at follows what happens to it: goods leave, money comes, is exchanged or given
 * back. Fetches the board itself if that of the day is not at hand.
 */
@Injectable()
export class OnMoneyFactProcessor extends Subscriber {
  readonly job = onMoneyFact;

  readonly hearing: Hearing = {
    'orders.order.placed': async (tx, { resourceId }) => {
      const { freight } = await this.orders.snapshot(tx, resourceId);
      await keepReadyDay(tx, resourceId, freight.readyDate);
    },
    'customs.declaration.departed': async (tx, event) => {
      const { orderId, data } = event;
      if (orderId === null) return;
      await keepDeparture(tx, orderId, data.exportDate);
      await this.values.follow(tx, orderId);
    },
    'fx.collection.matched': (tx, event) => this.follow(tx, event),
    'fx.collection.match_undone': (tx, event) => this.follow(tx, event),
    'fx.conversion.settled': (tx, event) => this.follow(tx, event),
    'fx.dues.returned': (tx, event) => this.follow(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly orders: OrderBook,
    private readonly values: BookedValues,
    private readonly prices: FreshPrices,
  ) {
    super(deliveries);
  }

  override process(delivery: Delivery<object>): Promise<void> {
    return this.prices.for(delivery.caller, (record) =>
      this.deliveries.hear(delivery, async (tx, event) => {
        await record(tx);
        await this.react(tx, event);
      }),
    );
  }

  private async follow(tx: Tx, { orderId }: ReceivedEvent<EventType>): Promise<void> {
    if (orderId !== null) await this.values.follow(tx, orderId);
  }
}
