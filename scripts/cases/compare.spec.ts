import { mismatches, type Tolerance } from './compare.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('how a case is compared', () => {
  it.each<[string, unknown, unknown, Tolerance | undefined]>([
    ['decimals are numbers', { kg: '64' }, { kg: '64.000' }, '0'],
    ['only listed fields count', { kg: '64' }, { kg: '64', more: true }, '0'],
    ['money is a number with a currency', { fee: cny('7.1') }, { fee: cny('7.10') }, '0'],
    ['null matches an absent field', { until: null }, {}, '0'],
    [
      'one tolerance is for every number',
      { fee: cny('7.10'), rate: '0.5' },
      { fee: cny('7.12'), rate: '0.51' },
      '0.02',
    ],
    ['a tolerance by path', { items: [{ fee: cny('7') }] }, { items: [{ fee: cny('8') }] }, { 'items.0.fee': '1' }],
    ['nothing expected', {}, { anything: 1 }, undefined],
  ])('%s', (_why, expected, actual, tolerance) => {
    expect(mismatches(expected, actual, tolerance)).toEqual([]);
  });

  it.each<[string, unknown, unknown, string, Tolerance | undefined]>([
    ['a decimal must be a string', { kg: '64' }, { kg: 64 }, 'kg', '0'],
    ['another currency', { fee: cny('7.10') }, { fee: { amount: '7.10', currency: 'USD' } }, 'fee', '1'],
    ['a shorter list', { items: [1, 2] }, { items: [1] }, 'items', '0'],
    ['another order', { items: ['a', 'b'] }, { items: ['b', 'a'] }, 'items.0', '0'],
    ['an integer is exact', { days: 365 }, { days: 366 }, 'days', '5'],
    ['a code with zeros in front is text', { sequence: '000000001' }, { sequence: '1' }, 'sequence', '0'],
    [
      'a field not named in the map is exact',
      { vat: '1.00', duty: '1.00' },
      { vat: '1.01', duty: '1.01' },
      'duty',
      { vat: '1' },
    ],
    ['a null where something is due', { until: '2026-01-01' }, { until: null }, 'until', '0'],
    ['something where nothing is due', { until: null }, { until: '2026-01-01' }, 'until', '0'],
  ])('%s differs', (_why, expected, actual, path, tolerance) => {
    expect(mismatches(expected, actual, tolerance)[0]?.path).toBe(path);
  });
});
