import { Check, Column, Entity, Index } from 'typeorm';

import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Reason, type Sentence } from '../../kernel/sentence.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { CONVERSION, type ConversionCommand, type ConversionState } from '../domain/conversions/conversion-status.js';
import { HOME } from '../domain/conversions/price-quote.js';
import { type DealtAmounts, type DealtTerms } from '../domain/conversions/price-change.js';
import { type Rate, type Side } from '../domain/conversions/rate-bound.js';
import { type Tenor } from '../domain/value-dates/cut-offs.js';
import { type Quote } from './quote.entity.js';

interface NewConversion {
  readonly tenantId: string;
  readonly id: string;
  readonly allocationId: string | null;
  readonly now: Date;
}

/** How far a conversion may go from what was approved. */
export interface Bound {
  readonly worstRate: Decimal;
  readonly validUntil: Date | null;
}

/** What a part of a forward comes to. */
interface Contracted {
  readonly sold: Money;
  readonly bought: Money;
  readonly bankBuy: Money;
  readonly rate: Decimal;
  /** The bank's rate of the contract. */
  readonly boardRate: Decimal;
  readonly unit: Decimal;
  readonly planned: Money | null;
}

/** One exchange of a client's money, booked at a quote and dealt with the bank at its board's price. */
@Entity({ schema: 'fx', name: 'conversion' })
@Index('uq_conversion_quote', ['tenantId', 'quoteId'], { unique: true })
@Check('ck_conversion_state', oneOf('state', CONVERSION.states))
export class Conversion implements Versioned {
  @TenantKey('conversion')
  readonly tenantId!: string;

  @TenantKey('conversion')
  readonly id!: string;

  /** Null for money that came in CNY and needs no exchange. */
  @Column('uuid', { nullable: true })
  readonly quoteId!: string | null;

  /** The forward that it delivers; null at a price of the day. */
  @Column('uuid', { nullable: true })
  readonly forwardId!: string | null;

  /** The share of a collection that is converted by itself. */
  @Column('uuid', { nullable: true })
  readonly allocationId!: string | null;

