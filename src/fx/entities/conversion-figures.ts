import { type Decimal } from '../../kernel/decimal.js';
import { type Money } from '../../kernel/money.js';
import { MoneyColumns } from '../../platform/database/columns.js';
import { type DealtAmounts } from '../domain/conversions/price-change.js';
import { type Quote } from './quote.entity.js';

export interface NewConversion {
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
export interface Contracted {
  readonly sold: Money;
  readonly bought: Money;
  readonly bankSell: Money;
  readonly bankBuy: Money;
  readonly rate: Decimal;
  /** The bank's rate of the contract. */
  readonly boardRate: Decimal;
  readonly unit: Decimal;
  readonly planned: Money | null;
}

/** What a quote comes to. */
export function figuresOf(quote: Quote): object {
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

export function amounts(money: DealtAmounts): object {
  return {
    soldColumns: MoneyColumns.from(money.sold),
    boughtColumns: MoneyColumns.from(money.bought),
    bankSellColumns: MoneyColumns.from(money.bankSell),
    bankBuyColumns: MoneyColumns.from(money.bankBuy),
    marginColumns: MoneyColumns.from(money.margin),
  };
}

/** Before anything has become of it. */
export function nothingYet(now: Date): object {
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
