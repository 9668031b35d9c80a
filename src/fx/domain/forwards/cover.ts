import { Money } from '../../../kernel/money.js';

/** What an order brings of foreign currency, and what of it is sold forward. All in the order's currency. */
export interface OrderMoney {
  /** The buyer still owes it. */
  readonly owed: Money;
  /** It has come, and is not sold. */
  readonly collected: Money;
}

/**
 * The most that may stand sold forward of an order: real demand (实需原则), never more than it brings.
 *
 *     cover = still owed + collected and not sold
 */
export function coverOf({ owed, collected }: OrderMoney): Money {
  const zero = Money.zero(owed.currency);
  return Money.max(owed, zero).plus(Money.max(collected, zero));
}

/** What may still be sold forward; zero where there is an excess already. */
export function leftOf(cover: Money, open: Money): Money {
  return Money.max(cover.minus(open), Money.zero(cover.currency));
}

/**
 * Which contracts are more than the order brings, and by how much: those that fall due last, first.
 * @param forwards by the day they fall due
 */
export function excessesOf(
  cover: Money,
  forwards: readonly { readonly id: string; readonly open: Money }[],
): ReadonlyMap<string, Money> {
  let left = cover;
  const excesses = new Map<string, Money>();
  for (const { id, open } of forwards) {
    const covered = Money.min(open, Money.max(left, Money.zero(cover.currency)));
    excesses.set(id, open.minus(covered));
    left = left.minus(covered);
  }
  return excesses;
}
