import { workdayFrom } from '../../../kernel/china-workdays.js';
import { addMonths, type LocalDate } from '../../../kernel/local-date.js';

/** How a loan is paid back in parts. */
export interface InstalmentTerms {
  readonly count: number;
  readonly everyMonths: number;
}

/** A part of the principal, as it is kept with the loan. Minor units as text. */
export interface Instalment {
  readonly dueOn: LocalDate;
  readonly minor: string;
}

/** What of the principal falls due on a day. Minor units. */
export interface DuePart {
  readonly dueOn: LocalDate;
  readonly minor: bigint;
}

/** What decides on what falls due when. */
export interface DueTerms {
  /** Owed now, in minor units. */
  readonly principalMinor: bigint;
  readonly maturityOn: LocalDate;
  /** As they were when it was drawn; null, or left out, of a loan with one due date. */
  readonly instalments?: readonly Instalment[] | null | undefined;
}

/**
 * The parts of a principal: equal ones, cut to the minor unit, of which the last takes the rest. Due on the same day of the months as
 * the draw, or the last day of a shorter month; where no bank works on it, on the next day on which one does.
 */
export function instalmentsOf(
  { count, everyMonths }: InstalmentTerms,
  { principalMinor, from }: { readonly principalMinor: bigint; readonly from: LocalDate },
): Instalment[] {
  const each = principalMinor / BigInt(count);
  const last = principalMinor - each * BigInt(count - 1);
  return Array.from({ length: count }, (_nothing, index) => ({
    dueOn: workdayFrom(addMonths(from, everyMonths * (index + 1))),
    minor: (index === count - 1 ? last : each).toString(),
  }));
}

/** What is not paid of each part: what was paid of the principal, early or not, has paid the oldest first. */
export function unpaidParts({ principalMinor, maturityOn, instalments }: DueTerms): DuePart[] {
  if (instalments == null) return principalMinor > 0n ? [{ dueOn: maturityOn, minor: principalMinor }] : [];
  let paid = instalments.reduce((sum, { minor }) => sum + BigInt(minor), 0n) - principalMinor;
  return instalments.flatMap(({ dueOn, minor }) => {
    const part = BigInt(minor);
    const settled = paid < part ? paid : part;
    paid -= settled;
    return settled < part ? [{ dueOn, minor: part - settled }] : [];
  });
}

/** The due date of the oldest part that is not paid; the maturity where all is. */
export function oldestDue(terms: DueTerms): LocalDate {
  return unpaidParts(terms)[0]?.dueOn ?? terms.maturityOn;
}

/** Principal that has fallen due by a day, the day itself included. Minor units. */
export function dueBy(terms: DueTerms, day: LocalDate): bigint {
  return unpaidParts(terms)
    .filter(({ dueOn }) => dueOn <= day)
    .reduce((sum, { minor }) => sum + minor, 0n);
}
