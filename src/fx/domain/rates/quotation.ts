import { type Currency } from '../../../kernel/currency.js';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { mannerOf, type PublishedSource, type RateDirection, rateSource, type RateSourceCode } from './rate-source.js';

/** A rate as its source gives it: `unit` of `base` cost `rate` of `quote`. */
export interface Quotation {
  readonly source: RateSourceCode;
  readonly base: Currency;
  readonly quote: Currency;
  readonly unit: Decimal;
  readonly direction: RateDirection;
  readonly rate: Decimal;
}

/** One that is published day by day. */
export interface PublishedRate extends Quotation {
  readonly source: PublishedSource;
  readonly publishedOn: LocalDate;
}

/** Decimals of a normalised or derived rate, at least; small ones have more, so that eight digits of them count. */
const PLACES = 10;
const DIGITS = 10;

/** A ratio that is not divided out yet: `numerator / denominator` of the quote for one of the base. */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** The foreign currency of a quotation: the side that is not the source's own. */
export function foreignOf({ direction, base, quote }: Pick<Quotation, 'direction' | 'base' | 'quote'>): Currency {
  return direction === 'direct' ? base : quote;
}

/** A published rate of a currency, laid out as its source quotes it. */
export function published(
  source: PublishedSource,
  facts: { readonly currency: Currency; readonly rate: Decimal; readonly publishedOn: LocalDate },
): PublishedRate {
  const { currency, rate, publishedOn } = facts;
  const { direction, unit } = mannerOf(source, currency);
  const { home } = rateSource(source);
  const [base, quote] = direction === 'direct' ? [currency, home] : [home, currency];
  return { source, base, quote, unit: new Decimal(unit), direction, rate, publishedOn };
}

/** What one unit of `from` is in the other currency of the quotation; nothing is divided yet. */
export function ratioFrom({ base, unit, rate }: Quotation, from: Currency): Ratio {
  return from === base ? { numerator: rate, denominator: unit } : { numerator: unit, denominator: rate };
}

/** One conversion after the other. */
export function chained(first: Ratio, second: Ratio): Ratio {
  return {
    numerator: first.numerator.times(second.numerator),
    denominator: first.denominator.times(second.denominator),
  };
}

/**
 * Divides, once, at the end. Rounding: half up to ten decimals, or more where fewer than ten digits would be left.
 * @example 1 / 0.58 MYR → 1.724137931
 */
export function divided({ numerator, denominator }: Ratio): Decimal {
  const exact = numerator.div(denominator);
  const places = exact.isZero() ? PLACES : Math.max(PLACES, DIGITS - 1 - exact.e);
  return roundHalfUp(exact, places);
}

/** The source's own currency for one foreign unit, whatever way round it is quoted. */
export function homePerUnit(quotation: Quotation): Decimal {
  return divided(ratioFrom(quotation, foreignOf(quotation)));
}
