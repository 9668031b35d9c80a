import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { capacityUses, type Invoiced } from './issuer-capacity.js';

const OVENS = { hsCode: '851660', goodsName: '电烤箱', yearlyCapacity: '1000', unit: '001' };
const of = (hsCode: string, quantity: string, unit = '001'): Invoiced => ({
  hsCode,
  unit,
  quantity: new Decimal(quantity),
});
const used = (products: Parameters<typeof capacityUses>[0], ...invoiced: Invoiced[]): unknown =>
  capacityUses(products, invoiced).map((use) => [use.hsCode, use.invoiced.toFixed(), use.otherUnits, use.isPassed]);

describe('What an issuer invoiced beside what it can make in a year', () => {
  it.each([
    ['under it', [of('8516609000', '400'), of('8516601000', '600')], ['851660', '1000', [], false]],
    ['over it', [of('8516609000', '1000.5')], ['851660', '1000.5', [], true]],
    ['other goods', [of('9503008900', '5000')], ['851660', '0', [], false]],
    ['in a unit that says nothing of pieces', [of('8516609000', '9000', '035')], ['851660', '0', ['035'], false]],
  ] as const)('%s', (_what, invoiced, expected) => {
    expect(used([OVENS], ...invoiced)).toEqual([expected]);
  });

  it('converts units of mass into one another', () => {
    const steel = { hsCode: '7210', goodsName: '镀锌板', yearlyCapacity: '2', unit: '070' };
    expect(used([steel], of('7210490000', '1500', '035'), of('7210490000', '500001', '036'))).toEqual([
      ['7210', '2.000001', [], true],
    ]);
  });

  it('counts a code to the product that names most of it; a product without a capacity has no use', () => {
    const wide = { hsCode: '8516', goodsName: '电热器具', yearlyCapacity: '50', unit: '001' };
    const open = { hsCode: '85163', goodsName: '电吹风', yearlyCapacity: null, unit: null };
    expect(used([wide, OVENS, open], of('8516609000', '60'), of('8516310000', '70'), of('8516400000', '5'))).toEqual([
      ['8516', '5', [], false],
      ['851660', '60', [], false],
    ]);
  });

  it('loses nothing, whatever is invoiced', () => {
    const grams = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(fc.array(fc.tuple(grams, fc.constantFrom('036', '035', '070'))), (lines) => {
        const product = { hsCode: '72', goodsName: '钢', yearlyCapacity: '1', unit: '036' };
        const [use] = capacityUses(
          [product],
          lines.map(([quantity, unit]) => of('7210490000', String(quantity), unit)),
        );
        const factor = { '036': 1n, '035': 1_000n, '070': 1_000_000n };
        const expected = lines.reduce((sum, [quantity, unit]) => sum + quantity * factor[unit], 0n);
        expect(use?.invoiced.toFixed()).toBe(String(expected));
      }),
    );
  });
});
