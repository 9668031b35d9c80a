import { Money } from '../../kernel/money.js';
import { tradeTermOf } from './data/trade-terms.js';
import { type DeclarationForm } from './declaration-form.js';

export interface FobValue {
  readonly total: Money;
  /** One per item, in order; they add up to the total exactly. */
  readonly items: readonly Money[];
}

/**
 * The value at the port of loading, in the transaction's currency: FOB = total − freight − insurance, each deducted
 * only where the trade term includes it, and spread over the items by their value. EXW and FOB prices count as they
 * are. Nothing is rounded away: `Money.allocate` gives leftover minor units to the first items.
 *
 * @returns null when it cannot be told: an unknown Incoterm, nothing of value, or charges that eat up the value
 */
export function fobValue(form: DeclarationForm): FobValue | null {
  const term = tradeTermOf(form.incoterm);
  if (term === null) return null;
  const values = form.items.map((item) => Money.fromJSON(item.total));
  if (values.some((value) => value.currency !== form.currency)) return null;
  const total = Money.sum(values, form.currency);
  if (total.isZero()) return null;
  const charges = [
    ...(term.includesFreight && form.freightCharge !== null ? [Money.fromJSON(form.freightCharge)] : []),
    ...(term.includesInsurance && form.insuranceCharge !== null ? [Money.fromJSON(form.insuranceCharge)] : []),
  ];
  if (charges.some((charge) => charge.currency !== form.currency)) return null;
  const deducted = Money.sum(charges, form.currency);
  const fob = total.minus(deducted);
  if (fob.isNegative() || fob.isZero()) return null;
  const weights = values.map((value) => value.minor);
  const shares = deducted.allocate(weights);
  return { total: fob, items: values.map((value, index) => value.minus(shares[index] ?? Money.zero(form.currency))) };
}