  @Column('uuid')
  readonly partyId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column(() => MoneyColumns, { prefix: 'sold' })
  private readonly soldColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bought' })
  private readonly boughtColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bankSell' })
  private readonly bankSellColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'bankBuy' })
  private readonly bankBuyColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'margin' })
  private readonly marginColumns!: MoneyColumns;

  @DecimalColumn()
  readonly rate!: Decimal;

  @DecimalColumn()
  readonly boardRate!: Decimal;

  @DecimalColumn()
  readonly unit!: Decimal;

  /** What the order planned to get for it, in the bought currency's minor unit. */
  @BigintColumn({ nullable: true })
  private readonly plannedMinor!: bigint | null;

  @Column('text')
  readonly state!: ConversionState;

  /** The booking in the ledger, to be reversed if the bank says no. */
  @Column('uuid', { nullable: true })
  readonly transferId!: string | null;

  @Column('text', { nullable: true })
  readonly dealId!: string | null;

  /** Null: exchanged at the bank's counter, at once. */
  @Column('text', { nullable: true })
  readonly tenor!: Tenor | null;

  /** The change that the bank is asked for. */
  @Column('uuid', { nullable: true })
  readonly changeId!: string | null;

  @Column('date', { nullable: true })
  readonly valueDate!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  /** The reason as the sentences it was said in, where they are ours. */
  @Column('jsonb', { nullable: true })
  readonly causes!: readonly Sentence[] | null;

  /** The worst rate it may be carried out at when it was approved, for `unit`; null at par. */
  @DecimalColumn({ nullable: true })
  readonly worstRate!: Decimal | null;

  /** Until when it may be carried out; null: as long as somebody may approve it. */
  @Column('timestamptz', { nullable: true })
  readonly validUntil!: Date | null;

  /** How it stands with the second person that it may take. */
  @Column('jsonb', { nullable: true })
  readonly approval!: ApprovalStanding | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  /** What somebody wants, before it is booked; the quote says what it would come to. */
  static intend(facts: NewConversion & Bound & { quote: Quote }): Conversion {
    const { quote, now, worstRate, validUntil, ...plain } = facts;
    const { partyId, orderId } = quote;
    return Object.assign(new Conversion(), plain, {
      ...nothingYet(now),
      ...figuresOf(quote),
      partyId,
      orderId,
      plannedMinor: null,
      state: 'awaiting_approval' as const,
      worstRate,
      validUntil,
    });
  }

  /** Money that came in CNY is as good as converted: the order goes on as after a settled conversion, at 1 for 1. */
  static atPar(
    facts: NewConversion & { partyId: string; orderId: string; amount: Money; valueDate: LocalDate },
  ): Conversion {
    const { amount, now, ...plain } = facts;
    const one = new Decimal(1);
    const margin = Money.zero(HOME);
    return Object.assign(new Conversion(), plain, {
      ...amounts({ sold: amount, bought: amount, bankSell: amount, bankBuy: amount, margin }),
      ...nothingYet(now),
      quoteId: null,
      rate: one,
      boardRate: one,
      unit: one,
      plannedMinor: null,
      state: 'settled' as const,
      valueDate: plain.valueDate,
    });
  }

  /** A part of a forward, delivered at the contract's rate: booked, and the bank is to be told. */
  static underForward(
    facts: NewConversion & Contracted & { forwardId: string; partyId: string; orderId: string; expectedBy: Date },
  ): Conversion {
    const { sold, bought, bankBuy, planned, expectedBy, now, ...plain } = facts;
    const margin = bankBuy.minus(bought);
    return Object.assign(new Conversion(), nothingYet(now), plain, {
      ...amounts({ sold, bought, bankSell: sold, bankBuy, margin }),
      quoteId: null,
      plannedMinor: planned?.minor ?? null,
      state: 'booked' as const,
      expectedBy,
    });
  }

  get sold(): Money {
    return this.soldColumns.toMoney();
  }

  get bought(): Money {
    return this.boughtColumns.toMoney();
  }

  /** What is dealt with the bank at the board's price. */
  get bankSell(): Money {
    return this.bankSellColumns.toMoney();
  }

  get bankBuy(): Money {
    return this.bankBuyColumns.toMoney();
  }

  get margin(): Money {
    return this.marginColumns.toMoney();
  }

  /** CNY for 1 unit of the foreign currency. */
  get ratePerOne(): Decimal {
    return this.rate.div(this.unit);
  }

  get planned(): Money | null {
    return this.plannedMinor === null ? null : Money.ofMinor(this.plannedMinor, this.bought.currency);
  }

  /** `sell`: foreign currency into CNY; `buy`: CNY into foreign currency. */
  get side(): Side {
    return this.sold.currency === HOME ? 'buy' : 'sell';
  }

  /** As it was dealt. */
  get terms(): DealtTerms {
    const { side, rate, boardRate, unit, sold, bought } = this;
    return { side, foreign: side === 'sell' ? sold : bought, rate, boardRate, unit };
  }

  /** @throws Error at par */
  get worst(): Rate {
    if (this.worstRate === null) throw new Error(`Conversion ${this.id} has no bound`);
    return { rate: this.worstRate, unit: this.unit };
  }

  /** At this quote, whatever it would have come to before. @throws IllegalTransitionError once it is booked or lapsed */
  book({
    quote,
    planned,
    expectedBy,
    now,
  }: {
    quote: Quote;
    planned: Money | null;
    expectedBy: Date;
    now: Date;
  }): void {
    this.become('book', now, { ...figuresOf(quote), plannedMinor: planned?.minor ?? null, approval: null });
    this.waitUntil(expectedBy, now);
  }

  bookedAs(transferId: string): void {
    Object.assign(this, { transferId });
  }

  /** A second person is asked. */
  stand(approval: ApprovalStanding, now: Date): void {
    Object.assign(this, { approval, updatedAt: now });
  }

  /** @throws IllegalTransitionError unless it waits */
  lapse({ reason, causes }: Reason, approval: ApprovalStanding | null, now: Date): void {
    this.become('lapse', now, { reason, causes: causes ?? null, approval });
  }

  /** The bank has dealt for a later day. @throws IllegalTransitionError unless it is booked */
  deal({ dealId, expectedBy, now }: { dealId: string; expectedBy: Date; now: Date }): void {
    this.become('deal', now, { dealId });
    this.waitUntil(expectedBy, now);
  }

  /** The bank is asked for a change. @throws IllegalTransitionError unless it is dealt */
  change(
    kind: 'amend' | 'cancel',
    { changeId, expectedBy, now }: { changeId: string; expectedBy: Date; now: Date },
  ): void {
    this.become(kind, now, { changeId });
    this.waitUntil(expectedBy, now);
  }

  /** It goes on, changed or as it was. @throws IllegalTransitionError unless a change was asked for */
  keep(facts: { valueDate: LocalDate; expectedBy: Date; now: Date; dealt?: DealtAmounts; share?: Decimal }): void {
    const { valueDate, expectedBy, now, dealt, share } = facts;
    const plannedMinor = this.plannedPart(share);
    this.become('keep', now, {
      changeId: null,
      valueDate,
      plannedMinor,
      ...(dealt === undefined ? {} : amounts(dealt)),
    });
    this.waitUntil(expectedBy, now);
  }

  /** It is called off. @throws IllegalTransitionError unless a change was asked for */
  drop(now: Date): void {
    this.become('drop', now, { changeId: null });
  }

  /** @throws IllegalTransitionError unless it is booked or dealt */
  settle({ dealId, valueDate, now }: { dealId: string; valueDate: LocalDate; now: Date }): void {
    this.become('settle', now, { dealId, valueDate });
  }

  /** @throws IllegalTransitionError unless it is booked */
  fail(reason: string, now: Date): void {
    this.become('fail', now, { reason });
  }

  waitUntil(expectedBy: Date, now: Date): void {
    Object.assign(this, { expectedBy, updatedAt: now });
  }

  /** Of more or less of the same, that much more or less was planned. */
  private plannedPart(share: Decimal | undefined): bigint | null {
    const { planned } = this;
    if (planned === null || share === undefined) return this.plannedMinor;
    return planned.times(share, 'half-up').minor;
  }

  private become(command: ConversionCommand, now: Date, facts: object): void {
    const state = CONVERSION.next(this.state, command);
    Object.assign(this, { state, expectedBy: null, updatedAt: now, ...facts });
  }
}

function figuresOf(quote: Quote): object {
  const { id: quoteId, rate, boardRate, unit, tenor, valueDate, sell, buy, bankSell, bankBuy, margin } = quote;
  return {
    quoteId,
    rate,
    boardRate,
    unit,
    tenor,
    valueDate,
    ...amounts({ sold: sell, bought: buy, bankSell, bankBuy, margin }),
  };
}

function amounts(money: { sold: Money; bought: Money; bankSell: Money; bankBuy: Money; margin: Money }): object {
  return {
    soldColumns: MoneyColumns.from(money.sold),
    boughtColumns: MoneyColumns.from(money.bought),
    bankSellColumns: MoneyColumns.from(money.bankSell),
    bankBuyColumns: MoneyColumns.from(money.bankBuy),
    marginColumns: MoneyColumns.from(money.margin),
  };
}

function nothingYet(now: Date): object {
  return {
    forwardId: null,
    transferId: null,
    tenor: null,
    changeId: null,
    dealId: null,
    valueDate: null,
    reason: null,
    causes: null,
    worstRate: null,
    validUntil: null,
    approval: null,
    expectedBy: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
