import { type LocalDate } from '../../../kernel/local-date.js';

/** How many pieces of one lot are where. Damaged ones are in the warehouse and cannot be sold. */
export interface Balance {
  /** All that ever came in of it, sound or damaged. */
  readonly received: number;
  /** Sound pieces in the warehouse, promised ones among them. */
  readonly onHand: number;
  /** Promised to orders that have not left. */
  readonly allocated: number;
  readonly damaged: number;
  /** Dispatched, less what came back. */
  readonly sold: number;
  /** All that ever came back. */
  readonly returned: number;
  readonly disposed: number;
  /** Found by counts, less what counts missed. */
  readonly adjusted: number;
}
type Place = keyof Balance;

export const NOTHING: Balance = {
  ...{ received: 0, onHand: 0, allocated: 0, damaged: 0 },
  ...{ sold: 0, returned: 0, disposed: 0, adjusted: 0 },
};

interface Effect {
  readonly adds?: readonly Place[];
  readonly takes?: readonly Place[];
  /** What it adds to the pieces in the warehouse, for which storage is paid. */
  readonly onSite: -1 | 0 | 1;
}

const EFFECTS = {
  receipt: { adds: ['received', 'onHand'], onSite: 1 },
  damaged_receipt: { adds: ['received', 'damaged'], onSite: 1 },
  allocation: { adds: ['allocated'], onSite: 0 },
  deallocation: { takes: ['allocated'], onSite: 0 },
  dispatch: { takes: ['onHand', 'allocated'], adds: ['sold'], onSite: -1 },
  return_restock: { takes: ['sold'], adds: ['onHand', 'returned'], onSite: 1 },
  return_damaged: { takes: ['sold'], adds: ['damaged', 'returned'], onSite: 1 },
  return_disposal: { takes: ['sold'], adds: ['disposed', 'returned'], onSite: 0 },
  damage: { takes: ['onHand'], adds: ['damaged'], onSite: 0 },
  disposal: { takes: ['damaged'], adds: ['disposed'], onSite: -1 },
  found: { adds: ['onHand', 'adjusted'], onSite: 1 },
  lost: { takes: ['onHand', 'adjusted'], onSite: -1 },
} as const satisfies Record<string, Effect>;

export type MoveKind = keyof typeof EFFECTS;
export const MOVE_KINDS = Object.keys(EFFECTS) as MoveKind[];

/** How many pieces more are in the warehouse after it. */
export function onSiteChange(kind: MoveKind, pieces: number): number {
  return EFFECTS[kind].onSite * pieces;
}

export function available({ onHand, allocated }: Balance): number {
  return onHand - allocated;
}

/**
 * Whatever happens, what came in and was found is what is there, sold or gone; nothing is below zero, and nobody is promised what
 * is not on hand.
 */
export function isSound(balance: Balance): boolean {
  const { received, onHand, allocated, damaged, sold, returned, disposed, adjusted } = balance;
  return (
    [onHand, allocated, damaged, sold, returned, disposed].every((pieces) => pieces >= 0) &&
    allocated <= onHand &&
    received + adjusted === onHand + damaged + sold + disposed
  );
}

/** @returns the balance after it; null where there is not as much */
export function moved(balance: Balance, kind: MoveKind, pieces: number): Balance | null {
  const { adds = [], takes = [] }: Effect = EFFECTS[kind];
  const after: Record<Place, number> = { ...balance };
  for (const place of adds) after[place] += pieces;
  for (const place of takes) after[place] -= pieces;
  return isSound(after) ? after : null;
}

export interface Allocatable extends Balance {
  readonly id: string;
  readonly lot: string;
  readonly receivedOn: LocalDate | null;
}

export interface Share<Of extends Allocatable = Allocatable> {
  readonly of: Of;
  readonly pieces: number;
}

/** Which lots give how much, the oldest first (FIFO), or what there is of them where that is not enough. */
export function allocate<Of extends Allocatable>(
  lots: readonly Of[],
  wanted: number,
): { readonly shares: readonly Share<Of>[] } | { readonly shares: null; readonly available: number } {
  const shares: Share<Of>[] = [];
  let left = wanted;
  for (const lot of [...lots].sort(oldestFirst)) {
    const pieces = Math.min(left, available(lot));
    if (pieces <= 0) continue;
    shares.push({ of: lot, pieces });
    left -= pieces;
  }
  return left === 0 ? { shares } : { shares: null, available: wanted - left };
}

function oldestFirst(left: Allocatable, right: Allocatable): number {
  return keyOf(left) < keyOf(right) ? -1 : 1;
}

function keyOf({ receivedOn, id }: Allocatable): string {
  return `${receivedOn ?? '9999-12-31'} ${id}`;
}
