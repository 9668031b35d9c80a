import fc from 'fast-check';

import {
  type ClearedDeclaration,
  clearanceOf,
  earliestExport,
  type ExportProgress,
  isAllCleared,
  latestExport,
  partOf,
  withCleared,
} from './export-facts.js';

const declaration = (number: number, of = 3, exportDate = '2026-11-20'): ClearedDeclaration => ({
  part: { number, of },
  entryNumber: `31042026079500000${number}`,
  exportDate,
  supervisionMode: '0110',
  fob: { amount: '100.00', currency: 'USD' },
  items: [],
});
const progress = (cleared: readonly number[], givenUpParts: readonly number[] = []): ExportProgress => ({
  declarations: cleared.map((number) => declaration(number)),
  givenUpParts,
});

describe('An export in several declarations', () => {
  it.each([
    ['nothing is known', progress([]), false],
    ['the first is cleared', progress([1]), false],
    ['the last is not', progress([1, 2]), false],
    ['all are cleared', progress([1, 2, 3]), true],
    ['the one that is not was given up', progress([1, 3], [2]), true],
    ['all were given up', progress([], [1, 2, 3]), false],
  ])('when %s', (_why, known, expected) => {
    expect(isAllCleared(known)).toBe(expected);
  });

  it('tells how many are cleared of those that will be', () => {
    expect([clearanceOf(progress([])), clearanceOf(progress([1], [2]))]).toEqual([null, { cleared: 1, of: 2 }]);
  });

  it('is known in the order of its parts, in whatever order they are cleared, and however often they are told', () => {
    const order = fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(order, (told) => {
        const known = told.reduce<readonly ClearedDeclaration[]>(
          (declarations, number) => withCleared({ declarations, givenUpParts: [] }, declaration(number)),
          [],
        );
        expect(known.map(({ part }) => part.number)).toEqual([...new Set(told)].sort());
      }),
    );
  });

  it('that is heard of again is known by the later word', () => {
    const [later] = withCleared(progress([1]), declaration(1, 3, '2026-12-01'));
    expect(later?.exportDate).toBe('2026-12-01');
  });

  it('starts its clocks with the first that left, and is of the month of the last', () => {
    const declarations = [declaration(1, 2, '2026-12-02'), declaration(2, 2, '2026-11-30')];
    expect([earliestExport(declarations), latestExport(declarations)]).toEqual(['2026-11-30', '2026-12-02']);
    expect([earliestExport([]), latestExport([])]).toEqual([null, null]);
  });

  it('of one declaration does not name it', () => {
    expect([partOf({}), partOf({ part: { number: 2, of: 3 } })]).toEqual([
      { number: 1, of: 1 },
      { number: 2, of: 3 },
    ]);
  });
});
