import { Check, Column, Entity, Index } from 'typeorm';

import { type CalculationRule, type CalculationStep, type Explained } from '../../kernel/calculation.js';
import { type Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { type EvidenceKind, type TradeBackground, type TradeFinding } from '../domain/safe/trade-background.js';
import { TRADE_CHECK, type TradeCheckCommand, type TradeCheckState } from '../domain/safe/trade-check-status.js';
import { type EnterpriseClass } from '../domain/safe/trade-credit-reports.js';

/** A paper that somebody brought. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Its own number. */
  readonly number: string;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/** What a second person took for shown. */
export interface Acceptance {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

const COMMANDS = { passed: 'pass', doubtful: 'doubt', blocked: 'block' } as const;

/** Whether the money of an order has a trade behind it: the latest verdict, and what it stands on. */
@Entity({ schema: 'fx', name: 'trade_check' })
@Index('uq_trade_check_order', ['tenantId', 'orderId'], { unique: true })
@Check('ck_trade_check_state', oneOf('state', TRADE_CHECK.states))
export class TradeCheck implements Versioned {
  @TenantKey('trade_check')
  readonly tenantId!: string;

  @TenantKey('trade_check')
  readonly id!: string;

  @Column('uuid')
  readonly orderId!: string;

  @Column('uuid')
  readonly partyId!: string;

  @Column('text')
  readonly state!: TradeCheckState;

  @Column('text')
  readonly enterpriseClass!: EnterpriseClass;

  /** What had come when it was last looked at. */
  @Column(() => MoneyColumns, { prefix: 'received' })
  private readonly receivedColumns!: MoneyColumns;

  @Column('jsonb')
  readonly findings!: readonly TradeFinding[];

  @Column('jsonb')
  readonly explanation!: Explained;

  @Column('jsonb')
  readonly evidence!: readonly Evidence[];

  @Column('jsonb', { nullable: true })
  readonly acceptance!: Acceptance | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static of(facts: {
    tenantId: string;
    id: string;
    orderId: string;
    partyId: string;
    received: Money;
    now: Date;
  }): TradeCheck {
    const { received, now, ...plain } = facts;
    return Object.assign(new TradeCheck(), plain, {
      receivedColumns: MoneyColumns.from(received),
      ...{ state: 'passed' as const, enterpriseClass: 'A' as const, findings: [], explanation: NOTHING, evidence: [] },
      ...{ acceptance: null, version: 1, createdAt: now, updatedAt: now },
    });
  }

  get received(): Money {
    return this.receivedColumns.toMoney();
  }

  /** Whether its money may be used. */
  get isOpen(): boolean {
    return this.state === 'passed' || this.state === 'accepted';
  }

  get evidenceKinds(): EvidenceKind[] {
    return this.evidence.map(({ kind }) => kind);
  }

  /** Facts are looked at anew. What a second person accepted stands until more money comes. */
  judge(background: TradeBackground, facts: { received: Money; enterpriseClass: EnterpriseClass; now: Date }): void {
    const { received, enterpriseClass, now } = facts;
    const { verdict, findings, rule, steps } = background;
    const stands = this.state === 'accepted' && !received.isMoreThan(this.received) && verdict !== 'passed';
    const explanation = { rule, steps };
    if (stands) {
      Object.assign(this, { enterpriseClass, findings, explanation, updatedAt: now });
      return;
    }
    const receivedColumns = MoneyColumns.from(received);
    this.become(COMMANDS[verdict], now, { enterpriseClass, findings, explanation, receivedColumns, acceptance: null });
  }

  bring(evidence: Evidence, now: Date): void {
    Object.assign(this, { evidence: [...this.evidence, evidence], updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it is doubtful or blocked */
  accept(acceptance: Acceptance, now: Date): void {
    this.become('accept', now, { acceptance });
  }

  private become(command: TradeCheckCommand, now: Date, facts: object): void {
    Object.assign(this, { state: TRADE_CHECK.next(this.state, command), updatedAt: now, ...facts });
  }
}

const NOTHING: { readonly rule: CalculationRule; readonly steps: readonly CalculationStep[] } = {
  rule: { id: 'fx.trade-background', version: '2020-08-31', source: 'Not looked at yet' },
  steps: [],
};
