import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';

export const SCREENINGS = ['clear', 'review', 'hit'] as const;
export type Screening = (typeof SCREENINGS)[number];

/** What an exporter is scored by, as it was known at one moment: plain data, so that it can be frozen. Null is not known. */
export interface ScoreInputs {
  /** The day in China on which it was looked up. */
  readonly asOf: LocalDate;
  /** Orders whose goods have left within twelve months, and what they are worth in yuan, at their plan rates. */
  readonly exports: { readonly orders: number; readonly value: string; readonly since: LocalDate | null };
  /** Refund claims of the last twenty-four months; the mean of the days from filing to payment, rounded up. */
  readonly refunds: {
    readonly filed: number;
    readonly paid: number;
    readonly queried: number;
    readonly rejected: number;
    readonly daysToPay: number | null;
  };
  /** Orders of the last twenty-four months by how their buyers paid; `open` have not. */
  readonly collections: {
    readonly onTime: number;
    readonly late: number;
    readonly short: number;
    readonly open: number;
  };
  /** What buyers still owe, in yuan, by days after the day on which it was expected. */
  readonly receivables: Readonly<Record<AgeBucket, string>>;
  /** The largest buyer's part of the value of twelve months, as a fraction. */
  readonly largestBuyerShare: string | null;
  /** Open disputes with buyers. */
  readonly disputes: number | null;
  /** How its names stand against lists of denied parties. */
  readonly screening: Screening | null;
}

export const AGE_BUCKETS = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];

/** What is measured of the inputs; each is one line of a scorecard. */
export const ATTRIBUTES = [
  'export_orders',
  'export_value',
  'record_months',
  'refund_success',
  'refund_queries',
  'refund_days',
  'punctuality',
  'receivables_late',
  'largest_buyer',
  'disputes',
  'screening',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];

/** Money that is late weighs the more the later it is. */
const LATENESS: Readonly<Record<AgeBucket, string>> = {
  notDue: '0',
  upTo30: '0.25',
  upTo60: '0.5',
  upTo90: '0.75',
  over90: '1',
};
const STANDING: Readonly<Record<Screening, number>> = { hit: 0, review: 1, clear: 2 };
const DAYS_OF_MONTH = 30;

/** The figure of one attribute, by its name; null where nothing is known of it. Fractions are not rounded. */
export const MEASURES: Readonly<Record<AttributeName, (inputs: ScoreInputs) => Decimal | null>> = {
  export_orders: ({ exports }) => new Decimal(exports.orders),
  export_value: ({ exports }) => new Decimal(exports.value),
  record_months: ({ exports: { since }, asOf }) => new Decimal(since === null ? 0 : monthsBetween(since, asOf)),
  refund_success: ({ refunds: { paid, rejected } }) => part(paid, paid + rejected),
  refund_queries: ({ refunds: { queried, filed } }) => part(queried, filed),
  refund_days: ({ refunds: { daysToPay } }) => (daysToPay === null ? null : new Decimal(daysToPay)),
  punctuality: ({ collections: { onTime, late, short } }) => part(onTime, onTime + late + short),
  receivables_late: latenessOf,
  largest_buyer: ({ largestBuyerShare: share }) => (share === null ? null : new Decimal(share)),
  disputes: ({ disputes }) => (disputes === null ? null : new Decimal(disputes)),
  screening: ({ screening }) => (screening === null ? null : new Decimal(STANDING[screening])),
};

/** Of a seller whose buyers have paid before, nothing open is nothing late; of a stranger it says nothing. */
function latenessOf({ receivables, collections }: ScoreInputs): Decimal | null {
  const total = AGE_BUCKETS.reduce((sum, bucket) => sum.plus(receivables[bucket]), new Decimal(0));
  if (total.isZero()) return collections.onTime > 0 ? total : null;
  const late = AGE_BUCKETS.reduce(
    (sum, bucket) => sum.plus(new Decimal(receivables[bucket]).times(LATENESS[bucket])),
    new Decimal(0),
  );
  return late.div(total);
}

function part(of: number, all: number): Decimal | null {
  return all === 0 ? null : new Decimal(of).div(all);
}

/** Whole months of thirty days. */
function monthsBetween(from: LocalDate, to: LocalDate): number {
  return Math.max(0, Math.floor(daysBetween(from, to) / DAYS_OF_MONTH));
}
