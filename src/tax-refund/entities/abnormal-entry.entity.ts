import { Check, Column, Entity } from 'typeorm';

import { type LocalDate } from '../../kernel/local-date.js';
import { oneOf } from '../../platform/database/checks.js';
import { TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  ABNORMAL,
  ABNORMAL_ORIGINS,
  ABNORMAL_STATES,
  type AbnormalOrigin,
  type AbnormalState,
  type AbnormalSubject,
  type Ground,
  GROUND_NAMES,
} from '../domain/abnormal.js';

interface NewEntry extends AbnormalSubject {
  readonly tenantId: string;
  readonly id: string;
  readonly origin: AbnormalOrigin;
  readonly ground: Ground;
  readonly source: string;
  readonly day: LocalDate;
  readonly note: string | null;
  readonly enteredBy: string;
  readonly now: Date;
}

/** How an entry was lifted. */
export interface Lifting {
  readonly source: string;
  readonly day: LocalDate;
  readonly note: string | null;
}

/** An invoice, or an issuer, that the tax authority holds for abnormal (异常凭证), until that is lifted. */
@Entity({ schema: 'tax_refund', name: 'abnormal_entry' })
@Check('ck_abnormal_entry_state', oneOf('state', ABNORMAL_STATES))
@Check('ck_abnormal_entry_origin', oneOf('origin', ABNORMAL_ORIGINS))
@Check('ck_abnormal_entry_ground', oneOf('ground', GROUND_NAMES))
export class AbnormalEntry implements Versioned {
  @TenantKey('abnormal_entry')
  readonly tenantId!: string;

  @TenantKey('abnormal_entry')
  readonly id!: string;

  @Column('text')
  readonly origin!: AbnormalOrigin;

  @Column('text')
  readonly issuerTaxNumber!: string;

  @Column('text', { nullable: true })
  readonly invoiceCode!: string | null;

  /** Null: the issuer itself. */
  @Column('text', { nullable: true })
  readonly invoiceNumber!: string | null;

  @Column('date', { nullable: true })
  readonly issuedFrom!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly issuedTo!: LocalDate | null;

  @Column('text')
  readonly ground!: Ground;

  @Column('text')
  readonly source!: string;

  @Column('date')
  readonly listedOn!: LocalDate;

  @Column('text', { nullable: true })
  readonly note!: string | null;

  @Column('text')
  readonly state!: AbnormalState;

  @Column('date', { nullable: true })
  readonly liftedOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly liftedSource!: string | null;

  @Column('text', { nullable: true })
  readonly liftedNote!: string | null;

  @Column('text')
  readonly enteredBy!: string;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static list({ day, now, ...given }: NewEntry): AbnormalEntry {
    return Object.assign(new AbnormalEntry(), {
      ...given,
      listedOn: day,
      state: 'listed' as const,
      ...{ liftedOn: null, liftedSource: null, liftedNote: null },
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  /** @throws IllegalTransitionError where it is lifted already */
  lift({ source, day, note }: Lifting, now: Date): void {
    const state = ABNORMAL.next(this.state, 'lift');
    Object.assign(this, { state, liftedOn: day, liftedSource: source, liftedNote: note, updatedAt: now });
  }
}
