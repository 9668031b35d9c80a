import { Check, Column, Entity, VersionColumn } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type CalculationStep, type CalculationRule } from '../../kernel/calculation.js';
import { type DayBasis } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type Accrued, accruedOf, countTo, type Counted, type DailyTerms } from '../domain/accrual/accrual.js';
import { daysOverdue } from '../domain/accrual/overdue.js';
import { type RatePeriod, resetsOf } from '../domain/accrual/resets.js';
import { ADVANCE, ADVANCE_STATES, type AdvanceState } from '../domain/advance-status.js';
import { dueBy, type Instalment, instalmentsOf, oldestDue, unpaidParts } from '../domain/instalments/instalments.js';
import { type ReferenceRate } from '../domain/products/price.js';
import { type Product } from '../domain/products/product.js';
import { type Closing } from '../domain/products/vocabulary.js';
import { type LoanSubject, SUBJECT_KINDS, type SubjectKind } from '../domain/subject.js';
import { type Dues } from '../domain/waterfall.js';
import { firstColumns } from './first-columns.js';
import { type Disbursement, type NewAdvance, type NewDueDate, type Payment } from './advance-facts.js';

/** Money that a lender lends an SME: ahead of its refund, on an order, or on a line. The platform informs, collects and keeps the account. */
@Entity({ schema: 'financing', name: 'advance' })
@Check('ck_advance_state', oneOf('state', ADVANCE_STATES))
@Check('ck_advance_subject_kind', oneOf('subject_kind', SUBJECT_KINDS))
@Check('ck_advance_outstanding', 'outstanding_minor >= 0')
export class Advance implements Versioned {
  @TenantKey('advance')
  readonly tenantId!: string;

  @TenantKey('advance')
  readonly id!: string;

  @Column('text')
  private readonly subjectKind!: SubjectKind;

  @Column('uuid')
  private readonly subjectId!: string;

  /** Null of one that is lent on no order. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('uuid')
  readonly sellerId!: string;

  @Column('uuid', { nullable: true })
  readonly claimId!: string | null;

  /** What it was decided with; null of old rows. */
  @Column('uuid', { nullable: true })
  readonly scoreId!: string | null;

  @Column('text')
  readonly product!: string;

  /** The version of the product by which it was asked for; null of old rows. */
  @Column('jsonb', { nullable: true })
  readonly terms!: Product | null;

  @Column('text')
  readonly state!: AdvanceState;

