import fc from 'fast-check';

import { told } from '../../../kernel/sentence.js';
import { SCORECARDS } from '../../data/scorecards.js';
import { ATTRIBUTES, type ScoreInputs } from './inputs.js';
import { reliableGrade, type Score, scoreOf } from './score.js';
import { type Scorecard, scorecardNamed, scorecardOn } from './scorecard.js';

const CARD = scorecardOn(SCORECARDS, '2026-11-30');
const NOBODY: ScoreInputs = {
  asOf: '2026-11-30',
  exports: { orders: 0, value: '0', since: null },
  refunds: { filed: 0, paid: 0, queried: 0, rejected: 0, daysToPay: null },
  collections: { onTime: 0, late: 0, short: 0, open: 0 },
  receivables: { notDue: '0', upTo30: '0', upTo60: '0', upTo90: '0', over90: '0' },
  largestBuyerShare: null,
  disputes: null,
  screening: null,
};
const GOOD: ScoreInputs = {
  asOf: '2026-11-30',
  exports: { orders: 120, value: '24000000.00', since: '2023-01-10' },
  refunds: { filed: 110, paid: 108, queried: 0, rejected: 0, daysToPay: 12 },
  collections: { onTime: 115, late: 1, short: 0, open: 4 },
  receivables: { notDue: '800000.00', upTo30: '0', upTo60: '0', upTo90: '0', over90: '0' },
  largestBuyerShare: '0.22',
  disputes: 0,
  screening: 'clear',
};
const score = (changes: Partial<ScoreInputs>, of = GOOD): Score => scoreOf({ ...of, ...changes }, CARD);
const firstWords = ({ adverse: [first] }: Score): string[] =>
  first === undefined ? [] : [told(first.reason, 'en'), told(first.raise, 'en'), told(first.reason, 'zh')];

describe('A scorecard', () => {
  it.each(SCORECARDS.map((card): [string, Scorecard] => [card.version, card]))(
    'of %s is in order: 1000 points at best, better figures bring more, what is not known lies between',
    (_version, { attributes, grades, hitMax, knownMin }) => {
      expect(attributes.map(({ name }) => name).sort()).toEqual([...ATTRIBUTES].sort());
      expect(attributes.reduce((sum, { bands }) => sum + bands[0].points, 0)).toBe(1000);
      for (const { better, bands, unknown } of attributes) {
        const sign = better === 'more' ? -1 : 1;
        const bounds = bands.map(({ bound }) => sign * Number(bound));
        expect(bounds).toEqual([...bounds].sort((left, right) => left - right));
        const points = bands.map(({ points: each }) => each);
        expect(points).toEqual([...points].sort((left, right) => right - left));
        expect(unknown).toBeLessThanOrEqual(bands[0].points);
      }
      const from = grades.map((each) => each.from);
      expect(from).toEqual([...from].sort((left, right) => right - left));
      expect(grades.at(-1)?.from).toBe(0);
      expect(hitMax).toBeLessThan(grades.at(-2)?.from ?? 0);
      expect(knownMin).toBeLessThanOrEqual(attributes.length);
    },
  );

  it('is found by its day and by its name', () => {
    const next = { ...CARD, version: '2027-01', validFrom: '2027-01-01' };
    expect(scorecardOn([next, CARD], '2026-12-31').version).toBe(CARD.version);
    expect(scorecardOn([CARD, next], '2027-01-01').version).toBe('2027-01');
    expect(scorecardNamed([CARD, next], '2027-01')).toBe(next);
    expect(() => scorecardNamed([CARD], 'other')).toThrow('No scorecard');
  });
});

describe('A score', () => {
  it('is 1000 of an exporter that could not be better', () => {
    expect(score({ collections: { onTime: 115, late: 0, short: 0, open: 4 } })).toMatchObject({
      ...{ score: 1000, grade: 'A', limitFactor: '1', isThin: false, adverse: [] },
    });
  });

  it('of a stranger rests on nothing: it is thin, and says what is missing', () => {
    const found = score({}, NOBODY);
    expect(found).toMatchObject({ grade: 'E', limitFactor: '0', isThin: true });
    expect(reliableGrade(found)).toBeNull();
    expect(found.adverse[0]).toMatchObject({ attribute: 'export_value', lost: 150 });
    const whys = found.adverse.map(({ reason }) => told(reason, 'en'));
    expect(whys).toContain('Nothing is known of it: disputes with buyers');
    expect(whys).toContain('0 orders left within twelve months');
  });

  it('adds up its attributes, each with its figure and its points', () => {
    const { attributes, score: sum } = score({ largestBuyerShare: '0.62', disputes: 2 });
    expect(attributes.reduce((all, { points }) => all + points, 0)).toBe(sum);
    expect(attributes.find(({ name }) => name === 'largest_buyer')).toEqual({
      ...{ name: 'largest_buyer', figure: '0.62', points: 20, max: 60 },
    });
  });

  it('names first what costs most, in both languages, and what would raise it', () => {
    const found = score({ collections: { onTime: 80, late: 15, short: 5, open: 0 }, largestBuyerShare: '0.62' });
    expect(firstWords(found)).toEqual([
      '80 % of the orders were paid in full and on time',
      '50 points more from 90 % on',
      '80 % 的订单按时足额收汇',
    ]);
    const lost = found.adverse.map((each) => each.lost);
    expect(lost).toEqual([...lost].sort((left, right) => right - left));
  });

  it('of who stands on a list of denied parties is the lowest grade, whatever else is known', () => {
    const found = score({ screening: 'hit' });
    expect(found).toMatchObject({ score: 199, grade: 'E', limitFactor: '0' });
    expect(firstWords(found)[0]).toContain('no more than 199 points');
  });

  it.each([
    ['notDue', 90],
    ['upTo30', 15],
    ['over90', 0],
  ] as const)('takes money that is owed by its age: all of it %s brings %i', (bucket, points) => {
    const { attributes } = score({ receivables: { ...NOBODY.receivables, [bucket]: '1000.00' } });
    expect(attributes.find(({ name }) => name === 'receivables_late')?.points).toBe(points);
  });
});

