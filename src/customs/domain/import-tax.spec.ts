import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { type ImportedGoods, importTax } from './import-tax.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');
const rate = (text: string) => new Decimal(text);

describe('importTax', () => {
  it('takes the consumption tax inside the composite price', () => {
    const result = importTax({
      dutiableValue: cny('1400000.00'),
      dutyRate: rate('0.20'),
      consumptionTaxRate: rate('0.15'),
      vatRate: rate('0.13'),
    });
    const { duty, compositePrice, consumptionTax, vat } = result;
    expect([duty, compositePrice, consumptionTax, vat].map((tax) => tax.toAmountString())).toEqual([
      '280000.00',
      '1976470.59',
      '296470.59',
      '256941.18',
    ]);
  });

  it('puts the anti-dumping duty under the VAT', () => {
    const result = importTax({
      goods: cny('123456.78'),
      freight: cny('4321.09'),
      insurance: cny('383.33'),
      dutyRate: rate('0.065'),
      antiDumpingRate: rate('0.378'),
      vatRate: rate('0.13'),
    });
    expect(result.antiDumpingDuty.toAmountString()).toBe('48444.93');
    expect(result.vat.toAmountString()).toBe('24041.76');
    expect(result.totalTax.toAmountString()).toBe('80817.17');
  });

  it.each([
    // 1.3 CNY per kg of 24,000 kg; 31,200.00 whatever they cost.
    ['specific', { specificDuty: { amountPerUnit: rate('1.3'), quantity: rate('24000') } }, '31200.00', '0.00'],
    // 3 % and 4,482 CNY a set.
    [
      'compound',
      { dutyRate: rate('0.03'), specificDuty: { amountPerUnit: rate('4482'), quantity: rate('2') } },
      '11964.00',
      '0.00',
    ],
    // Spirits: (100,000 + 10,000 + 500 kg × 1) / (1 − 20 %) × 20 % + 500.
    [
      'a consumption tax that is compound',
      {
        dutyRate: rate('0.1'),
        consumptionTaxRate: rate('0.2'),
        specificConsumptionTax: { amountPerUnit: rate('1'), quantity: rate('500') },
      },
      '10000.00',
      '28125.00',
    ],
  ])('reckons %s by quantity', (_kind, rates, duty, consumptionTax) => {
    const result = importTax({ dutiableValue: cny('100000.00'), vatRate: rate('0.13'), ...rates });
    expect([result.duty, result.consumptionTax].map((tax) => tax.toAmountString())).toEqual([duty, consumptionTax]);
    expect(result.steps.some(({ formula }) => formula.includes('amountPerUnit'))).toBe(true);
  });

  it('insures at 3‰ of goods and freight where no premium is known', () => {
    const result = importTax({ goods: cny('900.00'), freight: cny('100.00'), vatRate: rate('0.13') });
    expect(result.insurance?.toAmountString()).toBe('3.00');
    expect(result.dutiableValue.toAmountString()).toBe('1003.00');
  });

  it.each<[string, Partial<ImportedGoods>]>([
    ['no value', {}],
    ['a value and its parts', { dutiableValue: cny('1.00'), freight: cny('1.00') }],
    ['dollars', { goods: Money.parse('1.00', 'USD') }],
    ['a tax of the whole price', { goods: cny('1.00'), consumptionTaxRate: rate('1') }],
  ])('refuses %s', (_what, goods) => {
    expect(() => importTax({ vatRate: rate('0.13'), ...goods })).toThrow(InvalidInputError);
  });
});
