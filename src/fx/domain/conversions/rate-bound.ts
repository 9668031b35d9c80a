import { Decimal, ROUNDING } from '../../../kernel/decimal.js';

/** CNY for so much of the foreign currency. */
export interface Rate {
  readonly rate: Decimal;
  readonly unit: Decimal;
}

/** `sell`: foreign currency into CNY, where more is better; `buy`: CNY into foreign currency, where less is. */
export type Side = 'sell' | 'buy';

/** How much worse than the quote a conversion may become while it waits, where nobody says. */
const TOLERANCE_USUAL = new Decimal('0.005');
const PLACES = 6;

/** The worst rate that is taken where none is named: half a percent from the quote, rounded towards it. */
export function usualWorstRate(side: Side, rate: Decimal): Decimal {
  return side === 'sell'
    ? rate.times(new Decimal(1).minus(TOLERANCE_USUAL)).toDecimalPlaces(PLACES, ROUNDING.up)
    : rate.times(new Decimal(1).plus(TOLERANCE_USUAL)).toDecimalPlaces(PLACES, ROUNDING.down);
}

/** Whether a rate is no worse than the worst that is taken. Exact, whatever units the two are quoted in. */
export function isWithin(side: Side, found: Rate, worst: Rate): boolean {
  const [offered, accepted] = [found.rate.times(worst.unit), worst.rate.times(found.unit)];
  return side === 'sell' ? offered.greaterThanOrEqualTo(accepted) : offered.lessThanOrEqualTo(accepted);
}
