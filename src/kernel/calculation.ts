import { type Decimal } from './decimal.js';
import { type Money } from './money.js';

/** The rule that a figure was worked out by. Kept with the figure, so that an old answer can be explained years later. */
export interface CalculationRule {
  /** `tax-refund.trading`; stable. */
  readonly id: string;
  /** The day from which this wording of the rule counts, `2026-01-01`; `before-…` for what it replaced. */
  readonly version: string;
  /** Law, notice or custom of the trade, as one would cite it. */
  readonly source: string;
}

/** One line of the working: what was computed, how, and what came out. */
export interface CalculationStep {
  /** Path of the figure in the result: `items.0.base`. */
  readonly name: string;
  /** The formula in the names of the request and of the steps before. */
  readonly formula: string;
  /** Decimal string, with the currency behind it where it is money. */
  readonly value: string;
}

/** Every computed figure carries its rule and its working. */
export interface Explained {
  readonly rule: CalculationRule;
  readonly steps: readonly CalculationStep[];
}

export function step(name: string, formula: string, value: Money | Decimal | string | number): CalculationStep {
  return { name, formula, value: String(value) };
}
