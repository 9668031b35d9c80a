import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { BookingAmendments } from '../application/booking-changes.service.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage } from '../application/carriage.service.js';
import { Carrier } from '../partners/carrier.port.js';
import { type ChangePayload, SEND_CHANGE } from './freight.job.js';
import { reasonOf } from './send-booking.processor.js';

/** Asks for one change. Whether it is an update or an amendment is decided by where the booking stands as it leaves. */
@Injectable()
export class SendChange extends Processor<ChangePayload> {
  readonly job = SEND_CHANGE;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly changes: BookingAmendments,
    private readonly carriage: Carriage,
    private readonly carrier: Carrier,
  ) {
    super();
  }

  override async process(delivery: Delivery<ChangePayload>): Promise<void> {
    const { changeId } = delivery.payload;
    const { change, booking } = await this.deliveries.read(delivery, async (view) => {
      const found = await this.changes.get(view, changeId);
      return { change: found, booking: await this.bookings.get(view, found.bookingId) };
    });
    const carrierReference = booking.carrierBookingReference ?? booking.carrierBookingRequestReference;
    // Until the carrier has named the booking there is nobody to tell; once it has, this job is ordered again.
    if (change.state !== 'requested' || change.takenAt !== null || carrierReference === null) return;
    const reference = publicId('bookingChange', changeId);
    try {
      await this.carrier.change(delivery.caller, { reference, carrierReference, message: change.message });
      const asAmendment = booking.carrierBookingReference !== null;
      await this.deliveries.once(delivery, (tx) =>
        this.carriage.recordChangeTaken(tx, booking.id, changeId, asAmendment),
      );
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const reason = reasonOf(error);
      await this.deliveries.once(delivery, (tx) => this.carriage.recordChangeRefused(tx, booking.id, changeId, reason));
    }
  }
}
