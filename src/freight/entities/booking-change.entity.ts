import { Check, Column, Entity } from 'typeorm';

import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  BOOKING_CHANGE,
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeCommand,
  type ChangeKind,
  type ChangeState,
} from '../domain/booking-change-status.js';
import { type BookingChanges } from '../domain/booking-change.js';

type RequestedChange = Pick<
  BookingChange,
  'tenantId' | 'id' | 'bookingId' | 'kind' | 'changes' | 'message' | 'statusBefore' | 'reportedBefore'
>;

/** One wish to change a booking, and what the carrier says to it. */
@Entity({ schema: 'freight', name: 'booking_change' })
@Check('ck_booking_change_kind', oneOf('kind', CHANGE_KINDS))
@Check('ck_booking_change_state', oneOf('state', CHANGE_STATES))
export class BookingChange implements Versioned {
  @TenantKey('booking_change')
  readonly tenantId!: string;

  @TenantKey('booking_change')
  readonly id!: string;

  @Column('uuid')
  readonly bookingId!: string;

  @Column('text')
  readonly kind!: ChangeKind;

  @Column('text')
  readonly state!: ChangeState;

  /** As it was asked for. */
  @Column('jsonb')
  readonly changes!: BookingChanges;

  /** The whole booking with this and every earlier change in it, word for word as it is sent. */
  @Column('text')
  readonly message!: string;

  /** The carrier's word on the amendment before this one. */
  @Column('text', { nullable: true })
  readonly statusBefore!: string | null;

  /** The carrier's last word before this, by its own clock. */
  @Column('timestamptz', { nullable: true })
  readonly reportedBefore!: Date | null;

  /** When, by its own clock, it said so once more. */
  @Column('timestamptz', { nullable: true })
  readonly repeatedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly takenAt!: Date | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static requested(facts: RequestedChange, now: Date): BookingChange {
    return Object.assign(new BookingChange(), facts, {
      ...{ state: 'requested' as const, repeatedAt: null, takenAt: null, decidedAt: null },
      ...{ reason: null, causes: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get isOpen(): boolean {
    return !BOOKING_CHANGE.isFinal(this.state);
  }

  get allowedActions(): ChangeCommand[] {
    return this.kind === 'amendment' ? BOOKING_CHANGE.allowedActions(this.state) : [];
  }

  /** The carrier has the message. Where it confirmed the booking meanwhile, it takes an update for an amendment. */
  noteTaken(kind: ChangeKind, now: Date): void {
    Object.assign(this, { takenAt: this.takenAt ?? now, kind, updatedAt: now });
  }

  /** The carrier says again what it said of the amendment before, at this time of its own clock. */
  noteRepeated(at: Date): void {
    Object.assign(this, { repeatedAt: at });
  }

  /** @throws IllegalTransitionError unless the change may take the command */
  take(command: ChangeCommand, now: Date, why: Reason | null = null): void {
    const { reason = null, causes = null } = why ?? {};
    Object.assign(this, { state: BOOKING_CHANGE.next(this.state, command), updatedAt: now });
    if (why !== null) Object.assign(this, { reason, causes });
    if (!this.isOpen) Object.assign(this, { decidedAt: now });
  }
}
