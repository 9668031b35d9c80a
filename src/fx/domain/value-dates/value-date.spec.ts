import fc from 'fast-check';

import { addDays } from '../../../kernel/local-date.js';
import { CALENDARS } from './calendar-data.js';
import { type Tenor, TENORS } from './cut-offs.js';
import { jointWorkday, jointWorkdayAsKnown, valueDate } from './value-date.js';
import { NoCalendarError } from './value-date.errors.js';

const on = (pair: string, tenor: Tenor, tradedAt: string) => {
  const [base = '', quote = ''] = pair.split('/');
  return valueDate({ pair: [base, quote], tenor, tradedAt: new Date(tradedAt) }, CALENDARS);
};

describe('A value date', () => {
  it.each<[string, Tenor, string, string, string]>([
    ['USD/CNY', 'tod', '2026-11-27T02:00:00Z', '2026-11-27', 'the same day'],
    ['USD/CNY', 'tom', '2026-11-27T02:00:00Z', '2026-11-30', 'past a weekend'],
    ['USD/CNY', 'spot', '2026-11-27T02:00:00Z', '2026-12-01', 'two days worked in both centres'],
    ['USD/CNY', 'tod', '2026-11-27T08:30:00Z', '2026-11-30', 'after the cut-off of 16:30 in China'],
    ['USD/CNY', 'spot', '2026-11-27T08:30:00Z', '2026-12-01', 'which is later for value later'],
    ['JPY/CNY', 'tod', '2026-11-27T03:00:00Z', '2026-11-30', 'Tokyo closes early'],
    ['USD/CNY', 'spot', '2026-11-24T02:00:00Z', '2026-11-27', 'past Thanksgiving in New York'],
    ['EUR/CNY', 'spot', '2026-11-24T02:00:00Z', '2026-11-26', 'which is no matter for euros'],
    ['USD/CNY', 'spot', '2026-09-29T02:00:00Z', '2026-10-08', 'past the National Day'],
    [
      'USD/CNY',
      'tod',
      '2026-10-10T02:00:00Z',
      '2026-10-13',
      'a Saturday that is worked in China alone, and Columbus Day',
    ],
    ['EUR/CNY', 'tod', '2026-10-10T02:00:00Z', '2026-10-12', 'of euros it is the Monday'],
    ['HKD/CNY', 'tom', '2026-04-02T02:00:00Z', '2026-04-08', 'past Easter and Ching Ming in Hong Kong'],
    ['USD/CNY', 'tod', '2026-11-29T02:00:00Z', '2026-11-30', 'from a Sunday'],
    ['USD/CNY', 'tod', '2026-11-26T17:00:00Z', '2026-11-27', 'the day is that of China'],
  ])('of %s, %s, at %s is %s: %s', (pair, tenor, at, expected) => {
    expect(on(pair, tenor, at).valueDate).toBe(expected);
  });

  it('says which calendars are not announced yet', () => {
    expect(on('USD/CNY', 'spot', '2026-12-31T02:00:00Z')).toMatchObject({
      valueDate: '2027-01-05',
      provisional: ['CNY'],
    });
    expect(on('HKD/JPY', 'spot', '2026-11-27T02:00:00Z').provisional).toEqual([]);
    expect(on('HKD/JPY', 'spot', '2027-02-05T02:00:00Z')).toMatchObject({ valueDate: '2027-02-12', provisional: [] });
  });

  it.each([
    ['a currency', 'BRL/CNY', '2026-11-27T02:00:00Z', { currency: 'BRL', year: '' }],
    ['a year', 'USD/CNY', '2028-11-27T02:00:00Z', { currency: 'USD', year: '2028' }],
    ['a year before all cut-offs', 'USD/CNY', '1969-12-31T15:59:59Z', { currency: 'USD', year: '1969' }],
  ])('is not guessed where nothing is on record of %s', (_what, pair, at, details) => {
    const asked = (): object => {
      try {
        return on(pair, 'spot', at);
      } catch (error) {
        return error instanceof NoCalendarError ? error.details : { error };
      }
    };
    expect(asked()).toEqual(details);
  });

  const currency = fc.constantFrom(...Object.keys(CALENDARS));
  const pairs = fc.tuple(currency, currency).filter(([left, right]) => left !== right);
  const instants = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 11, 10) }).map((ms) => new Date(ms));

  it('is a day worked in both centres, in the order of the tenors', () => {
    fc.assert(
      fc.property(pairs, instants, (pair, tradedAt) => {
        const isJoint = jointWorkday(CALENDARS, pair);
        const days = TENORS.map((tenor) => valueDate({ pair, tenor, tradedAt }, CALENDARS));
        expect(days.every((found) => isJoint(found.valueDate) && isJoint(found.tradeDate))).toBe(true);
        const [tod = '', tom = '', spot = ''] = days.map((found) => found.valueDate);
        expect(tod <= tom && tom < spot).toBe(true);
      }),
    );
  });

  it('does not come earlier for who trades later, nor depend on the order of the pair', () => {
    fc.assert(
      fc.property(pairs, instants, fc.nat(2_000_000_00), fc.constantFrom(...TENORS), (pair, first, laterMs, tenor) => {
        const [left, right] = pair;
        const early = valueDate({ pair, tenor, tradedAt: first }, CALENDARS).valueDate;
        const tradedAt = new Date(first.getTime() + laterMs);
        expect(early <= valueDate({ pair, tenor, tradedAt }, CALENDARS).valueDate).toBe(true);
        expect(valueDate({ pair: [right, left], tenor, tradedAt: first }, CALENDARS).valueDate).toBe(early);
      }),
    );
  });
});

describe('A day far off, worked in both centres as far as is known', () => {
  const isWorked = jointWorkdayAsKnown(CALENDARS, ['USD', 'CNY']);

  it.each([
    ['2027-11-25', false, 'Thanksgiving in New York'],
    ['2026-10-01', false, 'the National Day of China'],
    ['2026-10-10', false, 'a Saturday that is worked in China alone'],
    ['2027-11-26', true, 'a Friday'],
    ['2035-11-24', false, 'a Saturday of a year of which nothing is on record'],
    ['2035-10-01', true, 'a Monday of such a year'],
  ])('%s: %s, %s', (day, worked) => {
    expect(isWorked(day)).toBe(worked);
  });
});

describe('The calendars that come with the project', () => {
  it('name a source for each year, days within it, and worked days that are weekends', () => {
    for (const { years } of Object.values(CALENDARS)) {
      for (const [year, { off, worked, source }] of Object.entries(years)) {
        expect(source).not.toBe('');
        expect([...off.flat(), ...worked].every((day) => day.startsWith(year) && addDays(day, 0) === day)).toBe(true);
        expect(worked.every((day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))).toBe(true);
      }
    }
  });

  it.each(['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY'])('have 2025 to 2027 of %s', (code) => {
    expect(Object.keys(CALENDARS[code]?.years ?? {})).toEqual(expect.arrayContaining(['2025', '2026', '2027']));
  });
});
