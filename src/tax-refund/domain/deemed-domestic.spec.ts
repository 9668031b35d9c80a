import { Decimal } from '../../kernel/decimal.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { Money } from '../../kernel/money.js';
import { deemedDomesticVat } from './deemed-domestic.js';

const item = (fob: string, vatRate: string, fxRate: string | null, currency = 'USD') => ({
  fob: Money.parse(fob, currency),
  vatRate: new Decimal(vatRate),
  fxRate: fxRate === null ? undefined : new Decimal(fxRate),
});

describe('deemedDomesticVat (离岸价÷（1＋税率）×税率)', () => {
  it.each<[string, string, string | null, string, string, string]>([
    ['10000.00', '0.13', '7.10', 'USD', '8168.14', '71000 ÷ 1.13 × 0.13 = 8168.1415…'],
    ['1130.00', '0.13', null, 'CNY', '130.00', 'CNY is not converted'],
    ['109.00', '0.09', null, 'CNY', '9.00', 'the rate of the goods counts'],
    ['0.04', '0.13', null, 'CNY', '0.00', '0.0046 is rounded half up'],
  ])('%s at %s, rate %s %s: %s (%s)', (fob, vatRate, fxRate, currency, expected) => {
    expect(deemedDomesticVat([item(fob, vatRate, fxRate, currency)], '2026-03-15').outputVat.toAmountString()).toBe(
      expected,
    );
  });

  it('rounds each item, then sums', () => {
    const { outputVat } = deemedDomesticVat([item('0.05', '0.13', '1'), item('0.05', '0.13', '1')], '2026-03-15');
    expect(outputVat.toAmountString()).toBe('0.02');
  });

  it('refuses a foreign value without a rate', () => {
    expect(() => deemedDomesticVat([item('1.00', '0.13', null)], '2026-03-15')).toThrow(InvalidInputError);
  });

  it('says by which rule, and how', () => {
    const { rule, steps } = deemedDomesticVat([item('10.00', '0.13', '7')], '2025-06-01');
    expect(rule).toMatchObject({ id: 'tax-refund.deemed-domestic', version: 'before-2026' });
    expect(steps.map(({ name }) => name)).toEqual(['items.0.fobCny', 'items.0.outputVat', 'outputVat']);
  });
});
