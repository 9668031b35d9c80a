import { Money } from '../../kernel/money.js';
import { grantedOf, vatOf } from './granted.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');

describe('What the bureau grants', () => {
  it.each<[string, string, string, string | null, string, string]>([
    // claimed, of it consumption tax, granted, told, consumption tax granted, why
    ['20800.00', '13000.00', '20800.00', null, '13000.00', 'all of both'],
    ['20800.00', '13000.00', '10400.00', '6500.00', '6500.00', 'as it says'],
    ['20800.00', '13000.00', '18000.00', null, '13000.00', 'less is of the VAT first'],
    ['20800.00', '13000.00', '10000.00', null, '10000.00', 'and of the consumption tax where that does not reach'],
    ['13000.00', '13000.00', '6500.00', null, '6500.00', 'of consumption tax alone'],
    ['7800.00', '0.00', '3900.00', null, '0.00', 'of VAT alone'],
    ['-208.00', '-130.00', '-208.00', null, '-130.00', 'of a correction'],
    ['20800.00', '13000.00', '0.00', null, '0.00', 'nothing'],
  ])('of %s (%s) is %s (%s): consumption tax %s, %s', (total, tax, granted, told, expected) => {
    const before = { total: cny(total), consumptionTax: cny(tax) };
    const found = grantedOf(before, cny(granted), told === null ? null : cny(told));
    expect(found.consumptionTax.toAmountString()).toBe(expected);
    expect(vatOf(found).plus(found.consumptionTax).toAmountString()).toBe(granted);
  });
});
