import { addDays } from '../../../kernel/local-date.js';
import { bucketOf, daysOverdue } from './overdue.js';

describe('A debt', () => {
  it.each([
    [-10, 0, 'current'],
    [0, 0, 'current'],
    [1, 1, 'days_1_30'],
    [30, 30, 'days_1_30'],
    [31, 31, 'days_31_60'],
    [60, 60, 'days_31_60'],
    [61, 61, 'days_61_90'],
    [90, 90, 'days_61_90'],
    [91, 91, 'days_over_90'],
    [4_000, 4_000, 'days_over_90'],
  ])('%i days after its maturity is %i days overdue: %s', (after, days, bucket) => {
    const found = daysOverdue('2026-06-30', addDays('2026-06-30', after));
    expect([found, bucketOf(found)]).toEqual([days, bucket]);
  });
});
