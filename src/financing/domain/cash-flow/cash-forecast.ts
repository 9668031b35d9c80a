import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type ExpectedFlow, type FlowKind } from './expected-flows.js';

const DAYS_OF_WEEK = 7;
/** A Monday. */
const A_MONDAY = '1970-01-05';

/** What is expected within one span of time. */
export interface ForecastBucket {
  /** `overdue`: expected before today. `later`: beyond the last week. Else the Monday of the week. */
  readonly name: string;
  readonly receipts: Money;
  readonly refunds: Money;
  readonly dues: Money;
  /** `receipts` + `refunds` − `dues`. */
  readonly net: Money;
  /** The nets up to here. */
  readonly cumulative: Money;
  readonly items: number;
}

export interface CurrencyForecast {
  readonly currency: string;
  readonly buckets: readonly ForecastBucket[];
}

export interface CashForecast {
  readonly from: LocalDate;
  /** As amounts are owed, by currency. */
  readonly currencies: readonly CurrencyForecast[];
  /** All of them, in CNY at the plan rates of the orders. */
  readonly inCny: readonly ForecastBucket[];
}

/**
 * What comes in and goes out, week by week from that of `today`: what was expected before today stands first as `overdue`, what is
 * beyond the last week stands last as `later`, so that no amount is left out.
 */
export function cashForecast(
  flows: readonly ExpectedFlow[],
  { today, weeks }: { readonly today: LocalDate; readonly weeks: number },
): CashForecast {
  const from = mondayOf(today);
  const names = ['overdue', ...Array.from({ length: weeks }, (_none, index) => weekAfter(from, index)), 'later'];
  const named = flows.map((flow) => ({ flow, name: bucketOf(flow.on, { today, end: weekAfter(from, weeks) }) }));
  const currencies = [...new Set(flows.map(({ amount }) => amount.currency))].sort();
  return {
    from,
    currencies: currencies.map((currency) => {
      const own = named.filter(({ flow }) => flow.amount.currency === currency);
      return { currency, buckets: bucketsOf(own, names, { currency, pick: ({ amount }) => amount }) };
    }),
    inCny: bucketsOf(named, names, { currency: 'CNY', pick: ({ worth }) => worth }),
  };
}

interface Named {
  readonly flow: ExpectedFlow;
  readonly name: string;
}

function bucketsOf(
  named: readonly Named[],
  names: readonly string[],
  { currency, pick }: { readonly currency: string; readonly pick: (flow: ExpectedFlow) => Money },
): ForecastBucket[] {
  const byName = Map.groupBy(named, ({ name }) => name);
  let cumulative = Money.zero(currency);
  return names.map((name) => {
    const own = (byName.get(name) ?? []).map(({ flow }) => flow);
    const sumOf = (kind: FlowKind): Money =>
      Money.sum(
        own.filter((flow) => flow.kind === kind).map((flow) => pick(flow)),
        currency,
      );
    const [receipts, refunds, dues] = [sumOf('receipt'), sumOf('refund'), sumOf('due')];
    const net = receipts.plus(refunds).minus(dues);
    cumulative = cumulative.plus(net);
    return { name, receipts, refunds, dues, net, cumulative, items: own.length };
  });
}

function bucketOf(on: LocalDate, { today, end }: { readonly today: LocalDate; readonly end: LocalDate }): string {
  if (on < today) return 'overdue';
  return on >= end ? 'later' : mondayOf(on);
}

export function mondayOf(day: LocalDate): LocalDate {
  const past = daysBetween(A_MONDAY, day) % DAYS_OF_WEEK;
  return addDays(day, -(past < 0 ? past + DAYS_OF_WEEK : past));
}

function weekAfter(monday: LocalDate, weeks: number): LocalDate {
  return addDays(monday, weeks * DAYS_OF_WEEK);
}
