import { type LocalDate } from '../../../kernel/local-date.js';
import { type Fifths } from '../fifths.js';

/** 跨境电子商务出口海外仓 */
export const OVERSEAS_MODE = '9810';

/** What happens to goods in a warehouse abroad: sold, sent back by the buyer, lost or destroyed, found again. */
export const MOVEMENT_KINDS = ['sale', 'return', 'loss', 'found'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/**
 * One declared line as it stands in a warehouse. Whatever happens, `onHand`, `sold` and `lost` are what was declared, and none of
 * them is below zero.
 */
export interface Lot {
  readonly id: string;
  readonly arrivedOn: LocalDate;
  readonly onHand: Fifths;
  readonly sold: Fifths;
  readonly lost: Fifths;
}
type Place = 'onHand' | 'sold' | 'lost';

/** What a movement takes of one declared line. */
export interface Allocation {
  readonly lotId: string;
  readonly quantity: Fifths;
}

interface Way {
  readonly from: Place;
  readonly to: Place;
}

const WAYS: Readonly<Record<MovementKind, Way>> = {
  sale: { from: 'onHand', to: 'sold' },
  return: { from: 'sold', to: 'onHand' },
  loss: { from: 'onHand', to: 'lost' },
  found: { from: 'lost', to: 'onHand' },
};

export interface Movement {
  readonly kind: MovementKind;
  readonly quantity: Fifths;
  readonly occurredOn: LocalDate;
  /** The line that it is of, where that is stated. */
  readonly lotId: string | null;
}

/** Either the declared lines that it is of, and how they stand then; or how much of it there was. */
export type Moved<Of extends Lot = Lot> =
  | { readonly allocations: readonly Allocation[]; readonly lots: readonly Of[] }
  | { readonly allocations: null; readonly available: Fifths };

/**
 * Ties a movement to the lines that were declared: the stated one, else those that had arrived by then, the oldest first; what
 * comes back goes to the newest first, so that the oldest stay accounted for. All of it or nothing.
 * @param lots all of one product in one warehouse
 */
export function move<Of extends Lot>(lots: readonly Of[], movement: Movement): Moved<Of> {
  const { from, to } = WAYS[movement.kind];
  const allocations: Allocation[] = [];
  const after = new Map<string, Of>();
  let left = movement.quantity;
  for (const lot of inOrder(lots, movement)) {
    const taken = lot[from] < left ? lot[from] : left;
    if (taken === 0n) continue;
    left -= taken;
    allocations.push({ lotId: lot.id, quantity: taken });
    after.set(lot.id, { ...lot, [from]: lot[from] - taken, [to]: lot[to] + taken });
  }
  if (left > 0n) return { allocations: null, available: movement.quantity - left };
  return { allocations, lots: lots.map((lot) => after.get(lot.id) ?? lot) };
}

function inOrder<Of extends Lot>(lots: readonly Of[], { kind, occurredOn, lotId }: Movement): Of[] {
  const concerned = lots.filter((lot) => lot.arrivedOn <= occurredOn && (lotId === null || lot.id === lotId));
  const sorted = concerned.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  return WAYS[kind].from === 'onHand' ? sorted : sorted.reverse();
}

function keyOf({ arrivedOn, id }: Lot): string {
  return `${arrivedOn} ${id}`;
}
