import fc from 'fast-check';

import { laterSales, mayBeAdvanced, type OverseasItem, type OverseasSales, settlementOf } from './overseas-advance.js';

const ENTRY = '310420260519137551';
const item = (itemNumber: number, revision: number, sold = revision - 1): OverseasItem => ({
  ...{ itemNumber, revision, declared: '10', sold: String(sold), lost: '0', unsold: String(10 - sold) },
});
const sales = (items: readonly OverseasItem[], asOf = '2026-12-24T00:00:00.000Z'): OverseasSales => ({
  ...{ entryNumber: ENTRY, asOf, items },
});

describe('A refund in advance', () => {
  it.each([
    ['9810', true],
    ['9710', false],
    ['0110', false],
  ])('of what left under %s: %s', (mode, may) => {
    expect(mayBeAdvanced(mode)).toBe(may);
  });

  it.each([
    [[item(1, 1, 0), item(2, 1, 0)], 'open'],
    [[item(1, 2, 10), item(2, 1, 0)], 'partly'],
    [[item(1, 2, 10), { ...item(2, 3), sold: '7', lost: '3', unsold: '0' }], 'sold'],
  ])('is settled by what was sold: %#', (items, settlement) => {
    expect(settlementOf(sales(items))).toBe(settlement);
  });

  it('knows of each item the newest, in whatever order the news come', () => {
    const news = fc.array(
      fc.array(fc.record({ itemNumber: fc.integer({ min: 1, max: 3 }), revision: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(news, (told) => {
        const all = told.map((items) => sales(items.map(({ itemNumber, revision }) => item(itemNumber, revision))));
        const known = all.reduce<readonly OverseasSales[]>(laterSales, []);
        expect(known.length).toBeLessThan(2);
        for (const { itemNumber, revision } of known[0]?.items ?? []) {
          const revisions = told
            .flat()
            .filter((one) => one.itemNumber === itemNumber)
            .map((one) => one.revision);
          expect(revision).toBe(Math.max(...revisions));
        }
      }),
    );
  });

  it('is told apart by declaration', () => {
    const other = { ...sales([item(1, 1)]), entryNumber: '310420260519137552' };
    const first = sales([item(1, 9)]);
    expect(laterSales([first], other)).toEqual([first, other]);
  });
});
