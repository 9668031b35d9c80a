import fc from 'fast-check';

import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { told } from '../../../kernel/sentence.js';
import { eligibility, type TradeFacts } from './eligibility.js';
import { limitsOn } from './mode.js';
import { modeOf, MODES } from './modes.js';
import { QUESTION_NAMES } from './questions.js';

const cny = (amount: string) => Money.parse(amount, 'CNY');
const NOBODY_SAID = Object.fromEntries(QUESTION_NAMES.map((name) => [name, null])) as TradeFacts['answers'];

function facts(
  change: Partial<Omit<TradeFacts, 'answers'>> & { answers?: Partial<TradeFacts['answers']> },
): TradeFacts {
  const { answers = {}, ...rest } = change;
  return {
    direction: 'export',
    on: '2026-11-29',
    value: null,
    cnyRate: null,
    singleItem: false,
    purchasedThisYear: null,
    ...rest,
    answers: { ...NOBODY_SAID, ...answers },
  };
}

function judge(code: string, change: Parameters<typeof facts>[0]) {
  const mode = modeOf(code);
  if (mode === undefined) throw new Error(`No mode ${code}`);
  const { verdict, conditions } = eligibility(mode, facts(change));
  return { verdict, open: conditions.flatMap((each) => (each.outcome === 'met' ? [] : [each.condition])), conditions };
}

const RETAIL = { registered: true, consumer: true, marketplace: true, positiveList: true };
const MARKET = { registered: true, marketPurchase: true, restricted: false };

describe('Whether a trade may go under a supervision mode', () => {
  it.each([
    ['0110 asks for the registration alone', '0110', { answers: { registered: true } }, 'eligible', []],
    ['0110 without a word', '0110', {}, 'undetermined', ['registered']],
    ['9610 sells to consumers', '9610', { answers: { ...RETAIL, consumer: false } }, 'not_eligible', ['consumer']],
    ['9710 sells to companies', '9710', { answers: { ...RETAIL, consumer: false } }, 'eligible', []],
    ['9810 goes to a warehouse', '9810', { answers: { registered: true } }, 'undetermined', ['overseas_warehouse']],
    ['1039 up to the limit', '1039', { value: Money.parse('150000.00', 'USD'), answers: MARKET }, 'eligible', []],
    [
      '1039 a cent above it',
      '1039',
      { value: Money.parse('150000.01', 'USD'), answers: MARKET },
      'not_eligible',
      ['limits'],
    ],
    ['1039 in another currency', '1039', { value: cny('900000.00'), answers: MARKET }, 'undetermined', ['limits']],
    ['1239 is for imports', '1239', {}, 'not_eligible', ['direction']],
  ] as const)('%s', (_why, code, change, verdict, open) => {
    expect(judge(code, change)).toMatchObject({ verdict, open });
  });

  describe('of a retail import', () => {
    const imported = (value: string, year: string, on = '2026-11-29') =>
      judge('9610', { direction: 'import', on, value: cny(value), purchasedThisYear: cny(year), answers: RETAIL });

    it.each([
      ['at both limits', '5000.00', '21000.00', '2026-11-29', 'eligible', []],
      ['above that of the order', '5000.01', '0.00', '2026-11-29', 'not_eligible', ['limits']],
      ['above that of the year', '5000.00', '21000.01', '2026-11-29', 'not_eligible', ['limits']],
      ['by the figures of 2018', '2000.01', '0.00', '2018-12-31', 'not_eligible', ['limits']],
      ['by the figures of 2019', '2000.01', '0.00', '2019-01-01', 'eligible', []],
    ])('%s', (_why, value, year, on, verdict, open) => {
      expect(imported(value, year, on)).toMatchObject({ verdict, open });
    });

    it('one indivisible item above that of the order stays, since 2019, and not above that of the year', () => {
      const item = (value: string, on = '2026-11-29') =>
        judge('9610', {
          ...{ direction: 'import', on, singleItem: true, answers: RETAIL },
          ...{ value: cny(value), purchasedThisYear: cny('0.00') },
        });
      expect(item('5000.01').verdict).toBe('eligible');
      expect(item('26000.01').verdict).toBe('not_eligible');
      expect(item('2000.01', '2018-12-31').verdict).toBe('not_eligible');
    });

    it('an amount of another currency is held against the limits at its rate', () => {
      const [value, rate] = [Money.parse('700.00', 'USD'), new Decimal('7.15')];
      const change = { direction: 'import', value, purchasedThisYear: cny('0.00'), answers: RETAIL } as const;
      expect(judge('9610', { ...change, cnyRate: rate }).open).toEqual(['limits']);
      expect(judge('9610', { ...change, cnyRate: null }).verdict).toBe('undetermined');
    });

    it('pilot cities tell 1210 from 1239', () => {
      const change = {
        direction: 'import',
        value: cny('1.00'),
        purchasedThisYear: cny('0.00'),
        answers: { ...RETAIL, bondedArea: true, pilotCity: true },
      } as const;
      expect(judge('1210', change).verdict).toBe('eligible');
      expect(judge('1239', change)).toMatchObject({ verdict: 'not_eligible', open: ['outside_pilot_cities'] });
    });
  });

  it('the verdict follows from the conditions, and each open one says what to do, whatever is known', () => {
    const answer = fc.constantFrom(true, false, null);
    const known = fc.record({
      direction: fc.constantFrom('export', 'import'),
      value: fc.option(fc.integer({ min: 0, max: 20_000_000 }).map((minor) => Money.ofMinor(BigInt(minor), 'CNY'))),
      purchasedThisYear: fc.option(fc.constant(cny('100.00'))),
      answers: fc.record(Object.fromEntries(QUESTION_NAMES.map((name) => [name, answer]))),
    });
    fc.assert(
      fc.property(fc.constantFrom(...MODES), known, (mode, change) => {
        const { verdict, conditions } = eligibility(mode, facts(change));
        const outcomes = conditions.map(({ outcome }) => outcome);
        expect(verdict === 'eligible').toBe(outcomes.every((outcome) => outcome === 'met'));
        expect(verdict === 'not_eligible').toBe(outcomes.includes('not_met'));
        for (const { outcome, why, fix } of conditions) {
          expect(told(why, 'en')).not.toMatch(/[{}]/);
          expect(told(why, 'zh')).not.toMatch(/[{}]/);
          expect(fix === null).toBe(outcome === 'met');
        }
      }),
    );
  });
});

describe('Limits by their days', () => {
  it('hold one figure of a name on any day', () => {
    for (const trade of MODES.flatMap(({ trades }) => trades)) {
      const days = trade.limits.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
      for (const day of days) {
        const names = limitsOn(trade, day).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
      }
    }
  });
});
