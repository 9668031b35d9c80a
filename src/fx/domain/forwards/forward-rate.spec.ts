import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { InvalidInputError } from '../../../kernel/domain-error.js';
import { forwardRate, type ForwardTerms } from './forward-rate.js';

const terms = (more: Partial<ForwardTerms> = {}): ForwardTerms => ({
  spot: new Decimal('9.1234'),
  baseCurrency: 'GBP',
  quoteCurrency: 'CNY',
  baseRate: new Decimal('0.0475'),
  quoteRate: new Decimal('0.0165'),
  days: 91,
  ...more,
});

describe('forwardRate (covered interest parity)', () => {
  it('reckons sterling by 365 days and yuan by 360', () => {
    const { forwardRate: rate, swapPoints } = forwardRate(terms());
    expect([rate.toFixed(8), swapPoints.toFixed(8)]).toEqual(['9.05422780', '-0.06917220']);
  });

  it('takes the day bases it is told', () => {
    const year = { days: 365, baseDayBasis: 365, quoteDayBasis: 365 } as const;
    const rates = { spot: new Decimal(2), baseRate: new Decimal('0.10'), quoteRate: new Decimal('0.05') };
    expect(forwardRate(terms({ ...year, ...rates })).forwardRate.toFixed(4)).toBe('1.9091');
  });

  it('is the spot rate on the day itself, and where both rates are alike', () => {
    expect(forwardRate(terms({ days: 0 })).swapPoints.isZero()).toBe(true);
    const alike = { baseCurrency: 'USD', quoteRate: new Decimal('0.0475') };
    expect(forwardRate(terms(alike)).swapPoints.isZero()).toBe(true);
  });

  it('puts the currency with the higher rate at a discount', () => {
    const rate = fc.integer({ min: -100, max: 2000 }).map((value) => new Decimal(value).div(10_000));
    fc.assert(
      fc.property(rate, rate, fc.integer({ min: 1, max: 720 }), (baseRate, quoteRate, days) => {
        const { swapPoints } = forwardRate(terms({ baseCurrency: 'USD', baseRate, quoteRate, days }));
        const isDiscount = baseRate.greaterThan(quoteRate);
        expect(isDiscount ? swapPoints.lessThanOrEqualTo(0) : swapPoints.greaterThanOrEqualTo(0)).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<ForwardTerms>]>([
    ['a spot rate of zero', { spot: new Decimal(0) }],
    ['one currency on both sides', { quoteCurrency: 'GBP' }],
    ['a rate that loses everything', { baseRate: new Decimal(-5), days: 365 }],
  ])('refuses %s', (_what, more) => {
    expect(() => forwardRate(terms(more))).toThrow(InvalidInputError);
  });
});
