import { Decimal as Library } from 'decimal.js';

/**
 * Exact decimals for rates and quantities; the only door to decimal.js.
 * 60 digits, so that no product of an amount and a rate is cut before we round it;
 * a private clone, so that nobody's global `Decimal.set` can change our arithmetic.
 */
export const Decimal = Library.clone({ defaults: true, precision: 60, toExpNeg: -60, toExpPos: 60 });
export type Decimal = Library;

export const ROUNDING = {
  'half-up': Library.ROUND_HALF_UP,
  'half-even': Library.ROUND_HALF_EVEN,
  down: Library.ROUND_DOWN,
  up: Library.ROUND_UP,
} as const;
export type Rounding = keyof typeof ROUNDING;

/** Above zero; as `greaterThan(0)`, without making a decimal of that zero each time. */
export function isPositive(value: Decimal): boolean {
  return value.isPositive() && !value.isZero();
}

/** A half goes away from zero; the rounding of every Chinese tax and bank rule we know. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, ROUNDING['half-up']);
}
