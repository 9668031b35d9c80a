import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { accruedOf, type Counted, countTo } from '../accrual/accrual.js';
import { type DuePart } from './instalments.js';

/** What is paid when, if all of it is paid on the day. One currency. */
export interface LoanPlan {
  readonly currency: string;
  /** The first day of interest. */
  readonly from: LocalDate;
  readonly parts: readonly DuePart[];
  /** Per year, as a fraction; of a floating rate that of now. */
  readonly annualRate: Decimal;
  readonly dayBasis: DayBasis;
  /** Owed with the first part. */
  readonly fee: Money;
}

export interface ScheduleLine {
  readonly dueOn: LocalDate;
  readonly principal: Money;
  readonly interest: Money;
  readonly fee: Money;
  readonly total: Money;
}

export interface Schedule {
  readonly lines: readonly ScheduleLine[];
  readonly principal: Money;
  readonly interest: Money;
  readonly fees: Money;
  /** Interest and fees. */
  readonly cost: Money;
  /** The cost per year, as a fraction of what is owed meanwhile. */
  readonly allInRate: Decimal;
}

/**
 * A loan from its draw to its last due date: with each part of the principal the interest of the days since the one before.
 *
 *     interest     = round(Σ principal × days × rate / basis) up to the day, less the same up to the day before
 *     all-in rate  = cost / Σ (principal × days) × basis
 *
 * Rounding: half up to the minor unit, so that the lines add up to the interest of the whole; the rate to six decimals.
 */
export function scheduleOf({ currency, from, parts, annualRate, dayBasis, fee }: LoanPlan): Schedule {
  const money = (minor: bigint): Money => Money.ofMinor(minor, currency);
  const none = money(0n);
  let owed = parts.reduce((sum, { minor }) => sum + minor, 0n);
  let counted: Counted = { from, interestSum: new Decimal(0), penaltySum: new Decimal(0) };
  let minorDays = new Decimal(0);
  const lines = parts.map(({ dueOn, minor }, index): ScheduleLine => {
    const day = laterOf(dueOn, counted.from);
    const before = accruedOf(counted, dayBasis).interest;
    minorDays = minorDays.plus(new Decimal(owed.toString()).times(daysBetween(counted.from, day)));
    const terms = { principalMinor: owed, annualRate, penaltyRate: new Decimal(0), maturityOn: day, dayBasis };
    counted = countTo(terms, counted, day);
    owed -= minor;
    const interest = money(accruedOf(counted, dayBasis).interest - before);
    const feeOfLine = index === 0 ? fee : none;
    const principal = money(minor);
    return { dueOn, principal, interest, fee: feeOfLine, total: principal.plus(interest).plus(feeOfLine) };
  });
  const sum = (part: 'principal' | 'interest' | 'fee'): Money =>
    Money.sum(
      lines.map((line) => line[part]),
      currency,
    );
  const cost = sum('interest').plus(sum('fee'));
  const perMinorDay = minorDays.isZero() ? new Decimal(0) : new Decimal(cost.minor.toString()).div(minorDays);
  return {
    ...{ lines, principal: sum('principal'), interest: sum('interest'), fees: sum('fee'), cost },
    allInRate: perMinorDay.times(dayBasis).toDecimalPlaces(6),
  };
}
