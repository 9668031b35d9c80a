import { type CalculationRule, type CalculationStep, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal, ROUNDING, roundHalfUp } from '../../../kernel/decimal.js';
import { earlierOf, laterOf, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type BoardPrices, HOME } from '../conversions/price-quote.js';
import { type Side } from '../conversions/rate-bound.js';
import { forwardRate } from './forward-rate.js';
import { type ForwardTermsRule } from './forward-terms.js';
import { type Curve, type CurveSide, rateFor } from './interest-curve.js';

/** What forwards are priced from: the bank's board, and what money costs in both currencies. */
export interface ForwardMarket {
  /** The trade day: spot deals are for this day, and interest runs from it. */
  readonly today: LocalDate;
  readonly board: BoardPrices;
  readonly home: Curve;
  readonly foreign: Curve;
}

/** First and last day of delivery; the same for a fixed date. */
export interface Days {
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

/** What is dealt with the bank. `sale`: the client sells the currency at the bank's bid; `purchase`: it buys at the ask. */
export type ForwardSide = 'sale' | 'purchase';

/** What a client wants: to `sell` or to `buy` so much forward. */
interface Wanted {
  readonly side: Side;
  readonly amount: Money;
  readonly days: Days;
}

export interface Outright {
  /** The bank's, CNY for `unit` of the currency. */
  readonly bankRate: Decimal;
  readonly steps: readonly CalculationStep[];
}

export interface PricedForward extends Explained {
  readonly amount: Money;
  /** The client's rate of the new contract, CNY for `unit`. */
  readonly rate: Decimal;
  readonly bankRate: Decimal;
  readonly unit: Decimal;
  /** Forward less spot, CNY for 1 unit: 0.0001 is a pip. */
  readonly swapPoints: Decimal;
  readonly deposit: Money;
}

/** A part of a contract that is undone at the market: what was sold is bought back, what was bought is sold. */
export interface PricedClose extends Explained {
  readonly amount: Money;
  readonly closeRate: Decimal;
  readonly closeBankRate: Decimal;
  readonly unit: Decimal;
  /** The client's, CNY: below zero it pays. */
  readonly result: Money;
  /** The platform's with the bank. */
  readonly bankResult: Money;
}

export interface Contract {
  readonly side: Side;
  readonly rate: Decimal;
  readonly bankRate: Decimal;
  readonly unit: Decimal;
}

const RATE_PLACES = 6;
/** How a contract of each side is made, and how it is undone. */
const MADE: Readonly<Record<Side, ForwardSide>> = { sell: 'sale', buy: 'purchase' };
const UNDONE: Readonly<Record<Side, ForwardSide>> = { sell: 'purchase', buy: 'sale' };

/** Which interest a side takes: who sells forward stands for the bank borrowing the currency and lending CNY. */
const INTEREST: Readonly<Record<ForwardSide, { readonly home: CurveSide; readonly foreign: CurveSide }>> = {
  sale: { home: 'bid', foreign: 'ask' },
  purchase: { home: 'ask', foreign: 'bid' },
};

/**
 * The bank's outright rate for a day or a window (择期), by interest parity with bid and ask.
 *
 *     bid = S_bid × (1 + r_cny_bid × d / B_cny) / (1 + r_fc_ask × d / B_fc)
 *     ask = S_ask × (1 + r_cny_ask × d / B_cny) / (1 + r_fc_bid × d / B_fc)
 *
 * Of a window the bank takes the end that is worse for the client. Days before today count as today.
 *
 * Rounding: half up to eight decimals for 1 unit, then to six for `unit`, down on a sale and up on a purchase.
 * @throws TenorNotQuotedError, InvalidInputError
 */
export function outright(market: ForwardMarket, side: ForwardSide, days: Days, spot?: Decimal): Outright {
  const { board, today } = market;
  const at = spot ?? spotOf(side, board);
  const ends = [...new Set([laterOf(days.startsOn, today), laterOf(days.dueOn, today)])];
  const found = ends.map((day) => onDay(market, side, day, at.div(board.unit)));
  const isWorse = (left: Decimal, right: Decimal): boolean =>
    side === 'sale' ? left.lessThan(right) : left.greaterThan(right);
  const rate = found.map((end) => end.rate).reduce((worst, next) => (isWorse(next, worst) ? next : worst));
  const bankRate = rate.times(board.unit).toDecimalPlaces(RATE_PLACES, side === 'sale' ? ROUNDING.down : ROUNDING.up);
  const name = `${side}.bankRate`;
  const formula =
    ends.length === 1 ? 'the day’s rate × unit' : 'the end of the window that is worse for the client × unit';
  return { bankRate, steps: [...found.flatMap(({ steps }) => steps), step(name, formula, bankRate)] };
}

function onDay(
  { board, today, home, foreign }: ForwardMarket,
  side: ForwardSide,
  day: LocalDate,
  spot: Decimal,
): { readonly rate: Decimal; readonly steps: readonly CalculationStep[] } {
  const span = { from: today, to: day };
  const [cny, fc] = [rateFor(home, INTEREST[side].home, span), rateFor(foreign, INTEREST[side].foreign, span)];
  const worked = forwardRate({
    spot,
    baseCurrency: board.currency,
    quoteCurrency: HOME,
    baseRate: fc.rate,
    quoteRate: cny.rate,
    days: daysBetween(today, day),
    baseDayBasis: foreign.dayBasis,
    quoteDayBasis: home.dayBasis,
  });
  const at = `${side}.${day}`;
  const steps = [
    step('days', `${today} to ${day}`, daysBetween(today, day)),
    ...cny.steps,
    ...fc.steps,
    ...worked.steps,
  ];
  return { rate: worked.forwardRate, steps: steps.map((each) => ({ ...each, name: `${at}.${each.name}` })) };
}

/**
 * Prices a sale or a purchase for a day or a window to come: the bank's rate made worse by the spread, and the deposit.
 *
 * Rounding: the client's rate to six places, against the client; the deposit half up to the fen.
 */
export function priceForward(
  { side, amount, days }: Wanted,
  market: ForwardMarket,
  terms: Pick<ForwardTermsRule, 'spread' | 'depositShare' | 'validFrom' | 'source'>,
): PricedForward {
  const { board } = market;
  const deals = MADE[side];
  const { bankRate, steps } = outright(market, deals, days);
  const { rate, formula } = spreadOn(deals, bankRate, terms.spread);
  const spot = spotOf(deals, board);
  const swapPoints = roundHalfUp(bankRate.minus(spot).div(board.unit), 8);
  const worth = inHome(amount, rate, board.unit);
  const deposit = worth.times(terms.depositShare, 'half-up');
  const spotName = deals === 'sale' ? 'spotBuy' : 'spotSell';
  return {
    ...{ amount, rate, bankRate, unit: board.unit, swapPoints, deposit },
    rule: ruleOf('fx.forward-quote', terms),
    steps: [
      step('spot', `${spotName} for ${board.unit.toFixed()} ${board.currency}`, spot),
      ...steps,
      step('swapPoints', `(${deals}.bankRate − spot) / unit`, swapPoints),
      step('rate', formula, rate),
      step('worth', 'round(amount × rate / unit)', worth),
      step('deposit', `round(worth × ${terms.depositShare.toFixed()})`, deposit),
    ],
  };
}

/**
 * What it comes to when a part of a contract is undone at the market for its own day (平仓).
 *
 *     result = ± amount × (contract's rate − market rate) / unit        + what was sold is bought back, − what was bought is sold
 *
 * The client's market rate is the bank's made worse by the spread. Rounding: the rate to six places, against the client;
 * results half up to the fen, once.
 */
export function priceClose(
  amount: Money,
  contract: Contract & Days,
  market: ForwardMarket,
  terms: Pick<ForwardTermsRule, 'spread' | 'validFrom' | 'source'>,
): PricedClose {
  const deals = UNDONE[contract.side];
  const { bankRate, steps } = outright(market, deals, contract);
  const { rate: closeRate, formula } = spreadOn(deals, bankRate, terms.spread);
  return closed(
    amount,
    contract,
    { closeRate, closeBankRate: bankRate },
    { rule: ruleOf('fx.forward-close-out', terms), steps: [...steps, step('closeRate', formula, closeRate)] },
  );
}

/**
 * What it comes to when a part of a contract is given another last day (展期): it is undone and made anew. As in a swap both
 * ends stand on one spot price, the one that the contract's own side deals at, so that only swap points lie between them;
 * the spread is taken at the far end alone.
 */
export function priceRollover(
  amount: Money,
  contract: Contract & Days,
  { market, days, terms }: { readonly market: ForwardMarket; readonly days: Days; readonly terms: ForwardTermsRule },
): { readonly close: PricedClose; readonly next: PricedForward } {
  const { side } = contract;
  const near = outright(market, UNDONE[side], contract, spotOf(MADE[side], market.board));
  const next = priceForward({ side, amount, days }, market, terms);
  const rates = { closeRate: near.bankRate, closeBankRate: near.bankRate };
  const close = closed(amount, contract, rates, { rule: ruleOf('fx.forward-rollover', terms), steps: near.steps });
  return { close, next: { ...next, rule: close.rule, steps: [...close.steps, ...next.steps] } };
}

function closed(
  amount: Money,
  { side, rate, bankRate, unit }: Contract,
  { closeRate, closeBankRate }: { readonly closeRate: Decimal; readonly closeBankRate: Decimal },
  { rule, steps }: Explained,
): PricedClose {
  const gain = (agreed: Decimal, market: Decimal): Decimal =>
    side === 'sell' ? agreed.minus(market) : market.minus(agreed);
  const result = inHome(amount, gain(rate, closeRate), unit);
  const bankResult = inHome(amount, gain(bankRate, closeBankRate), unit);
  const [first, second] = side === 'sell' ? ['contractRate', 'closeRate'] : ['closeRate', 'contractRate'];
  const [own, market] = side === 'sell' ? [bankRate, closeBankRate] : [closeBankRate, bankRate];
  return {
    ...{ amount, closeRate, closeBankRate, unit, result, bankResult, rule },
    steps: [
      ...steps,
      step('contractRate', 'as agreed', rate),
      step('result', `round(amount × (${first} − ${second}) / unit)`, result),
      step('bankResult', `round(amount × (${own.toFixed()} − ${market.toFixed()}) / unit)`, bankResult),
    ],
  };
}

function spotOf(deals: ForwardSide, { spotBuy, spotSell }: BoardPrices): Decimal {
  return deals === 'sale' ? spotBuy : spotSell;
}

/** The bank's rate made worse for the client. */
function spreadOn(
  deals: ForwardSide,
  bankRate: Decimal,
  spread: Decimal,
): { readonly rate: Decimal; readonly formula: string } {
  const isSale = deals === 'sale';
  const one = new Decimal(1);
  const share = isSale ? one.minus(spread) : one.plus(spread);
  const rate = bankRate.times(share).toDecimalPlaces(RATE_PLACES, isSale ? ROUNDING.down : ROUNDING.up);
  const sign = isSale ? '−' : '+';
  return { rate, formula: `${deals}.bankRate × (1 ${sign} ${spread.toFixed()}), rounded ${isSale ? 'down' : 'up'}` };
}

/** @param rate may be below zero, as a difference of two; half up is away from zero */
export function inHome(amount: Money, rate: Decimal, unit: Decimal): Money {
  return Money.ofMajor(amount.toDecimal().times(rate).div(unit), HOME, 'half-up');
}

/** Whether a day is within the days of delivery. */
export function isWithinDays({ startsOn, dueOn }: Days, day: LocalDate): boolean {
  return earlierOf(startsOn, day) === startsOn && laterOf(dueOn, day) === dueOn;
}

function ruleOf(id: string, { validFrom, source }: Pick<ForwardTermsRule, 'validFrom' | 'source'>): CalculationRule {
  return { id, version: validFrom, source };
}
