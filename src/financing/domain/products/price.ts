import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type ProductTerms } from './product.js';

/** What was published, from that day until the next row of the same name. */
export interface ReferenceRate {
  readonly name: string;
  readonly from: LocalDate;
  readonly rate: string;
}

/** What a product costs on a day, as numbers: kept with a loan, so that no later publication changes it. */
export interface Price {
  /** Per year, as a fraction. */
  readonly annualRate: Decimal;
  /** On overdue principal, on top of it. */
  readonly penaltyRate: Decimal;
  /** What a floating rate stood on; null of a fixed one. */
  readonly reference: { readonly name: string; readonly rate: string; readonly from: LocalDate } | null;
}

/** The publication that counts on a day; null where nothing of that name had been published by then. */
export function referenceOn(table: readonly ReferenceRate[], name: string, day: LocalDate): ReferenceRate | null {
  const published = table.filter((row) => row.name === name && row.from <= day);
  return published.sort((left, right) => (left.from < right.from ? 1 : -1))[0] ?? null;
}

/**
 * The rates of a product on a day.
 *
 *     annual rate = fixed, or the published reference of the day + spread
 *     penalty     = the rate added, or annual rate × (multiplier − 1)
 *
 * @throws Error when a floating rate refers to what was never published: products are checked when they are added
 */
export function priceOn(
  { interest, penalty }: Pick<ProductTerms, 'interest' | 'penalty'>,
  table: readonly ReferenceRate[],
  day: LocalDate,
): Price {
  const row = interest.kind === 'floating' ? published(table, interest.reference, day) : null;
  const annualRate =
    row === null
      ? known(interest.annualRate, 'annual rate')
      : new Decimal(row.rate).plus(known(interest.spread, 'spread'));
  const penaltyRate =
    penalty.kind === 'added_rate' ? new Decimal(penalty.value) : annualRate.times(new Decimal(penalty.value).minus(1));
  return {
    annualRate,
    penaltyRate,
    reference: row === null ? null : { name: row.name, rate: row.rate, from: row.from },
  };
}

/** `fee = flat + rate × drawn`, once; half up to the minor unit. */
export function feeOn({ feeRate, feeFlat }: Pick<ProductTerms, 'feeRate' | 'feeFlat'>, drawn: Money): Money {
  return drawn.times(new Decimal(feeRate), 'half-up').plus(Money.parse(feeFlat, drawn.currency));
}

function published(table: readonly ReferenceRate[], reference: string | undefined, day: LocalDate): ReferenceRate {
  const row = reference === undefined ? null : referenceOn(table, reference, day);
  if (row === null) throw new Error(`${String(reference)} was not published by ${day}`);
  return row;
}

function known(rate: string | undefined, what: string): Decimal {
  if (rate === undefined) throw new Error(`A product was kept without its ${what}`);
  return new Decimal(rate);
}
