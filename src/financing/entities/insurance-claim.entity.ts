import { Check, Column, Entity } from 'typeorm';

import { type CalculationRule, type CalculationStep } from '../../kernel/calculation.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { COVER_CURRENCY, LOSS_CAUSES, type LossCause } from '../domain/insurance/cover-terms.js';
import { type ClaimDocument } from '../domain/insurance/claim-document.js';
import { CLAIM_STATES, INSURANCE_CLAIM, type ClaimState } from '../domain/insurance/insurance-status.js';

type NotifiedFacts = Pick<
  InsuranceClaim,
  | 'tenantId'
  | 'id'
  | 'declarationId'
  | 'policyId'
  | 'orderId'
  | 'sellerId'
  | 'cause'
  | 'loss'
  | 'indemnity'
  | 'calculation'
  | 'notifiedOn'
  | 'claimableFrom'
>;

/** A loss on a shipment from its notice (可损通知) to the indemnity. In yuan. */
@Entity({ schema: 'financing', name: 'insurance_claim' })
@Check('ck_insurance_claim_state', oneOf('state', CLAIM_STATES))
@Check('ck_insurance_claim_cause', oneOf('cause', LOSS_CAUSES))
@Check('ck_insurance_claim_recovered', 'recovered_minor BETWEEN 0 AND loss_minor')
export class InsuranceClaim implements Versioned {
  @TenantKey('insurance_claim')
  readonly tenantId!: string;

  @TenantKey('insurance_claim')
  readonly id!: string;

  @Column('uuid')
  readonly declarationId!: string;

  @Column('uuid')
  readonly policyId!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('text')
  readonly cause!: LossCause;

  @Column('text')
  readonly state!: ClaimState;

  @BigintColumn()
  private readonly lossMinor!: bigint;

  /** By our own working. */
  @BigintColumn()
  private readonly indemnityMinor!: bigint;

  @Column('jsonb')
  readonly calculation!: { readonly rule: CalculationRule; readonly steps: readonly CalculationStep[] };

  @Column('date')
  readonly notifiedOn!: LocalDate;

  /** The end of the waiting time. */
  @Column('date')
  readonly claimableFrom!: LocalDate;

  @Column('timestamptz', { nullable: true })
  readonly filedAt!: Date | null;

  @Column('jsonb')
  readonly documents!: readonly ClaimDocument[];

  @Column('text', { nullable: true })
  readonly claimNumber!: string | null;

  /** What the insurer accepts. */
  @BigintColumn({ nullable: true })
  private readonly assessedMinor!: bigint | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('date', { nullable: true })
  readonly paidOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  @BigintColumn()
  private readonly recoveredMinor!: bigint;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly asks!: number;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static notify({ loss, indemnity, ...plain }: NotifiedFacts, now: Date): InsuranceClaim {
    return Object.assign(new InsuranceClaim(), BLANK, plain, {
      ...{ lossMinor: loss.minor, indemnityMinor: indemnity.minor, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get loss(): Money {
    return Money.ofMinor(this.lossMinor, COVER_CURRENCY);
  }

  get indemnity(): Money {
    return Money.ofMinor(this.indemnityMinor, COVER_CURRENCY);
  }

  get assessed(): Money | null {
    return this.assessedMinor === null ? null : Money.ofMinor(this.assessedMinor, COVER_CURRENCY);
  }

  get recovered(): Money {
    return Money.ofMinor(this.recoveredMinor, COVER_CURRENCY);
  }

  noteNumber(claimNumber: string): void {
    Object.assign(this, { claimNumber });
  }

  /** @throws IllegalTransitionError */
  file(documents: readonly ClaimDocument[], expectedBy: Date, now: Date): void {
    const state = INSURANCE_CLAIM.next(this.state, 'file');
    Object.assign(this, { state, documents, filedAt: now, expectedBy, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  assess(amount: Money, reason: string | null, expectedBy: Date, now: Date): void {
    const state = INSURANCE_CLAIM.next(this.state, 'assess');
    Object.assign(this, { state, assessedMinor: amount.minor, reason, expectedBy, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  refuse(why: { readonly reason: string; readonly causes?: readonly Sentence[] }, now: Date): void {
    const state = INSURANCE_CLAIM.next(this.state, 'refuse');
    const { reason, causes = null } = why;
    Object.assign(this, { state, assessedMinor: 0n, reason, causes, expectedBy: null, updatedAt: now });
  }

  /** @throws IllegalTransitionError */
  pay(amount: Money, paid: { readonly valueDate: LocalDate; readonly bankReference: string }, now: Date): void {
    const state = INSURANCE_CLAIM.next(this.state, 'pay');
    const { valueDate: paidOn, bankReference } = paid;
    Object.assign(this, {
      state,
      assessedMinor: amount.minor,
      paidOn,
      bankReference,
      expectedBy: null,
      updatedAt: now,
    });
  }

  recover(amount: Money, now: Date): void {
    Object.assign(this, { recoveredMinor: this.recoveredMinor + amount.minor, updatedAt: now });
  }

  noteAsked(expectedBy: Date, now: Date): void {
    Object.assign(this, { asks: this.asks + 1, expectedBy, updatedAt: now });
  }
}

const BLANK = {
  ...{ state: 'notified', filedAt: null, documents: [], claimNumber: null, assessedMinor: null, reason: null },
  ...{ causes: null, paidOn: null, bankReference: null, recoveredMinor: 0n, expectedBy: null, asks: 0 },
};
