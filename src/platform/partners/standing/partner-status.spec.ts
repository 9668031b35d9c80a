import fc from 'fast-check';

import { classOf, PARTNER_STATUSES, quantile, statusOf, UP_TO_MS } from './partner-status.js';

const count = fc.nat({ max: 10_000 });
const badness = (status: string): number => ['operational', 'degraded', 'down'].indexOf(status);

describe('The status of a partner', () => {
  it.each([
    [0, 0, 0, 'unknown', 'nothing was asked'],
    [0, 0, 1, 'operational', 'it sends, so it lives'],
    [1, 0, 0, 'operational', 'it answers'],
    [0, 1, 0, 'degraded', 'one failure is not an outage'],
    [0, 2, 0, 'degraded', 'nor are two'],
    [0, 3, 0, 'down', 'three of three'],
    [3, 3, 0, 'down', 'half of them'],
    [4, 3, 0, 'degraded', 'less than half'],
    [95, 5, 0, 'degraded', 'one in twenty'],
    [96, 4, 0, 'operational', 'less than one in twenty'],
    [0, 3, 9, 'down', 'it sends, and cannot be reached'],
  ])('of %i answers, %i failures and %i messages is: %s (%s)', (answered, failed, received, status, _why) => {
    expect(statusOf({ answered, failed, received })).toBe(status);
  });

  it('is one of four, and unknown only where nothing happened', () => {
    fc.assert(
      fc.property(count, count, count, (answered, failed, received) => {
        const status = statusOf({ answered, failed, received });
        expect(PARTNER_STATUSES).toContain(status);
        expect(status === 'unknown').toBe(answered + failed + received === 0);
      }),
    );
  });

  it('never gets better by a failure, nor worse by an answer', () => {
    fc.assert(
      fc.property(count, count, (answered, failed) => {
        fc.pre(answered + failed > 0);
        const now = badness(statusOf({ answered, failed, received: 0 }));
        expect(badness(statusOf({ answered, failed: failed + 1, received: 0 }))).toBeGreaterThanOrEqual(now);
        expect(badness(statusOf({ answered: answered + 1, failed, received: 0 }))).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe('A duration by classes', () => {
  it('falls into the first class that is not shorter, or the last', () => {
    expect([0, 10, 10.1, 999, 120_000, 500_000].map(classOf)).toEqual([10, 10, 25, 1_000, 120_000, 120_000]);
  });

  it('has no quantile where there was no call', () => {
    expect(quantile(new Map(), 0.5)).toBeNull();
  });

  it('has quantiles that are the classes of the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 130_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.5, 0.95),
        (durations, share) => {
          const classes = new Map(
            UP_TO_MS.map((upTo) => [upTo, durations.filter((ms) => classOf(ms) === upTo).length]),
          );
          const exact =
            [...durations].sort((left, right) => left - right)[Math.ceil(durations.length * share) - 1] ?? 0;
          expect(quantile(classes, share)).toBe(classOf(exact));
        },
      ),
    );
  });
});
