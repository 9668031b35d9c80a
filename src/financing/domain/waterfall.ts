import { Money } from '../../kernel/money.js';

/** What is owed out of a receipt, in the order in which it is paid. One currency. */
export interface Dues {
  readonly fees: Money;
  readonly penalty: Money;
  readonly interest: Money;
  readonly principal: Money;
  /** What else the client owes for the same order: freight that the platform booked, for example. */
  readonly other: Money;
}

export interface Split extends Dues {
  /** What is left for the SME. */
  readonly released: Money;
}

/**
 * Splits a receipt: fees → penalty → interest → principal → other dues → the SME. Exact: the parts sum to the whole.
 * Source: order of 民法典 art. 561 (costs, interest, principal), with the platform's agreement on what follows.
 */
export function splitReceipt(receipt: Money, dues: Dues): Split {
  let left = receipt;
  const pay = (due: Money): Money => {
    const paid = Money.min(left, due);
    left = left.minus(paid);
    return paid;
  };
  return {
    fees: pay(dues.fees),
    penalty: pay(dues.penalty),
    interest: pay(dues.interest),
    principal: pay(dues.principal),
    other: pay(dues.other),
    released: left,
  };
}

/** Nothing is owed. */
export function noDues(currency: string): Dues {
  const zero = Money.zero(currency);
  return { fees: zero, penalty: zero, interest: zero, principal: zero, other: zero };
}

export function totalOf({ fees, penalty, interest, principal, other }: Dues): Money {
  return [penalty, interest, principal, other].reduce((sum, due) => sum.plus(due), fees);
}
