import fc from 'fast-check';

import { accountOf, agrees, announcedOf, type DeclaredLot, piecesOf } from './reconciliation.js';
import { MOVE_KINDS, moved, NOTHING } from './stock.js';

const ITEM = { itemNumber: 1, hsCode: '9503008900', quantity: '1000', unit: '007' };
const lot = (announced: number, change: Partial<DeclaredLot> = {}): DeclaredLot => ({
  ...NOTHING,
  ...{ itemNumber: 1, announced, isCancelled: false, missing: null, isStocked: false },
  ...change,
});

describe('Goods under 9810', () => {
  it('are unannounced, underway, missing or received', () => {
    const stocked = { isStocked: true, missing: 10, received: 290, onHand: 200, damaged: 5, sold: 80, disposed: 5 };
    const account = accountOf(ITEM, [
      lot(300, stocked),
      lot(200),
      lot(400, { isCancelled: true }),
      lot(9, { itemNumber: 2 }),
    ]);
    expect(account).toMatchObject({
      unannounced: '500',
      underway: 200,
      missing: 10,
      received: 290,
      sold: 80,
      unsold: 205,
    });
    expect(agrees(account)).toBe(true);
    expect(announcedOf([lot(300), lot(5, { isCancelled: true })], 1)).toBe(300);
  });

  it.each([
    ['1000', '007', 1000],
    ['12', '025', 12],
    ['12.5', '011', null],
    ['1000', '035', null],
  ])('%s of unit %s are %s pieces', (quantity, unit, pieces) => {
    expect(piecesOf({ ...ITEM, quantity, unit })).toBe(pieces);
  });

  it('agree whatever is announced, inspected, moved and cancelled', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...MOVE_KINDS), fc.integer({ min: 1, max: 30 })), {
      maxLength: 30,
    });
    const some = fc.record({
      announced: fc.integer({ min: 1, max: 100 }),
      damaged: fc.integer({ min: 0, max: 100 }),
      missing: fc.integer({ min: 0, max: 100 }),
      state: fc.constantFrom('underway', 'cancelled', 'stocked'),
      moves,
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (notices) => {
        const lots = notices.map(({ announced, state, moves: many, ...counts }) => {
          if (state !== 'stocked') return lot(announced, { isCancelled: state === 'cancelled' });
          const missing = Math.min(announced, counts.missing);
          const damaged = Math.min(announced - missing, counts.damaged);
          const received = announced - missing;
          let balance = { ...NOTHING, received, damaged, onHand: received - damaged };
          const later = many.filter(([kind]) => kind !== 'receipt' && kind !== 'damaged_receipt');
          for (const [kind, pieces] of later) balance = moved(balance, kind, pieces) ?? balance;
          return lot(announced, { ...balance, missing, isStocked: true });
        });
        expect(agrees(accountOf(ITEM, lots))).toBe(true);
      }),
    );
  });
});
