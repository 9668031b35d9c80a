import { Decimal } from '../../../kernel/decimal.js';
import { type Balance } from './stock.js';

/** One item that left under 9810, as customs tells it, in the transaction unit. */
export interface DeclaredItem {
  readonly itemNumber: number;
  readonly hsCode: string;
  readonly quantity: string;
  readonly unit: string;
}

/** A lot of it: what was announced of it, and what stock became of that. */
export interface DeclaredLot extends Balance {
  readonly itemNumber: number;
  readonly announced: number;
  /** Of a notice that was cancelled: nothing of it ever comes. */
  readonly isCancelled: boolean;
  /** Null before it is inspected. */
  readonly missing: number | null;
  readonly isStocked: boolean;
}

/** What became of an item: `left` is all of the others together. */
export interface AccountedItem extends DeclaredItem {
  /** Announced to no warehouse. */
  readonly unannounced: string;
  /** Announced, and not in stock yet. */
  readonly underway: number;
  readonly missing: number;
  readonly received: number;
  readonly sold: number;
  readonly returned: number;
  readonly disposed: number;
  /** Found by counts, less what they missed: `received` and this are sold, disposed, damaged and on hand together. */
  readonly adjusted: number;
  readonly damaged: number;
  readonly onHand: number;
  /** Damaged and on hand. */
  readonly unsold: number;
}

/** Counted piece by piece in the customs unit table: 台 to 幅, 双, 对, 棵, 株. Others are measured. */
const COUNTED = new Set([...Array.from({ length: 23 }, (_, index) => index + 1), 25, 26, 27, 28]);

/** How many pieces an item is; null where its unit does not count pieces. */
export function piecesOf({ quantity, unit }: DeclaredItem): number | null {
  const pieces = new Decimal(quantity);
  return COUNTED.has(Number(unit)) && pieces.isInteger() ? pieces.toNumber() : null;
}

/** Announced of an item by notices that were not cancelled. */
export function announcedOf(lots: readonly DeclaredLot[], itemNumber: number): number {
  const live = lots.filter((lot) => lot.itemNumber === itemNumber && !lot.isCancelled);
  return live.reduce((sum, { announced }) => sum + announced, 0);
}

export function accountOf(item: DeclaredItem, lots: readonly DeclaredLot[]): AccountedItem {
  const live = lots.filter((lot) => lot.itemNumber === item.itemNumber && !lot.isCancelled);
  const sum = (of: (lot: DeclaredLot) => number): number => live.reduce((total, lot) => total + of(lot), 0);
  const [damaged, onHand] = [sum((lot) => lot.damaged), sum((lot) => lot.onHand)];
  return {
    ...item,
    unannounced: new Decimal(item.quantity).minus(announcedOf(lots, item.itemNumber)).toFixed(),
    underway: sum(({ announced, isStocked }) => (isStocked ? 0 : announced)),
    missing: sum(({ missing, isStocked }) => (isStocked ? (missing ?? 0) : 0)),
    received: sum(({ received }) => received),
    sold: sum(({ sold }) => sold),
    returned: sum(({ returned }) => returned),
    disposed: sum(({ disposed }) => disposed),
    adjusted: sum(({ adjusted }) => adjusted),
    ...{ damaged, onHand, unsold: damaged + onHand },
  };
}

/** What left is unannounced, underway, missing or received; what was received and found is sold, disposed or there. */
export function agrees(account: AccountedItem): boolean {
  const { quantity, unannounced, underway, missing, received, sold, disposed, adjusted, unsold } = account;
  const parts = new Decimal(unannounced).plus(underway).plus(missing).plus(received);
  return parts.equals(quantity) && received + adjusted === sold + disposed + unsold;
}
