import { Money } from '../../kernel/money.js';
import { manufacturerRefund, type ManufacturerRefund, type RateGroup } from './manufacturer-refund.js';

/** What a manufacturer's month is reckoned by. Money in CNY. */
export interface PeriodAccount {
  readonly domesticOutputVat: Money;
  readonly inputVat: Money;
  /** 上期留抵税额. */
  readonly carryForwardCredit: Money;
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
>;

const ZERO = Money.zero('CNY');

/**
 * What a month comes to: VAT to pay, refund, what is set off, and the credit that goes over into the next month. A month without
 * exports has no refund; its credit goes over as it is.
 * Rounding: as `manufacturerRefund`.
 */
export function periodOutcome({ groups, claimedRefund, ...account }: PeriodAccount): PeriodOutcome {
  if (groups.length > 0) {
    const outcome = manufacturerRefund({ ...account, rateGroups: groups });
    // Claims of a month get what is left of it at their turn; what none of them claimed is still credit.
    const refund = Money.min(claimedRefund, outcome.endingCredit);
    const exemptCredit = Money.max(ZERO, outcome.exemptCreditRefund.minus(refund));
    return { ...outcome, refund, exemptCredit, carryForward: outcome.endingCredit.minus(refund) };
  }
  const netVat = account.domesticOutputVat.minus(account.inputVat).minus(account.carryForwardCredit);
  const endingCredit = Money.max(ZERO, netVat.negated());
  const none = { nonDeductibleVat: ZERO, exemptCreditRefund: ZERO, refund: ZERO, exemptCredit: ZERO };
  return { ...none, netVat, vatPayable: Money.max(ZERO, netVat), endingCredit, carryForward: endingCredit };
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
  /** Claims stand on it: it is corrected with them. */
  readonly isClaimed: boolean;
}

export function carriedInto(
  { carryForward }: Pick<PeriodOutcome, 'carryForward'>,
  next: { readonly period: string; readonly carryForwardCredit: Money; readonly isClaimed: boolean },
): Carried {
  const { period, carryForwardCredit: recorded, isClaimed } = next;
  return { period, recorded, due: carryForward, difference: carryForward.minus(recorded), isClaimed };
}
