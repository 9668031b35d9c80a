import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, laterOf, type LocalDate } from '../../../kernel/local-date.js';
import { type DueTerms, unpaidParts } from '../instalments/instalments.js';

/** What a loan costs by the day, while its principal and its rates stand still. The day on which a part is due is its first of penalty. */
export interface DailyTerms extends DueTerms {
  /** Per year, as fractions; the penalty is charged on top once the loan is overdue. */
  readonly annualRate: Decimal;
  readonly penaltyRate: Decimal;
  readonly dayBasis: DayBasis;
}

/**
 * How far interest and penalty are counted: `Σ principal × days × rate` in minor units, not yet divided by the days of the
 * year and not rounded, so that nothing is lost where the principal or the rate changes.
 */
export interface Counted {
  /** The first day that is not in the sums. */
  readonly from: LocalDate;
  readonly interestSum: Decimal;
  readonly penaltySum: Decimal;
}

/** Minor units. */
export interface Accrued {
  readonly interest: bigint;
  readonly penalty: bigint;
}

/**
 * Counts on to a day: the first day counts, the day itself does not. A day that is counted already changes nothing.
 *
 *     interestSum += principal × days × annual rate
 *     penaltySum  += Σ what is not paid of each part × days since it fell due × penalty rate
 */
export function countTo(terms: DailyTerms, counted: Counted, day: LocalDate): Counted {
  if (day <= counted.from) return counted;
  const { principalMinor, annualRate, penaltyRate } = terms;
  const run = (sum: Decimal, minor: bigint, rate: Decimal, since: LocalDate): Decimal =>
    since >= day ? sum : new Decimal(minor.toString()).times(daysBetween(since, day)).times(rate).plus(sum);
  return {
    from: day,
    interestSum: run(counted.interestSum, principalMinor, annualRate, counted.from),
    penaltySum: unpaidParts(terms).reduce(
      (sum, { dueOn, minor }) => run(sum, minor, penaltyRate, laterOf(counted.from, dueOn)),
      counted.penaltySum,
    ),
  };
}

/**
 * The sums as money: divided by the days of the year and rounded once, half up. What accrues between two days is the
 * difference of two of these, so that any cut into nights adds up to the whole, as `interestOver` has it.
 */
export function accruedOf({ interestSum, penaltySum }: Counted, dayBasis: DayBasis): Accrued {
  return { interest: roundedShare(interestSum, dayBasis), penalty: roundedShare(penaltySum, dayBasis) };
}

/** `⌊(2 × sum + basis) / (2 × basis)⌋`: a half goes up, and a quotient that is cut nowhere cannot be rounded twice. */
function roundedShare(sum: Decimal, dayBasis: DayBasis): bigint {
  return sum.isZero()
    ? 0n
    : BigInt(
        sum
          .times(2)
          .plus(dayBasis)
          .div(2 * dayBasis)
          .floor()
          .toFixed(),
      );
}
