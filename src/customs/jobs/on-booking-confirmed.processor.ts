import { Injectable } from '@nestjs/common';

import { type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type Tx } from '../../platform/database/session.js';
import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { OrderDeclarations } from '../application/order-declarations.service.js';
import { ON_BOOKING_CONFIRMED } from './on-booking-confirmed.job.js';

/** A confirmed booking tells vessel, voyage and B/L: the declarations can leave. One that is off is not held against it any more. */
@Injectable()
export class OnBookingConfirmed extends Subscriber {
  readonly job = ON_BOOKING_CONFIRMED;

  readonly hearing: Hearing = {
    'freight.booking.confirmed': async (tx, { orderId, resourceId, data }) => {
      if (orderId === null) return;
      const { vesselName, voyageNumber, transportDocumentReference, charges } = data;
      const transport = { vesselName, voyageNumber, billNumber: transportDocumentReference };
      await this.declarations.complete(tx, orderId, { bookingId: resourceId, transport, charges });
    },
    'freight.booking.rejected': (tx, event) => this.end(tx, event),
    'freight.booking.cancelled': (tx, event) => this.end(tx, event),
  };

  constructor(
    deliveries: Deliveries,
    private readonly declarations: OrderDeclarations,
  ) {
    super(deliveries);
  }

  private async end(
    tx: Tx,
    { orderId, resourceId }: Pick<ReceivedEvent<EventType>, 'orderId' | 'resourceId'>,
  ): Promise<void> {
    if (orderId !== null) await this.declarations.unbook(tx, orderId, resourceId);
  }
}
