import { type Money } from '../../kernel/money.js';

/** What is granted or paid, and how much of it is consumption tax; CNY. Of a correction both are below zero. */
export interface Granted {
  readonly total: Money;
  readonly consumptionTax: Money;
}

/**
 * How what the bureau grants falls to both taxes: as it says, or else as before; what is less or more of the whole is then of the VAT,
 * and of the consumption tax only as far as the VAT does not reach.
 * @param before as claimed, or as approved
 */
export function grantedOf(before: Granted, total: Money, consumptionTax: Money | null): Granted {
  if (consumptionTax !== null) return { total, consumptionTax };
  const vatBefore = before.total.minus(before.consumptionTax);
  const vat = total.minus(before.consumptionTax);
  const isTurned = !vat.isZero() && !vatBefore.isZero() && vat.isNegative() !== vatBefore.isNegative();
  const isOfNone = vatBefore.isZero() && !before.consumptionTax.isZero();
  return { total, consumptionTax: isTurned || isOfNone ? total : before.consumptionTax };
}

/** The part that is VAT. */
export function vatOf({ total, consumptionTax }: Granted): Money {
  return total.minus(consumptionTax);
}
