import { step } from '../../../kernel/calculation.js';
import { type Currency, minorDigits } from '../../../kernel/currency.js';
import { Decimal, ROUNDING, type Rounding } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { SAY } from '../fx.sentences.js';
import { type BoardPrices, HOME, type PricedQuote, type Wish } from './price-quote.js';
import { AmountTooSmallError } from './quote.errors.js';
import { type QuoteLeg } from './quote-leg.js';
import { type QuoteRule } from './quote-rule.js';
import { type Side } from './rate-bound.js';

interface PricedCross extends PricedQuote {
  readonly legs: readonly [QuoteLeg, QuoteLeg];
}

/** The board's price of one of the two currencies, and the platform's part of it. */
export interface CrossSide {
  readonly board: BoardPrices;
  readonly spread: Decimal;
}

/** Rates of two foreign currencies are what is bought for so much of what is sold. */
const UNIT = new Decimal(100);
const LEG_PLACES = 6;
const CROSS_PLACES = 8;

/**
 * Prices an exchange between two foreign currencies by their cross rate: what is sold goes at the bank's buying price into CNY,
 * what is bought comes at its selling price out of it, each made worse by its mark-up; the two are one deal.
 *
 *     cross = (sold's buying price / unit) / (bought's selling price / unit) × 100        bought for 100 sold
 *
 * Rounding: a leg's rate to 6 places and the cross rate to 8, against the customer; a worked-out amount to its minor unit so
 * that the customer gets no more than the rate says; what the bank pays half up. The margin is in the bought currency.
 * @throws AmountTooSmallError when the other side would be nothing
 * @example 10,000.00 USD into EUR, bought at 708.12 and sold at 824.42, 0.1 % each: 85.72149812 for 100 → 8,572.14 EUR
 */
export function priceCross(
  wish: Wish,
  { sold, bought }: { sold: CrossSide; bought: CrossSide },
  rule: QuoteRule,
): PricedCross {
  const [sellRate, buyRate] = [marked('sell', sold), marked('buy', bought)];
  const rate = cross({ rate: sellRate, unit: sold.board.unit }, { rate: buyRate, unit: bought.board.unit });
  const boardRate = cross(
    { rate: sold.board.spotBuy, unit: sold.board.unit },
    { rate: bought.board.spotSell, unit: bought.board.unit },
  );
  const sell =
    wish.fixed === 'sell'
      ? wish.amount
      : rounded(wish.amount.toDecimal().times(UNIT).div(rate), sold.board.currency, 'up');
  const buy =
    wish.fixed === 'buy' ? wish.amount : rounded(sell.toDecimal().times(rate).div(UNIT), bought.board.currency, 'down');
  if (sell.isZero() || buy.isZero()) {
    throw new AmountTooSmallError(SAY.other_side_nothing, { sell: sell.toString(), buy: buy.toString() });
  }
  const bankBuy = Money.ofMajor(sell.toDecimal().times(boardRate).div(UNIT), buy.currency, 'half-up');
  const legs = [
    leg('sell', sell, { rate: sellRate, boardRate: sold.board.spotBuy, unit: sold.board.unit }),
    leg('buy', buy, { rate: buyRate, boardRate: bought.board.spotSell, unit: bought.board.unit }),
  ] as const;
  return {
    ...{
      side: 'cross',
      sell,
      buy,
      rate,
      boardRate,
      unit: UNIT,
      bankSell: sell,
      bankBuy,
      margin: bankBuy.minus(buy),
      legs,
    },
    rule: { id: 'fx.quote', version: rule.validFrom, source: rule.source },
    steps: [
      ...legs.flatMap((each, index) => stepsOf(each, (index === 0 ? sold : bought).spread)),
      step('boardRate', `sell.boardRate / buy.boardRate × ${UNIT.toFixed()}, rounded down`, boardRate),
      step('rate', `sell.rate / buy.rate × ${UNIT.toFixed()}, rounded down`, rate),
      wish.fixed === 'sell'
        ? step('buy', 'sell × rate / unit, rounded down', buy)
        : step('sell', 'buy × unit / rate, rounded up', sell),
      step('margin', 'round(sell × boardRate / unit) − buy', bankBuy.minus(buy)),
    ],
  };
}

interface UnitRate {
  readonly rate: Decimal;
  readonly unit: Decimal;
}

function cross(sold: UnitRate, bought: UnitRate): Decimal {
  return sold.rate
    .times(bought.unit)
    .times(UNIT)
    .div(bought.rate.times(sold.unit))
    .toDecimalPlaces(CROSS_PLACES, ROUNDING.down);
}

function marked(side: Side, { board, spread }: CrossSide): Decimal {
  const one = new Decimal(1);
  return side === 'sell'
    ? board.spotBuy.times(one.minus(spread)).toDecimalPlaces(LEG_PLACES, ROUNDING.down)
    : board.spotSell.times(one.plus(spread)).toDecimalPlaces(LEG_PLACES, ROUNDING.up);
}

function leg(side: Side, amount: Money, rates: UnitRate & { readonly boardRate: Decimal }): QuoteLeg {
  const worth = Money.ofMajor(amount.toDecimal().times(rates.rate).div(rates.unit), HOME, 'half-up');
  return { side, amount, worth, ...rates };
}

function stepsOf({ side, amount, rate, boardRate, unit, worth }: QuoteLeg, spread: Decimal): PricedQuote['steps'] {
  const [price, sign, way] = side === 'sell' ? ['spotBuy', '−', 'down'] : ['spotSell', '+', 'up'];
  return [
    step(`${side}.boardRate`, `${price} for ${unit.toFixed()} ${amount.currency}`, boardRate),
    step(`${side}.rate`, `${side}.boardRate × (1 ${sign} ${spread.toFixed()}), rounded ${way}`, rate),
    step(`${side}.worth`, `round(${side} × ${side}.rate / ${unit.toFixed()}), in CNY`, worth),
  ];
}

function rounded(major: Decimal, currency: Currency, rounding: Rounding): Money {
  return Money.ofMajor(major.toDecimalPlaces(minorDigits(currency), ROUNDING[rounding]), currency, rounding);
}
