import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type BookingReport, type CutOff } from '../domain/booking-report.js';
import {
  allowedActions,
  BOOKING,
  BOOKING_STATES,
  type BookingCommand,
  type BookingState,
  CANCELLATION,
  CANCELLATION_STATES,
  type CancellationCommand,
  type CancellationState,
} from '../domain/booking-status.js';
import { expectedBy, nextAsk } from '../domain/expectation.js';
import { FREIGHT_MODES, type FreightMode } from '../domain/rate.js';
import { type CallTimes } from '../domain/transport-event.js';

/** Space on a ship for the goods of one order: what we asked for, and what the carrier says of it. */
@Entity({ schema: 'freight', name: 'booking' })
@Check('ck_booking_state', oneOf('state', BOOKING_STATES))
@Check('ck_booking_cancellation', oneOf('cancellation', CANCELLATION_STATES))
@Check('ck_booking_mode', oneOf('mode', FREIGHT_MODES))
export class Booking implements Versioned {
  @TenantKey('booking')
  readonly tenantId!: string;

  @TenantKey('booking')
  readonly id!: string;

  /** The caller's own. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  /** Ids in other modules' schemas: no foreign keys. */
  @Column('uuid')
  readonly orderId!: string;

  /** The seller, who owes the freight. */
  @Column('uuid')
  readonly partyId!: string;

  /** Null where the order could not be priced, which is why it was rejected. */
  @Column('uuid', { nullable: true })
  readonly quoteId!: string | null;

  @Column('text')
  readonly state!: BookingState;

  @Column('text')
  readonly cancellation!: CancellationState;

  @Column('text', { nullable: true })
  readonly cancellationReason!: string | null;

  @Column('text')
  readonly mode!: FreightMode;

  @Column('char', { length: 5 })
  readonly portOfLoading!: string;

  @Column('char', { length: 5 })
  readonly portOfDischarge!: string;

  @Column('date')
  readonly expectedDepartureDate!: LocalDate;

  /** Prepaid freight by currency, as quoted. */
  @Column('jsonb')
  readonly charges!: readonly MoneyJson[];

  /** The request word for word, so that a repeat is the same to the byte. */
  @Column('text', { nullable: true })
  readonly requestMessage!: string | null;

  /** The carrier's three states, in its own words. */
  @Column('text', { nullable: true })
  readonly bookingStatus!: string | null;

  @Column('text', { nullable: true })
  readonly amendedBookingStatus!: string | null;

  @Column('text', { nullable: true })
  readonly bookingCancellationStatus!: string | null;

  @Column('text', { nullable: true })
  readonly carrierBookingRequestReference!: string | null;

  @Column('text', { nullable: true })
  readonly carrierBookingReference!: string | null;

  /** Number of the bill of lading. */
  @Column('text', { nullable: true })
  readonly transportDocumentReference!: string | null;

  @Column('text', { nullable: true })
  readonly vesselName!: string | null;

  @Column('text', { nullable: true })
  readonly vesselImoNumber!: string | null;

  @Column('text', { nullable: true })
  readonly voyageNumber!: string | null;

  @Column('text', { nullable: true })
  readonly serviceCode!: string | null;

  @Column('date', { nullable: true })
  readonly plannedDeparture!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly plannedArrival!: LocalDate | null;

  @Column('jsonb')
  readonly cutOffs!: readonly CutOff[];

  /** Why it was rejected, declined or cancelled, or what the carrier wants changed. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** Time of the newest notification acted on, by the carrier's clock. */
  @Column('timestamptz', { nullable: true })
  readonly lastReportedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly departurePlanned!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly departureEstimated!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly departureActual!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly arrivalPlanned!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly arrivalEstimated!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly arrivalActual!: Date | null;

  /** The departure that was told to everybody, once; a retraction does not untell it. */
  @Column('timestamptz', { nullable: true })
  readonly departedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly arrivedAt!: Date | null;

  /** The ledger entry of the freight owed; null before the confirmation. */
  @Column('uuid', { nullable: true })
  readonly ledgerTransferId!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly overdueAt!: Date | null;

  /** How often the carrier was asked since it last told something new. */
  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz', { nullable: true })
  readonly askAt!: Date | null;

  /** When the one job that asks is due. */
  @Column('timestamptz', { nullable: true })
  readonly askArmedFor!: Date | null;

  @Column('integer', { default: 1 })
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static requested(facts: RequestedFacts): Booking {
    return Object.assign(new Booking(), BLANK, facts, { updatedAt: facts.createdAt });
  }

  get allowedActions(): CancellationCommand[] {
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
    const { voyage } = report;
    this.set({
      bookingStatus: report.bookingStatus,
      amendedBookingStatus: report.amendedBookingStatus ?? this.amendedBookingStatus,
      bookingCancellationStatus: report.bookingCancellationStatus ?? this.bookingCancellationStatus,
      carrierBookingRequestReference: report.carrierBookingRequestReference ?? this.carrierBookingRequestReference,
      carrierBookingReference: report.carrierBookingReference ?? this.carrierBookingReference,
      transportDocumentReference: report.transportDocumentReference ?? this.transportDocumentReference,
      cutOffs: report.cutOffs ?? this.cutOffs,
      lastReportedAt: report.asOf ?? this.lastReportedAt,
      ...(voyage === null ? {} : mentioned(voyage)),
    });
  }

  /** @throws IllegalTransitionError unless the booking may take the command */
  take(command: BookingCommand, now: Date, reason: string | null): void {
    this.set({ state: BOOKING.next(this.state, command), reason, updatedAt: now });
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
    const { state, isCancelling, departedAt, arrivedAt } = this;
    return {
      state,
      isCancelling,
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
  reason: null,
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
