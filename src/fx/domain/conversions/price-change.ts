import { type Explained, step } from '../../../kernel/calculation.js';
import { Decimal, ROUNDING } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { type BoardPrices, HOME } from './price-quote.js';
import { type Side } from './rate-bound.js';

const RATE_PLACES = 6;

/** A conversion as it was dealt. */
export interface DealtTerms {
  readonly side: Side;
  /** The foreign amount. */
  readonly foreign: Money;
  /** The client's and the bank's, CNY for `unit`. */
  readonly rate: Decimal;
  readonly boardRate: Decimal;
  readonly unit: Decimal;
}

/** Both amounts of a conversion, for the client and with the bank. */
export interface DealtAmounts {
  readonly sold: Money;
  readonly bought: Money;
  readonly bankSell: Money;
  readonly bankBuy: Money;
  readonly margin: Money;
}

export interface PricedChange extends Explained {
  /** The market's, CNY for `unit`: the client's and the bank's. */
  readonly rate: Decimal;
  readonly boardRate: Decimal;
  /** CNY; above zero a gain of the client, below zero a cost. */
  readonly difference: Money;
}

/**
 * What it takes to have another foreign amount than was dealt; nothing for a cancellation. What is added is dealt on the same
 * side at the market's price, what is taken away is dealt back on the other side; the whole goes on at the price that was dealt, and
 * the difference is paid in CNY.
 *
 *     difference = ± (new amount − dealt amount) × (market − dealt rate) / unit      + who sells foreign currency, − who buys it
 *
 * Rounding: the market rate to six places, against the client; the difference half up, once.
 * @example 10,000 USD sold at 707.41188, cancelled at 711.8111: −10,000 × (711.8111 − 707.41188) / 100 = −439.92 CNY, a cost
 */
export function priceChange(
  dealt: DealtTerms,
  wanted: Money,
  market: { readonly board: BoardPrices; readonly markUp: Decimal; readonly rule: Explained['rule'] },
): PricedChange {
  const { side, foreign, rate: dealtRate, unit } = dealt;
  const change = wanted.minus(foreign);
  // More of a sale is a sale; less of it is a purchase, and the other way round.
  const deals: Side = change.isNegative() === (side === 'buy') ? 'sell' : 'buy';
  const boardRate = perUnit(deals === 'sell' ? market.board.spotBuy : market.board.spotSell, market.board.unit, unit);
  const rate = marked(deals, boardRate, market.markUp);
  const difference = differenceOf(side, change, rate, dealtRate, unit);
  const sign = side === 'sell' ? '' : '−';
  return {
    rate,
    boardRate,
    difference,
    rule: market.rule,
    steps: [
      step('change', 'new amount − dealt amount', change),
      step('boardRate', `${deals === 'sell' ? 'spotBuy' : 'spotSell'} for ${unit.toString()}, now`, boardRate),
      step(
        'rate',
        `boardRate × (1 ${deals === 'sell' ? '−' : '+'} ${market.markUp.toFixed()}), against the client`,
        rate,
      ),
      step('difference', `round(${sign}change × (rate − ${dealtRate.toFixed()}) / ${unit.toFixed()})`, difference),
    ],
  };
}

/** The same towards the bank, at its own prices. */
export function bankDifference({ side, foreign, boardRate, unit }: DealtTerms, wanted: Money, market: Decimal): Money {
  return differenceOf(side, wanted.minus(foreign), market, boardRate, unit);
}

/** Both sides of a conversion of another amount at the rates that were dealt; CNY half up. */
export function amountsAt({ side, rate, boardRate, unit }: DealtTerms, foreign: Money): DealtAmounts {
  const [client, bank] = [inHome(foreign, rate, unit), inHome(foreign, boardRate, unit)];
  return side === 'sell'
    ? { sold: foreign, bought: client, bankSell: foreign, bankBuy: bank, margin: bank.minus(client) }
    : { sold: client, bought: foreign, bankSell: bank, bankBuy: foreign, margin: client.minus(bank) };
}

function differenceOf(side: Side, change: Money, market: Decimal, dealt: Decimal, unit: Decimal): Money {
  const gained = change.toDecimal().times(market.minus(dealt)).div(unit);
  return Money.ofMajor(side === 'sell' ? gained : gained.negated(), HOME, 'half-up');
}

function inHome(foreign: Money, rate: Decimal, unit: Decimal): Money {
  return Money.ofMajor(foreign.toDecimal().times(rate).div(unit), HOME, 'half-up');
}

function perUnit(price: Decimal, boardUnit: Decimal, unit: Decimal): Decimal {
  return price.times(unit).div(boardUnit);
}

function marked(deals: Side, boardRate: Decimal, markUp: Decimal): Decimal {
  const one = new Decimal(1);
  return deals === 'sell'
    ? boardRate.times(one.minus(markUp)).toDecimalPlaces(RATE_PLACES, ROUNDING.down)
    : boardRate.times(one.plus(markUp)).toDecimalPlaces(RATE_PLACES, ROUNDING.up);
}
