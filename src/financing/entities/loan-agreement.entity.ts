import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type Decimal } from '../../kernel/decimal.js';
import { CHINA, dateInZone, type LocalDate } from '../../kernel/local-date.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type OfferedDays } from '../domain/agreement/agreement-rules.js';
import { AGREEMENT, AGREEMENT_STATES, type AgreementState } from '../domain/agreement/agreement-status.js';

/** What lender and client sign before one loan is paid out (借款合同). */
@Entity({ schema: 'financing', name: 'loan_agreement' })
@Check('ck_loan_agreement_state', oneOf('state', AGREEMENT_STATES))
export class LoanAgreement implements Versioned {
  @TenantKey('loan_agreement')
  readonly tenantId!: string;

  @TenantKey('loan_agreement')
  readonly id!: string;

  @Column('uuid')
  readonly advanceId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  /** The lender's. */
  @Column('text')
  readonly number!: string;

  @Column('text')
  readonly state!: AgreementState;

  /** The last day in China on which it can be signed. */
  @Column('date')
  readonly validUntil!: LocalDate;

  /** As it was offered: later due dates and rates are not in it. */
  @Column('date')
  readonly maturityOn!: LocalDate;

  @DecimalColumn()
  readonly annualRate!: Decimal;

  @Column('text', { nullable: true })
  readonly signatory!: string | null;

  @Column('date', { nullable: true })
  readonly signedOn!: LocalDate | null;

  /** When the lender had the signature. */
  @Column('timestamptz', { nullable: true })
  readonly toldAt!: Date | null;

  /** Why it came to nothing: in English, or in the lender's words. */
  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  static offer(
    facts: Pick<
      LoanAgreement,
      'tenantId' | 'id' | 'advanceId' | 'orderId' | 'number' | 'validUntil' | 'maturityOn' | 'annualRate'
    >,
    now: Date,
  ): LoanAgreement {
    return Object.assign(new LoanAgreement(), facts, {
      ...{ state: 'offered', signatory: null, signedOn: null, toldAt: null, reason: null, causes: null },
      ...{ createdAt: now, updatedAt: now, version: 1 },
    });
  }

  get days(): OfferedDays {
    return { offeredOn: dateInZone(this.createdAt, CHINA), validUntil: this.validUntil };
  }

  get signature(): { readonly signatory: string; readonly signedOn: LocalDate } | null {
    const { signatory, signedOn } = this;
    return signatory === null || signedOn === null ? null : { signatory, signedOn };
  }

  /** @throws IllegalTransitionError unless it is offered */
  sign(signatory: string, signedOn: LocalDate, now: Date): void {
    Object.assign(this, { state: AGREEMENT.next(this.state, 'sign'), signatory, signedOn, updatedAt: now });
  }

  /** @throws IllegalTransitionError once it has lapsed */
  lapse({ reason, causes }: Reason, now: Date): void {
    const state = AGREEMENT.next(this.state, 'lapse');
    Object.assign(this, { state, reason, causes: causes ?? null, updatedAt: now });
  }

  noteTold(now: Date): void {
    Object.assign(this, { toldAt: now, updatedAt: now });
  }
}
