import { Check, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type Reason } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { type BookingReport } from '../domain/booking-report.js';
import {
  allowedActions,
  BOOKING,
  BOOKING_STATES,
  type BookingCommand,
  CANCELLATION,
  CANCELLATION_STATES,
  type CancellationCommand,
} from '../domain/booking-status.js';
import { expectedBy, nextAsk } from '../domain/expectation.js';
import { FREIGHT_MODES } from '../domain/rate.js';
import { type CallTimes } from '../domain/transport-event.js';
import { BookingColumns } from './booking-columns.js';

/** Space on a ship for the goods of one order: what we asked for, and what the carrier says of it. */
@Entity({ schema: 'freight', name: 'booking' })
@Check('ck_booking_state', oneOf('state', BOOKING_STATES))
@Check('ck_booking_cancellation', oneOf('cancellation', CANCELLATION_STATES))
@Check('ck_booking_mode', oneOf('mode', FREIGHT_MODES))
export class Booking extends BookingColumns {
  static requested(facts: RequestedFacts): Booking {
    return Object.assign(new Booking(), BLANK, facts, { updatedAt: facts.createdAt });
  }

  get allowedActions(): ReturnType<typeof allowedActions> {
    return allowedActions(this.state, this.cancellation);
  }

  get isOver(): boolean {
    return BOOKING.isFinal(this.state);
  }

  /** True while the carrier has been asked to cancel and has not answered. */
  get isCancelling(): boolean {
    return this.cancellation === 'requested' && !this.isOver;
  }

  /** The carrier has named the request; what it thinks of it comes later. */
  noteRequestReference(reference: string): void {
    this.set({ carrierBookingRequestReference: this.carrierBookingRequestReference ?? reference });
  }

  /** Vessel, dates, cut-offs and the carrier's own states, as far as the report mentions them. */
  noteReport(report: BookingReport): void {
    const { voyage, amendedBookingStatus, feedbacks } = report;
    this.set({
      bookingStatus: report.bookingStatus,
      amendedBookingStatus: amendedBookingStatus ?? this.amendedBookingStatus,
      bookingCancellationStatus: report.bookingCancellationStatus ?? this.bookingCancellationStatus,
      carrierBookingRequestReference: report.carrierBookingRequestReference ?? this.carrierBookingRequestReference,
      carrierBookingReference: report.carrierBookingReference ?? this.carrierBookingReference,
      transportDocumentReference: report.transportDocumentReference ?? this.transportDocumentReference,
      cutOffs: report.cutOffs ?? this.cutOffs,
      feedbacks: feedbacks ?? this.feedbacks,
      lastReportedAt: report.asOf ?? this.lastReportedAt,
      ...(voyage === null ? {} : mentioned(voyage)),
    });
  }

  /** @throws IllegalTransitionError unless the booking may take the command */
  take(command: BookingCommand, now: Date, why: Reason | null): void {
    const { reason = null, causes = null } = why ?? {};
    this.set({ state: BOOKING.next(this.state, command), reason, causes, updatedAt: now });
    if (this.state !== 'cancelled') return;
    this.changeCancellation('confirm', now);
    this.set({ reason: reason ?? this.cancellationReason });
  }

  /** @throws IllegalTransitionError when the booking is over, or was asked to be cancelled before */
  requestCancellation(reason: string | null, now: Date): void {
    BOOKING.next(this.state, 'cancel');
    this.changeCancellation('request_cancellation', now);
    this.set({ cancellationReason: reason });
  }

  declineCancellation(now: Date): void {
    this.changeCancellation('decline', now);
  }

  noteDeparture({ planned, estimated, actual }: CallTimes): void {
    this.set({ departurePlanned: planned, departureEstimated: estimated, departureActual: actual });
  }

  noteArrival({ planned, estimated, actual }: CallTimes): void {
    this.set({ arrivalPlanned: planned, arrivalEstimated: estimated, arrivalActual: actual });
  }

  /** @returns true the first time that the carrier says it has sailed */
  departs(): boolean {
    if (this.departedAt !== null || this.departureActual === null) return false;
    this.set({ departedAt: this.departureActual });
    return true;
  }

  /** @returns true the first time that the carrier says it has arrived */
  arrives(): boolean {
    if (this.arrivedAt !== null || this.arrivalActual === null) return false;
    this.set({ arrivedAt: this.arrivalActual });
    return true;
  }

  /** Where it stands for the carrier: confirmed bookings are amended, others updated. */
  get isConfirmed(): boolean {
    return this.carrierBookingReference !== null;
  }

