import { type Decimal } from './decimal.js';
import { Money } from './money.js';

/**
 * The amount that VAT was charged on, from an amount that contains it.
 * Rounding: half up to the minor unit.
 * @example 10,000.00 CNY with 13 % inside → 8,849.56
 */
export function withoutVat(inclVat: Money, vatRate: Decimal): Money {
  return Money.ofMajor(inclVat.toDecimal().div(vatRate.plus(1)), inclVat.currency, 'half-up');
}
