import fc from 'fast-check';

import { type Lot, move, type Movement, MOVEMENT_KINDS } from './stock.js';

const lot = (id: string, arrivedOn: string, onHand: bigint, sold = 0n, lost = 0n): Lot => ({
  ...{ id, arrivedOn, onHand, sold, lost },
});
const LOTS = [lot('b', '2026-11-05', 10n), lot('a', '2026-11-01', 4n, 6n, 1n)];
const of = (kind: Movement['kind'], quantity: bigint, more: Partial<Movement> = {}): Movement => ({
  ...{ kind, quantity, occurredOn: '2026-11-10', lotId: null },
  ...more,
});
const shares = (lots: readonly Lot[], movement: Movement): string | null => {
  const { allocations } = move(lots, movement);
  return allocations?.map(({ lotId, quantity }) => `${lotId}${quantity}`).join(' ') ?? null;
};

describe('Stock abroad', () => {
  it.each([
    ['a sale takes the oldest first', of('sale', 6n), 'a4 b2'],
    ['a sale of a stated line takes that', of('sale', 6n, { lotId: 'b' }), 'b6'],
    ['a sale takes nothing that had not arrived', of('sale', 5n, { occurredOn: '2026-11-04' }), null],
    ['nobody sells more than there is', of('sale', 15n), null],
    ['what comes back goes where it was sold from', of('return', 2n), 'a2'],
    ['nobody sends back what was not sold', of('return', 7n), null],
    ['what is lost is the oldest', of('loss', 4n), 'a4'],
    ['what is found had been lost', of('found', 1n), 'a1'],
    ['nothing is found that was not lost', of('found', 2n), null],
  ])('%s', (_what, movement, expected) => {
    expect(shares(LOTS, movement)).toBe(expected);
  });

  it('tells how much of it there was', () => {
    expect(move(LOTS, of('sale', 99n))).toEqual({ allocations: null, available: 14n });
  });

  it('keeps what was declared, line by line, and nothing is ever below zero', () => {
    const movements = fc.array(
      fc.record({
        kind: fc.constantFrom(...MOVEMENT_KINDS),
        quantity: fc.bigInt({ min: 1n, max: 30n }),
        occurredOn: fc.constantFrom('2026-11-03', '2026-11-10'),
        lotId: fc.constantFrom(null, 'a', 'b'),
      }),
      { maxLength: 40 },
    );
    const declared = (lots: readonly Lot[]) => lots.map(({ id, onHand, sold, lost }) => [id, onHand + sold + lost]);
    fc.assert(
      fc.property(movements, (many) => {
        let lots: readonly Lot[] = LOTS;
        for (const each of many) {
          const moved = move(lots, each);
          if (moved.allocations === null) {
            expect(moved.available).toBeLessThan(each.quantity);
            continue;
          }
          expect(moved.allocations.reduce((sum, { quantity }) => sum + quantity, 0n)).toBe(each.quantity);
          lots = moved.lots;
        }
        expect(declared(lots)).toEqual(declared(LOTS));
        expect(lots.every(({ onHand, sold, lost }) => onHand >= 0n && sold >= 0n && lost >= 0n)).toBe(true);
      }),
    );
  });

  it('ends as it began when all that was sold comes back', () => {
    const sales = fc.array(fc.bigInt({ min: 1n, max: 5n }), { maxLength: 6 });
    fc.assert(
      fc.property(sales, (quantities) => {
        const done: bigint[] = [];
        let lots: readonly Lot[] = [lot('x', '2026-11-01', 9n), lot('y', '2026-11-02', 9n)];
        const begun = lots;
        for (const quantity of quantities) {
          const moved = move(lots, of('sale', quantity));
          if (moved.allocations === null) continue;
          lots = moved.lots;
          done.push(quantity);
        }
        for (const quantity of done) {
          const moved = move(lots, of('return', quantity));
          lots = moved.allocations === null ? lots : moved.lots;
        }
        expect(lots).toEqual(begun);
      }),
    );
  });
});
