import fc from 'fast-check';

import { Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { estimatedBase, type LineBetweenIssues, rateImpact, type StandingRate, vatRateOfGoods } from './rate-impact.js';

const cny = (amount: string): Money => Money.parse(amount, 'CNY');
const at = (refundRate: string, version = 'B'): StandingRate => ({
  ...{ refundRate, version, validFrom: '2026-04-01', validTo: null },
});
const line = (before: StandingRate | null, after: StandingRate | null, base: Money | null = cny('1000.55')) =>
  ({ lineNumber: 1, hsCode: '8507600090', base, vatRate: new Decimal('0.13'), before, after }) as LineBetweenIssues;

const told = (...lines: LineBetweenIssues[]) => {
  const { impact, lines: changed } = rateImpact(lines);
  return [impact?.toAmountString() ?? null, changed.map((one) => one.impact?.toAmountString() ?? null)];
};

describe('rateImpact', () => {
  it.each<[string, LineBetweenIssues, unknown[]]>([
    // 1000.55 × 0.09 = 90.0495 → 90.05; × 0.06 = 60.033 → 60.03
    ['less refund', line(at('0.09'), at('0.06')), ['-30.02', ['-30.02']]],
    ['the refund is cancelled', line(at('0.09'), at('0')), ['-90.05', ['-90.05']]],
    ['never above the VAT rate', line(at('0.13'), at('0.16')), ['0.00', ['0.00']]],
    ['the same rate of another issue is no change', line(at('0.09', 'A'), at('0.09', 'B')), [null, []]],
    ['no purchase is known', line(at('0.09'), at('0.06'), null), [null, [null]]],
    ['no rate was known', line(null, at('0.06')), [null, [null]]],
    ['a rate is known no more', line(at('0.06'), null), [null, [null]]],
  ])('%s', (_what, given, expected) => {
    expect(told(given)).toEqual(expected);
  });

  it('sums what is known', () => {
    expect(
      told(line(at('0.09'), at('0.06')), line(null, at('0.06')), line(at('0.13'), at('0.09'), cny('100.00'))),
    ).toEqual(['-34.02', ['-30.02', null, '-4.00']]);
  });

  it('comes to nothing when a rate goes and comes back', () => {
    const rate = fc.constantFrom('0', '0.06', '0.09', '0.13');
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, rate, rate, (bases, one, other) => {
        const lines = (before: string, after: string) =>
          bases.map((base) => line(at(before), at(after), Money.ofMinor(base, 'CNY')));
        const [there, back] = [rateImpact(lines(one, other)).impact, rateImpact(lines(other, one)).impact];
        const sum = (there ?? cny('0.00')).plus(back ?? cny('0.00'));
        expect([sum.isZero(), there === null]).toEqual([true, one === other]);
      }),
    );
  });
});

describe('estimatedBase', () => {
  const goods = { total: Money.parse('100.05', 'USD'), planRate: '7.1', purchase: null };
  const bought = { ...goods, purchase: { amountExVat: cny('600.00'), vatRate: '0.03' } };

  it('is the purchase of a trader, and the value of the line of the others', () => {
    const bases = [estimatedBase('trading', bought), estimatedBase('trading', goods), estimatedBase('agency', goods)];
    expect(bases.map((base) => base?.toAmountString())).toEqual(['600.00', undefined, '710.36']);
    expect([vatRateOfGoods(bought).toFixed(), vatRateOfGoods(goods).toFixed()]).toEqual(['0.03', '0.13']);
  });
});
