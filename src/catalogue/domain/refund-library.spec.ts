import fc from 'fast-check';

import { addDays } from '../../kernel/local-date.js';
import { libraryAnswer, type LibraryRate } from './refund-library.js';

const row = (code: string, refundRate: string, more: Partial<LibraryRate> = {}): LibraryRate => ({
  code,
  name: `goods ${code}`,
  unit: '千克',
  vatRates: ['0.13'],
  refundRate,
  adValorem: null,
  specificTax: null,
  specialFlag: null,
  zeroMeaning: null,
  validFrom: '2026-01-01',
  validTo: null,
  version: '出口退税率文库 2026A',
  source: 'sample',
  ...more,
});
const ask = (rows: readonly LibraryRate[], hsCode: string, refundCode: string | null = null, on = '2026-05-01') => {
  const { outcome, rate, choices } = libraryAnswer(rows, { hsCode, refundCode, on });
  return [outcome, rate?.code ?? null, choices.map(({ code }) => code)];
};

describe('libraryAnswer (出口退税率文库)', () => {
  it.each<[string, LibraryRate[], string, string | null, unknown[]]>([
    [
      'eight digits decide where there are no ten',
      [row('85414300', '0')],
      '8541430000',
      null,
      ['rate', '85414300', []],
    ],
    [
      'ten decide before eight',
      [row('85414300', '0'), row('8541430000', '0.09')],
      '8541430000',
      null,
      ['rate', '8541430000', []],
    ],
    [
      'parts with one rate need no choice',
      [row('710812000001', '0.13'), row('710812000002', '0.13')],
      '7108120000',
      null,
      ['rate', '710812000001', []],
    ],
    [
      'parts that differ need a person',
      [row('710812000002', '0'), row('710812000001', '0.13')],
      '7108120000',
      null,
      ['choice', null, ['710812000001', '710812000002']],
    ],
    [
      'the undivided rest is a choice too',
      [row('7108120000', '0.13'), row('710812000001', '0')],
      '7108120000',
      null,
      ['choice', null, ['7108120000', '710812000001']],
    ],
    [
      'a shorter code is no choice where the parts speak',
      [row('71081200', '0.09'), row('710812000001', '0')],
      '7108120000',
      null,
      ['rate', '710812000001', []],
    ],
    [
      'a part that was chosen decides',
      [row('7108120000', '0.13'), row('710812000001', '0')],
      '7108120000',
      '710812000001',
      ['rate', '710812000001', []],
    ],
    [
      'the rest may be chosen',
      [row('7108120000', '0.13'), row('710812000001', '0')],
      '7108120000',
      '7108120000',
      ['rate', '7108120000', []],
    ],
    ['of other goods it says nothing', [row('85414300', '0')], '9503008900', null, ['silent', null, []]],
    [
      'zero of two meanings is two rates',
      [
        row('950300890001', '0', { zeroMeaning: 'exempt' }),
        row('950300890002', '0', { zeroMeaning: 'taxed_as_domestic' }),
      ],
      '9503008900',
      null,
      ['choice', null, ['950300890001', '950300890002']],
    ],
  ])('%s', (_why, rows, hsCode, refundCode, answer) => {
    expect(ask(rows, hsCode, refundCode)).toEqual(answer);
  });

  it.each([
    ['2025-12-31', ['silent', null, []]],
    ['2026-01-01', ['rate', '9503008900', []]],
    ['2026-06-30', ['rate', '9503008900', []]],
    ['2026-07-01', ['none', null, []]],
  ])('both days of an interval belong to it: %s', (on, answer) => {
    expect(ask([row('9503008900', '0.13', { validTo: '2026-06-30' })], '9503008900', null, on)).toEqual(answer);
  });

  it('answers with an interval that holds on that day, of the goods’ own code or one that it begins with', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^9503008900\\d{${length - 10}}$`));
    const code = fc.oneof(fc.constant('95030089'), fc.constant('9503008900'), digits(12), digits(13));
    const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2025-01-01', days));
    const rates = fc.array(
      fc.record({
        code,
        rate: fc.constantFrom('0', '0.09', '0.13'),
        from: day,
        days: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rates, day, (given, on) => {
        const rows = given.map(({ code: own, rate, from, days }) =>
          row(own, rate, { validFrom: from, validTo: addDays(from, days) }),
        );
        const { outcome, rate, choices } = libraryAnswer(rows, { hsCode: '9503008900', refundCode: null, on });
        const named = [...choices, ...(rate ? [rate] : [])];
        expect(named.every(({ validFrom, validTo }) => validFrom <= on && on <= (validTo ?? on))).toBe(true);
        expect(outcome === 'choice').toBe(new Set(choices.map(({ refundRate }) => refundRate)).size > 1);
        // To choose any of the choices settles it.
        for (const choice of choices) {
          const settled = libraryAnswer(rows, { hsCode: '9503008900', refundCode: choice.code, on });
          expect(['rate', choice.code.length]).toEqual([settled.outcome, settled.rate?.code.length]);
        }
      }),
    );
  });
});
