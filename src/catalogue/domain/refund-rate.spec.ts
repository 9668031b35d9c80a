import { REFUND_RATES } from '../data/refund-rates.js';
import { InvalidInputError } from '../../kernel/domain-error.js';
import { addDays } from '../../kernel/local-date.js';
import { type RefundRateFilter, refundRateOn, refundRatesIn } from './refund-rate.js';
import { ProductGroupUnknownError, RefundRateNotFoundError } from './refund-rate.errors.js';

const on = (goods: { hsCode?: string; productGroup?: string }, exportDate: string) =>
  refundRateOn(REFUND_RATES, { ...goods, exportDate });

describe('refundRateOn (公告2024年第15号, 公告2026年第2号)', () => {
  it.each([
    // group,             export date,  rate,   from,         to
    ['batteries', '2024-11-30', '0.13', null, '2024-11-30'],
    ['batteries', '2024-12-01', '0.09', '2024-12-01', '2026-03-31'],
    ['batteries', '2026-04-01', '0.06', '2026-04-01', '2026-12-31'],
    ['batteries', '2027-01-01', '0', '2027-01-01', null],
    ['photovoltaics', '2026-03-31', '0.09', '2024-12-01', '2026-03-31'],
    ['photovoltaics', '2026-04-01', '0', '2026-04-01', null],
    ['aluminium_copper', '2024-11-30', '0.13', null, '2024-11-30'],
    ['aluminium_copper', '2024-12-01', '0', '2024-12-01', null],
  ])('%s exported on %s get %s', (productGroup, exportDate, refundRate, validFrom, validTo) => {
    const found = on({ productGroup }, exportDate);
    expect({ ...found, refundRate: found.refundRate.toString() }).toMatchObject({ refundRate, validFrom, validTo });
  });

  it.each([
    // HS,          group,                      why
    ['85414300', 'photovoltaics', 'the notice names eight digits'],
    ['8541430000', 'photovoltaics', 'ten digits of the same goods'],
    ['8541410000', 'since_2019_13', 'light-emitting diodes are not on the list: chapter 85'],
    ['8507600090', 'batteries', 'lithium-ion batteries'],
    ['8507200000', 'lead_acid_no_refund', 'lead-acid batteries never came back'],
    ['7604210000', 'aluminium_copper', 'hollow profiles'],
    ['7604291010', 'aluminium_copper', 'the one ten-digit bar on the list'],
    ['7604291090', 'aluminium_bars_no_refund', 'its neighbour is not'],
    ['7615109010', 'since_2020_13', 'household articles of aluminium are not semi-products'],
    ['9503008900', 'since_2019_13', 'toys'],
    ['6110200000', 'since_2019_13', 'garments'],
    ['8205590000', 'since_2020_13', 'hand tools'],
  ])('HS %s belongs to %s: %s', (hsCode, productGroup) => {
    expect(on({ hsCode }, '2025-06-01').productGroup).toBe(productGroup);
  });

  it('says which notice set the rate, and what zero means', () => {
    const found = on({ productGroup: 'aluminium_copper' }, '2025-01-01');
    expect(found.rule).toEqual({
      id: 'tax-refund.rate',
      version: REFUND_RATES.version,
      source: '财政部 税务总局公告2024年第15号',
    });
    expect(found.zeroMeaning).toBe('taxed_as_domestic');
  });

  it('does not guess: goods or days that the table does not cover have no rate', () => {
    expect(() => on({ hsCode: '0101210000' }, '2025-01-01')).toThrow(RefundRateNotFoundError);
    expect(() => on({ hsCode: '9503008900' }, '2019-03-31')).toThrow(RefundRateNotFoundError);
    expect(() => on({ productGroup: 'toys' }, '2025-01-01')).toThrow(ProductGroupUnknownError);
  });

  it.each([
    [{}, '2025-01-01', ['/hsCode']],
    [{ hsCode: '85414300', productGroup: 'photovoltaics' }, '2025-01-01', ['/productGroup']],
    [{ hsCode: '8541' }, '2025-02-29', ['/hsCode', '/exportDate']],
    [{ hsCode: '85414300001' }, '2025-01-01', ['/hsCode']],
  ])('refuses %j on %s, naming %j', (goods, exportDate, pointers) => {
    const refused = () => on(goods, exportDate);
    expect(refused).toThrow(InvalidInputError);
    try {
      refused();
    } catch (error) {
      expect((error as InvalidInputError).faults.map((fault) => fault.pointer)).toEqual(pointers);
    }
  });
});

describe('the refund rate table', () => {
  it.each(REFUND_RATES.groups)('$code: its intervals follow one another without gap or overlap', ({ rates }) => {
    rates.slice(1).forEach((interval, index) => {
      const before = rates[index];
      expect(interval.validFrom).toBe(addDays(before?.validTo ?? '', 1));
    });
  });

  it('lists no prefix twice', () => {
    const prefixes = REFUND_RATES.groups.flatMap((group) => group.hsPrefixes);
    expect(prefixes).toHaveLength(new Set(prefixes).size);
  });
});

describe('Rows of the table of refund rates', () => {
  const rows = (filter: RefundRateFilter) =>
    refundRatesIn(REFUND_RATES, filter).map(({ group, refundRate }) => `${group.code} ${refundRate}`);

  it.each<[RefundRateFilter, string[], string]>([
    [{ productGroup: 'photovoltaics' }, ['0.13', '0.09', '0'], 'every rate there has been, in time order'],
    [{ hsCode: '8541430000' }, ['0.13', '0.09', '0'], 'the goods of the same group'],
    [{ hsCode: '8541430000', on: '2026-03-31' }, ['0.09'], 'the last day counts'],
    [{ productGroup: 'photovoltaics', on: '2026-04-01' }, ['0'], 'and so does the first'],
    [{ hsCode: '9503008900', productGroup: 'photovoltaics' }, [], 'toys are none'],
  ])('for %j are %j: %s', (filter, rates) => {
    expect(rows(filter)).toEqual(rates.map((rate) => `photovoltaics ${rate}`));
  });

  it.each<[RefundRateFilter, string]>([
    [{ hsCode: '0101210000' }, 'goods that the table does not have'],
    [{ productGroup: 'moon_dust' }, 'a group that does not exist'],
    [{ productGroup: 'steel_2021_05', on: '2019-01-01' }, 'a day before the oldest row'],
  ])('for %j are none: %s', (filter) => {
    expect(rows(filter)).toEqual([]);
  });

  it('without a filter are all', () => {
    const all = REFUND_RATES.groups.reduce((sum, { rates }) => sum + rates.length, 0);
    expect(rows({})).toHaveLength(all);
  });
});
