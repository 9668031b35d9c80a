import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { breakCharge, type RateBreak } from './rate-breaks.js';

const at = (fromKg: number, price: string): RateBreak => ({
  fromKg: new Decimal(fromKg),
  price: Money.parse(price, 'CNY'),
});
const AIR = [at(0, '40.00'), at(45, '32.00'), at(100, '28.00'), at(300, '25.00'), at(500, '23.00'), at(1000, '21.00')];

describe('A charge by weight breaks', () => {
  it.each<[string, string, string, string]>([
    ['of its own band', '30', '1200.00', '30'],
    ['at the break itself', '45', '1440.00', '45'],
    ['of the next break where that is cheaper', '44', '1440.00', '45'],
    ['of its own band as long as that is cheaper', '35.5', '1420.00', '35.5'],
    ['of its own band where both cost the same', '36', '1440.00', '36'],
    ['of the last break however heavy', '2500', '52500.00', '2500'],
    ['of a break further on', '285', '7500.00', '300'],
  ])('is that %s', (_why, weight, amount, chargedKg) => {
    const charge = breakCharge(new Decimal(weight), AIR);
    expect([charge?.amount.toAmountString(), charge?.chargedKg.toString()]).toEqual([amount, chargedKg]);
  });

  it('is that of the first break for what is lighter', () => {
    expect(breakCharge(new Decimal(3), [at(10, '5.00'), at(20, '4.00')])?.amount.toAmountString()).toBe('50.00');
  });

  it('is none without breaks', () => {
    expect(breakCharge(new Decimal(3), [])).toBeNull();
  });

  it('never falls when the weight rises, and never exceeds that of the band', () => {
    const breaks = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 8 }).chain((mins) =>
      fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: mins.length, maxLength: mins.length }).map((prices) => {
        // Prices per kilogram fall from break to break, as in every tariff.
        const falling = prices.toSorted((left, right) => right - left);
        const sorted = mins.toSorted((left, right) => left - right);
        return sorted.map((min, index) => at(min, ((falling[index] ?? 1) / 100).toFixed(2)));
      }),
    );
    fc.assert(
      fc.property(breaks, fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 0, max: 5_000 }), (table, a, more) => {
        const [light, heavy] = [new Decimal(a).div(10), new Decimal(a + more).div(10)];
        const [less, much] = [breakCharge(light, table), breakCharge(heavy, table)];
        expect(less?.amount.isMoreThan(much?.amount ?? less.amount)).toBe(false);
        const band = table.findLast(({ fromKg }) => fromKg.lessThanOrEqualTo(light)) ?? table[0];
        const plain = band?.price.times(Decimal.max(light, band.fromKg), 'half-up');
        expect(plain === undefined || less?.amount.isMoreThan(plain)).toBe(false);
      }),
    );
  });
});
