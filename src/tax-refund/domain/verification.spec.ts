import { checkPatienceMs, commandFor, type VerificationOutcome } from './verification.js';

describe('The check of an invoice', () => {
  it.each<[VerificationOutcome, string, boolean, ReturnType<typeof commandFor>]>([
    ['genuine', '2026-11-01', true, 'pass'],
    ['differs', '2026-11-24', true, 'refuse'],
    ['voided', '2026-11-24', true, 'refuse'],
    ['red_flushed', '2026-11-24', true, 'refuse'],
    ['abnormal', '2026-11-24', true, 'refuse'],
    ['not_found', '2026-11-22', true, 'refuse'],
    ['not_found', '2026-11-23', true, null],
    ['not_found', '2026-11-23', false, 'refuse'],
  ])('that says %s of an invoice of %s (live: %s) comes to %s', (outcome, issuedOn, livemode, expected) => {
    expect(commandFor({ outcome, differences: [] }, { issuedOn, today: '2026-11-24', livemode })).toBe(expected);
  });

  it('is asked for less and less often, at least once a day', () => {
    expect([0, 1, 2, 100].map((asks) => checkPatienceMs(asks, true) / 60_000)).toEqual([10, 20, 40, 1_440]);
    expect(checkPatienceMs(0, false)).toBe(5_000);
  });
});
