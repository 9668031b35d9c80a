import { Money } from '../../kernel/money.js';
import { type ManufacturerRefund, type RateGroup, reckonPeriod } from './manufacturer-refund.js';

/** What a manufacturer's month is reckoned by. Money in CNY. */
export interface PeriodAccount {
  readonly domesticOutputVat: Money;
  readonly inputVat: Money;
  /** 上期留抵税额. */
  readonly carryForwardCredit: Money;
  /** 上期结转需冲减的免抵退税额. */
  readonly carriedReduction: Money;
  /** The exports that were claimed in it, by pair of rates. */
  readonly groups: readonly RateGroup[];
  /** What of it was claimed as refund: what is on the way is not carried over. */
  readonly claimedRefund: Money;
}

export type PeriodOutcome = Pick<
  ManufacturerRefund,
  | 'nonDeductibleVat'
  | 'netVat'
  | 'vatPayable'
  | 'endingCredit'
  | 'exemptCreditRefund'
  | 'refund'
  | 'exemptCredit'
  | 'carryForward'
  | 'reductionForward'
>;

const ZERO = Money.zero('CNY');

/**
 * What a month comes to: VAT to pay, refund, what is set off, and the credit that goes over into the next month. A month without
 * exports has no refund; its credit goes over as it is.
 * Rounding: as `manufacturerRefund`.
 */
export function periodOutcome({ groups, claimedRefund, ...account }: PeriodAccount): PeriodOutcome {
  if (groups.length > 0) {
    const outcome = reckonPeriod({ ...account, rateGroups: groups });
    // Claims of a month get what is left of it at their turn; what none of them claimed is still credit.
    const refund = Money.max(ZERO, Money.min(claimedRefund, outcome.endingCredit));
    const exemptCredit = Money.max(ZERO, outcome.exemptCreditRefund.minus(refund));
    return { ...outcome, refund, exemptCredit, carryForward: outcome.endingCredit.minus(refund) };
  }
  const netVat = account.domesticOutputVat.minus(account.inputVat).minus(account.carryForwardCredit);
  const endingCredit = Money.max(ZERO, netVat.negated());
  const none = { nonDeductibleVat: ZERO, exemptCreditRefund: ZERO, refund: ZERO, exemptCredit: ZERO };
  const forward = { carryForward: endingCredit, reductionForward: account.carriedReduction };
  return { ...none, ...forward, netVat, vatPayable: Money.max(ZERO, netVat), endingCredit };
}

/** `YYYYMM` of the month before, or after. */
export function neighbour(period: string, months: 1 | -1): string {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(4)) - 1 + months;
  return `${Math.floor(count / 12)}${String((count % 12) + 1).padStart(2, '0')}`;
}

/** What a month means for the one after it, which may be recorded already. */
export interface Carried {
  readonly period: string;
  /** On record there. */
  readonly recorded: Money;
  /** What this month leaves. */
  readonly due: Money;
  readonly difference: Money;
  /** 结转下期需冲减的免抵退税额: on record there, and what this month leaves. */
  readonly recordedReduction: Money;
  readonly dueReduction: Money;
  /** Claims stand on it: it is corrected with them. */
  readonly isClaimed: boolean;
}

export function carriedInto(
  { carryForward, reductionForward }: Pick<PeriodOutcome, 'carryForward' | 'reductionForward'>,
  next: {
    readonly period: string;
    readonly carryForwardCredit: Money;
    readonly carriedReduction: Money;
    readonly isClaimed: boolean;
  },
): Carried {
  const { period, carryForwardCredit: recorded, carriedReduction: recordedReduction, isClaimed } = next;
  const difference = carryForward.minus(recorded);
  return {
    period,
    recorded,
    due: carryForward,
    difference,
    recordedReduction,
    dueReduction: reductionForward,
    isClaimed,
  };
}
