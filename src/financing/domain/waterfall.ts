import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';

/** What is owed of one loan, in the order in which it is paid. One currency. */
export interface LoanParts {
  readonly fees: Money;
  readonly penalty: Money;
  readonly interest: Money;
  readonly principal: Money;
}

/** What is owed out of a receipt, in the order in which it is paid. One currency. */
export interface Dues extends LoanParts {
  /** What else the client owes for the same order: freight that the platform booked, for example. */
  readonly other: Money;
}

export interface Split extends Dues {
  /** What is left for the SME. */
  readonly released: Money;
}

/** A loan that takes its part of a receipt. */
export interface RankedLoan {
  readonly id: string;
  /** Of its lender, or of the assignment to it: the lower is whole before the higher gets anything. */
  readonly rank: number;
  /** Of one rank, the older is paid first. */
  readonly drawnOn: LocalDate;
  readonly owed: LoanParts;
}

export interface PaidLoan {
  readonly id: string;
  readonly paid: LoanParts;
}

export interface Cascade {
  /** In the order in which they were paid; those that got nothing too. */
  readonly loans: readonly PaidLoan[];
  /** Those that are paid of what the order leaves after its other dues. */
  readonly later: readonly PaidLoan[];
  readonly total: Split;
}

export const LOAN_PARTS = ['fees', 'penalty', 'interest', 'principal'] as const satisfies readonly (keyof LoanParts)[];

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

/**
 * Splits one receipt over the loans of several lenders: one after the other by rank, then by the day of the draw, then by id,
 * each of them fees → penalty → interest → principal; then other dues, then what the SME owes on no order, then the SME. Exact: the
 * parts sum to the whole.
 * Source: 民法典 art. 768 (of several factors the first in rank is paid first) and art. 561, with the platform's agreement.
 */
export function splitOverLoans(
  receipt: Money,
  loans: readonly RankedLoan[],
  other: Money,
  later: readonly RankedLoan[] = [],
): Cascade {
  const first = payInTurn(receipt, loans);
  const dues = splitReceipt(first.left, { ...noDues(receipt.currency), other });
  const last = payInTurn(dues.released, later);
  const sum = (part: keyof LoanParts): Money =>
    Money.sum(
      [...first.paid, ...last.paid].map((each) => each.paid[part]),
      receipt.currency,
    );
  const parts = { fees: sum('fees'), penalty: sum('penalty'), interest: sum('interest'), principal: sum('principal') };
  return { loans: first.paid, later: last.paid, total: { ...parts, other: dues.other, released: last.left } };
}

function payInTurn(receipt: Money, loans: readonly RankedLoan[]): { paid: PaidLoan[]; left: Money } {
  let left = receipt;
  const paid = [...loans].sort(inTurn).map(({ id, owed }): PaidLoan => {
    const { released, fees, penalty, interest, principal } = splitReceipt(left, {
      ...owed,
      other: Money.zero(receipt.currency),
    });
    left = released;
    return { id, paid: { fees, penalty, interest, principal } };
  });
  return { paid, left };
}

/** Nothing is owed. */
export function noDues(currency: string): Dues {
  const zero = Money.zero(currency);
  return { fees: zero, penalty: zero, interest: zero, principal: zero, other: zero };
}

export function totalOf({ fees, penalty, interest, principal, other }: Dues): Money {
  return [penalty, interest, principal, other].reduce((sum, due) => sum.plus(due), fees);
}

export function totalOfLoan({ fees, penalty, interest, principal }: LoanParts): Money {
  return fees.plus(penalty).plus(interest).plus(principal);
}

function inTurn(left: RankedLoan, right: RankedLoan): number {
  if (left.rank !== right.rank) return left.rank - right.rank;
  const [mine, theirs] = [`${left.drawnOn} ${left.id}`, `${right.drawnOn} ${right.id}`];
  return mine < theirs ? -1 : 1;
}
