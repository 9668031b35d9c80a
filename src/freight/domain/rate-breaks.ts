import { type Decimal } from '../../kernel/decimal.js';
import { type Money } from '../../kernel/money.js';

/** A price per kilogram that counts from a weight on: +45, +100, +300 of a tariff by air. */
export interface RateBreak {
  /** The least weight that is charged at this price, kg. */
  readonly fromKg: Decimal;
  readonly price: Money;
}

export interface BreakCharge<Break extends RateBreak> {
  readonly amount: Money;
  /** What is charged for, kg: the weight itself, or the least of a break that is cheaper. */
  readonly chargedKg: Decimal;
  /** Whose price it is. */
  readonly at: Break;
}

/**
 * The charge for a weight by a table of breaks: `min over breaks b ≥ band (max(weight, b.fromKg) × b.price)`. The band is the
 * last break that the weight has reached; a shipment is declared heavier than it is where the next break makes it cheaper. What
 * is lighter than the first break is charged as the first break.
 *
 * Units: kilograms, price per kilogram. Rounding: half up to the minor unit, of each product. Of equals the lower break counts.
 * Source: IATA TACT Rules 3.9 (higher weight break), custom of the trade for other ways by weight.
 * @param breaks at least one, of one currency
 * @returns null where there is no break
 * @example 44 kg at 40.00 up to 45 kg and 32.00 from there: 45 × 32.00 = 1,440.00 instead of 44 × 40.00 = 1,760.00
 */
export function breakCharge<Break extends RateBreak>(
  weightKg: Decimal,
  breaks: readonly Break[],
): BreakCharge<Break> | null {
  const sorted = breaks.toSorted((left, right) => left.fromKg.comparedTo(right.fromKg));
  const band = sorted.findLastIndex(({ fromKg }) => fromKg.lessThanOrEqualTo(weightKg));
  let best: BreakCharge<Break> | null = null;
  for (const at of sorted.slice(Math.max(band, 0))) {
    const chargedKg = at.fromKg.greaterThan(weightKg) ? at.fromKg : weightKg;
    const amount = at.price.times(chargedKg, 'half-up');
    if (best?.amount.isMoreThan(amount) ?? true) best = { amount, chargedKg, at };
  }
  return best;
}
