import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { type DayBasis, dayBasisOf } from '../../kernel/day-basis.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { daysBetween, type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './financing.sentences.js';

const RULE: CalculationRule = {
  id: 'financing.interest',
  version: '1990-01-01',
  source:
    'Money-market custom: simple interest, actual days, first day counts and last does not; ACT/360, GBP and HKD ACT/365',
};

/** A time in which the principal stood still. */
export interface InterestPeriod {
  readonly principal: Money;
  /** Give the days, or the two dates. */
  readonly days?: number | undefined;
  /** First day, counts. */
  readonly from?: LocalDate | undefined;
  /** Last day, does not count. */
  readonly to?: LocalDate | undefined;
}

export interface InterestTerms {
  /** Per year, as a fraction: 0.06 for 6 %. */
  readonly annualRate: Decimal;
  /** All principals in one currency. */
  readonly periods: readonly InterestPeriod[];
  /** Defaults to the custom of the currency. */
  readonly dayBasis?: DayBasis | undefined;
}

export interface Interest extends Explained {
  readonly interest: Money;
  /** Sum over the periods. */
  readonly days: number;
  readonly dayBasis: DayBasis;
}

/**
 * Simple interest over one or more periods.
 *
 *     interest = Σ principal × days × annual rate / day basis
 *
 * Rounding: half up at the scale of the currency, once, over all periods; so splitting a period changes nothing.
 * @throws InvalidInputError naming every fault
 * @example 1,000.00 USD at 10 % for 365 days, ACT/360 → 101.39
 */
export function interestOver(terms: InterestTerms): Interest {
  checkTerms(terms);
  const currency = terms.periods[0]?.principal.currency ?? 'CNY';
  const dayBasis = terms.dayBasis ?? dayBasisOf(currency);
  const exact = exactInterest(terms.annualRate, terms.periods, dayBasis);
  const interest = Money.ofMajor(exact, currency, 'half-up');
  return {
    interest,
    days: terms.periods.reduce((sum, period) => sum + daysOf(period), 0),
    dayBasis,
    rule: RULE,
    steps: [
      ...terms.periods.map((period, index) =>
        step(`periods.${index}`, `${period.principal.toString()} × days`, daysOf(period)),
      ),
      step('exact', `Σ principal × days × annualRate / ${dayBasis}`, exact.toSignificantDigits(20)),
      step('interest', 'round(exact)', interest),
    ],
  };
}

/** In major units, unrounded: what may be added up before it is rounded. */
export function exactInterest(annualRate: Decimal, periods: readonly InterestPeriod[], dayBasis: DayBasis): Decimal {
  return periods
    .reduce((sum, period) => sum.plus(period.principal.toDecimal().times(daysOf(period))), new Decimal(0))
    .times(annualRate)
    .div(dayBasis);
}

function daysOf({ days, from, to }: InterestPeriod): number {
  if (days !== undefined) return days;
  return from === undefined || to === undefined ? 0 : daysBetween(from, to);
}

function checkTerms(terms: InterestTerms): void {
  const check = new InputCheck();
  check.notNegative(terms.annualRate, '/annualRate');
  check.filled(terms.periods, '/periods');
  const currency = terms.periods[0]?.principal.currency;
  terms.periods.forEach((period, index) => {
    checkPeriod(check, period, `/periods/${index}`, currency);
  });
  check.done();
}

function checkPeriod(check: InputCheck, period: InterestPeriod, at: string, currency: string | undefined): void {
  const { days, from, to } = period;
  check.amount(period.principal, `${at}/principal`, currency);
  check.notNegative(days, `${at}/days`);
  check.date(from, `${at}/from`);
  check.date(to, `${at}/to`);
  if (days !== undefined) {
    check.absent(from, `${at}/from`, 'days');
    check.absent(to, `${at}/to`, 'days');
  } else if (from === undefined && to === undefined) {
    check.required(days, `${at}/days`);
  } else if (check.required(from, `${at}/from`) && check.required(to, `${at}/to`)) {
    check.that((from ?? '') <= (to ?? ''), `${at}/to`, 'out_of_range', SAY.period_order);
  }
}
