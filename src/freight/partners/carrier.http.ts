import { Injectable } from '@nestjs/common';

import { type PartnerAnswer, PartnerClient, type PartnerRequest } from '../../platform/partners/partner-client.js';
import { UnreadableCarrierMessageError } from '../domain/booking.errors.js';
import { type BookingInstruction } from '../domain/booking-instruction.js';
import { type BookingReport } from '../domain/booking-report.js';
import { SAY } from '../domain/freight.sentences.js';
import { type EventBatch } from '../domain/transport-event.js';
import {
  Carrier,
  type Caller,
  type CancellationWish,
  type CarrierMessage,
  type CarrierNames,
  type ChangeWish,
  type ComposedBooking,
} from './carrier.port.js';
import { createBooking, updateBooking } from './create-booking.js';
import { isNotification, readBooking, readNotification } from './dcsa-booking.js';
import { isEvent, readEvents } from './dcsa-events.js';
import { clear, inWords, objectIn, unclear } from './carrier-wire.js';
import { isJson, parseJson, textAt } from './dcsa-reading.js';

const STILL_PROCESSING = 202;

/** A carrier that speaks DCSA Booking 2.0 and Track & Trace 2.2. */
@Injectable()
export class HttpCarrier extends Carrier {
  constructor(private readonly client: PartnerClient) {
    super();
  }

  override compose(instruction: BookingInstruction): ComposedBooking {
    return createBooking(instruction);
  }

  override composeChange(instruction: BookingInstruction, names: CarrierNames): ComposedBooking {
    return updateBooking(instruction, names);
  }

  override async book(
    caller: Caller,
    { reference, message }: { readonly reference: string; readonly message: string },
  ): Promise<{ carrierBookingRequestReference: string }> {
    const operation = 'create-booking';
    const answer = await this.call(caller, {
      operation,
      reference,
      method: 'POST',
      path: '/v2/bookings',
      body: message,
    });
    const carrierBookingRequestReference = textAt(objectIn(answer), 'carrierBookingRequestReference');
    if (carrierBookingRequestReference === null) throw unclear(SAY.unnamed_booking);
    return { carrierBookingRequestReference };
  }

  override async booking(caller: Caller, carrierReference: string): Promise<BookingReport | null> {
    const path = `/v2/bookings/${encodeURIComponent(carrierReference)}`;
    const request = { operation: 'get-booking', reference: carrierReference, method: 'GET', path } as const;
    const answer = await this.find(caller, request);
    if (answer === null || answer.status === STILL_PROCESSING) return null;
    return clear(() => readBooking(objectIn(answer)));
  }

  override async events(caller: Caller, carrierBookingReference: string): Promise<EventBatch> {
    const path = `/v2/events?carrierBookingReference=${encodeURIComponent(carrierBookingReference)}`;
    const request = { operation: 'get-events', reference: carrierBookingReference, method: 'GET', path } as const;
    const answer = await this.find(caller, request);
    if (answer === null) return { events: [], retractions: [] };
    return clear(() => {
      const events = parseJson(answer.body);
      if (!Array.isArray(events)) throw new UnreadableCarrierMessageError(SAY.events_no_list);
      return readEvents(events);
    });
  }

  override async change(caller: Caller, { reference, carrierReference, message }: ChangeWish): Promise<void> {
    const path = `/v2/bookings/${encodeURIComponent(carrierReference)}`;
    await this.call(caller, { operation: 'update-booking', reference, method: 'PUT', path, body: message });
  }

  override async withdrawChange(
    caller: Caller,
    { reference, carrierReference }: Pick<ChangeWish, 'reference' | 'carrierReference'>,
  ): Promise<void> {
    const path = `/v2/bookings/${encodeURIComponent(carrierReference)}`;
    const body = JSON.stringify({ amendedBookingStatus: 'AMENDMENT_CANCELLED' });
    await this.call(caller, { operation: 'cancel-amendment', reference, method: 'PATCH', path, body });
  }

  override async cancel(caller: Caller, wish: CancellationWish): Promise<void> {
    const { carrierBookingReference, carrierBookingRequestReference, reason } = wish;
    const path = `/v2/bookings/${encodeURIComponent(carrierBookingReference ?? carrierBookingRequestReference)}`;
    const state =
      carrierBookingReference === null
        ? { bookingStatus: 'CANCELLED' }
        : { bookingCancellationStatus: 'CANCELLATION_RECEIVED' };
    const body = JSON.stringify({ ...state, ...(reason === null ? {} : { reason }) });
    const { reference } = wish;
    await this.call(caller, { operation: 'cancel-booking', reference, method: 'PATCH', path, body });
  }

  override read(body: string): CarrierMessage {
    const message = parseJson(body);
    if (Array.isArray(message)) return { kind: 'events', batch: readEvents(message) };
    if (isJson(message) && isNotification(message)) return { kind: 'booking', report: readNotification(message) };
    if (isJson(message) && isEvent(message)) return { kind: 'events', batch: readEvents([message]) };
    throw new UnreadableCarrierMessageError(SAY.message_neither);
  }

  private call(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer> {
    return inWords(() => this.client.call(caller, { partner: 'carrier', ...request }));
  }

  private find(caller: Caller, request: Omit<PartnerRequest, 'partner'>): Promise<PartnerAnswer | null> {
    return inWords(() => this.client.find(caller, { partner: 'carrier', ...request }));
  }
}
