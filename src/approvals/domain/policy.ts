import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { MalformedMoneyError, Money, type MoneyJson } from '../../kernel/money.js';
import { SAY } from './approvals.sentences.js';

/** The roles whose people may approve; a policy names some of them. */
export const DECIDING_ROLES = ['owner', 'approver', 'finance'] as const;
export type DecidingRole = (typeof DECIDING_ROLES)[number];

export const APPROVERS_MAX = 3;
/** Thirty days. */
export const LIFETIME_HOURS_MAX = 720;

/** What a tenant has decided about one command. */
export interface PolicyTerms {
  /** One amount per currency. Above it, and in any currency that has none, a second person is needed. */
  readonly limits: readonly MoneyJson[];
  readonly roles: readonly DecidingRole[];
  readonly approvers: number;
  readonly lifetimeHours: number;
}

/** @throws InvalidInputError when a limit is no amount, is below zero, or two are in one currency */
export function checkTerms({ limits }: Pick<PolicyTerms, 'limits'>): void {
  const faults = limits.flatMap((limit, index): Fault[] => {
    const { currency } = limit;
    const place = `/limits/${index}`;
    if (!isLimit(limit))
      return [{ pointer: `${place}/amount`, code: 'money', message: SAY.not_an_amount({ currency }) }];
    const isRepeated = limits.findIndex((other) => other.currency === currency) < index;
    const message = SAY.currency_twice({ currency });
    return isRepeated ? [{ pointer: `${place}/currency`, code: 'repeated', message }] : [];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function isLimit({ amount, currency }: MoneyJson): boolean {
  try {
    return !Money.parse(amount, currency).isNegative();
  } catch (error) {
    if (error instanceof MalformedMoneyError) return false;
    throw error;
  }
}

/**
 * Whether it is for a second person. Exactly the limit is not above it. What cannot be compared, for want of an amount or
 * of a limit in its currency, is never let through: rates move, and a limit must not move with them.
 */
export function needsApproval({ limits }: Pick<PolicyTerms, 'limits'>, amount: Money | null): boolean {
  const limit = limits.find(({ currency }) => currency === amount?.currency);
  return amount === null || limit === undefined || amount.isMoreThan(Money.fromJSON(limit));
}

/** Whether something could pass under the new terms, or be approved by somebody, that could not under the old ones. */
export function isLooser(next: PolicyTerms, before: PolicyTerms): boolean {
  const isRaised = next.limits.some(({ amount, currency }) => needsApproval(before, Money.parse(amount, currency)));
  const isWider = next.roles.some((role) => !before.roles.includes(role));
  return isRaised || isWider || next.approvers < before.approvers || next.lifetimeHours > before.lifetimeHours;
}
