import { type CalculationRule } from '../../../kernel/calculation.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';

/** What speaks for a match: the evidence that agreed, strongest first. */
export const MATCH_GROUNDS = [
  'reference_and_amount',
  'reference',
  'contract_and_amount',
  'near_reference_and_amount',
  'payer_and_exact_amount',
  'reference_and_amount_of_third_party',
  'payer_and_amount',
  'similar_payer_and_exact_amount',
  'contract',
  'payer_and_sum',
  'similar_payer_and_amount',
  'near_reference',
  'instalment',
  'reference_of_third_party',
  'contract_of_third_party',
  'reference_in_other_currency',
  'sum_by_chance',
  'contradicted_reference',
  'one_of_several',
  'payer_in_other_currency',
  'oldest_of_payer',
] as const;
export type MatchGround = (typeof MATCH_GROUNDS)[number];

interface TermsRow {
  readonly validFrom: LocalDate;
  /** What is at least so sure is matched by itself; the rest is suggested. */
  readonly threshold: string;
  readonly confidence: Readonly<Record<MatchGround, string>>;
  /** Several debts may make up a receipt: so many at most are put together, out of so many of one payer. */
  readonly sum: { readonly debtsMax: number; readonly candidatesMax: number; readonly chanceMax: string };
  /** Parts of an order that contracts usually make payable at once: 0.3 is a deposit of 30 %. */
  readonly instalments: readonly string[];
  /** How far, as a part of what is owed, money in another currency may be from it at the rate of the day: banks take a spread. */
  readonly crossShare: string;
}

/** Newest first. A new custom is a new row; what was decided under an old one stays as it was. */
const TERMS: readonly TermsRow[] = [
  {
    validFrom: '2000-01-01',
    threshold: '0.90',
    confidence: {
      reference_and_amount: '0.99',
      reference: '0.95',
      contract_and_amount: '0.95',
      near_reference_and_amount: '0.94',
      payer_and_exact_amount: '0.94',
      reference_and_amount_of_third_party: '0.92',
      payer_and_amount: '0.91',
      similar_payer_and_exact_amount: '0.91',
      contract: '0.90',
      payer_and_sum: '0.90',
      similar_payer_and_amount: '0.80',
      near_reference: '0.75',
      instalment: '0.75',
      reference_of_third_party: '0.70',
      contract_of_third_party: '0.70',
      reference_in_other_currency: '0.65',
      sum_by_chance: '0.60',
      contradicted_reference: '0.50',
      one_of_several: '0.50',
      payer_in_other_currency: '0.45',
      oldest_of_payer: '0.40',
    },
    sum: { debtsMax: 4, candidatesMax: 24, chanceMax: '0.0001' },
    instalments: ['0.1', '0.2', '0.25', '0.3', '0.4', '0.5', '0.6', '0.7', '0.75', '0.8', '0.9'],
    crossShare: '0.01',
  },
];

export interface MatchTerms {
  readonly rule: CalculationRule;
  readonly threshold: Decimal;
  readonly sum: { readonly debtsMax: number; readonly candidatesMax: number; readonly chanceMax: Decimal };
  readonly instalments: readonly Decimal[];
  readonly crossShare: Decimal;
  confidence(ground: MatchGround): Decimal;
}

const known = new Map<LocalDate, MatchTerms>();

/** How sure each kind of evidence is, on a day; from 0 to 1. */
export function matchTerms(on: LocalDate): MatchTerms {
  const row = TERMS.find(({ validFrom }) => validFrom <= on);
  if (row === undefined) throw new Error(`No terms of matching for ${on}`);
  const terms = known.get(row.validFrom) ?? readTerms(row);
  known.set(row.validFrom, terms);
  return terms;
}

function readTerms({ validFrom, threshold, confidence, sum, instalments, crossShare }: TermsRow): MatchTerms {
  const grades = new Map(MATCH_GROUNDS.map((ground) => [ground, new Decimal(confidence[ground])]));
  return {
    rule: {
      id: 'fx.collection-match',
      version: validFrom,
      source:
        'Custom of the trade: reference in the remittance text, then the contract, then payer and amount within the tolerance, then a person',
    },
    threshold: new Decimal(threshold),
    sum: { ...sum, chanceMax: new Decimal(sum.chanceMax) },
    instalments: instalments.map((share) => new Decimal(share)),
    crossShare: new Decimal(crossShare),
    confidence: (ground) => grades.get(ground) ?? new Decimal(0),
  };
}
