import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate, laterOf } from '../../../kernel/local-date.js';
import { priceOn, type ReferenceRate } from '../products/price.js';
import { type ProductTerms } from '../products/product.js';

/** The rates of a loan from a day on. */
export interface RatePeriod {
  readonly from: LocalDate;
  /** Per year, as fractions. */
  readonly annualRate: Decimal;
  readonly penaltyRate: Decimal;
  /** Since when the reference stood so; null of a fixed rate. */
  readonly referenceOn: LocalDate | null;
}

/**
 * What a floating rate becomes by publications of its reference after the one it stands on: each counts from the day on which
 * it is published, and none from before the days whose interest is counted already. Of a fixed rate, nothing.
 * @param countedFrom the first day whose interest is not counted yet
 * @param day the last day that may begin a period
 */
export function resetsOf(
  terms: Pick<ProductTerms, 'interest' | 'penalty'>,
  table: readonly ReferenceRate[],
  {
    referenceOn,
    countedFrom,
    day,
  }: { readonly referenceOn: LocalDate | null; readonly countedFrom: LocalDate; readonly day: LocalDate },
): RatePeriod[] {
  const { kind, reference } = terms.interest;
  if (kind !== 'floating' || referenceOn === null) return [];
  return table
    .filter(({ name, from }) => name === reference && from > referenceOn && from <= day)
    .sort((left, right) => (left.from < right.from ? -1 : 1))
    .map((published) => {
      const { annualRate, penaltyRate } = priceOn(terms, table, published.from);
      return { from: laterOf(published.from, countedFrom), annualRate, penaltyRate, referenceOn: published.from };
    });
}
