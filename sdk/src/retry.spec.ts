import { ConnectionError } from './errors.js';
import { readRetryAfter } from './problem.js';
import { retryDelay } from './retry.js';

const NOW = Date.parse('2026-11-24T08:00:00Z');

describe('The wait before another try', () => {
  it.each([
    [0, 125, 250],
    [1, 250, 500],
    [3, 1_000, 2_000],
    [9, 4_000, 8_000],
  ])('after %i tries is between %i and %i ms', (tries, least, most) => {
    const lost = new ConnectionError('cut');
    expect(retryDelay(lost, tries, () => 0)).toBe(least);
    expect(retryDelay(lost, tries, () => 1)).toBe(most);
  });

  it.each([
    ['120', 120_000, 'seconds'],
    ['Tue, 24 Nov 2026 08:00:30 GMT', 30_000, 'an instant'],
    ['Tue, 24 Nov 2026 07:00:00 GMT', 0, 'an instant that is over'],
    ['soon', null, 'nothing that HTTP knows'],
    [null, null, 'not said'],
  ])('is read from Retry-After: %s is %s (%s)', (value, milliseconds, _why) => {
    expect(readRetryAfter(value, NOW)).toBe(milliseconds);
  });
});
