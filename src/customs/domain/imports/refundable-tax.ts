import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type ImportAssessment } from '../import-assessment.js';
import { amountOf, type Tax, type TaxLine, TAXES } from './tax-bill.js';

/** What of one tax is asked back, or was given back. In CNY. */
export interface TaxShare {
  readonly tax: Tax;
  readonly amount: MoneyJson;
}

/** What customs is asked to give back of one bill. */
export interface AskedRefund {
  /** 税单号. */
  readonly taxNumber: string;
  readonly shares: readonly TaxShare[];
}

/**
 * What is owed by now on what a bill was paid for: all that follows from the declaration; `nothing` where it was withdrawn, sent
 * back or declared anew; null where nobody can tell.
 */
export type Due = ImportAssessment | 'nothing' | null;

export interface RefundableTax {
  readonly tax: Tax;
  /** Paid, less what was given back or is being asked for: more cannot come back. */
  readonly left: Money;
  /** Of that, what was paid too much; null where nobody can tell. */
  readonly excess: Money | null;
}

/** @param asked of this bill, whatever was given back or is still asked for */
export function refundableTaxes(paid: readonly TaxLine[], due: Due, asked: readonly TaxShare[]): RefundableTax[] {
  return TAXES.filter((tax) => paid.some((line) => line.tax === tax)).map((tax) => {
    const left = sumOf(paid, tax).minus(sumOf(asked, tax));
    return { tax, left, excess: due === null ? null : Money.max(left.minus(dueOf(due, tax)), Money.zero('CNY')) };
  });
}

/** All that was paid too much, tax by tax; null where nobody can tell. */
export function excessOf(taxes: readonly RefundableTax[]): TaxShare[] | null {
  const shares: TaxShare[] = [];
  for (const { tax, excess } of taxes) {
    if (excess === null) return null;
    if (!excess.isZero()) shares.push({ tax, amount: excess.toJSON() });
  }
  return shares;
}

/** The first share that asks for more than was paid too much, or, where nobody can tell, than is left. */
export function firstTooMuch(shares: readonly TaxShare[], taxes: readonly RefundableTax[]): number | null {
  const index = shares.findIndex(({ tax, amount }) => {
    const found = taxes.find((each) => each.tax === tax);
    return found === undefined || Money.fromJSON(amount).isMoreThan(found.excess ?? found.left);
  });
  return index < 0 ? null : index;
}

/** All shares together, in CNY. */
export const totalOf = (shares: readonly TaxShare[]): Money =>
  Money.sum(
    shares.map(({ amount }) => Money.fromJSON(amount)),
    'CNY',
  );

function sumOf(lines: readonly TaxShare[] | readonly TaxLine[], tax: Tax): Money {
  return totalOf(lines.filter((line) => line.tax === tax));
}

function dueOf(due: ImportAssessment | 'nothing', tax: Tax): Money {
  return due === 'nothing' ? Money.zero('CNY') : amountOf(due, tax);
}

/** What the words of a remittance have to name for money to be taken for a refund. */
export function names(remittance: string, number: string | null): boolean {
  return number !== null && remittance.split(/[^0-9A-Za-z-]+/).includes(number);
}
