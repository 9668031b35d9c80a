import { Check, Column, Entity } from 'typeorm';

import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { summaryDeadline } from '../domain/parcel-summaries/summary-law.js';
import {
  PARCEL_SUMMARY,
  PARCEL_SUMMARY_STATES,
  type ParcelSummaryState,
} from '../domain/parcel-summaries/summary-status.js';

interface NewSummary {
  readonly tenantId: string;
  readonly id: string;
  readonly profileId: string;
  readonly month: string;
  readonly now: Date;
}

/** A month of one profile whose cleared lists are to be summarised. */
@Entity({ schema: 'customs', name: 'parcel_summary' })
@Check('ck_parcel_summary_state', oneOf('state', PARCEL_SUMMARY_STATES))
export class ParcelSummary implements Versioned {
  @TenantKey('parcel_summary')
  readonly tenantId!: string;

  @TenantKey('parcel_summary')
  readonly id!: string;

  @Column('uuid')
  readonly profileId!: string;

  /** `2026-11`: that of clearance, by the calendar of China. */
  @Column('char', { length: 7 })
  readonly month!: string;

  @Column('text')
  readonly state!: ParcelSummaryState;

  @Column('date')
  readonly dueOn!: string;

  /** When its last day is over; null when it is done. */
  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly completedAt!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static open({ now, ...given }: NewSummary): ParcelSummary {
    const { dueOn, overAt } = summaryDeadline(given.month);
    const begun = { state: 'open', dueOn, expectedBy: overAt, completedAt: null, version: 1 };
    return Object.assign(new ParcelSummary(), { ...given, ...begun, createdAt: now, updatedAt: now });
  }

  warn(now: Date): void {
    Object.assign(this, { state: PARCEL_SUMMARY.next(this.state, 'warn'), updatedAt: now });
  }

  expire(now: Date): void {
    Object.assign(this, { state: PARCEL_SUMMARY.next(this.state, 'expire'), updatedAt: now });
  }

  complete(now: Date): void {
    const state = PARCEL_SUMMARY.next(this.state, 'complete');
    Object.assign(this, { state, expectedBy: null, completedAt: now, updatedAt: now });
  }

  /** A list of the month was cleared after all the others were summarised. */
  reopen(now: Date): void {
    const state = PARCEL_SUMMARY.next(this.state, 'reopen');
    const { overAt } = summaryDeadline(this.month);
    Object.assign(this, { state, expectedBy: overAt, completedAt: null, updatedAt: now });
  }
}
