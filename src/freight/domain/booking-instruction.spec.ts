import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { type Goods, spreadGoods } from './booking-instruction.js';

const goods = (grossKg: Decimal, cbm: Decimal, packages: number): Goods => ({
  description: 'Electric oven',
  hsCode: '8516609000',
  grossKg,
  cbm,
  packages,
});

describe('Goods spread over kinds of container', () => {
  it('stay whole where there is one kind', () => {
    const [only] = spreadGoods(
      [goods(new Decimal('9000.5'), new Decimal('27.5'), 1000)],
      [{ sizeType: '22G1', count: 3 }],
    );
    expect(only?.units).toBe(3);
    expect([only?.goods[0]?.grossKg.toString(), only?.goods[0]?.cbm.toString(), only?.goods[0]?.packages]).toEqual([
      '9000.5',
      '27.5',
      1000,
    ]);
  });

  it('are shared by the count, and the first takes what does not divide', () => {
    const kinds = spreadGoods(
      [goods(new Decimal('1000'), new Decimal('10'), 100)],
      [
        { sizeType: '22G1', count: 1 },
        { sizeType: '45G1', count: 2 },
      ],
    );
    expect(kinds.map(({ goods: [one] }) => [one?.grossKg.toString(), one?.cbm.toString(), one?.packages])).toEqual([
      ['333.334', '3.3334', 34],
      ['666.666', '6.6666', 66],
    ]);
  });

  it('lose not a gram and not a package', () => {
    const grams = fc.integer({ min: 1, max: 100_000_000 });
    const counts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(grams, fc.integer({ min: 0, max: 10_000 }), counts, (weight, packages, units) => {
        const whole = goods(new Decimal(weight).div(1000), new Decimal(weight).div(10_000), packages);
        const parts = spreadGoods(
          [whole],
          units.map((count, index) => ({ sizeType: String(index), count })),
        ).flatMap((kind) => kind.goods);
        expect(Decimal.sum(...parts.map(({ grossKg }) => grossKg)).eq(whole.grossKg)).toBe(true);
        expect(Decimal.sum(...parts.map(({ cbm }) => cbm)).eq(whole.cbm)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part.packages, 0)).toBe(packages);
      }),
    );
  });
});
