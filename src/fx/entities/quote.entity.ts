import { Check, Column, Entity } from 'typeorm';

import { type Explained } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { oneOf } from '../../platform/database/checks.js';
import { DecimalColumn, MoneyColumns, TenantKey } from '../../platform/database/columns.js';
import { type Versioned } from '../../platform/database/session.js';
import { SAY } from '../domain/fx.sentences.js';
import { type QuoteLeg } from '../domain/conversions/quote-leg.js';
import { type PricedQuote } from '../domain/conversions/price-quote.js';
import { FX_QUOTE, type QuoteState } from '../domain/conversions/quote-status.js';
import { type Side } from '../domain/conversions/rate-bound.js';
import { type Tenor } from '../domain/value-dates/cut-offs.js';
import { QuoteExpiredError, QuoteUsedError } from '../domain/conversions/quote.errors.js';

interface LegKept {
  readonly side: Side;
  readonly amount: MoneyJson;
  readonly rate: string;
  readonly boardRate: string;
  readonly unit: string;
  readonly worth: MoneyJson;
}

/** A firm price for one conversion, for a short time. */
@Entity({ schema: 'fx', name: 'quote' })
@Check('ck_quote_state', oneOf('state', FX_QUOTE.states))
export class Quote implements Versioned {
  @TenantKey('quote')
  readonly tenantId!: string;

  @TenantKey('quote')
  readonly id!: string;

  @Column('uuid')
  readonly partyId!: string;

  @Column('uuid', { nullable: true })
  readonly orderId!: string | null;

  @Column('text')
  readonly side!: PricedQuote['side'];

  @Column(() => MoneyColumns, { prefix: 'sell' })
  private readonly sellColumns!: MoneyColumns;

  @Column(() => MoneyColumns, { prefix: 'buy' })
  private readonly buyColumns!: MoneyColumns;

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

  /** Both halves of an exchange between two foreign currencies, by way of CNY; else none. */
  @Column('jsonb', { name: 'legs' })
  private readonly legsKept!: readonly LegKept[];

  @Column('timestamptz')
  readonly boardAsOf!: Date;

  /** Null: exchanged at the bank's counter, at once. */
  @Column('text', { nullable: true })
  readonly tenor!: Tenor | null;

  @Column('date', { nullable: true })
  readonly valueDate!: LocalDate | null;

  @Column('jsonb')
  readonly explanation!: Explained;

  @Column('timestamptz')
  readonly expiresAt!: Date;

  @Column('text')
  readonly state!: QuoteState;

  @Column('integer')
  readonly version!: number;

  @Column('timestamptz')
  readonly createdAt!: Date;

  @Column('timestamptz')
  readonly updatedAt!: Date;

  static give(facts: {
    tenantId: string;
    id: string;
    partyId: string;
    orderId: string | null;
    priced: PricedQuote;
    boardAsOf: Date;
    tenor: Tenor | null;
    valueDate: LocalDate;
    expiresAt: Date;
    now: Date;
  }): Quote {
    const { priced, now, ...plain } = facts;
    const { side, rate, boardRate, unit, rule, steps, legs = [] } = priced;
    return Object.assign(new Quote(), plain, {
      side,
      rate,
      boardRate,
      unit,
      sellColumns: MoneyColumns.from(priced.sell),
      buyColumns: MoneyColumns.from(priced.buy),
      bankSellColumns: MoneyColumns.from(priced.bankSell),
      bankBuyColumns: MoneyColumns.from(priced.bankBuy),
      marginColumns: MoneyColumns.from(priced.margin),
      legsKept: legs.map(keptOf),
      explanation: { rule, steps },
      state: 'open' as const,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
  }

  get sell(): Money {
    return this.sellColumns.toMoney();
  }

  get buy(): Money {
    return this.buyColumns.toMoney();
  }

  get bankSell(): Money {
    return this.bankSellColumns.toMoney();
  }

  get bankBuy(): Money {
    return this.bankBuyColumns.toMoney();
  }

  get margin(): Money {
    return this.marginColumns.toMoney();
  }

  get legs(): readonly QuoteLeg[] {
    return this.legsKept.map(legOf);
  }

  /** On which side of its rate more is better: whoever sells wants a higher one. */
  get bound(): Side {
    return this.side === 'buy' ? 'buy' : 'sell';
  }

  isExpired(now: Date): boolean {
    return this.expiresAt <= now;
  }

  /**
   * Uses it up; the row must be locked.
   * @throws QuoteUsedError when somebody was first
   * @throws QuoteExpiredError when its time is over
   */
  use(now: Date): void {
    if (this.state === 'used') throw new QuoteUsedError(SAY.quote_used);
    if (this.isExpired(now)) {
      throw new QuoteExpiredError(SAY.quote_expired, { expiresAt: this.expiresAt.toISOString() });
    }
    Object.assign(this, { state: FX_QUOTE.next(this.state, 'convert'), updatedAt: now });
  }
}

function keptOf({ side, amount, rate, boardRate, unit, worth }: QuoteLeg): LegKept {
  const rates = { rate: rate.toFixed(), boardRate: boardRate.toFixed(), unit: unit.toFixed() };
  return { side, amount: amount.toJSON(), ...rates, worth: worth.toJSON() };
}

function legOf({ side, amount, rate, boardRate, unit, worth }: LegKept): QuoteLeg {
  const rates = { rate: new Decimal(rate), boardRate: new Decimal(boardRate), unit: new Decimal(unit) };
  return { side, amount: Money.fromJSON(amount), ...rates, worth: Money.fromJSON(worth) };
}
