import { daysBetween, type LocalDate } from '../../../kernel/local-date.js';

/** How long a debt is overdue, as lenders report it. */
export const OVERDUE_BUCKETS = ['current', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'] as const;
export type OverdueBucket = (typeof OVERDUE_BUCKETS)[number];

/** The last day of each but the open one. */
const ENDS: readonly (readonly [OverdueBucket, number])[] = [
  ['current', 0],
  ['days_1_30', 30],
  ['days_31_60', 60],
  ['days_61_90', 90],
];

/**
 * Days past the maturity; on that day itself it may still be paid in time.
 * @param since the first due date of a loan that was extended, where its terms count from there once it is late again
 */
export function daysOverdue(maturityOn: LocalDate, today: LocalDate, since: LocalDate | null = null): number {
  return today <= maturityOn ? 0 : daysBetween(since ?? maturityOn, today);
}

export function bucketOf(days: number): OverdueBucket {
  return ENDS.find(([, last]) => days <= last)?.[0] ?? 'days_over_90';
}
