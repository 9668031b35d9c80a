import { type Decimal } from '../../../kernel/decimal.js';
import { type Money } from '../../../kernel/money.js';
import { type Side } from './rate-bound.js';

/** One half of an exchange between two foreign currencies: of the one against CNY. */
export interface QuoteLeg {
  /** `sell`: what is sold, at the price for which the bank buys it; `buy`: what is bought, at the price for which it sells. */
  readonly side: Side;
  readonly amount: Money;
  /** The customer's and the bank's, CNY for `unit`. */
  readonly rate: Decimal;
  readonly boardRate: Decimal;
  readonly unit: Decimal;
  /** What it comes to in CNY, which nobody pays. */
  readonly worth: Money;
}
