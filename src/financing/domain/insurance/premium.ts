import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';
import { COVER_CURRENCY, type CoverTerms, type PremiumRate } from './cover-terms.js';

const RULE: CalculationRule = {
  id: 'financing.insurance-premium',
  version: '1990-01-01',
  source:
    'Terms of the policy: premium = max(minimum premium, round(insured amount × rate of country grade and tenor))',
};

export interface Premium extends Explained {
  readonly premium: Money;
  readonly grade: string;
  readonly rate: string;
}

/** The rate of a country and a term of payment: of those that reach as far, the shortest. Null where none does. */
export function rateOf({ countries, rates }: CoverTerms, country: string, tenorDays: number): PremiumRate | null {
  const grade = countries.find((each) => each.country === country)?.grade;
  const reaching = rates.filter((rate) => rate.grade === grade && rate.tenorDays >= tenorDays);
  return reaching.sort((left, right) => left.tenorDays - right.tenorDays)[0] ?? null;
}

/**
 * What the insurance of one shipment costs.
 *
 *     premium = max(minimum premium, round(insured amount × rate))
 *
 * Units: yuan. Rounding: half up to the fen. Of nothing insured nothing is due, the minimum no more than the rest.
 */
export function premiumOf(terms: CoverTerms, insured: Money, { grade, rate }: PremiumRate): Premium {
  const minimum = Money.parse(terms.minimumPremium, COVER_CURRENCY);
  const byRate = insured.times(new Decimal(rate), 'half-up');
  const premium = insured.isZero() ? Money.zero(COVER_CURRENCY) : Money.max(minimum, byRate);
  return {
    ...{ premium, grade, rate, rule: RULE },
    steps: [
      step('insured', 'what of the shipment the buyer limit covers', insured),
      step('byRate', `round(insured × ${rate}): grade ${grade}`, byRate),
      step('premium', `max(${minimum.toAmountString()}, byRate)`, premium),
    ],
  };
}
