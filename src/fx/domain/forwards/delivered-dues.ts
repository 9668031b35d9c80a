import { type CalculationRule, step } from '../../../kernel/calculation.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { type Money } from '../../../kernel/money.js';
import { type BoughtDues } from '../dues/foreign-dues.js';

const RULE: CalculationRule = {
  id: 'fx.forward-delivery',
  version: '2000-01-01',
  source: 'The contract’s own rate (远期购汇)',
};

/** A part of a contract that buys, as it was delivered, and what of it pays a debt. */
interface Delivered {
  readonly due: Money;
  readonly sold: Money;
  readonly bought: Money;
  /** The client's, CNY for `unit` of the foreign currency. */
  readonly rate: Decimal;
  readonly unit: Decimal;
}

/**
 * What a debt cost that was paid by a delivery: all of what was paid for it, or its share where the debt had become less.
 *
 * Rounding: a share of the cost half up to the fen.
 */
export function duesOfDelivery({ due, sold, bought, rate, unit }: Delivered): BoughtDues {
  const isAll = due.equals(bought);
  const cost = isAll ? sold : sold.times(due.toDecimal().div(bought.toDecimal()), 'half-up');
  const formula = isAll ? 'what the delivery cost' : 'round(what the delivery cost × due / delivered)';
  return {
    ...{ due, cost, rate, unit, rule: RULE },
    steps: [
      step('delivered', 'under the contract', bought),
      step('due', 'min(owed, delivered)', due),
      step('cost', formula, cost),
    ],
  };
}
