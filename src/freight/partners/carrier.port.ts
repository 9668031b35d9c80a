import { type PartnerClient } from '../../platform/partners/partner-client.js';
import { type BookingInstruction, type CutField } from '../domain/booking-instruction.js';
import { type BookingReport } from '../domain/booking-report.js';
import { type EventBatch } from '../domain/transport-event.js';

/** On whose behalf the carrier is called. */
export type Caller = Parameters<PartnerClient['call']>[0];

/** What a callback of the carrier's says. */
export type CarrierMessage =
  | { readonly kind: 'booking'; readonly report: BookingReport }
  | { readonly kind: 'events'; readonly batch: EventBatch };

/** The message as it leaves, and what of our words did not fit into it. */
export interface ComposedBooking {
  readonly message: string;
  readonly cutFields: readonly CutField[];
}

/** The names that the carrier gave a booking. */
export interface CarrierNames {
  readonly carrierBookingRequestReference: string | null;
  readonly carrierBookingReference: string | null;
}

export interface ChangeWish {
  /** Ours, for the record of the exchange. */
  readonly reference: string;
  /** The booking's number once it is confirmed, the request's before. */
  readonly carrierReference: string;
  readonly message: string;
}

export interface CancellationWish {
  /** Ours, for the record of the exchange. */
  readonly reference: string;
  readonly carrierBookingRequestReference: string;
  /** Given once the booking is confirmed: the cancellation is then a request that the carrier may decline. */
  readonly carrierBookingReference: string | null;
  readonly reason: string | null;
}

/**
 * An ocean carrier, as this module needs it.
 *
 * Every call: @throws PartnerRejectedError a final no, with the carrier's words in `details.reason`;
 * @throws PartnerUnavailableError no answer, or one that cannot be read: it may or may not have acted
 */
export abstract class Carrier {
  /**
   * The request as it will be sent, checked against the carrier's schema. The same instruction gives the same text.
   * @throws UnsendableBookingError naming every fault
   */
  abstract compose(instruction: BookingInstruction): ComposedBooking;

  /** The same for a booking that the carrier has: the whole of it, as it is to be. @throws UnsendableBookingError */
  abstract composeChange(instruction: BookingInstruction, names: CarrierNames): ComposedBooking;

  /** Asks for space. A repeated reference gets the first answer, so asking twice is safe. */
  abstract book(
    caller: Caller,
    request: { readonly reference: string; readonly message: string },
  ): Promise<{ readonly carrierBookingRequestReference: string }>;

  /** How a booking stands, by either of the carrier's references; null when it knows none. */
  abstract booking(caller: Caller, carrierReference: string): Promise<BookingReport | null>;

  /** Every milestone of a confirmed booking so far. */
  abstract events(caller: Caller, carrierBookingReference: string): Promise<EventBatch>;

  /** Asks for a change. The carrier has taken it where this returns; what it makes of it comes later. */
  abstract change(caller: Caller, wish: ChangeWish): Promise<void>;

  /** Takes back an amendment that the carrier has not decided yet. */
  abstract withdrawChange(caller: Caller, wish: Pick<ChangeWish, 'reference' | 'carrierReference'>): Promise<void>;

  abstract cancel(caller: Caller, wish: CancellationWish): Promise<void>;

  /** @throws UnreadableCarrierMessageError */
  abstract read(body: string): CarrierMessage;
}
