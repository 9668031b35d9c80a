import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { PARCEL_FILING_KINDS, type ParcelFilingName } from '../domain/parcel-filings/filing-kind.js';
import {
  commandBy,
  PARCEL_FILING,
  PARCEL_FILING_STATES,
  type ParcelFilingState,
  type Tally,
} from '../domain/parcel-filings/filing-status.js';
import { filingPatienceMs } from '../domain/parcel-filings/patience.js';
import { type Direction, DIRECTIONS } from '../domain/parcels/profile.js';
import { type Moment } from '../domain/patience.js';

interface NewFiling {
  readonly tenantId: string;
  readonly id: string;
  readonly profileId: string;
  readonly kind: ParcelFilingName;
  readonly direction: Direction;
  readonly said: object;
  readonly parcels: number;
}

/** Something that was filed about parcels after their lists, until customs has decided all of its records. */
@Entity({ schema: 'customs', name: 'parcel_filing' })
@Check('ck_parcel_filing_kind', oneOf('kind', PARCEL_FILING_KINDS))
@Check('ck_parcel_filing_direction', oneOf('direction', DIRECTIONS))
@Check('ck_parcel_filing_state', oneOf('state', PARCEL_FILING_STATES))
export class ParcelFilingRow implements Versioned {
  @TenantKey('parcel_filing')
  readonly tenantId!: string;

  @TenantKey('parcel_filing')
  readonly id!: string;

  @Column('uuid')
  readonly profileId!: string;

  @Column('text')
  readonly kind!: ParcelFilingName;

  @Column('text')
  readonly direction!: Direction;

  @Column('text')
  readonly state!: ParcelFilingState;

  /** What the caller said of it: a reason, a vessel, a month. */
  @Column('jsonb')
  readonly said!: object;

  @Column('integer')
  readonly parcels!: number;

  /** Parcels whose records customs has taken. */
  @Column('integer')
  readonly accepted!: number;

  @Column('integer')
  readonly rejected!: number;

  @Column('integer')
  readonly asks!: number;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open(given: NewFiling, { now, livemode }: Moment): ParcelFilingRow {
    const expectedBy = new Date(now.getTime() + filingPatienceMs(0, livemode));
    const begun = { state: 'queued', accepted: 0, rejected: 0, asks: 0, expectedBy, decidedAt: null, version: 1 };
    return Object.assign(new ParcelFilingRow(), { ...given, ...begun, createdAt: now, updatedAt: now });
  }

  /** @param records how many of its records stand how; `parcels`: how many parcels are in them. @returns whether it changed */
  hear(records: Tally, parcels: Tally, now: Date): boolean {
    const command = commandBy(this.state, records);
    const { accepted, rejected } = parcels;
    if (command === null && accepted === this.accepted && rejected === this.rejected) return false;
    const state = command === null ? this.state : PARCEL_FILING.next(this.state, command);
    const decided = command === null || command === 'send' ? {} : { expectedBy: null, decidedAt: now };
    Object.assign(this, { state, accepted, rejected, ...decided, updatedAt: now });
    return true;
  }

  isDecided(): boolean {
    return PARCEL_FILING.isFinal(this.state);
  }

  /** Nothing has come in time: the exchange is asked, and the next wait is longer. */
  wait({ now, livemode }: Moment): void {
    const asks = this.asks + 1;
    const expectedBy = new Date(now.getTime() + filingPatienceMs(asks, livemode));
    Object.assign(this, { asks, expectedBy, updatedAt: now });
  }
}
