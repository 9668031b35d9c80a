import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';
import { type ExposureItem, type MarketPrice, valueAtMarket } from './exposure-item.js';

export const BUCKETINGS = ['age', 'month'] as const;
export type Bucketing = (typeof BUCKETINGS)[number];

const AGES = [
  { name: '0-30', to: 30 },
  { name: '31-60', to: 60 },
  { name: '61-90', to: 90 },
] as const;
const LAST_AGE = '91+';
const OVERDUE = 'overdue';

/** Sums of several amounts of one currency. */
export interface ExposureSum {
  /** What comes in less what goes out. */
  readonly gross: Money;
  readonly comesIn: Money;
  readonly goesOut: Money;
  readonly hedged: Money;
  readonly open: Money;
  /** CNY, the open part at the market; null where the bank does not quote the currency. */
  readonly value: Money | null;
  readonly items: number;
}

export interface ExposureBucket extends ExposureSum {
  /** `overdue`, `0-30`, `31-60`, `61-90`, `91+`; or the month `2026-12`. */
  readonly name: string;
}

export interface CurrencyExposure extends ExposureSum {
  readonly currency: string;
  readonly buckets: readonly ExposureBucket[];
}

export interface ExposureTable {
  readonly currencies: readonly CurrencyExposure[];
  /** CNY, of all currencies that have a price. */
  readonly value: Money;
  /** Currencies with something open that the board does not have: the sum is without them. */
  readonly unvalued: readonly string[];
}

/** The bucket of a day, seen from today. What was due before today is overdue. */
export function bucketOf(dueOn: LocalDate, today: LocalDate, bucketing: Bucketing): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return OVERDUE;
  if (bucketing === 'month') return dueOn.slice(0, 7);
  return AGES.find(({ to }) => days <= to)?.name ?? LAST_AGE;
}

/**
 * Adds amounts up by currency and by the day on which they are due. Values are rounded for each amount and then summed, so
 * that the whole is the sum of what stands under it.
 */
export function exposureTable(
  items: readonly ExposureItem[],
  { today, bucketing, prices }: { today: LocalDate; bucketing: Bucketing; prices: readonly MarketPrice[] },
): ExposureTable {
  const byCurrency = Map.groupBy(items, ({ amount }) => amount.currency);
  const currencies = [...byCurrency.keys()].toSorted().map((currency): CurrencyExposure => {
    const own = byCurrency.get(currency) ?? [];
    const price = prices.find((one) => one.currency === currency);
    const groups = Map.groupBy(own, ({ due }) => bucketOf(due.dueOn, today, bucketing));
    const names = bucketing === 'age' ? [OVERDUE, ...AGES.map(({ name }) => name), LAST_AGE] : monthsOf(groups);
    const buckets = names.map((name) => ({ name, ...sumOf(groups.get(name) ?? [], currency, price) }));
    return { currency, ...sumOf(own, currency, price), buckets };
  });
  const values = currencies.flatMap(({ value }) => value ?? []);
  return {
    currencies,
    value: Money.sum(values, HOME),
    unvalued: currencies.filter(({ value }) => value === null).map(({ currency }) => currency),
  };
}

/** Overdue first, then months in their order. */
function monthsOf(groups: ReadonlyMap<string, unknown>): string[] {
  return [...groups.keys()].toSorted((left, right) =>
    (left === OVERDUE ? '' : left).localeCompare(right === OVERDUE ? '' : right),
  );
}

function sumOf(items: readonly ExposureItem[], currency: string, price: MarketPrice | undefined): ExposureSum {
  const sum = (pick: (item: ExposureItem) => Money): Money => Money.sum(items.map(pick), currency);
  const nothing = Money.zero(currency);
  const comesIn = sum(({ amount }) => Money.max(amount, nothing));
  const goesOut = sum(({ amount }) => Money.max(amount.negated(), nothing));
  const values = items.map(({ open }) => valueAtMarket(open, price));
  const known = values.flatMap((value) => value ?? []);
  return {
    gross: comesIn.minus(goesOut),
    comesIn,
    goesOut,
    hedged: sum(({ hedged }) => hedged),
    open: sum(({ open }) => open),
    value: known.length === values.length ? Money.sum(known, HOME) : null,
    items: items.length,
  };
}
