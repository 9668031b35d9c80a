import { type CalculationRule, type CalculationStep, step } from '../../../kernel/calculation.js';
import { Decimal, ROUNDING, roundHalfUp } from '../../../kernel/decimal.js';
import { daysBetween, earlierOf, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';
import { type Side } from '../conversions/rate-bound.js';
import { forwardRate } from '../forwards/forward-rate.js';
import { type ExposureItem, type MarketPrice, valueAtMarket } from './exposure-item.js';

const RULE: CalculationRule = {
  id: 'fx.hedge-suggestion',
  version: '2026-01-01',
  source: '实需原则：远期结汇以订单应收为限；远期汇率按利率平价，买入价起算',
};

interface HedgeRule {
  readonly validFrom: LocalDate;
  /** A forward of less is not suggested: banks do not make it. In units of the foreign currency. */
  readonly leastUnits: Decimal;
  /** Forwards are suggested in whole steps, rounded down, so that they never sell more than is owed. */
  readonly stepUnits: Decimal;
  /** Of the CNY value at the forward rate. */
  readonly depositShare: Decimal;
  readonly source: string;
}

/** Newest first. */
const HEDGE_RULES: readonly HedgeRule[] = [
  {
    validFrom: '2000-01-01',
    leastUnits: new Decimal(5_000),
    stepUnits: new Decimal(100),
    depositShare: new Decimal('0.05'),
    source: 'Custom of banks with small exporters: from 5,000 units, a deposit of 5 %',
  },
];

export function hedgeRuleOn(date: LocalDate): HedgeRule {
  const rule = HEDGE_RULES.find(({ validFrom }) => validFrom <= date);
  if (rule === undefined) throw new Error(`No rule for hedges on ${date}`);
  return rule;
}

/** Interest for a term, per year as a fraction; null where it is not known. */
export type InterestOf = (currency: string, days: number) => Decimal | null;

export interface HedgeWish {
  readonly today: LocalDate;
  /** Of what is open: 1 for all of it. */
  readonly share: Decimal;
  readonly prices: readonly MarketPrice[];
  readonly interestOf: InterestOf;
}

/** Why nothing is to be locked, or why it has no price. */
export type NoHedge = 'below_minimum' | 'overdue' | 'not_quoted' | 'no_interest_rate';

export interface HedgeSuggestion {
  /** What comes in is sold ahead; what the seller owes on no order is bought. */
  readonly side: Side;
  readonly sellerId: string;
  readonly orderId: string | null;
  readonly currency: string;
  /** What the market decides today, own dues in this currency taken off. */
  readonly open: Money;
  /** To sell or to buy ahead; nothing where `because` says why. */
  readonly amount: Money;
  readonly remaining: Money;
  readonly because: NoHedge | null;
  /** The days on which it may be delivered: one day, or a window where the day is an estimate. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** CNY for one unit, eight decimals. */
  readonly spotRate: Decimal | null;
  readonly forwardRate: Decimal | null;
  readonly points: Decimal | null;
  /** CNY: what the forward brings less, or costs more, than spot would today; below zero the other way round. */
  readonly cost: Money | null;
  readonly deposit: Money | null;
  /** CNY of what stays open, at the market; below zero where it goes out. */
  readonly remainingValue: Money | null;
  readonly steps: readonly CalculationStep[];
  readonly rule: CalculationRule;
}

/**
 * What could be sold ahead, order by order, or bought for what a seller owes on no order, and what that would cost. It is advice:
 * nothing is dealt by it. Dues of orders are paid from what the order brings.
 *
 *     amount  = open × share, down to a whole step
 *     cost    = (spot − forward) × amount        sold: forward by interest parity, from the bank’s buying price
 *     cost    = (forward − spot) × amount        bought: from its selling price
 *     deposit = amount × forward × share of the deposit
 *
 * Where the day is an estimate the forward has a window, and stands at the worse price of its two ends: a bank prices a
 * window so. What is owed now stands at spot. Rounding: amounts down to the step, CNY half up to the fen.
 */
export function suggestHedges(items: readonly ExposureItem[], wish: HedgeWish): HedgeSuggestion[] {
  const owed = items.filter(({ kind, open }) => kind === 'receivable' && !open.isZero() && !open.isNegative());
  const dues = items.filter(({ kind, orderId, open }) => kind === 'dues' && orderId === null && open.isNegative());
  return [
    ...owed.map((item) => suggest('sell', item, { open: lessOwnDues(item, items), wish })),
    ...dues.map((item) => suggest('buy', item, { open: item.open.negated(), wish })),
  ].toSorted(byDay);
}

/** Dues of the order in the same currency are paid from what comes in, and need no forward. */
function lessOwnDues({ orderId, open }: ExposureItem, items: readonly ExposureItem[]): Money {
  const dues = items.filter(
    (other) => other.kind === 'dues' && other.orderId === orderId && other.open.currency === open.currency,
  );
  const left = dues.reduce((rest, due) => rest.plus(due.open), open);
  return Money.max(left, Money.zero(open.currency));
}

function suggest(
  side: Side,
  item: ExposureItem,
  { open, wish }: { readonly open: Money; readonly wish: HedgeWish },
): HedgeSuggestion {
  const { sellerId, orderId, due } = item;
  const { currency } = open;
  const rule = hedgeRuleOn(wish.today);
  const price = wish.prices.find((one) => one.currency === currency);
  const amount = roundedDown(open.toDecimal().times(wish.share), rule.stepUnits, currency);
  const days = { from: laterOf(due.from, wish.today), to: due.to };
  const facts = { side, sellerId, orderId, currency, open, ...days, rule: RULE };
  const none = (because: NoHedge): HedgeSuggestion => ({
    ...facts,
    ...nothingPriced(side, open, price),
    because,
    steps: [step('amount', because.replaceAll('_', ' '), Money.zero(currency))],
  });
  if (due.to < wish.today) return none('overdue');
  if (amount.toDecimal().lessThan(rule.leastUnits)) return none('below_minimum');
  if (price === undefined) return none('not_quoted');
  const priced = worstOfWindow(facts, price, wish);
  if (priced === null) return none('no_interest_rate');
  const terms = { depositShare: rule.depositShare, share: wish.share };
  return { ...facts, ...costOf({ side, amount, open, priced, price, ...terms }) };
}

/** The price that the client gets: the bank buys what is sold ahead, and sells what is bought. */
function spotOf(side: Side, { unit, spotBuy, spotSell }: MarketPrice): Decimal {
  return roundHalfUp((side === 'sell' ? spotBuy : spotSell).div(unit), 8);
}

function nothingPriced(
  side: Side,
  open: Money,
  price: MarketPrice | undefined,
): Pick<
  HedgeSuggestion,
  'amount' | 'remaining' | 'spotRate' | 'forwardRate' | 'points' | 'cost' | 'deposit' | 'remainingValue'
> {
  return {
    amount: Money.zero(open.currency),
    remaining: open,
    spotRate: price === undefined ? null : spotOf(side, price),
    forwardRate: null,
    points: null,
    cost: null,
    deposit: null,
    remainingValue: valueAtMarket(side === 'sell' ? open : open.negated(), price),
  };
}

interface PricedForward {
  readonly spot: Decimal;
  readonly forward: Decimal;
  readonly days: number;
  readonly foreignRate: Decimal;
  readonly homeRate: Decimal;
}

/** Who sells ahead gets the lower of the two ends, who buys pays the higher. */
function worstOfWindow(
  { side, currency, from, to }: { side: Side; currency: string; from: LocalDate; to: LocalDate },
  price: MarketPrice,
  { today, interestOf }: HedgeWish,
): PricedForward | null {
  const spot = spotOf(side, price);
  const ends = [earlierOf(from, to), to].map((day): PricedForward | null => {
    const days = daysBetween(today, day);
    // For no time there is no interest.
    const rateOf = (of: string): Decimal | null => (days === 0 ? new Decimal(0) : interestOf(of, days));
    const [foreignRate, homeRate] = [rateOf(currency), rateOf(HOME)];
    if (foreignRate === null || homeRate === null) return null;
    const terms = {
      spot,
      baseCurrency: currency,
      quoteCurrency: HOME,
      baseRate: foreignRate,
      quoteRate: homeRate,
      days,
    };
    return { spot, forward: forwardRate(terms).forwardRate, days, foreignRate, homeRate };
  });
  return ends.reduce((worst, end) => {
    if (worst === null || end === null) return null;
    const isWorse = side === 'sell' ? end.forward.lessThan(worst.forward) : end.forward.greaterThan(worst.forward);
    return isWorse ? end : worst;
  });
}

interface Costing {
  readonly side: Side;
  readonly amount: Money;
  readonly open: Money;
  readonly priced: PricedForward;
  readonly price: MarketPrice;
  readonly depositShare: Decimal;
  readonly share: Decimal;
}

function costOf({
  side,
  amount,
  open,
  priced,
  price,
  depositShare,
  share,
}: Costing): Omit<HedgeSuggestion, 'side' | 'sellerId' | 'orderId' | 'currency' | 'open' | 'from' | 'to' | 'rule'> {
  const { spot, forward, days, foreignRate, homeRate } = priced;
  const points = roundHalfUp(forward.minus(spot), 8);
  const inHome = (rate: Decimal): Money => Money.ofMajor(amount.toDecimal().times(rate), HOME, 'half-up');
  const cost = inHome(side === 'sell' ? points.negated() : points);
  const deposit = inHome(forward.times(depositShare));
  const remaining = open.minus(amount);
  return {
    amount,
    remaining,
    because: null,
    spotRate: spot,
    forwardRate: forward,
    points,
    cost,
    deposit,
    remainingValue: valueAtMarket(side === 'sell' ? remaining : remaining.negated(), price),
    steps: [
      step('amount', `open × ${share.toString()}, down to a whole step`, amount),
      step(
        'forwardRate',
        `parity over ${days} days: ${HOME} ${homeRate.toString()}, ${amount.currency} ${foreignRate.toString()}`,
        forward,
      ),
      step('points', 'forwardRate − spotRate', points),
      step('cost', side === 'sell' ? 'round(−points × amount)' : 'round(points × amount)', cost),
      step('deposit', `round(amount × forwardRate × ${depositShare.toString()})`, deposit),
      step('remaining', 'open − amount', remaining),
    ],
  };
}

function roundedDown(units: Decimal, stepUnits: Decimal, currency: string): Money {
  const whole = units.div(stepUnits).toDecimalPlaces(0, ROUNDING.down).times(stepUnits);
  return Money.ofMajor(whole, currency, 'down');
}

function byDay(left: HedgeSuggestion, right: HedgeSuggestion): number {
  return `${left.to} ${left.orderId ?? ''}`.localeCompare(`${right.to} ${right.orderId ?? ''}`);
}
