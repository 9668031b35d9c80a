import { Check, Column, Entity, Index } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { FORWARD, type ForwardCommand, type ForwardState } from '../domain/forwards/forward-status.js';
import { type Side } from '../domain/conversions/rate-bound.js';
import {
  depositFor,
  type ForwardParts,
  openOf,
  settle,
  type Settlement,
  unsettledOf,
} from '../domain/forwards/forward-parts.js';
import { inHome } from '../domain/forwards/price-forward.js';
import { type HeldForPrice } from '../domain/forwards/set-aside.js';

/** What is agreed, before anything is. */
export interface ForwardAgreement {
  readonly side: Side;
  readonly quoteId: string;
  readonly partyId: string;
  readonly orderId: string | null;
  readonly amount: Money;
  readonly rate: Decimal;
  readonly bankRate: Decimal;
  readonly unit: Decimal;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly deposit: Money;
}

interface NewForward extends ForwardAgreement {
  readonly tenantId: string;
  readonly id: string;
  /** The contract that it carries on. */
  readonly rolledFrom: string | null;
  readonly worstRate: Decimal;
  readonly validUntil: Date | null;
  readonly now: Date;
}

/**
 * Foreign currency of an order, sold to the bank today at a rate of today for a later day (远期结汇), or bought from it to pay
 * what the seller owes on the order, or on none (远期购汇).
 */
@Entity({ schema: 'fx', name: 'forward' })
@Index('uq_forward_quote', ['tenantId', 'quoteId'], { unique: true })
@Check('ck_forward_state', oneOf('state', FORWARD.states))
export class Forward implements Versioned {
  @TenantKey('forward')
  readonly tenantId!: string;

  @TenantKey('forward')
  readonly id!: string;

  /** The client's. */
  @Column('text')
  readonly side!: Side;

  @Column('uuid')
  readonly quoteId!: string;

  @Column('uuid', { nullable: true })
  readonly rolledFrom!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  /** Null of dues that are owed on no order. */
  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column(() => MoneyColumns, { prefix: 'amount' })
  private readonly amountColumns!: MoneyColumns;

  @BigintColumn()
  private readonly deliveredMinor!: bigint;

  @BigintColumn()
  private readonly rolledMinor!: bigint;

  @BigintColumn()
  private readonly closedMinor!: bigint;

  /** On its way with the bank. */
  @BigintColumn()
  private readonly movingMinor!: bigint;

  /** The client's, CNY for `unit` of the currency. */
  @DecimalColumn()
  readonly rate!: Decimal;

  @DecimalColumn()
  readonly bankRate!: Decimal;

  @DecimalColumn()
  readonly unit!: Decimal;

  @Column('date')
  readonly startsOn!: LocalDate;

  @Column('date')
  readonly dueOn!: LocalDate;

  /** For the whole amount, in CNY. */
  @Column(() => MoneyColumns, { prefix: 'deposit' })
  private readonly depositColumns!: MoneyColumns;

  /** What is held now: of the deposit, and of the price. */
  @BigintColumn()
  private readonly heldMinor!: bigint;

  /** Of one that buys: CNY that would have gone to the seller, kept for the price. */
  @BigintColumn()
  private readonly setAsideMinor!: bigint;

  @Column('uuid', { nullable: true })
  readonly holdId!: string | null;

  /** Holds placed so far: each has a key of its own. */
  @Column('integer')
  readonly holds!: number;

  @Column('text')
  readonly state!: ForwardState;

  /** The bank's number of the contract. */
  @Column('text', { nullable: true })
  readonly contractNumber!: string | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  /** The worst rate it may be booked at once it is approved, for `unit`. */
  @DecimalColumn()
  readonly worstRate!: Decimal;

