import { Injectable } from '@nestjs/common';

import { Deliveries } from '../../platform/queues/deliveries.js';
import { type Hearing, Subscriber } from '../../platform/queues/processor.js';
import { Declarations } from '../application/declarations.service.js';
import { ON_BOOKING_CONFIRMED } from './on-booking-confirmed.job.js';

/** A confirmed booking tells vessel, voyage and B/L: the declaration can leave. */
@Injectable()
export class OnBookingConfirmed extends Subscriber {
  readonly job = ON_BOOKING_CONFIRMED;

  readonly hearing: Hearing = {
    'freight.booking.confirmed': async (tx, { orderId, data }) => {
      if (orderId === null) return;
      const { vesselName, voyageNumber, transportDocumentReference, charges } = data;
      const transport = { vesselName, voyageNumber, billNumber: transportDocumentReference };
      await this.declarations.complete(tx, orderId, transport, charges);
    },
  };

  constructor(
    deliveries: Deliveries,
    private readonly declarations: Declarations,
  ) {
    super(deliveries);
  }
}
