import { executionOf } from './payout-schedule.js';

describe('The day on which the bank carries out a payout', () => {
  it.each([
    ['2026-11-27T16:29:00+08:00', '16:30', '2026-11-27', 'before the cut-off, the same day'],
    ['2026-11-27T16:30:00+08:00', '16:30', '2026-11-30', 'at the cut-off of a Friday, the Monday after'],
    ['2026-11-28T09:00:00+08:00', '16:30', '2026-11-30', 'on a Saturday, the Monday after'],
    ['2026-09-30T17:00:00+08:00', '16:30', '2026-10-08', 'before the National Day, after it'],
    ['2026-10-10T10:00:00+08:00', '16:30', '2026-10-10', 'a Saturday on which is worked'],
    ['2026-11-28T23:00:00+08:00', null, '2026-11-28', 'a bank that pays at any hour'],
  ])('%s with a cut-off at %s: %s, %s', (now, cutOff, on, _why) => {
    expect(executionOf(new Date(now), cutOff).on).toBe(on);
  });

  it('takes orders until its own cut-off, and has nothing to tell before it opens', () => {
    const { closesAt, startsAt } = executionOf(new Date('2026-11-27T17:00:00+08:00'), '16:30');
    expect([closesAt?.toISOString(), startsAt.toISOString()]).toEqual([
      '2026-11-30T08:30:00.000Z',
      '2026-11-30T01:00:00.000Z',
    ]);
  });
});
