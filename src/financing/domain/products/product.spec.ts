import fc from 'fast-check';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { addDays } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { REFERENCE_RATES } from '../../data/reference-rates.js';
import { SAMPLE_PRODUCT } from '../../testing/products.js';
import { checkVersion, type NewVersion } from './check.js';
import { compare } from './comparison.js';
import { feeOn, priceOn, referenceOn } from './price.js';
import { historyOf, type Product, productOn, ProductNotOfferedError, productsOn } from './product.js';

const own = (validFrom: string, validTo: string | null = null, version = 1): Product => ({
  ...SAMPLE_PRODUCT,
  ...{ origin: 'own', version, validFrom, validTo },
});

describe('Versions of a product', () => {
  it('of the tenant go before the platform’s, the latest first, and end when the next begins', () => {
    const all = [SAMPLE_PRODUCT, own('2026-03-01'), own('2026-05-01', '2026-06-30', 2)];
    const inForce = (day: string): string => {
      const { origin, version } = productOn(all, 'refund_advance', day);
      return `${origin} ${version}`;
    };
    expect(['2026-02-28', '2026-03-01', '2026-05-01', '2026-06-30', '2026-07-01'].map(inForce)).toEqual([
      ...['standard 1', 'own 1', 'own 2', 'own 2', 'standard 1'],
    ]);
    expect(historyOf(all, 'refund_advance').map(({ validTo }) => validTo)).toEqual(['2026-06-30', '2026-04-30', null]);
    expect(() => productOn(all, 'refund_advance', '2025-12-31')).toThrow(ProductNotOfferedError);
  });

  it('never overlap: on each day one at most is in force', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(fc.uniqueArray(days, { maxLength: 8 }), days, (starts, day) => {
        const versions = starts.map((start, index) => own(addDays('2026-01-01', start), null, index + 1));
        const found = productsOn(versions, addDays('2026-01-01', day));
        const latest = Math.max(-1, ...starts.filter((start) => start <= day));
        expect(found.map(({ validFrom }) => validFrom)).toEqual(latest < 0 ? [] : [addDays('2026-01-01', latest)]);
      }),
    );
  });
});

describe('A price', () => {
  it.each([
    ['LPR_1Y', '2025-05-19', '0.0310'],
    ['LPR_1Y', '2025-05-20', '0.0300'],
    ['LPR_5Y', '2026-11-30', '0.0350'],
    ['LPR_1Y', '2020-01-01', undefined],
  ])('refers to %s as published by %s: %s', (name, day, rate) => {
    expect(referenceOn(REFERENCE_RATES, name, day)?.rate).toBe(rate);
  });

  it('that floats is the reference of the day and the spread; a multiplier counts the annual rate in', () => {
    const price = priceOn(
      {
        interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.015' },
        penalty: { kind: 'multiplier', value: '1.5' },
      },
      REFERENCE_RATES,
      '2026-06-01',
    );
    expect([price.annualRate.toFixed(), price.penaltyRate.toFixed()]).toEqual(['0.045', '0.0225']);
    expect(price.reference).toMatchObject({ name: 'LPR_1Y', from: '2025-05-20' });
  });

  it('has fees by rate and flat', () => {
    const drawn = Money.parse('6240.00', 'CNY');
    expect(feeOn({ feeRate: '0.001', feeFlat: '50.00' }, drawn).toAmountString()).toBe('56.24');
  });
});