  changeOpened(changeId: string, now: Date): void {
    this.set({ openChangeId: changeId, updatedAt: now });
  }

  /** @param day of departure, where the carrier has agreed to another */
  changeClosed(day: LocalDate | null, now: Date): void {
    this.set({ openChangeId: null, updatedAt: now, ...(day === null ? {} : { expectedDepartureDate: day }) });
  }

  /** @param at null where nothing more is to be said of cut-offs. @returns whether a job is to be ordered for it */
  armCutOffs(at: Date | null): boolean {
    const isNew = at !== null && at.getTime() !== this.cutOffsArmedFor?.getTime();
    this.set({ cutOffsArmedFor: at });
    return isNew;
  }

  noteFreightOwed(ledgerTransferId: string): void {
    this.set({ ledgerTransferId });
  }

  /** Something new was said: the next word is expected by a new time. */
  expectNext(now: Date, livemode: boolean): void {
    const expected = expectedBy(this.progress(), now, livemode);
    const askAt = expected === null ? null : nextAsk(expected, 0, now, livemode);
    this.set({ expectedBy: expected, askAt, asks: 0, overdueAt: null, updatedAt: now });
  }

  /** @returns when a job that asks is to be ordered, or null when the one under way comes soon enough */
  armAsk(): Date | null {
    const { askAt, askArmedFor } = this;
    if (askAt === null || (askArmedFor !== null && askArmedFor <= askAt)) return null;
    this.set({ askArmedFor: askAt });
    return askAt;
  }

  /** The job that asks has come due. */
  askFired(): void {
    this.set({ askArmedFor: null });
  }

  /** The carrier was asked and had nothing new. @returns true the first time that it is late */
  noteSilence(now: Date, livemode: boolean): boolean {
    const { expectedBy: expected, asks } = this;
    if (expected === null) return false;
    const isLate = this.overdueAt === null && expected <= now;
    this.set({ asks: asks + 1, askAt: nextAsk(expected, asks + 1, now, livemode) });
    if (isLate) this.set({ overdueAt: now });
    return isLate;
  }

  private changeCancellation(command: CancellationCommand, now: Date): void {
    this.set({ cancellation: CANCELLATION.next(this.cancellation, command), updatedAt: now });
  }

  private progress(): Parameters<typeof expectedBy>[0] {
    const { state, isCancelling, openChangeId, departedAt, arrivedAt } = this;
    return {
      state,
      isCancelling,
      isChanging: openChangeId !== null,
      departedAt,
      arrivedAt,
      departureDue: this.departureEstimated ?? this.departurePlanned ?? startOfDay(this.plannedDeparture),
      arrivalDue: this.arrivalEstimated ?? this.arrivalPlanned ?? startOfDay(this.plannedArrival),
    };
  }

  /** The only writer: to everyone else the columns are readonly. */
  private set(changes: Partial<Booking>): void {
    Object.assign(this, changes);
  }
}

type RequestedFacts = Pick<
  Booking,
  | 'tenantId'
  | 'id'
  | 'reference'
  | 'orderId'
  | 'partyId'
  | 'quoteId'
  | 'mode'
  | 'portOfLoading'
  | 'portOfDischarge'
  | 'expectedDepartureDate'
  | 'charges'
  | 'requestMessage'
  | 'cutFields'
  | 'createdAt'
>;

const BLANK: Partial<Booking> = {
  state: 'requested',
  cancellation: 'none',
  cancellationReason: null,
  bookingStatus: null,
  amendedBookingStatus: null,
  bookingCancellationStatus: null,
  carrierBookingRequestReference: null,
  carrierBookingReference: null,
  transportDocumentReference: null,
  vesselName: null,
  vesselImoNumber: null,
  voyageNumber: null,
  serviceCode: null,
  plannedDeparture: null,
  plannedArrival: null,
  cutOffs: [],
  feedbacks: [],
  openChangeId: null,
  cutOffsArmedFor: null,
  reason: null,
  causes: null,
  lastReportedAt: null,
  departurePlanned: null,
  departureEstimated: null,
  departureActual: null,
  arrivalPlanned: null,
  arrivalEstimated: null,
  arrivalActual: null,
  departedAt: null,
  arrivedAt: null,
  ledgerTransferId: null,
  expectedBy: null,
  overdueAt: null,
  asks: 0,
  askAt: null,
  askArmedFor: null,
  version: 1,
};

/** A field that the carrier left out keeps what is known. */
function mentioned<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<Facts>;
}

function startOfDay(date: LocalDate | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}
