import { Decimal } from '../../kernel/decimal.js';
import { ratesOn, rateStanding } from './vat-rates.js';

describe('A VAT rate', () => {
  it.each([
    ['0.17', '2018-04-30', 'holds'],
    ['0.17', '2018-05-01', 'over'],
    ['0.16', '2018-04-30', 'never'],
    ['0.16', '2018-05-01', 'holds'],
    ['0.16', '2019-04-01', 'over'],
    ['0.13', '2017-06-30', 'holds'],
    ['0.13', '2018-06-01', 'over'],
    ['0.13', '2019-04-01', 'holds'],
    ['0.11', '2018-04-30', 'holds'],
    ['0.10', '2018-04-30', 'never'],
    ['0.09', '2019-03-31', 'never'],
    ['0.12', '2026-11-10', 'never'],
    ['0.01', '2028-01-01', 'over'],
    ['0', '2026-11-10', 'holds'],
  ])('of %s on %s: %s', (rate, day, expected) => {
    expect(rateStanding(new Decimal(rate), day).is).toBe(expected);
  });

  it('that is over held until the last day of its last time', () => {
    expect(rateStanding(new Decimal('0.13'), '2018-06-01')).toEqual({ is: 'over', until: '2017-06-30' });
  });

  it('is one of those of the day', () => {
    expect(ratesOn('2026-11-10')).toEqual(['0', '0.01', '0.015', '0.03', '0.05', '0.06', '0.09', '0.13']);
  });
});
