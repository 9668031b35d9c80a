import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { spread } from './spread.js';

const of = (total: string, ...shares: number[]) =>
  spread(
    new Decimal(total),
    shares.map((share) => new Decimal(share)),
  ).map((part) => part.toFixed());

describe('A weight in parts', () => {
  it.each([
    ['10', [1, 1, 1], ['3.33334', '3.33333', '3.33333']],
    ['20', [1, 1, 1], ['6.66667', '6.66667', '6.66666']],
    ['1', [2, 1], ['0.66667', '0.33333']],
    ['1', [0, 0], ['0.5', '0.5']],
    ['1000', [980, 20], ['980', '20']],
  ])('%s by %j is %j', (total, shares, parts) => {
    expect(of(total, ...shares)).toEqual(parts);
  });

  it('adds up, and no part is further than the last decimal from its share', () => {
    const weight = fc.integer({ min: 0, max: 1e12 }).map((units) => new Decimal(units).div(1e5));
    const shares = fc.array(
      fc.integer({ min: 0, max: 1e9 }).map((share) => new Decimal(share)),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(weight, shares, (total, given) => {
        const parts = spread(total, given);
        const sum = given.reduce((all, share) => all.plus(share), new Decimal(0));
        expect(parts.reduce((all, part) => all.plus(part), new Decimal(0)).toFixed()).toBe(total.toFixed());
        if (sum.isZero()) return;
        for (const [index, part] of parts.entries()) {
          const exact = total.times(given[index] ?? 0).div(sum);
          expect(part.minus(exact).abs().lessThanOrEqualTo('0.00001')).toBe(true);
        }
      }),
    );
  });
});
