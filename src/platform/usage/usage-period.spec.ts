import fc from 'fast-check';

import { addDays, daysBetween } from '../../kernel/local-date.js';
import { MalformedRequestError } from '../http/request.errors.js';
import { PERIOD_DAYS_MAX, usagePeriod } from './usage-period.js';

const TODAY = '2026-11-29';

describe('The period that usage is told of', () => {
  it.each([
    [{}, { from: '2026-10-31', to: TODAY }, 'thirty days, today the last'],
    [{ to: '2026-03-01' }, { from: '2026-01-31', to: '2026-03-01' }, 'thirty days up to then'],
    [{ from: '2026-11-01' }, { from: '2026-11-01', to: TODAY }, 'until today'],
    [{ to: '0001-01-02' }, { from: '0001-01-01', to: '0001-01-02' }, 'no day before the first'],
    [{ from: TODAY, to: TODAY }, { from: TODAY, to: TODAY }, 'one day'],
  ])('%j is %j: %s', (asked, period, _why) => {
    expect(usagePeriod(asked, TODAY)).toEqual(period);
  });

  it('has at least one day and no more than can be told at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const asked = { from: addDays(TODAY, -days), to: TODAY };
        if (days >= 0 && days < PERIOD_DAYS_MAX) expect(daysBetween(usagePeriod(asked, TODAY).from, TODAY)).toBe(days);
        else expect(() => usagePeriod(asked, TODAY)).toThrow(MalformedRequestError);
      }),
    );
  });
});