  @Column('timestamptz', { nullable: true })
  readonly validUntil!: Date | null;

  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  /** By how much the order's forwards were more than the order brings, when that was last found. */
  @BigintColumn()
  private readonly excessMinor!: bigint;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** What somebody wants, before the bank is asked. */
  static intend({ amount, deposit, now, ...plain }: NewForward): Forward {
    return Object.assign(new Forward(), plain, {
      amountColumns: MoneyColumns.from(amount),
      depositColumns: MoneyColumns.from(deposit),
      deliveredMinor: 0n,
      rolledMinor: 0n,
      closedMinor: 0n,
      movingMinor: 0n,
      heldMinor: 0n,
      setAsideMinor: 0n,
      holdId: null,
      holds: 0,
      state: 'awaiting_approval' as const,
      contractNumber: null,
      reason: null,
      causes: null,
      approval: null,
      excessMinor: 0n,
      expectedBy: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get amount(): Money {
    return this.amountColumns.toMoney();
  }

  get deposit(): Money {
    return this.depositColumns.toMoney();
  }

  get held(): Money {
    return Money.ofMinor(this.heldMinor, this.deposit.currency);
  }

  get setAside(): Money {
    return Money.ofMinor(this.setAsideMinor, this.deposit.currency);
  }

  /** What is held, and for what, of what is not settled. */
  get heldForPrice(): HeldForPrice {
    const { amount, parts, rate, unit, setAside } = this;
    const unsettled = unsettledOf(parts);
    return { price: inHome(unsettled, rate, unit), deposit: depositFor(this.deposit, unsettled, amount), setAside };
  }

  get excess(): Money {
    return Money.ofMinor(this.excessMinor, this.amount.currency);
  }

  get parts(): ForwardParts {
    const of = (minor: bigint): Money => Money.ofMinor(minor, this.amount.currency);
    return {
      amount: this.amount,
      delivered: of(this.deliveredMinor),
      rolled: of(this.rolledMinor),
      closed: of(this.closedMinor),
      moving: of(this.movingMinor),
    };
  }

  /** Neither settled in any way, nor on its way to be. */
  get open(): Money {
    return openOf(this.parts);
  }

  /** CNY for 1 unit of the currency. */
  get ratePerOne(): Decimal {
    return this.rate.div(this.unit);
  }

  /** At a price of now, whatever it would have come to before. */
  reprice({ deposit, ...terms }: Pick<ForwardAgreement, 'quoteId' | 'rate' | 'bankRate' | 'deposit'>): void {
    Object.assign(this, terms, { depositColumns: MoneyColumns.from(deposit) });
  }

  /** A second person is asked. */
  stand(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** The bank is asked. @throws IllegalTransitionError unless it waits */
  request(expectedBy: Date, now: Date): void {
    this.become('request', now, { expectedBy, approval: null });
  }

  /** @throws IllegalTransitionError unless it waits */
  lapse({ reason, causes }: Reason, approval: ApprovalStanding | null, now: Date): void {
    this.become('lapse', now, { reason, causes: causes ?? null, approval });
  }

  /** @throws IllegalTransitionError unless the bank was asked */
  book(contractNumber: string, now: Date): void {
    this.become('book', now, { contractNumber, expectedBy: null });
  }

  /** @throws IllegalTransitionError unless the bank was asked */
  refuse(reason: string, now: Date): void {
    this.become('refuse', now, { reason, expectedBy: null });
  }

  /** So much of it is on its way with the bank. @throws Error when less is open */
  move(part: Money, now: Date): void {
    if (part.isMoreThan(this.open)) throw new Error(`Forward ${this.id} has less than ${part.toString()} open`);
    Object.assign(this, { movingMinor: this.movingMinor + part.minor, updatedAt: now });
  }

  /** The bank did not do it. */
  moveBack(part: Money, now: Date): void {
    Object.assign(this, { movingMinor: this.movingMinor - part.minor, updatedAt: now });
  }

  /** The bank has done it. */
  settle(how: Settlement, part: Money, now: Date): void {
    const { command, parts } = settle({ how, part, parts: this.parts, state: this.state });
    if (command !== null) this.become(command, now, {});
    Object.assign(this, {
      deliveredMinor: parts.delivered.minor,
      rolledMinor: parts.rolled.minor,
      closedMinor: parts.closed.minor,
      movingMinor: parts.moving.minor,
      updatedAt: now,
    });
  }

  /** The last day is over, and something is open. @throws IllegalTransitionError */
  expire(now: Date): void {
    this.become('expire', now, {});
  }

  holding(held: Money, holdId: string | null): void {
    Object.assign(this, { heldMinor: held.minor, holdId, holds: this.holds + (holdId === null ? 0 : 1) });
  }

  putAside(setAside: Money): void {
    Object.assign(this, { setAsideMinor: setAside.minor });
  }

  exceed(excess: Money, now: Date): void {
    Object.assign(this, { excessMinor: excess.minor, updatedAt: now });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  private become(command: ForwardCommand, now: Date, facts: object): void {
    Object.assign(this, { state: FORWARD.next(this.state, command), updatedAt: now, ...facts });
  }
}
