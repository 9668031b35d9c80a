import { breakerAt } from './breaker.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date('2026-11-24T12:00:01Z');

describe('The circuit breaker of an endpoint', () => {
  it.each([
    [null, { state: 'closed', until: null }, 'nothing has failed'],
    [LATER, { state: 'open', until: LATER }, 'its time is not over'],
    [NOW, { state: 'half_open', until: null }, 'a trial is due'],
  ])('that is open until %s is %j: %s', (openUntil, breaker, _why) => {
    expect(breakerAt(openUntil, NOW)).toEqual(breaker);
  });
});
