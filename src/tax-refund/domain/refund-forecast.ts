import { type Explained, step } from '../../kernel/calculation.js';
import { addWorkdays, holidaysKnown } from '../../kernel/china-workdays.js';
import { addDays, type LocalDate, laterOf } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type EnterpriseClass, serviceTimes, weekOf } from './service-times.js';

/** An open claim, as far as the forecast asks. */
export interface OpenClaim {
  readonly id: string;
  readonly state: string;
  /** CNY: as claimed, or as granted. */
  readonly amount: Money;
  /** What of it is consumption tax. */
  readonly consumptionTax: Money;
  readonly matchedOn: LocalDate;
  readonly filedOn: LocalDate | null;
  readonly approvedOn: LocalDate | null;
  readonly enterpriseClass: EnterpriseClass;
}

/** How long it took lately, in calendar days: half of the claims took no longer. Null where too few are known. */
export interface PastDurations {
  readonly filedToApproved: number | null;
  readonly approvedToPaid: number | null;
}

export interface ExpectedPayment extends Explained {
  readonly claim: OpenClaim;
  readonly expectedOn: LocalDate;
  /** By the times of the class it should have come already: it is expected on the next working day. */
  readonly isLate: boolean;
}

/** What comes within one week, Monday to Sunday. */
export interface ForecastWeek {
  readonly weekStart: LocalDate;
  readonly amount: Money;
  /** What of it is consumption tax. */
  readonly consumptionTax: Money;
  readonly claims: number;
  readonly late: number;
}

/** From the approval to the account, where too little is known of the past. */
const TREASURY_WORKING_DAYS = 5;

/**
 * When a claim is likely to be paid: its filing (today, where it was not filed), the working days of the class of its enterprise,
 * and the treasury's. Where it lately took longer than the class says, the longer counts. Working days are those that the State
 * Council has announced; of a year that it has not announced yet only the weekends are left out, so its payments may come later.
 * @example filed Monday 2026-11-02, class 2, nothing known of the past → decided 2026-11-16, paid 2026-11-23
 */
export function expectedPayment(claim: OpenClaim, past: PastDurations, today: LocalDate): ExpectedPayment {
  const filedOn = claim.filedOn ?? today;
  const { workingDays, source, from } = serviceTimes(filedOn);
  const byClass = addWorkdays(filedOn, workingDays[claim.enterpriseClass]);
  const byPast = past.filedToApproved === null ? byClass : addDays(filedOn, past.filedToApproved);
  const decidedOn = claim.approvedOn ?? laterOf(byClass, byPast);
  const from0 = claim.approvedOn === null ? laterOf(decidedOn, today) : decidedOn;
  const paidOn =
    past.approvedToPaid === null ? addWorkdays(from0, TREASURY_WORKING_DAYS) : addDays(from0, past.approvedToPaid);
  const isLate = decidedOn < today && claim.approvedOn === null ? true : paidOn < today;
  const expectedOn = paidOn < today ? addWorkdays(today, 1) : paidOn;
  return {
    claim,
    expectedOn,
    isLate,
    rule: { id: 'tax-refund.forecast', version: from, source },
    steps: [
      step('filedOn', claim.filedOn === null ? 'today: not filed yet' : 'the day of filing', filedOn),
      step(
        'byClass',
        `filedOn + ${workingDays[claim.enterpriseClass]} working days (class ${claim.enterpriseClass})`,
        byClass,
      ),
      step(
        'holidaysKnownTo',
        'public holidays and worked weekends are counted to this day, weekends alone after it',
        holidaysKnown().to,
      ),
      step('byPast', 'filedOn + median of the last 12 months; byClass where too few are known', byPast),
      step('decidedOn', claim.approvedOn === null ? 'the later of both' : 'approved', decidedOn),
      step(
        'expectedOn',
        'decidedOn, or today if past, + the treasury’s days; the next working day if past',
        expectedOn,
      ),
    ],
  };
}

/** The weeks from this one on, those in which nothing comes too; what comes later is in none. */
export function forecastWeeks(payments: readonly ExpectedPayment[], today: LocalDate, weeks: number): ForecastWeek[] {
  const first = weekOf(today);
  return Array.from({ length: weeks }, (_, index) => {
    const weekStart = addDays(first, 7 * index);
    const within = payments.filter(({ expectedOn }) => weekOf(expectedOn) === weekStart);
    const amount = Money.sum(
      within.map(({ claim }) => claim.amount),
      'CNY',
    );
    const consumptionTax = Money.sum(
      within.map(({ claim }) => claim.consumptionTax),
      'CNY',
    );
    const late = within.filter(({ isLate }) => isLate).length;
    return { weekStart, amount, consumptionTax, claims: within.length, late };
  });
}