describe('A new version', () => {
  const next: NewVersion = { ...SAMPLE_PRODUCT, validFrom: '2026-12-01', validTo: null };
  const faults = (change: Partial<NewVersion>, last: Product | null = null): string[] => {
    try {
      checkVersion({ ...next, ...change }, { today: '2026-11-30', last, rates: REFERENCE_RATES });
      return [];
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    }
  };

  it.each([
    [{}, null, []],
    [{ validFrom: '2026-11-29' }, null, ['/validFrom in_the_past']],
    [{ validTo: '2026-11-30' }, null, ['/validTo range']],
    [{}, own('2026-12-01'), ['/validFrom overlap']],
    [{}, own('2026-10-01', '2026-12-01'), ['/validFrom overlap']],
    [{}, own('2026-10-01'), []],
    [{ advanceRate: '80' }, null, ['/advanceRate out_of_range']],
    [{ minimum: '6000000.00' }, null, ['/minimum/amount out_of_range']],
    [{ interest: { kind: 'fixed', annualRate: '4.35' } }, null, ['/interest/annualRate out_of_range']],
    [{ interest: { kind: 'floating', reference: 'SHIBOR', spread: '0' } }, null, ['/interest/reference unknown']],
    [{ penalty: { kind: 'multiplier', value: '0.5' } }, null, ['/penalty/value out_of_range']],
    [{ closesBy: ['instalments'] }, null, ['/instalments required', '/closesBy missing']],
    [{ instalments: { count: 3, everyMonths: 1 } }, null, ['/instalments not_applicable']],
    [
      { closesBy: ['refund_paid', 'instalments'], instalments: { count: 12, everyMonths: 1 } },
      null,
      ['/instalments/count out_of_range'],
    ],
    [{ closesBy: ['refund_paid', 'instalments'], instalments: { count: 6, everyMonths: 1 } }, null, []],
    [{ documents: ['vat_invoice', 'vat_invoice'] }, null, ['/documents/1 repeated']],
  ] as [Partial<NewVersion>, Product | null, string[]][])('with %j after %j has the faults %j', (change, last, all) => {
    expect(faults(change, last)).toEqual(all);
  });

  const withGrade = (value: string): string[] =>
    faults({ opensWhen: [...SAMPLE_PRODUCT.opensWhen, { name: 'score_at_least', value }] });

  it('asks for a grade that there is; another measure is a figure', () => {
    expect([withGrade('B'), withGrade('F'), withGrade('12')]).toEqual([
      ...[[], ['/opensWhen/7/value unknown'], ['/opensWhen/7/value unknown']],
    ]);
    const opensWhen = [...SAMPLE_PRODUCT.opensWhen, { name: 'trading_for_months' as const, value: 'B' }];
    expect(faults({ opensWhen })).toEqual(['/opensWhen/7/value format']);
  });

  it('names every fault at once: on a refund it opens with what a refund needs', () => {
    const opensWhen = [{ name: 'order_live', value: '1' }, { name: 'trading_for_months' }] as const;
    expect(faults({ tenorDays: 0, opensWhen: [...opensWhen], feeRate: '2' })).toEqual([
      ...['/tenorDays not_positive', '/feeRate out_of_range'],
      ...Array.from({ length: 6 }, () => '/opensWhen missing'),
      ...['/opensWhen/0/value not_applicable', '/opensWhen/1/value required'],
    ]);
  });
});

describe('A comparison', () => {
  it('has the cheapest first, and last what is not lent so', () => {
    const dear = { ...SAMPLE_PRODUCT, code: 'dear', feeRate: '0.01' };
    const small = { ...SAMPLE_PRODUCT, code: 'small', clientLimit: '1000.00', tenorDays: 30, feeRate: '0' };
    const amount = Money.parse('100000.00', 'CNY');
    const found = compare([dear, small, SAMPLE_PRODUCT], {
      ...{ amount, days: 90, day: '2026-06-01', rates: REFERENCE_RATES },
    });
    expect(found.map(({ product }) => product.code)).toEqual(['refund_advance', 'dear', 'small']);
    expect(found[0]).toMatchObject({ reasons: [] });
    // 100,000 × 4.35 % × 90 / 360 = 1,087.50, and 100 of fees; 1,187.50 a quarter is 4.75 % a year.
    expect([found[0]?.cost.toAmountString(), found[0]?.allInRate.toFixed()]).toEqual(['1187.50', '0.0475']);
    expect(found[2]?.reasons).toHaveLength(2);
  });
});
