import { type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { type Currency, minorDigits } from '../../../kernel/currency.js';
import { Decimal, ROUNDING, type Rounding } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { convertAtBoard } from './board-conversion.js';
import { SAY } from '../fx.sentences.js';
import { type QuoteLeg } from './quote-leg.js';
import { AmountTooSmallError } from './quote.errors.js';
import { type QuoteRule } from './quote-rule.js';
import { type Side } from './rate-bound.js';

/** What the platform keeps its books in, and what a Chinese board quotes in. */
export const HOME: Currency = 'CNY';

/** Decimals of a customer's rate; boards themselves have two to four. */
const RATE_PLACES = 6;

/** The two prices of the bank's board that matter for money on account, CNY for `unit` of the currency. */
export interface BoardPrices {
  readonly currency: Currency;
  readonly unit: Decimal;
  /** The bank buys at it: who sells foreign currency (结汇) gets it. */
  readonly spotBuy: Decimal;
  /** The bank sells at it: who buys foreign currency (购汇) pays it. */
  readonly spotSell: Decimal;
}

/** One of the two sides is fixed by the customer, the other is worked out. */
export type Wish =
  | { readonly fixed: 'sell'; readonly amount: Money; readonly buyCurrency: Currency }
  | { readonly fixed: 'buy'; readonly amount: Money; readonly sellCurrency: Currency };

/** `sell`: foreign currency into CNY; `buy`: CNY into foreign currency; `cross`: one foreign currency into another. */
export type QuoteSide = Side | 'cross';

export interface PricedQuote extends Explained {
  readonly side: QuoteSide;
  readonly sell: Money;
  readonly buy: Money;
  /** The customer's, CNY for `unit` of the foreign currency; of two foreign ones what is bought for `unit` of what is sold. */
  readonly rate: Decimal;
  readonly boardRate: Decimal;
  readonly unit: Decimal;
  /** What is dealt with the bank at the board's own price. */
  readonly bankSell: Money;
  readonly bankBuy: Money;
  /** What the platform earns, in CNY or, between two foreign currencies, in the bought one; never below zero. */
  readonly margin: Money;
  /** Of two foreign currencies. */
  readonly legs?: readonly QuoteLeg[];
}

/**
 * Prices a conversion: the board's price made worse by the spread, and both amounts.
 *
 * Rounding: the rate to 6 places and a worked-out amount to its minor unit, always so that the customer gets no more
 * than the rate says; only CNY for sold currency is rounded half up, as a board conversion is.
 * @throws AmountTooSmallError when the other side would be nothing
 */
export function priceQuote(wish: Wish, board: BoardPrices, rule: QuoteRule): PricedQuote {
  const isSelling = wish.fixed === 'sell' ? wish.amount.currency !== HOME : wish.sellCurrency !== HOME;
  const priced = isSelling ? priceSale(wish, board, rule) : pricePurchase(wish, board, rule);
  if (priced.sell.isZero() || priced.buy.isZero()) {
    throw new AmountTooSmallError(SAY.other_side_nothing, {
      sell: priced.sell.toString(),
      buy: priced.buy.toString(),
    });
  }
  return priced;
}

/** 结汇: the customer gets `spotBuy` less the spread. */
function priceSale(wish: Wish, { currency, unit, spotBuy }: BoardPrices, rule: QuoteRule): PricedQuote {
  const rate = spotBuy.times(new Decimal(1).minus(rule.spread)).toDecimalPlaces(RATE_PLACES, ROUNDING.down);
  const sell =
    wish.fixed === 'sell' ? wish.amount : ofMajor(wish.amount.toDecimal().times(unit).div(rate), currency, 'up');
  const buy = wish.fixed === 'buy' ? wish.amount : inHome(sell, 'sell', unit, rate);
  const bankBuy = inHome(sell, 'sell', unit, spotBuy);
  return {
    side: 'sell',
    sell,
    buy,
    rate,
    boardRate: spotBuy,
    unit,
    bankSell: sell,
    bankBuy,
    margin: bankBuy.minus(buy),
    rule: explained(rule),
    steps: [
      step('boardRate', `spotBuy for ${unit.toString()} ${currency}`, spotBuy),
      step('rate', `boardRate × (1 − ${rule.spread.toString()}), rounded down`, rate),
      ...amounts(
        wish.fixed === 'sell' ? ['buy', 'sell × rate / unit', buy] : ['sell', 'buy × unit / rate, rounded up', sell],
      ),
      step('margin', 'round(sell × boardRate / unit) − buy', bankBuy.minus(buy)),
    ],
  };
}

/** 购汇: the customer pays `spotSell` and the spread. */
function pricePurchase(wish: Wish, { currency, unit, spotSell }: BoardPrices, rule: QuoteRule): PricedQuote {
  const rate = spotSell.times(new Decimal(1).plus(rule.spread)).toDecimalPlaces(RATE_PLACES, ROUNDING.up);
  const buy =
    wish.fixed === 'buy' ? wish.amount : ofMajor(wish.amount.toDecimal().times(unit).div(rate), currency, 'down');
  const sell = wish.fixed === 'sell' ? wish.amount : ofMajor(buy.toDecimal().times(rate).div(unit), HOME, 'up');
  const bankSell = inHome(buy, 'buy', unit, spotSell);
  return {
    side: 'buy',
    sell,
    buy,
    rate,
    boardRate: spotSell,
    unit,
    bankSell,
    bankBuy: buy,
    margin: sell.minus(bankSell),
    rule: explained(rule),
    steps: [
      step('boardRate', `spotSell for ${unit.toString()} ${currency}`, spotSell),
      step('rate', `boardRate × (1 + ${rule.spread.toString()}), rounded up`, rate),
      ...amounts(
        wish.fixed === 'sell'
          ? ['buy', 'sell × unit / rate, rounded down', buy]
          : ['sell', 'buy × rate / unit, rounded up', sell],
      ),
      step('margin', 'sell − round(buy × boardRate / unit)', sell.minus(bankSell)),
    ],
  };
}

function inHome(foreign: Money, side: 'sell' | 'buy', unit: Decimal, price: Decimal): Money {
  const quote = { currency: HOME, unit, ...(side === 'sell' ? { spotBuy: price } : { spotSell: price }) };
  return convertAtBoard({ amount: foreign, side, quote }).converted;
}

function ofMajor(major: Decimal, currency: Currency, rounding: Rounding): Money {
  const places = minorDigits(currency);
  return Money.ofMajor(major.toDecimalPlaces(places, ROUNDING[rounding]), currency, rounding);
}

function amounts([name, formula, value]: readonly [string, string, Money]): CalculationStep[] {
  return [step(name, formula, value)];
}

function explained({ validFrom, source }: QuoteRule): Explained['rule'] {
  return { id: 'fx.quote', version: validFrom, source };
}
