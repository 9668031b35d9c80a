import { Decimal } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/currency.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { type View } from '../../platform/database/session.js';
import { AGE_BUCKETS, type AgeBucket } from '../domain/score/inputs.js';

/** From which days on exports, and what came of them, count. */
export interface RecordDays {
  readonly asOf: LocalDate;
  readonly exportsAfter: LocalDate;
  readonly outcomesAfter: LocalDate;
  /** Days from departure to the day on which the buyer is expected to pay. */
  readonly dueAfterDays: number;
  readonly graceDays: number;
  /** A smaller part of the value is short. */
  readonly paidFully: string;
}

/** What was heard of a seller's trade with one buyer in one currency. Amounts in yuan, at the plan rates, not rounded. */
export interface BuyerRecord {
  readonly buyerId: string | null;
  readonly orders: number;
  readonly value: Decimal;
  readonly onTime: number;
  readonly late: number;
  readonly short: number;
  readonly open: number;
  readonly owed: Readonly<Record<AgeBucket, Decimal>>;
  readonly filed: number;
  readonly paid: number;
  readonly queried: number;
  readonly rejected: number;
  /** Days from filing to payment, of so many claims. */
  readonly payDays: number;
  readonly payDaysOf: number;
}

const SINCE = `
  SELECT min(departed_on)::text AS since FROM financing.order_cash
  WHERE tenant_id = $1 AND seller_id = $2 AND departed_on IS NOT NULL AND NOT is_cancelled`;

/** Days after the day on which payment is expected. */
const LATE_BY = `($3::date - departed_on - $6::integer)`;
const owedWhile = (condition: string): string =>
  `coalesce(sum(greatest(value_minor - received_minor, 0) * plan_rate) FILTER (WHERE NOT is_settled AND ${condition}), 0)::text`;
const counted = (condition: string): string => `count(*) FILTER (WHERE ${condition})::integer`;
const IS_SHORT = 'received_minor < value_minor * $8::numeric';
const IS_LATE = 'settled_on > departed_on + $6::integer + $7::integer';
const PAID_AFTER = `claim_outcome = 'paid' AND claim_paid_on >= claim_filed_on`;

/** Orders that were settled before the day was kept count neither as on time nor as late. */
const RECORD = `
  SELECT buyer_id AS "buyerId", currency,
         ${counted('departed_on > $4::date')} AS orders,
         coalesce(sum(value_minor * plan_rate) FILTER (WHERE departed_on > $4::date), 0)::text AS value,
         ${counted(`settled_on IS NOT NULL AND NOT (${IS_SHORT}) AND NOT (${IS_LATE})`)} AS "onTime",
         ${counted(`settled_on IS NOT NULL AND NOT (${IS_SHORT}) AND ${IS_LATE}`)} AS late,
         ${counted(`settled_on IS NOT NULL AND ${IS_SHORT}`)} AS short,
         ${counted('NOT is_settled')} AS open,
         ${owedWhile(`${LATE_BY} <= 0`)} AS "notDue",
         ${owedWhile(`${LATE_BY} BETWEEN 1 AND 30`)} AS "upTo30",
         ${owedWhile(`${LATE_BY} BETWEEN 31 AND 60`)} AS "upTo60",
         ${owedWhile(`${LATE_BY} BETWEEN 61 AND 90`)} AS "upTo90",
         ${owedWhile(`${LATE_BY} > 90`)} AS over90,
         ${counted('claim_filed_on IS NOT NULL')} AS filed,
         ${counted(`claim_outcome = 'paid'`)} AS paid,
         ${counted('is_claim_queried')} AS queried,
         ${counted(`claim_outcome = 'rejected'`)} AS rejected,
         coalesce(sum(claim_paid_on - claim_filed_on) FILTER (WHERE ${PAID_AFTER}), 0)::integer AS "payDays",
         ${counted(PAID_AFTER)} AS "payDaysOf"
  FROM financing.order_cash
  WHERE tenant_id = $1 AND seller_id = $2 AND departed_on > $5::date AND NOT is_cancelled
  GROUP BY buyer_id, currency`;

type Row = Omit<BuyerRecord, 'value' | 'owed'> & { readonly currency: string; readonly value: string } & Readonly<
    Record<AgeBucket, string>
  >;

/** The first day on which goods of a seller left; null where none have. */
export async function exportsSince(view: View, sellerId: string): Promise<LocalDate | null> {
  const [row] = await view.query<{ since: LocalDate | null }>(SINCE, [view.tenantId, sellerId]);
  return row?.since ?? null;
}

/** What was heard of a seller's orders whose goods have left, by buyer and currency. */
export async function readRecord(view: View, sellerId: string, days: RecordDays): Promise<BuyerRecord[]> {
  const { asOf, exportsAfter, outcomesAfter, dueAfterDays, graceDays, paidFully } = days;
  const bounds = [asOf, exportsAfter, outcomesAfter, dueAfterDays, graceDays, paidFully];
  return (await view.query<Row>(RECORD, [view.tenantId, sellerId, ...bounds])).map(toRecord);
}

function toRecord({ currency, value, notDue, upTo30, upTo60, upTo90, over90, ...counts }: Row): BuyerRecord {
  const major = (sum: string): Decimal => new Decimal(sum).div(new Decimal(10).pow(minorDigits(currency)));
  const owed = { notDue, upTo30, upTo60, upTo90, over90 };
  const entries = AGE_BUCKETS.map((bucket) => [bucket, major(owed[bucket])] as const);
  return { ...counts, value: major(value), owed: Object.fromEntries(entries) as BuyerRecord['owed'] };
}
