import { Decimal } from '../../../kernel/decimal.js';
import { addMonths, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { expectedPaymentDay } from '../../../kernel/payment-day.js';
import { type View } from '../../../platform/database/session.js';
import { AGE_BUCKETS, type ScoreInputs } from '../../domain/score/inputs.js';
import { type Scorecard } from '../../domain/score/scorecard.js';
import { type BuyerRecord, exportsSince, readRecord } from '../../entities/export-record.table.js';

const EXPORT_MONTHS = 12;
const OUTCOME_MONTHS = 24;

/** What is known of a seller now, by the events that were heard. Of disputes and of screenings nothing is told by any yet. */
export async function scoreInputs(
  view: View,
  sellerId: string,
  { card, asOf }: { readonly card: Scorecard; readonly asOf: LocalDate },
): Promise<ScoreInputs> {
  const { dueOn } = expectedPaymentDay({ placedOn: asOf, readyOn: null, departedOn: asOf }, asOf);
  const records = await readRecord(view, sellerId, {
    asOf,
    exportsAfter: addMonths(asOf, -EXPORT_MONTHS),
    outcomesAfter: addMonths(asOf, -OUTCOME_MONTHS),
    dueAfterDays: daysBetween(asOf, dueOn),
    graceDays: card.graceDays,
    paidFully: card.paidFully,
  });
  const count = (of: CountName): number => records.reduce((sum, record) => sum + record[of], 0);
  const total = sumOf(records.map(({ value }) => value));
  const owed = AGE_BUCKETS.map(
    (bucket) => [bucket, yuan(sumOf(records.map((record) => record.owed[bucket])))] as const,
  );
  return {
    asOf,
    exports: { orders: count('orders'), value: yuan(total), since: await exportsSince(view, sellerId) },
    refunds: {
      ...{ filed: count('filed'), paid: count('paid'), queried: count('queried'), rejected: count('rejected') },
      daysToPay: mean(count('payDays'), count('payDaysOf')),
    },
    collections: { onTime: count('onTime'), late: count('late'), short: count('short'), open: count('open') },
    receivables: Object.fromEntries(owed) as ScoreInputs['receivables'],
    largestBuyerShare: largestShare(records),
    disputes: null,
    screening: null,
  };
}

type CountName = {
  [Name in keyof BuyerRecord]: BuyerRecord[Name] extends number ? Name : never;
}[keyof BuyerRecord];

/** Of the exports whose buyer is known, to four places, half up; null where there are none. */
function largestShare(records: readonly BuyerRecord[]): string | null {
  const byBuyer = new Map<string, Decimal>();
  for (const { buyerId, value } of records) {
    if (buyerId !== null) byBuyer.set(buyerId, value.plus(byBuyer.get(buyerId) ?? 0));
  }
  const known = sumOf([...byBuyer.values()]);
  if (known.isZero()) return null;
  return Decimal.max(...byBuyer.values())
    .div(known)
    .toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
    .toFixed();
}

/** Rounded up: a day that has begun is a day. */
function mean(days: number, of: number): number | null {
  return of === 0 ? null : Math.ceil(days / of);
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
}

function yuan(amount: Decimal): string {
  return Money.ofMajor(amount, 'CNY', 'half-up').toAmountString();
}
