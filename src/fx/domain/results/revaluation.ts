import { type Decimal } from '../../../kernel/decimal.js';
import { addDays, addMonths, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';
import { type Carried, revalue } from './carrying.js';

/** A month, `2026-11`. */
export type Period = string;

export interface PeriodDays {
  readonly first: LocalDate;
  /** What is open on this day is valued at its rate. */
  readonly last: LocalDate;
  /** On which the revaluation is taken back. */
  readonly next: LocalDate;
}

export function daysOf(period: Period): PeriodDays {
  const first = `${period}-01`;
  const next = addMonths(first, 1);
  return { first, last: addDays(next, -1), next };
}

export function periodBefore(day: LocalDate): Period {
  return addMonths(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
}

/** A balance in a foreign currency that is open at the end of a month: of an order, or the tenant’s own position. */
export interface OpenBalance {
  readonly subject: 'order' | 'position';
  readonly orderId: string | null;
  readonly partyId: string | null;
  readonly carried: Carried;
}

export interface MonthEndRate {
  readonly currency: string;
  /** CNY for one unit. */
  readonly rate: Decimal;
  readonly rateOn: LocalDate;
}

export interface RevaluedBalance extends OpenBalance {
  /** Null where the currency has no rate: nothing is booked for it, and it is named. */
  readonly rate: Decimal | null;
  readonly rateOn: LocalDate | null;
  readonly valued: Money | null;
  readonly result: Money | null;
}

export interface MonthEnd {
  readonly lines: readonly RevaluedBalance[];
  readonly result: Money;
  readonly unvalued: number;
}

/**
 * 期末调汇: every open balance at the rate of the month’s last day; the difference from what it stands at is a result that is
 * not realised.
 *
 * Rounding: half up to the fen, once for each balance; then summed.
 * @see carrying.ts for the rule’s source
 */
export function revalueMonth(balances: readonly OpenBalance[], rates: readonly MonthEndRate[]): MonthEnd {
  const rateOf = new Map(rates.map((rate) => [rate.currency, rate]));
  const lines = balances.map((balance): RevaluedBalance => {
    const found = rateOf.get(balance.carried.foreign.currency);
    if (found === undefined) return { ...balance, rate: null, rateOn: null, valued: null, result: null };
    const { valued, result } = revalue(balance.carried, found.rate);
    return { ...balance, rate: found.rate, rateOn: found.rateOn, valued, result };
  });
  const results = lines.flatMap(({ result }) => result ?? []);
  return { lines, result: Money.sum(results, HOME), unvalued: lines.length - results.length };
}
