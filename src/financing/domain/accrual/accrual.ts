import { type DayBasis } from '../../../kernel/day-basis.js';
import { Decimal } from '../../../kernel/decimal.js';
import { daysBetween, laterOf, type LocalDate } from '../../../kernel/local-date.js';

/** What a loan costs by the day, while its principal and its rates stand still. */
export interface DailyTerms {
  /** Owed now, in minor units. */
  readonly principalMinor: bigint;
  /** Per year, as fractions; the penalty is charged on top once the loan is overdue. */
  readonly annualRate: Decimal;
  readonly penaltyRate: Decimal;
  /** The first day of penalty. */
  readonly maturityOn: LocalDate;
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
 *     penaltySum  += principal × days since maturity × penalty rate
 */
export function countTo(terms: DailyTerms, counted: Counted, day: LocalDate): Counted {
  if (day <= counted.from) return counted;
  const { principalMinor, annualRate, penaltyRate, maturityOn } = terms;
  const principal = new Decimal(principalMinor.toString());
  const run = (sum: Decimal, rate: Decimal, since: LocalDate): Decimal =>
    since >= day ? sum : principal.times(daysBetween(since, day)).times(rate).plus(sum);
  return {
    from: day,
    interestSum: run(counted.interestSum, annualRate, counted.from),
    penaltySum: run(counted.penaltySum, penaltyRate, laterOf(counted.from, maturityOn)),
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
