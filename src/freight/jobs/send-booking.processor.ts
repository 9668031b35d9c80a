import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { PartnerRejectedError } from '../../kernel/partner-errors.js';
import { Deliveries, type Delivery } from '../../platform/queues/deliveries.js';
import { Processor } from '../../platform/queues/processor.js';
import { Bookings } from '../application/bookings.service.js';
import { Carriage } from '../application/carriage.service.js';
import { Carrier } from '../partners/carrier.port.js';
import { type BookingPayload, SEND_BOOKING } from './freight.job.js';

/** Sends one booking request. If we die after the call, the retry sends the same reference and gets the same answer. */
@Injectable()
export class SendBooking extends Processor<BookingPayload> {
  readonly job = SEND_BOOKING;

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
    const { requestMessage: message, carrierBookingRequestReference: known } = booking;
    if (booking.isOver || message === null || known !== null) return; // an earlier try or a notification was first
    const answer = await this.ask(delivery, { reference: publicId('booking', bookingId), message });
    await this.deliveries.once(delivery, (tx) =>
      answer.isTaken
        ? this.carriage.recordTaken(tx, bookingId, answer.reference)
        : this.carriage.recordRefused(tx, bookingId, answer.reason),
    );
  }

  private async ask(
    { caller }: Delivery<BookingPayload>,
    request: { reference: string; message: string },
  ): Promise<{ isTaken: true; reference: string } | { isTaken: false; reason: string }> {
    try {
      const { carrierBookingRequestReference: reference } = await this.carrier.book(caller, request);
      return { isTaken: true, reference };
    } catch (error) {
      if (!(error instanceof PartnerRejectedError)) throw error;
      return { isTaken: false, reason: reasonOf(error) };
    }
  }
}

/** The carrier's own words, where it gave any. */
export function reasonOf(error: PartnerRejectedError): string {
  const { reason } = error.details;
  return typeof reason === 'string' && reason !== '' ? reason : error.message;
}
