import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { SAY_INSURANCE as SAY } from './insurance.sentences.js';

/** Cover is in yuan: what a foreign order is worth counts at its plan rate. */
export const COVER_CURRENCY = 'CNY';

export const LOSS_CAUSES = ['commercial', 'political'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

/** One price of the premium: of countries of a grade, for terms of payment of at most so many days. */
export interface PremiumRate {
  readonly grade: string;
  readonly tenorDays: number;
  /** Of the insured amount: 0.0042 is 4.2 ‰. */
  readonly rate: string;
}

/** What an insurer and a seller have agreed (保单). They never change: another year is another policy. */
export interface CoverTerms {
  /** Of an indemnity: 0.9 is 90 %. */
  readonly commercialShare: string;
  readonly politicalShare: string;
  readonly maximumTenorDays: number;
  /** Within so many days of the shipment it is declared. */
  readonly declarationDays: number;
  /** Within so many days of the due date a loss is told of. */
  readonly lossNoticeDays: number;
  /** So many days after the notice, at the earliest, the claim is filed. */
  readonly waitingDays: number;
  /** Yuan of each declaration, at the least. */
  readonly minimumPremium: string;
  /** Grade of each insured country. */
  readonly countries: readonly { readonly country: string; readonly grade: string }[];
  readonly rates: readonly PremiumRate[];
}

/** A year at most, two where the insurer agrees: longer credit is another insurance (中长期). */
const TENOR_MAX_DAYS = 730;

/** @throws InvalidInputError naming every fault */
export function checkTerms(
  terms: CoverTerms,
  { validFrom, validTo }: { readonly validFrom: LocalDate; readonly validTo: LocalDate },
): void {
  const check = new InputCheck();
  check.date(validFrom, '/validFrom');
  check.date(validTo, '/validTo');
  check.that(validTo >= validFrom, '/validTo', 'too_early', SAY.ends_before_it_begins);
  for (const name of ['commercialShare', 'politicalShare'] as const) {
    check.share(new Decimal(terms[name]), `/${name}`);
    check.positive(new Decimal(terms[name]), `/${name}`);
  }
  const isShort = terms.maximumTenorDays <= TENOR_MAX_DAYS;
  check.that(isShort, '/maximumTenorDays', 'too_long', SAY.tenor_max({ days: TENOR_MAX_DAYS }));
  checkCountries(check, terms);
  checkRates(check, terms);
  check.done();
}

function checkCountries(check: InputCheck, { countries, rates }: CoverTerms): void {
  const seen = new Set<string>();
  countries.forEach(({ country, grade }, index) => {
    check.that(!seen.has(country), `/countries/${index}/country`, 'duplicate', SAY.named_twice);
    seen.add(country);
    const isRated = rates.some((rate) => rate.grade === grade);
    check.that(isRated, `/countries/${index}/grade`, 'not_rated', SAY.grade_without_rate({ grade }));
  });
}

function checkRates(check: InputCheck, { rates }: CoverTerms): void {
  const seen = new Set<string>();
  rates.forEach(({ grade, tenorDays, rate }, index) => {
    const name = `${grade}/${tenorDays}`;
    check.that(!seen.has(name), `/rates/${index}`, 'duplicate', SAY.named_twice);
    seen.add(name);
    const isRate = new Decimal(rate).greaterThan(0) && new Decimal(rate).lessThan(1);
    check.that(isRate, `/rates/${index}/rate`, 'out_of_range', SAY.rate_range);
  });
}

/** The share that the insurer bears of a loss of this cause. */
export function shareOf({ commercialShare, politicalShare }: CoverTerms, cause: LossCause): Decimal {
  return new Decimal(cause === 'commercial' ? commercialShare : politicalShare);
}
