import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type Currency } from '../../../kernel/currency.js';
import { Money } from '../../../kernel/money.js';

export const RANKINGS = ['cost', 'time', 'weighted'] as const;
export type Ranking = (typeof RANKINGS)[number];

/** What an offer is ranked by. */
export interface Rankable {
  /** In the caller's currency; null where a rate of exchange is missing. */
  readonly total: Money | null;
  readonly transitDays: { readonly max: number };
}

export type Ranked<Item> = Item & {
  /** 1 is the best. */
  readonly rank: number;
  /** From 0 to 1: the cheapest over this, weighed against the fastest over this. */
  readonly score: Decimal;
};

/**
 * Puts offers in order: by cost, by time (the longest transit), or by both. `score = w × least cost / cost + (1 − w) × least time /
 * time`; 1 is the cheapest and fastest at once. Without a total there is no cost to be ranked by: such offers come last by cost, and
 * count nothing for it. Of equals the cheaper, then the faster, then the order in which modes are listed.
 *
 * Rounding: the score half up to 0.0001, after the order is made.
 * @param costWeight the part of the cost, from 0 to 1; with `weighted` only
 */
export function ranked<Item extends Rankable>(
  items: readonly Item[],
  ranking: Ranking,
  costWeight: Decimal,
): Ranked<Item>[] {
  const weight = { cost: new Decimal(1), time: new Decimal(0), weighted: costWeight }[ranking];
  const least = (values: readonly Decimal[]): Decimal =>
    values.length === 0 ? new Decimal(0) : Decimal.min(...values);
  const costs = items.flatMap(({ total }) => (total === null ? [] : [total.toDecimal()]));
  const [leastCost, leastTime] = [least(costs), least(items.map(timeOf))];
  const scored = items.map((item) => {
    const cost = item.total === null ? new Decimal(0) : partOf(leastCost, item.total.toDecimal());
    const time = partOf(leastTime, timeOf(item));
    return { item, score: weight.times(cost).plus(new Decimal(1).minus(weight).times(time)) };
  });
  scored.sort(
    (left, right) =>
      right.score.comparedTo(left.score) ||
      costOf(left.item).comparedTo(costOf(right.item)) ||
      timeOf(left.item).comparedTo(timeOf(right.item)),
  );
  return scored.map(({ item, score }, index) => ({ ...item, rank: index + 1, score: roundHalfUp(score, 4) }));
}

function partOf(least: Decimal, value: Decimal): Decimal {
  return value.isZero() ? new Decimal(1) : least.div(value);
}

function timeOf({ transitDays }: Rankable): Decimal {
  return new Decimal(transitDays.max);
}

function costOf({ total }: Rankable): Decimal {
  return total?.toDecimal() ?? new Decimal(Number.POSITIVE_INFINITY);
}

/** Of one unit of the currency so many of the caller's. */
export type Exchange = ReadonlyMap<Currency, Decimal>;

/**
 * Sums of several currencies in one. Rounding: each sum half up to the minor unit of the caller's currency, then added.
 * @returns null where a rate is missing
 */
export function inOneCurrency(sums: readonly Money[], currency: Currency, exchange: Exchange): Money | null {
  const converted = sums.map((sum) => {
    if (sum.currency === currency) return sum;
    const rate = exchange.get(sum.currency);
    return rate === undefined ? null : Money.ofMajor(sum.toDecimal().times(rate), currency, 'half-up');
  });
  return converted.includes(null)
    ? null
    : Money.sum(
        converted.filter((one) => one !== null),
        currency,
      );
}
