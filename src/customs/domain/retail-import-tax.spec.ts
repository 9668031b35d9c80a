import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { importTax } from './import-tax.js';
import { VAT_BASES } from './retail-import-law.js';
import { retailImportTax, type RetailPurchase } from './retail-import-tax.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');
const rate = (text: string) => new Decimal(text);
const taxes = (purchase: Omit<RetailPurchase, 'vatRate'>) => {
  const tax = retailImportTax({ vatRate: rate('0.13'), ...purchase });
  return [tax.regime, tax.duty, tax.consumptionTax, tax.vat, tax.totalTax, tax.compositeRate].map(String);
};

describe('The taxes of a retail import', () => {
  it.each([
    [
      'no consumption tax: 9.1 %',
      { retailPrice: cny('100.00') },
      ['preferential', '0.00 CNY', '0.00 CNY', '9.10 CNY', '9.10 CNY', '0.091'],
    ],
    [
      'the statutory consumption tax in the base of the VAT',
      { retailPrice: cny('3400.00'), consumptionTaxRate: rate('0.30') },
      ['preferential', '0.00 CNY', '1020.00 CNY', '442.00 CNY', '1462.00 CNY', '0.43'],
    ],
    [
      'the reduced one in it',
      { retailPrice: cny('3400.00'), consumptionTaxRate: rate('0.30'), vatBase: 'reduced_consumption_tax' },
      ['preferential', '0.00 CNY', '1020.00 CNY', '402.22 CNY', '1422.22 CNY', '0.4183'],
    ],
    [
      'half a fen of an endless quotient goes up',
      { retailPrice: cny('0.05'), consumptionTaxRate: rate('0.30') },
      ['preferential', '0.00 CNY', '0.02 CNY', '0.01 CNY', '0.03 CNY', '0.43'],
    ],
    [
      'one item above the limit of an order',
      { retailPrice: cny('5000.01'), singleItem: true, dutyRate: rate('0.10') },
      ['full_tax_single_item', '500.00 CNY', '0.00 CNY', '715.00 CNY', '1215.00 CNY', '0.243'],
    ],
    [
      'the same above that of the year',
      { retailPrice: cny('5000.01'), singleItem: true, purchasedThisYear: cny('21000.00') },
      ['general_trade', '0.00 CNY', '0.00 CNY', '650.00 CNY', '650.00 CNY', '0.13'],
    ],
  ] as const)('%s', (_why, purchase, expected) => {
    expect(taxes(purchase)).toEqual(expected);
  });

  it.each([
    ['5000.00', '21000.00', 'preferential'],
    ['5000.01', '0.00', 'general_trade'],
    ['5000.00', '21000.01', 'general_trade'],
  ])('a limit itself is within: %s after %s is %s', (price, year, regime) => {
    expect(taxes({ retailPrice: cny(price), purchasedThisYear: cny(year) })[0]).toBe(regime);
  });

  it('go by the law of the day: 2,000 CNY to the end of 2018, and no item stays above it', () => {
    const purchase = { retailPrice: cny('2000.01'), singleItem: true };
    expect(taxes({ ...purchase, declaredOn: '2018-12-31' })[0]).toBe('general_trade');
    expect(taxes({ ...purchase, declaredOn: '2019-01-01' })[0]).toBe('preferential');
    expect(() => taxes({ ...purchase, declaredOn: '2016-04-07' })).toThrow(InvalidInputError);
  });

  it('are within the limits 70 % of those of general trade without duty, to the fen', () => {
    const purchase = fc.record({
      minor: fc.integer({ min: 1, max: 500_000 }),
      consumption: fc.constantFrom('0', '0.10', '0.15', '0.30'),
      vat: fc.constantFrom('0.09', '0.13'),
    });
    fc.assert(
      fc.property(purchase, ({ minor, consumption, vat }) => {
        const [consumptionTaxRate, vatRate] = [rate(consumption), rate(vat)];
        const value = Money.ofMinor(BigInt(minor), 'CNY');
        const reduced = retailImportTax({ retailPrice: value, consumptionTaxRate, vatRate });
        const full = importTax({ dutiableValue: value, consumptionTaxRate, vatRate });
        for (const [part, whole] of [
          [reduced.consumptionTax, full.consumptionTax],
          [reduced.vat, full.vat],
        ] as const)
          expect(Math.abs(Number(part.minor) - 0.7 * Number(whole.minor))).toBeLessThan(1.3);
        expect(reduced.totalTax).toEqual(reduced.consumptionTax.plus(reduced.vat));
      }),
    );
  });

  it('are what the formula gives in exact fractions, whatever the base', () => {
    const purchase = fc.record({
      minor: fc.integer({ min: 0, max: 500_000 }),
      c: fc.integer({ min: 0, max: 99 }),
      v: fc.integer({ min: 0, max: 100 }),
      vatBase: fc.constantFrom(...VAT_BASES),
    });
    fc.assert(
      fc.property(purchase, ({ minor, c, v, vatBase }) => {
        const [consumptionTaxRate, vatRate] = [new Decimal(c).div(100), new Decimal(v).div(100)];
        const value = Money.ofMinor(BigInt(minor), 'CNY');
        const tax = retailImportTax({ retailPrice: value, consumptionTaxRate, vatRate, vatBase });
        // Over one line: 0.7 × (P + share × P × c / (1 − c)) × v
        const rest = new Decimal(100 - c);
        const share = vatBase === 'full_consumption_tax' ? 1 : new Decimal('0.7');
        const base = new Decimal(minor).times(rest.plus(new Decimal(c).times(share)));
        expect(tax.vat.minor.toString()).toBe(base.times(v).times('0.7').div(rest.times(100)).toFixed(0, 4));
      }),
    );
  });

  it.each([
    ['another currency', { retailPrice: Money.parse('1.00', 'USD') }, '/retailPrice'],
    [
      'a consumption tax of the whole price',
      { retailPrice: cny('1.00'), consumptionTaxRate: rate('1') },
      '/consumptionTaxRate',
    ],
    ['13 for 13 %', { retailPrice: cny('1.00'), consumptionTaxRate: rate('13') }, '/consumptionTaxRate'],
  ])('refuse %s', (_what, purchase, pointer) => {
    expect(() => taxes(purchase)).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ pointer })] }) as Error,
    );
  });
});
