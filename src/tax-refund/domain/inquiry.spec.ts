import { daysLeft, nextReminder } from './inquiry.js';

/** Noon in China of a day in December. */
const on = (day: number): Date => new Date(`2026-12-${String(day).padStart(2, '0')}T04:00:00Z`);

describe('An inquiry that is to be answered by 20 December', () => {
  it.each([
    [1, 7, '2026-12-12T16:00:00.000Z', 'far away'],
    [12, 7, '2026-12-12T16:00:00.000Z', 'eight days before'],
    [13, 3, '2026-12-16T16:00:00.000Z', 'on the day of the first reminder'],
    [18, 1, '2026-12-18T16:00:00.000Z', 'two days before'],
    [19, -1, '2026-12-20T16:00:00.000Z', 'the day before: next it is overdue'],
    [20, -1, '2026-12-20T16:00:00.000Z', 'on the last day, which is still in time'],
  ])('on %i December is next spoken of %i days before its last day, %s: %s', (day, left, dueAt) => {
    const next = nextReminder('2026-12-20', on(day));
    expect([next?.daysLeft, next?.dueAt.toISOString()]).toEqual([left, dueAt]);
  });

  it('is spoken of no more once it is overdue', () => {
    expect(nextReminder('2026-12-20', on(21))).toBeNull();
    expect([daysLeft('2026-12-20', on(20)), daysLeft('2026-12-20', on(21))]).toEqual([0, -1]);
  });

  it('counts days of China: in the evening of Greenwich another day has begun there', () => {
    expect(daysLeft('2026-12-20', new Date('2026-12-19T16:30:00Z'))).toBe(0);
  });
});
