import { InputCheck } from '../../../kernel/input-check.js';
import { SAY } from './warehouse.sentences.js';
import { type MoveKind } from './stock.js';

export const DISPOSITIONS = ['restock', 'damaged', 'dispose'] as const;
/** What becomes of what came back: on offer again, kept as damaged, or destroyed. */
export type Disposition = (typeof DISPOSITIONS)[number];

export const MOVE_OF: Readonly<Record<Disposition, MoveKind>> = {
  restock: 'return_restock',
  damaged: 'return_damaged',
  dispose: 'return_disposal',
};

export interface ReturnedLot {
  readonly lotId: string;
  readonly pieces: number;
  readonly disposition: Disposition;
}

/** One parcel that came back. */
export interface GoodsReturn {
  readonly reference: string;
  readonly reason: string;
  /** An instant, as text. */
  readonly at: string;
  readonly lines: readonly ReturnedLot[];
}

interface Sent {
  readonly allocations: readonly { readonly lotId: string; readonly pieces: number }[];
  readonly returns: readonly GoodsReturn[];
}

export const RETURNS_MAX = 100;

/** Pieces of a lot that the buyer has. */
export function withBuyer({ allocations, returns }: Sent, lotId: string): number {
  const sent = allocations.filter((each) => each.lotId === lotId);
  const back = returns.flatMap(({ lines }) => lines).filter((each) => each.lotId === lotId);
  const sum = (of: readonly { readonly pieces: number }[]): number => of.reduce((all, { pieces }) => all + pieces, 0);
  return sum(sent) - sum(back);
}

/** @throws InvalidInputError naming every line of a lot that never left with the order, or of more than the buyer has */
export function checkReturn(order: Sent, lines: readonly ReturnedLot[]): void {
  const check = new InputCheck();
  check.that(order.returns.length < RETURNS_MAX, '', 'too_many', SAY.returns_full({ max: RETURNS_MAX }));
  lines.forEach(({ lotId }, place) => {
    const isKnown = order.allocations.some((each) => each.lotId === lotId);
    if (!check.that(isKnown, `/lines/${place}/lotId`, 'foreign', SAY.foreign_return)) return;
    const quantity = lines.slice(0, place + 1).reduce((sum, one) => sum + (one.lotId === lotId ? one.pieces : 0), 0);
    const left = withBuyer(order, lotId);
    check.that(quantity <= left, `/lines/${place}/quantity`, 'too_many', SAY.returned_more({ left, quantity }));
  });
  check.done();
}
