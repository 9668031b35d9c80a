import { Column } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { type MoneyJson } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type CutField } from '../domain/booking-instruction.js';
import { type CutOff, type Feedback } from '../domain/booking-report.js';
import { type BookingState, type CancellationState } from '../domain/booking-status.js';
import { type FreightMode } from '../domain/rate.js';

/** What a booking keeps. What may become of it stands in `Booking`. */
export abstract class BookingColumns implements Versioned {
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

  /** What the carrier remarked last: values it changed, fields it does not take. */
  @Column('jsonb', { default: [] })
  readonly feedbacks!: readonly Feedback[];

  /** What was longer than the standard allows and went to the carrier shortened. */
  @Column('jsonb', { default: [] })
  readonly cutFields!: readonly CutField[];

  /** The change that the carrier has not decided yet. */
  @Column('uuid', { nullable: true })
  readonly openChangeId!: string | null;

  /** When the one job that warns of cut-offs is due. */
  @Column('timestamptz', { nullable: true })
  readonly cutOffsArmedFor!: Date | null;

  /** Why it was rejected, declined or cancelled, or what the carrier wants changed. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The same where it was said by us, for a reader of any language; null of old rows, and where the carrier spoke. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

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
}