const count = fc.integer({ min: 0, max: 300 });
const amount = fc.integer({ min: 0, max: 30_000_000 }).map(String);
const anyInputs: fc.Arbitrary<ScoreInputs> = fc
  .record({
    exports: fc.record({
      orders: count,
      value: amount,
      since: fc.option(fc.constantFrom('2022-01-01', '2025-06-01', '2026-10-01')),
    }),
    paid: count,
    rejected: count,
    pending: count,
    queriedShare: fc.integer({ min: 0, max: 10 }),
    daysToPay: fc.option(fc.integer({ min: 0, max: 120 })),
    collections: fc.record({ onTime: count, late: count, short: count, open: count }),
    receivables: fc.record({ notDue: amount, upTo30: amount, upTo60: amount, upTo90: amount, over90: amount }),
    largestBuyerShare: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100))),
    disputes: fc.option(fc.integer({ min: 0, max: 9 })),
    screening: fc.option(fc.constantFrom('clear' as const, 'review' as const, 'hit' as const)),
  })
  .map(({ paid, rejected, pending, queriedShare, daysToPay, ...rest }) => {
    const filed = paid + rejected + pending;
    const queried = Math.floor((filed * queriedShare) / 10);
    return { asOf: '2026-11-30', refunds: { filed, paid, rejected, queried, daysToPay }, ...rest };
  });

/** Each makes the exporter better in one respect, or leaves it as it is. */
const BETTERMENTS: Readonly<Record<string, (of: ScoreInputs) => ScoreInputs>> = {
  'one more export': (of) => ({ ...of, exports: { ...of.exports, orders: of.exports.orders + 1 } }),
  'more value': (of) => ({ ...of, exports: { ...of.exports, value: String(Number(of.exports.value) + 400_000) } }),
  'an older record': (of) => ({ ...of, exports: { ...of.exports, since: '2021-01-01' } }),
  'one more refund paid': ({ refunds, ...of }) => ({
    ...of,
    refunds: { ...refunds, filed: refunds.filed + 1, paid: refunds.paid + 1 },
  }),
  'one rejected refund paid instead': ({ refunds, ...of }) => ({
    ...of,
    refunds: refunds.rejected === 0 ? refunds : { ...refunds, paid: refunds.paid + 1, rejected: refunds.rejected - 1 },
  }),
  'one query less': ({ refunds, ...of }) => ({
    ...of,
    refunds: { ...refunds, queried: Math.max(0, refunds.queried - 1) },
  }),
  'a faster refund': ({ refunds, ...of }) => ({
    ...of,
    refunds: { ...refunds, daysToPay: refunds.daysToPay === null ? null : Math.max(0, refunds.daysToPay - 7) },
  }),
  'one more paid on time': ({ collections, ...of }) => ({
    ...of,
    collections: { ...collections, onTime: collections.onTime + 1 },
  }),
  'one late one on time instead': ({ collections, ...of }) => ({
    ...of,
    collections:
      collections.late === 0
        ? collections
        : { ...collections, late: collections.late - 1, onTime: collections.onTime + 1 },
  }),
  'what is oldest not due yet': ({ receivables, ...of }) => ({
    ...of,
    receivables: {
      ...receivables,
      over90: '0',
      notDue: String(Number(receivables.notDue) + Number(receivables.over90)),
    },
  }),
  'buyers spread more': (of) => ({
    ...of,
    largestBuyerShare: of.largestBuyerShare === null ? null : String(Number(of.largestBuyerShare) / 2),
  }),
  'one dispute less': (of) => ({ ...of, disputes: of.disputes === null ? null : Math.max(0, of.disputes - 1) }),
  'a clear screening': (of) => ({ ...of, screening: 'clear' }),
};

describe('Whatever is known of an exporter', () => {
  it.each(Object.entries(BETTERMENTS))('%s never lowers its score', (_what, better) => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const [before, after] = [scoreOf(inputs, CARD), scoreOf(better(inputs), CARD)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.grade <= before.grade).toBe(true);
      }),
    );
  });

  it('the same comes of it each time, also after it was kept as JSON, with every key in another place', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const entries = Object.entries(JSON.parse(JSON.stringify(inputs)) as ScoreInputs).reverse();
        const again = scoreOf(Object.fromEntries(entries) as unknown as ScoreInputs, CARD);
        expect(again).toEqual(scoreOf(inputs, CARD));
        expect(JSON.parse(JSON.stringify(again))).toEqual(again);
      }),
    );
  });

  it('a score is a whole number from 0 to 1000', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { score: found } = scoreOf(inputs, CARD);
        expect(Number.isInteger(found) && found >= 0 && found <= 1000).toBe(true);
      }),
    );
  });
});