  @Column(() => MoneyColumns, { prefix: 'principal' })
  private readonly principalColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'outstanding' })
  private readonly outstandingColumns!: MoneyColumns;

  /** Interest of the days before `interestFrom` that was not paid; of old rows with the penalty. */
  @Column(() => MoneyColumns, { prefix: 'interest_due' })
  private readonly interestDueColumns!: MoneyColumns;

  @BigintColumn({ default: 0 })
  private readonly penaltyDueMinor!: bigint;

  @Column(() => MoneyColumns, { prefix: 'fees_due' })
  private readonly feesDueColumns!: MoneyColumns;

  @DecimalColumn()
  readonly annualRate!: Decimal;

  @DecimalColumn()
  readonly penaltyRate!: Decimal;

  @Column('smallint')
  readonly dayBasis!: DayBasis;

  @Column('date', { nullable: true })
  readonly drawnOn!: LocalDate | null;

  /** The first day whose interest is not yet in `interestDue`. */
  @Column('date', { nullable: true })
  readonly interestFrom!: LocalDate | null;

  /** Of the days before `interestFrom`, paid or not, unrounded. @see Counted */
  @DecimalColumn({ default: 0 })
  private readonly interestSum!: Decimal;

  @DecimalColumn({ default: 0 })
  private readonly penaltySum!: Decimal;

  /** Since when the reference of a floating rate stands as it is in `annualRate`. */
  @Column('date', { nullable: true })
  readonly referenceOn!: LocalDate | null;

  /** Of several loans on one order, the lower is paid first. */
  @Column('smallint', { default: 1 })
  readonly lenderRank!: number;

  @Column('date')
  readonly maturityOn!: LocalDate;

  /** What falls due when, as of the draw; null of one that is due as a whole. */
  @Column('jsonb', { nullable: true })
  readonly instalments!: readonly Instalment[] | null;

  /** The oldest of them that is not paid. */
  @Column('date', { nullable: true })
  readonly nextDueOn!: LocalDate | null;

  /** Since when it counts as overdue, where not from `maturityOn`: of one that was extended. */
  @Column('date', { nullable: true })
  readonly overdueFrom!: LocalDate | null;

  @Column('date', { nullable: true })
  readonly writtenOffOn!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly lenderLoanId!: string | null;

  @Column('text', { nullable: true })
  readonly bankReference!: string | null;

  /** Why it was declined, or could not be had: in English, or in the lender's words. */
  @Column('text', { array: true })
  readonly reasons!: string[];

  /** The same where it was said by us, for a reader of any language; null of old rows, and where the lender spoke. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('jsonb')
  readonly calculation!: { readonly rule: CalculationRule; readonly steps: readonly CalculationStep[] };

  /** The claim was rejected: collections repay it too. */
  @Column('boolean')
  readonly isRecourse!: boolean;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  /** How often the lender was asked since it last spoke. */
  @Column('integer')
  readonly asks!: number;

  /** Of its drawing, where that takes a second person. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  @VersionColumn({ default: 1 })
  readonly version!: number;

  static open(facts: NewAdvance): Advance {
    return Object.assign(new Advance(), firstColumns(facts));
  }

  get subject(): LoanSubject {
    return { kind: this.subjectKind, id: this.subjectId };
  }

  get principal(): Money {
    return this.principalColumns.toMoney();
  }

  get outstanding(): Money {
    return this.outstandingColumns.toMoney();
  }

  get feesDue(): Money {
    return this.feesDueColumns.toMoney();
  }

  get isLive(): boolean {
    return this.state === 'requested' || this.state === 'drawn';
  }

  /** Whether another one has to wait for what becomes of it. */
  get isOpen(): boolean {
    return this.isLive || this.state === 'awaiting_approval' || this.state === 'written_off';
  }

  /** Paid out, and nothing is owed of it any more. */
  get isOver(): boolean {
    return this.state === 'repaid' || this.state === 'recovered';
  }

  /** Paid out, and not all of it paid back. */
  get isOwed(): boolean {
    return this.state === 'drawn' || this.state === 'written_off';
  }

  /** Money that repays it. Rows of before were all on refunds. */
  get closesBy(): readonly Closing[] {
    return this.terms?.closesBy ?? ['refund_paid'];
  }

  /** A second person is asked first: the lender is not, so nothing is expected of it. */
  awaitApproval(approval: ApprovalStanding): void {
    Object.assign(this, { state: 'awaiting_approval', approval, expectedBy: null });
  }

  /** Somebody else is asked, about the same advance as it stands now. */
  stand(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** It was approved: its terms run from today. @throws IllegalTransitionError unless it awaits approval */
  ask({ expectedBy, maturityOn }: Pick<Advance, 'maturityOn'> & { expectedBy: Date }, now: Date): void {
    this.become(ADVANCE.next(this.state, 'ask'), now, { maturityOn, approval: null });
    Object.assign(this, { expectedBy });
  }

  /** Whether collections, not only the refund, repay it. */
  takesCollections(today: LocalDate): boolean {
    return this.isRecourse || today > this.maturityOn;
  }

  /** @throws IllegalTransitionError unless it is requested */
  disburse({ valueDate, loanId, bankReference, fee }: Disbursement, now: Date): void {
    const parts = this.partsFrom(valueDate);
    this.become(ADVANCE.next(this.state, 'disburse'), now, {
      drawnOn: valueDate,
      interestFrom: valueDate,
      lenderLoanId: loanId,
      bankReference,
      outstandingColumns: this.principalColumns,
      feesDueColumns: MoneyColumns.from(fee),
      ...(parts === null ? {} : { instalments: parts, nextDueOn: parts[0]?.dueOn, maturityOn: parts.at(-1)?.dueOn }),
    });
  }

  /** By the lender, or because nobody approved it; `approval` is kept then. @throws IllegalTransitionError once it is drawn */
  decline({ reason, causes }: Reason, now: Date, approval: ApprovalStanding | null = null): void {
    const facts = { reasons: [reason], causes: causes ?? null, approval };
    this.become(ADVANCE.next(this.state, 'decline'), now, facts);
  }

  /** What is owed on a day: interest runs from the first day to the day before. */
  duesOn(day: LocalDate, other: Money): Dues {
    const { interest, penalty } = this.owedBy(this.countedTo(day));
    const money = (minor: bigint): Money => Money.ofMinor(minor, this.principal.currency);
    return {
      fees: this.feesDue,
      penalty: money(penalty),
      interest: money(interest),
      principal: this.outstanding,
      other,
    };
  }

  /** What of it is to be paid by a day: of what is paid back in parts those that have fallen due, else all that is owed. */
  dueOn(day: LocalDate): Dues {
    const dues = this.duesOn(day, Money.zero(this.principal.currency));
    if (this.state === 'written_off') return dues;
    return { ...dues, principal: Money.ofMinor(dueBy(this.daily, day), this.principal.currency) };
  }

  /** Whether something of its principal has fallen due by a day. */
  isDueOn(day: LocalDate): boolean {
    return this.isOwed && oldestDue(this.daily) <= day;
  }

  /** What is paid when of one that is drawn on a day; null of one that is due as a whole. */
  partsFrom(day: LocalDate): Instalment[] | null {
    const terms = this.terms?.instalments;
    return terms === undefined ? null : instalmentsOf(terms, { principalMinor: this.principal.minor, from: day });
  }

  /** Takes a payment off what is owed; with the principal the advance is over. */
  pay({ principal, interest, penalty, fees, valueDate }: Payment, now: Date): void {
    this.count(valueDate);
    const outstanding = this.outstanding.minus(principal);
    const facts = {
      outstandingColumns: MoneyColumns.from(outstanding),
      feesDueColumns: MoneyColumns.from(this.feesDue.minus(fees)),
      interestDueColumns: MoneyColumns.from(this.interestDueColumns.toMoney().minus(interest)),
      penaltyDueMinor: this.penaltyDueMinor - penalty.minor,
    };
    const [next] = unpaidParts({ ...this.daily, principalMinor: outstanding.minor });
    Object.assign(facts, { nextDueOn: this.instalments === null ? null : (next?.dueOn ?? null) });
    const end = this.state === 'written_off' ? 'recover' : 'settle';
    this.become(outstanding.isZero() ? ADVANCE.next(this.state, end) : this.state, now, facts);
  }

  /**
   * A floating rate follows what was published by that day: what ran before is counted by the rate of before.
   * @returns the periods that begin
   */
  followReference(table: readonly ReferenceRate[], day: LocalDate): RatePeriod[] {
    if (this.terms === null || this.interestFrom === null || this.state !== 'drawn') return [];
    const stand = { referenceOn: this.referenceOn, countedFrom: this.interestFrom, day };
    const periods = resetsOf(this.terms, table, stand);
    for (const { from, annualRate, penaltyRate, referenceOn } of periods) {
      this.count(from);
      Object.assign(this, { annualRate, penaltyRate, referenceOn });
    }
    return periods;
  }

  /**
   * Its lender has moved the due date: what ran until that day ran by the due date of before, and what it costs is owed at once.
   * @throws IllegalTransitionError unless it is drawn
   */
  extend({ maturityOn, overdueFrom, fee, day }: NewDueDate, now: Date): void {
    this.count(day);
    this.become(ADVANCE.next(this.state, 'extend'), now, {
      maturityOn,
      overdueFrom: overdueFrom === 'first_due_date' ? (this.overdueFrom ?? this.maturityOn) : null,
      feesDueColumns: MoneyColumns.from(this.feesDue.plus(fee)),
    });
  }

  /** Its lender has given it up: what is owed by that day stays owed, and nothing runs on it any more. @throws IllegalTransitionError */
  writeOff(day: LocalDate, now: Date): void {
    this.count(day);
    this.become(ADVANCE.next(this.state, 'write_off'), now, { interestFrom: null, writtenOffOn: day });
  }

  /** Its lender asks for nothing more. @throws IllegalTransitionError unless it is written off */
  forgive(now: Date): void {
    const zero = MoneyColumns.from(Money.zero(this.principal.currency));
    this.become(ADVANCE.next(this.state, 'recover'), now, {
      ...{ outstandingColumns: zero, feesDueColumns: zero, interestDueColumns: zero, penaltyDueMinor: 0n },
    });
  }

  /** Past the due date, by the rule of its last extension. */
  daysOverdueOn(day: LocalDate): number {
    return this.isOwed ? daysOverdue(oldestDue(this.daily), day, this.overdueFrom) : 0;
  }

  /** How far it is counted, and what is owed beside what the sums say: nothing, unless some of it was paid. */
  get running(): { readonly terms: DailyTerms; readonly counted: Counted; readonly base: Accrued } | null {
    const counted = this.counted;
    if (counted === null) return null;
    const [owed, accrued] = [this.owedBy(counted), accruedOf(counted, this.dayBasis)];
    const base = { interest: owed.interest - accrued.interest, penalty: owed.penalty - accrued.penalty };
    return { terms: this.daily, counted, base };
  }

  /** The refund will not come: whatever the order brings repays the advance from now on. */
  recourse(now: Date): void {
    Object.assign(this, { isRecourse: true, updatedAt: now });
  }

  /**
   * Whether its lender should speak now, and nobody else.
   * @param expectedBy the wait that is asked about; undefined: whichever
   */
  isAwaited(expectedBy: string | undefined): this is this & { readonly expectedBy: Date } {
    if (this.state !== 'requested' || this.expectedBy === null) return false;
    return expectedBy === undefined || this.expectedBy.toISOString() === expectedBy;
  }

  /** By when its lender should speak; null while somebody else has to act first. */
  expect(expectedBy: Date | null, now: Date): void {
    Object.assign(this, { expectedBy, asks: 0, updatedAt: now });
  }

  noteAsked(expectedBy: Date, now: Date): void {
    Object.assign(this, { asks: this.asks + 1, expectedBy, updatedAt: now });
  }

  private get counted(): Counted | null {
    const { interestFrom: from, interestSum, penaltySum } = this;
    return from === null ? null : { from, interestSum, penaltySum };
  }

  private get daily(): DailyTerms {
    const { annualRate, penaltyRate, maturityOn, dayBasis, outstanding, instalments } = this;
    return { principalMinor: outstanding.minor, annualRate, penaltyRate, maturityOn, dayBasis, instalments };
  }

  private countedTo(day: LocalDate): Counted | null {
    return this.counted === null ? null : countTo(this.daily, this.counted, day);
  }

  private owedBy(counted: Counted | null): Accrued {
    const due = { interest: this.interestDueColumns.toMoney().minor, penalty: this.penaltyDueMinor };
    if (counted === null || this.counted === null) return due;
    const [before, after] = [this.counted, counted].map((sums) => accruedOf(sums, this.dayBasis)) as [Accrued, Accrued];
    return {
      interest: due.interest + after.interest - before.interest,
      penalty: due.penalty + after.penalty - before.penalty,
    };
  }

  /** Moves what has run by a day into what is due. */
  private count(day: LocalDate): void {
    const counted = this.countedTo(day);
    if (counted === null) return;
    const { interest, penalty } = this.owedBy(counted);
    Object.assign(this, {
      interestDueColumns: MoneyColumns.from(Money.ofMinor(interest, this.principal.currency)),
      penaltyDueMinor: penalty,
      interestSum: counted.interestSum,
      penaltySum: counted.penaltySum,
      interestFrom: counted.from,
    });
  }

  /** The only writer of the state. */
  private become(
    state: AdvanceState,
    now: Date,
    facts: Partial<Record<keyof Advance | `${string}Columns`, unknown>>,
  ): void {
    Object.assign(this, facts, { state, expectedBy: null, asks: 0, updatedAt: now });
  }
}
