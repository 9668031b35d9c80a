import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage } from '../application/carriage.service.js';
import { Carrier } from '../partners/carrier.port.js';
import { type BookingPayload, SEND_CANCELLATION } from './freight.job.js';
import { reasonOf } from './send-booking.processor.js';

/**
 * Asks the carrier to cancel. Its yes comes by notification; its no here may only mean that the booking was confirmed
 * in the meantime, so a no is followed by a look at how it stands.
 */
@Injectable()
export class SendCancellation extends Processor<BookingPayload> {
  readonly job = SEND_CANCELLATION;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly bookings: Bookings,
    private readonly carriage: Carriage,
    private readonly carrier: Carrier,
  ) {
    super();
  }

  override async process(delivery: Delivery<BookingPayload>): Promise<void> {
    const { bookingId } = delivery.payload;
    const booking = await this.deliveries.read(delivery, (view) => this.bookings.get(view, bookingId));
    const { carrierBookingRequestReference, carrierBookingReference, cancellationReason: reason } = booking;
    // Until the carrier has named the booking there is nobody to tell; once it has, this job is ordered again.
    if (!booking.isCancelling || carrierBookingRequestReference === null) return;
    const reference = publicId('booking', bookingId);
    try {
      const wish = { reference, carrierBookingRequestReference, carrierBookingReference, reason };
      await this.carrier.cancel(delivery.caller, wish);
      return;
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      const wasConfirmed = carrierBookingReference !== null;
      const report = await this.carrier.booking(delivery.caller, carrierBookingRequestReference);
      const refusal = { reason: reasonOf(error), wasConfirmed, report };
      await this.deliveries.once(delivery, (tx) => this.carriage.recordCancellationRefused(tx, bookingId, refusal));
    }
  }
}
