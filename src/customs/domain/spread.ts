import { Decimal } from '../../kernel/decimal.js';

/** The message takes this many decimals of a weight. */
const PLACES = 5;

/**
 * A weight in kg, or another quantity, in parts by their shares, that add up to it: what is left after rounding down to
 * `places` decimals goes to the largest remainders, the first of equals first. Shares of nothing are even.
 */
export function spread(total: Decimal, shares: readonly Decimal[], places = PLACES): Decimal[] {
  const sum = shares.reduce((all, share) => all.plus(share), new Decimal(0));
  const exact = shares.map((share) => (sum.isZero() ? total.div(shares.length) : total.times(share).div(sum)));
  const parts = exact.map((part) => part.toDecimalPlaces(places, Decimal.ROUND_DOWN));
  const left = total.minus(parts.reduce((all, part) => all.plus(part), new Decimal(0)));
  const unit = new Decimal(10).pow(-places);
  const order = exact
    .map((part, index) => ({ index, remainder: part.minus(parts[index] ?? 0) }))
    .sort((one, other) => other.remainder.comparedTo(one.remainder) || one.index - other.index);
  const lucky = new Set(order.slice(0, left.div(unit).round().toNumber()).map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part.plus(unit) : part));
}
