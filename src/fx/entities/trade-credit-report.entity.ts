import { Check, Column, Entity, Index } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import {
  TRADE_CREDIT_REPORT,
  type TradeCreditReportCommand,
  type TradeCreditReportState,
} from '../domain/safe/trade-credit-report-status.js';
import { type EnterpriseClass } from '../domain/safe/trade-credit-reports.js';
import { type WatchedCredit } from '../domain/safe/trade-credit-watch.js';

/** An advance or a deferral of one order that SAFE may want to hear of. */
@Entity({ schema: 'fx', name: 'trade_credit_report' })
@Index('uq_trade_credit_report_subject', ['tenantId', 'orderId', 'type', 'subjectId'], { unique: true })
@Check('ck_trade_credit_report_state', oneOf('state', TRADE_CREDIT_REPORT.states))
export class TradeCreditReport implements Versioned {
  @TenantKey('trade_credit_report')
  readonly tenantId!: string;

  @TenantKey('trade_credit_report')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly type!: WatchedCredit;

  /** The receipt that was paid before the goods left, or the declaration of goods that are not paid. */
  @Column('uuid')
  readonly subjectId!: string;

  @Column('text')
  readonly state!: TradeCreditReportState;

  @Column('text')
  readonly enterpriseClass!: EnterpriseClass;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  /** Of the payment or the shipment. */
  @Column('date')
  readonly startedOn!: LocalDate;

  /** When the other is expected. */
  @Column('date', { nullable: true })
  readonly expectedOn!: LocalDate | null;

  @Column('date')
  readonly reportBy!: LocalDate;

  @Column('date', { nullable: true })
  readonly reportedOn!: LocalDate | null;

  /** Of the report, as SAFE's system gave it. */
  @Column('text', { nullable: true })
  readonly reference!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  @Column('jsonb')
  readonly explanation!: Explained;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static due(facts: {
    tenantId: string;
    id: string;
    orderId: string;
    partyId: string;
    type: WatchedCredit;
    subjectId: string;
    enterpriseClass: EnterpriseClass;
    amount: Money;
    startedOn: LocalDate;
    expectedOn: LocalDate | null;
    reportBy: LocalDate;
    explanation: Explained;
    now: Date;
  }): TradeCreditReport {
    const { amount, now, ...plain } = facts;
    return Object.assign(new TradeCreditReport(), plain, {
      amountColumns: MoneyColumns.from(amount),
      state: 'due' as const,
      ...{ reportedOn: null, reference: null, reason: null, causes: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  /** @throws IllegalTransitionError */
  report(reference: string, reportedOn: LocalDate, now: Date): void {
    this.become('report', now, { reference, reportedOn });
  }

  /** @throws IllegalTransitionError */
  correct(reference: string, reason: Reason, reportedOn: LocalDate, now: Date): void {
    this.become('correct', now, { reference, reportedOn, ...wordsOf(reason) });
  }

  /** @throws IllegalTransitionError */
  dispense(command: 'waive' | 'settle', reason: Reason, expectedOn: LocalDate | null, now: Date): void {
    this.become(command, now, { expectedOn: expectedOn ?? this.expectedOn, ...wordsOf(reason) });
  }

  reopen(now: Date): void {
    this.become('reopen', now, { reason: null, causes: null });
  }

  private become(command: TradeCreditReportCommand, now: Date, facts: object): void {
    Object.assign(this, { state: TRADE_CREDIT_REPORT.next(this.state, command), updatedAt: now, ...facts });
  }
}

function wordsOf({ reason, causes }: Reason): object {
  return { reason, causes: causes ?? null };
}
