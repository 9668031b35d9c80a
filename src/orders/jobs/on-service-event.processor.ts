import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { OrderTracks } from '../application/order-tracks.service.js';
import { TRACKED_EVENTS } from '../application/service-events.js';
import { ON_SERVICE_EVENT } from './on-service-event.job.js';

/** Something happened to an order: its tracks, and perhaps the order as a whole, stand elsewhere now. */
@Injectable()
export class OnServiceEvent extends Subscriber {
  readonly job = ON_SERVICE_EVENT;

  readonly hearing: Hearing = Object.fromEntries(
    TRACKED_EVENTS.map((type) => [type, (tx: Tx, event: ReceivedEvent<EventType>) => this.follow(tx, event)]),
  );

  constructor(
    deliveries: Deliveries,
    private readonly tracks: OrderTracks,
  ) {
    super(deliveries);
  }

  /** Money that nobody's order explains belongs to no timeline. */
  private async follow(tx: Tx, { orderId }: ReceivedEvent<EventType>): Promise<void> {
    if (orderId !== null) await this.tracks.refresh(tx, orderId);
  }
}
