import { type Decimal } from '../../../kernel/decimal.js';
import { Money } from '../../../kernel/money.js';

/** The goods of a receipt, and what they were worth when they were valued last. Quantities in the unit of the receipt. */
export interface ValuedStock {
  /** Market value, without tax, of `valuedQuantity`. */
  readonly value: Money;
  readonly valuedQuantity: Decimal;
  /** Still in pledge. */
  readonly leftQuantity: Decimal;
}

/** What is lent on a receipt, and what may be. */
export interface ReceiptStanding {
  /** Of what is still in pledge. */
  readonly value: Money;
  /** What may be owed on it at most. */
  readonly cover: Money;
  /** Principal that is owed on it, and what may yet be paid out. */
  readonly owed: Money;
  /** What is to be topped up: in money, or by goods of which another receipt tells. */
  readonly shortfall: Money;
  /** What of the value no loan needs. */
  readonly free: Money;
}

/**
 * What is still in pledge is worth: value × left / valued quantity. Cut to the minor unit, so that never too much is lent.
 *
 * @example 300,000.00 for 1,000 kg, of which 333 kg are left → 99,900.00
 */
export function valueLeft({ value, valuedQuantity, leftQuantity }: ValuedStock): Money {
  return Money.ofMajor(value.toDecimal().times(leftQuantity).div(valuedQuantity), value.currency, 'down');
}

/**
 * How a receipt stands.
 *
 *     cover     = down(cover rate × value left)
 *     shortfall = max(0, owed − cover)
 *     free      = max(0, value left − up(owed / cover rate))
 *
 * Units: money in the currency of the value; the cover rate is a fraction above zero, the advance rate of the product that it was
 * pledged for (0.6 for 60 %).
 *
 * @example worth 300,000.00 at 0.6, owed 120,000.00 → cover 180,000.00, shortfall 0.00, free 100,000.00
 */
export function standingOfReceipt(stock: ValuedStock, coverRate: Decimal, owed: Money): ReceiptStanding {
  const value = valueLeft(stock);
  const zero = Money.zero(value.currency);
  const cover = value.times(coverRate, 'down');
  const bound = Money.ofMajor(owed.toDecimal().div(coverRate), owed.currency, 'up');
  return {
    ...{ value, cover, owed },
    shortfall: Money.max(owed.minus(cover), zero),
    free: Money.max(value.minus(bound), zero),
  };
}
