import { Check, Column, Entity, Index } from 'typeorm';

import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { BigintColumn, DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { CONVERSION, type ConversionCommand, type ConversionState } from '../domain/conversion-status.js';
import { HOME } from '../domain/price-quote.js';
import { type Quote } from './quote.entity.js';

interface NewConversion {
  readonly tenantId: string;
  readonly id: string;
  readonly allocationId: string | null;
  readonly now: Date;
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

  @Column('date', { nullable: true })
  readonly valueDate!: LocalDate | null;

  @Column('text', { nullable: true })
  readonly reason!: string | null;

  @Column('timestamptz', { nullable: true })
  readonly expectedBy!: Date | null;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static book(facts: NewConversion & { quote: Quote; planned: Money | null; expectedBy: Date }): Conversion {
    const { quote, planned, now, ...plain } = facts;
    const { partyId, orderId, rate, boardRate, unit, sell, buy, bankSell, bankBuy, margin } = quote;
    return Object.assign(new Conversion(), plain, amounts({ sold: sell, bought: buy, bankSell, bankBuy, margin }), {
      quoteId: quote.id,
      partyId,
      orderId,
      rate,
      boardRate,
      unit,
      plannedMinor: planned?.minor ?? null,
      state: 'booked' as const,
      ...nothingYet(now),
      expectedBy: facts.expectedBy,
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

  bookedAs(transferId: string): void {
    Object.assign(this, { transferId });
  }

  /** @throws IllegalTransitionError unless it is booked */
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

  private become(
    command: ConversionCommand,
    now: Date,
    facts: Partial<Pick<Conversion, 'dealId' | 'valueDate' | 'reason'>>,
  ): void {
    const state = CONVERSION.next(this.state, command);
    Object.assign(this, { state, expectedBy: null, updatedAt: now, ...facts });
  }
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
    transferId: null,
    dealId: null,
    valueDate: null,
    reason: null,
    expectedBy: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
