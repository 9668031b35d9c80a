import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { Deliveries, type Heard } from '../../platform/queues/deliveries.js';
import { GatheringSubscriber } from '../../platform/queues/processor.js';
import { OrderTracks } from '../application/order-tracks.service.js';
import { ON_SERVICE_EVENT } from './on-service-event.job.js';

/** Something happened to an order: its tracks, and perhaps the order as a whole, stand elsewhere now. */
@Injectable()
export class OnServiceEvent extends GatheringSubscriber {
  readonly job = ON_SERVICE_EVENT;

  constructor(
    deliveries: Deliveries,
    private readonly tracks: OrderTracks,
  ) {
    super(deliveries);
  }

  /** Each order is looked at once, in the name of the first that called for it. Money of no order is in no timeline. */
  protected readonly reactToAll = async (heard: readonly Heard[]): Promise<void> => {
    const calls = new Map<string, Tx>();
    for (const { tx, event } of heard) {
      if (event.orderId !== null && !calls.has(event.orderId)) calls.set(event.orderId, tx);
    }
    if (calls.size > 0) await this.tracks.refresh(calls);
  };
}
