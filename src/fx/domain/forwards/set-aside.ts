import { Money } from '../../../kernel/money.js';

/** What is held of a client's CNY for a contract that buys: a share of the deposit, and what was set aside of its price. */
export interface HeldForPrice {
  /** What the part that is not settled costs at the contract's rate. */
  readonly price: Money;
  readonly deposit: Money;
  readonly setAside: Money;
}

/** Of money that would go to the seller, what is kept for the price; never more than the price lacks. All in CNY. */
export function toSetAside(released: Money, { price, deposit, setAside }: HeldForPrice): Money {
  return Money.min(released, Money.max(price.minus(deposit).minus(setAside), Money.zero(released.currency)));
}

/** What stays set aside once a part is paid: its share of the deposit pays first. */
export function afterPaying(setAside: Money, cost: Money, freedDeposit: Money): Money {
  const rest = Money.max(cost.minus(freedDeposit), Money.zero(cost.currency));
  return Money.max(setAside.minus(rest), Money.zero(setAside.currency));
}

/** What is set aside beyond the price of what is not settled: the seller's again. */
export function noLongerNeeded({ price, deposit, setAside }: HeldForPrice): Money {
  const needed = Money.max(price.minus(deposit), Money.zero(price.currency));
  return Money.max(setAside.minus(needed), Money.zero(setAside.currency));
}
