import fc from 'fast-check';

import { CUT_OFFS, type CutOffDeadline, cutOffNews, nextCutOffWord, warningAt } from './cut-off.js';

const AT = new Date('2026-12-04T10:00:00Z');
const hours = (count: number): Date => new Date(AT.getTime() + count * 3_600_000);
const open = (change: Partial<CutOffDeadline> = {}): CutOffDeadline => ({
  code: 'VCO',
  at: AT,
  state: 'open',
  warnedAt: null,
  ...change,
});

describe('A cut-off', () => {
  it.each([
    ['a day and a minute before', open(), hours(-24.02), null],
    ['a day before', open(), hours(-24), 'due_soon'],
    ['after the warning', open({ warnedAt: hours(-24) }), hours(-1), null],
    ['at its hour', open({ warnedAt: hours(-24) }), hours(0), 'overdue'],
    ['past, and never warned of', open(), hours(1), 'overdue'],
    ['past, and done', open({ state: 'met' }), hours(1), null],
    ['past, and called overdue', open({ state: 'missed' }), hours(1), null],
    ['two days before papers are due', open({ code: 'DCO' }), hours(-48), 'due_soon'],
    ['past, an earliest time', open({ code: 'EFC' }), hours(1), null],
    ['a code that nobody knows', open({ code: 'XYZ' }), hours(-24), 'due_soon'],
  ] as const)('%s: %#', (_when, deadline, now, news) => {
    expect(cutOffNews(deadline, now)).toBe(news);
  });

  it('is spoken of next when it is warned of, then when it passes, then no more', () => {
    expect(nextCutOffWord([open(), open({ code: 'DCO' })])).toEqual(hours(-48));
    expect(nextCutOffWord([open({ warnedAt: hours(-24) })])).toEqual(AT);
    expect(nextCutOffWord([open({ state: 'met' }), open({ code: 'ECP' })])).toBeNull();
  });

  it('has something to say at the time it asks to be woken, and not before', () => {
    const codes = [...Object.keys(CUT_OFFS), 'XYZ'];
    const state = fc.constantFrom('open' as const, 'met' as const, 'missed' as const, 'void' as const);
    const deadline = fc.record({
      code: fc.constantFrom(...codes),
      at: fc.date({ min: hours(-99), max: hours(99), noInvalidDate: true }),
      state,
      isWarned: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(deadline, { maxLength: 6 }), (drawn) => {
        const all = drawn.map(({ isWarned, ...each }) => ({ ...each, warnedAt: isWarned ? warningAt(each) : null }));
        const next = nextCutOffWord(all);
        if (next === null) return;
        expect(all.some((each) => cutOffNews(each, next) !== null)).toBe(true);
        const before = new Date(next.getTime() - 1);
        expect(all.every((each) => cutOffNews(each, before) === null)).toBe(true);
      }),
    );
  });
});
