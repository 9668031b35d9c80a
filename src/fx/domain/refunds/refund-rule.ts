import { Money } from '../../../kernel/money.js';

/** What of a receipt that is to go back stands where. */
export interface RefundSources {
  /** Still in the account under review (待核查账户), of the whole receipt. */
  readonly held: Money;
  /** Of that, what orders that it pays for wait for. */
  readonly awaited: Money;
}

/**
 * How much of a refund is taken out of the account under review; the rest is in the seller's funds. What orders wait for stays, so
 * that one that is shown later finds its money there. Nothing is rounded.
 *
 * @param amount no more than is left of the receipt
 * @returns from nothing to all of it
 */
export function fromReview(amount: Money, { held, awaited }: RefundSources): Money {
  const free = Money.max(held.minus(awaited), Money.zero(amount.currency));
  return Money.min(amount, free);
}
