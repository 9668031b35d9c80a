import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { ecbColumns, ecbRates } from './ecb-file.js';
import { readStated } from './middle-rates.js';
import { homePerUnit, published } from './quotation.js';
import { rateBetween } from './rate-between.js';
import { type PublishedSource, rateSource } from './rate-source.js';

const TODAY = '2026-11-30';
const rates = (source: PublishedSource, given: Readonly<Record<string, string>>) => {
  const all = Object.entries(given).map(([currency, rate]) =>
    published(source, { currency, rate: new Decimal(rate), publishedOn: '2026-03-05' }),
  );
  return (base: string, quote: string) =>
    rateBetween({ base, quote }, rateSource(source).home, (currency) => {
      return all.find((one) => [one.base, one.quote].includes(currency)) ?? null;
    });
};

describe('A published rate', () => {
  it.each([
    ['USD', '7.0712', 'USD', '7.0712'],
    ['JPY', '4.5321', 'JPY', '0.045321'],
    ['MYR', '0.5812', 'CNY', '1.7205781142'],
    ['KRW', '206.45', 'CNY', '0.004843787842'],
  ])('of %s by CFETS, %s, is on the base %s: %s CNY for one', (currency, rate, base, perUnit) => {
    const given = published('cfets', { currency, rate: new Decimal(rate), publishedOn: '2026-03-05' });
    expect([given.base, homePerUnit(given).toFixed()]).toEqual([base, perUnit]);
  });

  it('of the ECB is foreign units for one euro', () => {
    const given = published('ecb', { currency: 'USD', rate: new Decimal('1.1618'), publishedOn: '2026-03-05' });
    expect([given.base, given.quote, homePerUnit(given).toFixed()]).toEqual(['EUR', 'USD', '0.8607333448']);
  });

  it.each([
    ['EUR', 'CNY', '8.0177', 'published', null],
    ['CNY', 'EUR', '0.124724048', 'inverted', null],
    ['USD', 'CNY', '6.9011017387', 'derived', 'EUR'],
  ])('of %s in %s is %s: %s', (base, quote, rate, derivation, via) => {
    const found = rates('ecb', { USD: '1.1618', CNY: '8.0177' })(base, quote);
    expect(found).toMatchObject({ derivation, via });
    expect(found?.rate.toFixed()).toBe(rate);
  });

  it('is not made of one leg alone', () => {
    expect(rates('cfets', { USD: '7.07' })('USD', 'EUR')).toBeNull();
  });

  it('there and back is one, to eight digits, and no leg is divided before the end', () => {
    const price = fc.integer({ min: 1, max: 99_999_999 }).map((count) => new Decimal(count).div(10_000).toFixed());
    fc.assert(
      fc.property(price, price, (usd, krw) => {
        const between = rates('cfets', { USD: usd, KRW: krw });
        const [there, back] = [between('USD', 'KRW'), between('KRW', 'USD')];
        expect(there?.rate.toSignificantDigits(9).toFixed()).toBe(
          new Decimal(usd).times(krw).toSignificantDigits(9).toFixed(),
        );
        expect(
          there?.rate
            .times(back?.rate ?? 0)
            .minus(1)
            .abs()
            .lessThan('0.00000001'),
        ).toBe(true);
      }),
    );
  });
});

describe('The file of the ECB', () => {
  it('has a currency in each column, and a comma behind the last', () => {
    const { columns, faults } = ecbColumns(['Date', 'USD', 'BGN', 'CNY', '']);
    expect([faults, columns.passedOver]).toEqual([[], ['BGN']]);
    const read = ecbRates(columns, ['2026-03-05', '1.1618', '1.9558', 'N/A', ''], TODAY);
    expect(read.faults).toEqual([]);
    expect(read.rates.map(({ quote, rate }) => [quote, rate.toFixed()])).toEqual([['USD', '1.1618']]);
  });

  it.each<[string, string[], string[]]>([
    ['another layout', ['Date', 'Country', 'Exchange rate'], ['FX_RATES.ecb_layout']],
    ['a currency that never was', ['Date', 'USD', 'XQZ'], ['FX_RATES.currency_unknown']],
    ['a currency twice', ['Date', 'USD', 'USD'], ['FX_RATES.currency_twice']],
  ])('is refused with %s', (_why, cells, codes) => {
    expect(ecbColumns(cells).faults.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[string, string[], string[]]>([
    ['a day that is none', ['2026-02-30', '1.1', '8'], ['FX_RATES.no_day']],
    ['a day to come', ['2026-12-01', '1.1', '8'], ['FX_RATES.day_to_come']],
    ['nought, and less', ['2026-03-05', '0', '-8'], ['FX_RATES.rate_unreadable', 'FX_RATES.rate_unreadable']],
    ['a value too few', ['2026-03-05', '1.1'], ['FX_RATES.cells']],
  ])('has all that is wrong with a line told: %s', (_why, cells, codes) => {
    const { columns } = ecbColumns(['Date', 'USD', 'CNY']);
    const { rates: read, faults } = ecbRates(columns, cells, TODAY);
    expect([read, faults.map(({ code }) => code)]).toEqual([[], codes]);
  });
});

describe('A middle rate', () => {
  const stated = { date: '2026-11-27', base: 'USD', quote: 'CNY', unit: '1', rate: '7.0712' };

  it.each([
    [{}, 'direct'],
    [{ base: 'JPY', unit: '100', rate: '4.53' }, 'direct'],
    [{ base: 'CNY', quote: 'THB', rate: '4.58' }, 'inverse'],
  ])('%j is taken as %s', (change, direction) => {
    expect(readStated('cfets', { ...stated, ...change }, TODAY)).toMatchObject({ rate: { direction }, faults: [] });
  });

  it.each<[object, string[]]>([
    [{ base: 'THB' }, ['base manner']],
    [{ base: 'CNY', quote: 'USD' }, ['base manner']],
    [{ base: 'JPY' }, ['unit manner']],
    [{ base: 'USD', quote: 'EUR' }, ['base pair']],
    [
      { date: '2026-12-01', base: 'XQZ', unit: '0', rate: '0' },
      ['date date', 'base currency', 'rate rate', 'unit unit'],
    ],
    [{ rate: '-7' }, ['rate rate']],
  ])('%j is refused: %j', (change, faults) => {
    const found = readStated('cfets', { ...stated, ...change }, TODAY);
    expect([found.rate, found.faults.map(({ field, code }) => `${field} ${code}`)]).toEqual([null, faults]);
  });
});
