import { Decimal } from '../../../kernel/decimal.js';
import { addMonths, daysBetween, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { expectedPaymentDay } from '../../../kernel/payment-day.js';
import { type View } from '../../../platform/database/session.js';
import { AGE_BUCKETS, type ScoreInputs, type Screening } from '../../domain/score/inputs.js';
import { type Scorecard } from '../../domain/score/scorecard.js';
import { type ScreeningResult } from '../../domain/screening/screening.js';
import { disputesOfSeller } from '../../entities/disputes.table.js';
import { type BuyerRecord, exportsSince, readRecord } from '../../entities/export-record.table.js';
import { screeningStandings } from '../../entities/screenings.table.js';

const EXPORT_MONTHS = 12;
const OUTCOME_MONTHS = 24;

/** What is known of a seller now, by the events that were heard, and by the disputes and screenings that were entered. */
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
  const since = await exportsSince(view, sellerId);
  return {
    asOf,
    exports: { orders: count('orders'), value: yuan(total), since },
    refunds: {
      ...{ filed: count('filed'), paid: count('paid'), queried: count('queried'), rejected: count('rejected') },
      daysToPay: mean(count('payDays'), count('payDaysOf')),
    },
    collections: { onTime: count('onTime'), late: count('late'), short: count('short'), open: count('open') },
    receivables: Object.fromEntries(owed) as ScoreInputs['receivables'],
    largestBuyerShare: largestShare(records),
    disputes: await openDisputes(view, sellerId, since !== null),
    screening: await screeningOf(view, sellerId),
  };
}

type CountName = {
  [Name in keyof BuyerRecord]: BuyerRecord[Name] extends number ? Name : never;
}[keyof BuyerRecord];

/** Of a seller that has exported, no dispute is none; of a stranger it says nothing. */
async function openDisputes(view: View, sellerId: string, hasExported: boolean): Promise<number | null> {
  const { open, all } = await disputesOfSeller(view, sellerId);
  return hasExported || all > 0 ? open : null;
}

const STANDS: Readonly<Record<ScreeningResult, Screening>> = { hit: 'hit', possible: 'review', clear: 'clear' };

/** Null where nobody has screened it. */
async function screeningOf(view: View, sellerId: string): Promise<Screening | null> {
  const [standing = null] = await screeningStandings(view, [sellerId]);
  return standing === null ? null : STANDS[standing.result];
}

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
