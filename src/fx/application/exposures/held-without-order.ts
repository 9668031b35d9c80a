import { Money } from '../../../kernel/money.js';
import { type ForeignBalance } from '../../../ledger/index.js';
import { type AmountFact } from '../../entities/exposure-facts.table.js';

/**
 * What sellers hold beyond what stands under their orders: money that fits no order yet, or that was bought; below zero where
 * they have sold an order’s money without naming it. So all that is held is what the books say.
 */
export function withoutOrder(funds: readonly ForeignBalance[], held: readonly AmountFact[]): AmountFact[] {
  const keyOf = (sellerId: string, currency: string): string => `${sellerId} ${currency}`;
  const ofOrders = Map.groupBy(held, ({ sellerId, amount }) => keyOf(sellerId, amount.currency));
  const inBooks = new Map(funds.map(({ partyId, posted }) => [keyOf(partyId, posted.currency), { partyId, posted }]));
  for (const [key, [first]] of ofOrders) {
    if (inBooks.has(key) || first === undefined) continue;
    inBooks.set(key, { partyId: first.sellerId, posted: Money.zero(first.amount.currency) });
  }
  return [...inBooks].flatMap(([key, { partyId, posted }]) => {
    const orders = (ofOrders.get(key) ?? []).map(({ amount }) => amount);
    const amount = posted.minus(Money.sum(orders, posted.currency));
    return amount.isZero() ? [] : [{ id: partyId, orderId: null, sellerId: partyId, amount }];
  });
}
