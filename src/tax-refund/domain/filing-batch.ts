import { type Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type ClaimState } from './claim-status.js';

/** Of one message: what the bureau takes at once. More go into the next batch. */
export const BATCH_CLAIMS_MAX = 200;
/** A 关联号 counts with three digits. */
export const LINKS_MAX = 999;

/**
 * 关联号 of a batch: four digits of the period, the department (0), two of the batch, three that count. Lines of one claim at one
 * refund rate share one, and no others do (外贸企业出口退税 forms of 2018).
 */
export function linkOf(period: string, batch: number, ordinal: number): string {
  return `${period.slice(2)}0${String(batch).padStart(2, '0')}${String(ordinal).padStart(3, '0')}`;
}

/** The link of each refund rate of a claim, counted on from those that the batch has. @returns by rate, as it is filed */
export function linksOf(
  lines: readonly { readonly refundRate: Decimal }[],
  { period, number, used }: { readonly period: string; readonly number: number; readonly used: number },
): Map<string, string> {
  const rates = [...new Set(lines.map(({ refundRate }) => refundRate.toFixed()))];
  return new Map(rates.map((rate, index) => [rate, linkOf(period, number, used + index + 1)]));
}

/**
 * The number of a declaration that is filed by itself: the numbers that no batch of its period has are counted.
 * @param place which of those that are filed by themselves it is, from 1
 * @param taken the numbers of the batches of the period, rising
 * @example the second, with a batch 1 and a batch 2 → 4
 */
export function numberAlone(place: number, taken: readonly number[]): number {
  return taken.reduce((number, each) => (each <= number ? number + 1 : number), place);
}

/** A claim of a batch as the treasury's money sees it; CNY. */
export interface PayableClaim {
  readonly id: string;
  readonly state: ClaimState;
  readonly awarded: Money;
}

/** What the payments of a batch come to. */
export interface Spread {
  /** Claims that are paid by them, in the order of the batch. */
  readonly paid: readonly string[];
  /** What has come and covers no whole claim yet. */
  readonly left: Money;
}

const PAID: readonly ClaimState[] = ['paid', 'clawed_back', 'closed'];

/**
 * Spreads what the treasury paid for a batch, in one sum or several, to its claims: to those that are approved, in their order, each in
 * full or not at all. Nothing is rounded: `left` and what the paid claims were awarded are together what has come.
 * @param claims in the order of the batch; those that were paid before count against what has come
 */
export function spreadOf(received: Money, claims: readonly PayableClaim[]): Spread {
  const zero = Money.zero('CNY');
  const before = claims.filter(({ state }) => PAID.includes(state)).map(({ awarded }) => awarded);
  let left = Money.max(zero, received.minus(Money.sum(before, 'CNY')));
  const paid: string[] = [];
  for (const { id, state, awarded } of claims) {
    if (state !== 'approved' || awarded.isMoreThan(left)) continue;
    left = left.minus(awarded);
    paid.push(id);
  }
  return { paid, left };
}
