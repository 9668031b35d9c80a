import fc from 'fast-check';

import { allocate, available, type Balance, isSound, MOVE_KINDS, moved, type MoveKind, NOTHING } from './stock.js';

const after = (...moves: readonly (readonly [MoveKind, number])[]): Balance | null =>
  moves.reduce<Balance | null>((balance, [kind, pieces]) => balance && moved(balance, kind, pieces), NOTHING);
const TEN = ['receipt', 10] as const;

describe('Stock of a lot', () => {
  it.each([
    ['what is promised is not on offer', [TEN, ['allocation', 4]], { onHand: 10, allocated: 4 }],
    ['what leaves was promised', [TEN, ['allocation', 4], ['dispatch', 4]], { onHand: 6, allocated: 0, sold: 4 }],
    ['nobody is promised more than there is', [TEN, ['allocation', 11]], null],
    ['nothing leaves that was not promised', [TEN, ['dispatch', 1]], null],
    ['nothing comes back that did not leave', [TEN, ['return_restock', 1]], null],
    [
      'damaged pieces are not sold',
      [
        ['damaged_receipt', 3],
        ['allocation', 1],
      ],
      null,
    ],
    ['promised pieces do not get lost', [TEN, ['allocation', 10], ['lost', 1]], null],
    ['promised pieces are not set aside', [TEN, ['allocation', 10], ['damage', 1]], null],
    [
      'only what is damaged is disposed of',
      [TEN, ['damage', 2], ['disposal', 2]],
      { onHand: 8, damaged: 0, disposed: 2 },
    ],
    [
      'what comes back broken is not on hand',
      [TEN, ['allocation', 5], ['dispatch', 5], ['return_damaged', 2]],
      { onHand: 5, damaged: 2, sold: 3, returned: 2 },
    ],
  ] as const)('%s', (_what, moves, expected) => {
    const balance = after(...moves);
    if (expected === null) expect(balance).toBeNull();
    else expect(balance).toMatchObject(expected);
  });

  it('adds up after any moves, and is never below zero', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...MOVE_KINDS), fc.integer({ min: 1, max: 20 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, (many) => {
        let balance = NOTHING;
        for (const [kind, pieces] of many) balance = moved(balance, kind, pieces) ?? balance;
        expect(isSound(balance)).toBe(true);
        expect(available(balance)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  const lot = (id: string, receivedOn: string, onHand: number, allocated = 0) => ({
    ...NOTHING,
    ...{ id, lot: id, receivedOn, received: onHand, onHand, allocated },
  });

  it('is allocated from the oldest lots, all that is wanted or nothing', () => {
    const lots = [lot('b', '2026-11-05', 10), lot('a', '2026-11-01', 4, 1)];
    const names = (wanted: number) => allocate(lots, wanted).shares?.map(({ of, pieces }) => `${of.id}${pieces}`);
    expect(names(5)).toEqual(['a3', 'b2']);
    expect(allocate(lots, 14)).toEqual({ shares: null, available: 13 });
  });

  it('gives exactly what is wanted, and no lot more than it has', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 40 }), (stocks, wanted) => {
        const lots = stocks.map(([free, promised], index) => lot(`l${index}`, '2026-11-01', free + promised, promised));
        const found = allocate(lots, wanted);
        const all = stocks.reduce((sum, [free]) => sum + free, 0);
        if (found.shares === null) expect(found.available).toBe(all);
        else {
          expect(found.shares.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(wanted);
          expect(found.shares.every(({ of, pieces }) => pieces > 0 && pieces <= available(of))).toBe(true);
        }
      }),
    );
  });
});
