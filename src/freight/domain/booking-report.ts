import { type LocalDate } from '../../kernel/local-date.js';
import { BOOKING, type BookingCommand, type BookingState } from './booking-status.js';

/** DCSA Booking 2.0 `bookingStatus`. */
export const CARRIER_STATUSES = [
  'RECEIVED',
  'PENDING_UPDATE',
  'UPDATE_RECEIVED',
  'CONFIRMED',
  'PENDING_AMENDMENT',
  'REJECTED',
  'DECLINED',
  'CANCELLED',
  'COMPLETED',
] as const;
export type CarrierStatus = (typeof CARRIER_STATUSES)[number];

/** A cut-off by DCSA code (DCO documents, VCO verified gross mass, FCO full container, LCO LCL …), time as the port tells it. */
export interface CutOff {
  readonly code: string;
  readonly at: string;
}

export interface Voyage {
  readonly vesselName: string | null;
  readonly vesselImoNumber: string | null;
  readonly voyageNumber: string | null;
  readonly serviceCode: string | null;
  readonly plannedDeparture: LocalDate | null;
  readonly plannedArrival: LocalDate | null;
}

/** DCSA Feedback: what the carrier makes of a field, or of the whole. */
export interface Feedback {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly jsonPath: string | null;
  readonly property: string | null;
}

/** How the carrier says that a booking stands. A field that it did not mention is null. */
export interface BookingReport {
  readonly bookingStatus: CarrierStatus;
  readonly amendedBookingStatus: string | null;
  readonly bookingCancellationStatus: string | null;
  /** Our own reference (type FF), where the message carries the whole booking. */
  readonly forwarderReference: string | null;
  readonly carrierBookingRequestReference: string | null;
  readonly carrierBookingReference: string | null;
  readonly transportDocumentReference: string | null;
  readonly voyage: Voyage | null;
  readonly cutOffs: readonly CutOff[] | null;
  /** What the carrier remarks: values it changed, fields it cannot take; null where it says nothing of them. */
  readonly feedbacks: readonly Feedback[] | null;
  /** Messages of the feedbacks, in order. */
  readonly reasons: readonly string[];
  /** When the carrier said it; null for what it answers when asked: that is the present. */
  readonly asOf: Date | null;
}

interface Standing {
  readonly command: BookingCommand;
  readonly state: BookingState;
  /** How far along: a report of less than what is known is an old one. */
  readonly rank: number;
}

const STANDING: Readonly<Record<CarrierStatus, Standing>> = {
  RECEIVED: { command: 'receive', state: 'received', rank: 1 },
  UPDATE_RECEIVED: { command: 'receive_update', state: 'update_received', rank: 1 },
  PENDING_UPDATE: { command: 'require_update', state: 'pending_update', rank: 1 },
  CONFIRMED: { command: 'confirm', state: 'confirmed', rank: 2 },
  PENDING_AMENDMENT: { command: 'require_amendment', state: 'pending_amendment', rank: 2 },
  COMPLETED: { command: 'complete', state: 'completed', rank: 3 },
  REJECTED: { command: 'reject', state: 'rejected', rank: 3 },
  DECLINED: { command: 'decline', state: 'declined', rank: 3 },
  CANCELLED: { command: 'cancel', state: 'cancelled', rank: 3 },
};

const RANK: Readonly<Record<BookingState, number>> = {
  requested: 0,
  received: 1,
  pending_update: 1,
  update_received: 1,
  confirmed: 2,
  pending_amendment: 2,
  completed: 3,
  rejected: 3,
  declined: 3,
  cancelled: 3,
};

export type Verdict =
  /** Older than what is known: it changes nothing. */
  | { readonly kind: 'stale' }
  /** The state is known; vessel, dates or cut-offs may be new. */
  | { readonly kind: 'same' }
  /** The commands that lead to where the carrier says the booking is. */
  | { readonly kind: 'news'; readonly commands: readonly BookingCommand[] };

/**
 * Judges a report by how far along it is, then by its time; never by the order of arrival.
 * @param lastReportedAt time of the newest report acted on
 * @example COMPLETED while `received` → confirm, complete: the confirmation was lost, and is made up for
 */
export function judgeReport(state: BookingState, lastReportedAt: Date | null, report: BookingReport): Verdict {
  const standing = STANDING[report.bookingStatus];
  if (BOOKING.isFinal(state)) return { kind: standing.state === state ? 'same' : 'stale' };
  const isOlder = report.asOf !== null && lastReportedAt !== null && report.asOf < lastReportedAt;
  if (standing.rank < RANK[state] || (standing.rank === RANK[state] && isOlder)) return { kind: 'stale' };
  if (standing.state === state) return { kind: 'same' };
  return { kind: 'news', commands: pathTo(state, standing.command) };
}

/**
 * Words of one moment come in any order: one that is less far along is older. That an amendment was received is older than
 * what became of it, and a state is older than the one that a carrier usually goes on to.
 */
export function isOvertaken(
  known: {
    readonly state: BookingState;
    readonly amendedBookingStatus: string | null;
    readonly lastReportedAt: Date | null;
  },
  report: Pick<BookingReport, 'bookingStatus' | 'amendedBookingStatus' | 'asOf'>,
): boolean {
  if (report.asOf === null || report.asOf.getTime() !== known.lastReportedAt?.getTime()) return false;
  const told = STANDING[report.bookingStatus].state;
  return placeInMoment(told, report.amendedBookingStatus) < placeInMoment(known.state, known.amendedBookingStatus);
}

/** By rank; then by the amendment, for one that is decided ends the wait for it; then by what follows within a rank. */
function placeInMoment(state: BookingState, amendment: string | null): number {
  const ofAmendment = amendment === null ? 0 : amendment === 'AMENDMENT_RECEIVED' ? 1 : 2;
  const ofState = ['received', 'confirmed'].includes(state) ? 0 : state === 'update_received' ? 2 : 1;
  return 9 * RANK[state] + 3 * ofAmendment + ofState;
}

/** A completed or amended booking was confirmed on the way, whether or not we heard of it. */
function pathTo(state: BookingState, command: BookingCommand): BookingCommand[] {
  return BOOKING.allows(state, command) ? [command] : ['confirm', command];
}

/** True where the report tells of a booking that was confirmed. */
export function isConfirmed({ bookingStatus }: BookingReport): boolean {
  return ['CONFIRMED', 'PENDING_AMENDMENT', 'COMPLETED'].includes(bookingStatus);
}

/** True where what a confirmation must say is missing, so that the carrier has to be asked for the whole booking. */
export function needsWholeBooking(report: BookingReport): boolean {
  if (!isConfirmed(report)) return false;
  const { carrierBookingReference, transportDocumentReference, voyage } = report;
  return carrierBookingReference === null || transportDocumentReference === null || voyage === null;
}
