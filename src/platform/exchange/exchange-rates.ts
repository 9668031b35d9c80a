import { type Currency } from '../../kernel/currency.js';
import { type Decimal } from '../../kernel/decimal.js';
import { type View } from '../database/session.js';

/** What one unit of a currency is worth, by whose word. */
export interface ExchangeRate {
  readonly currency: Currency;
  readonly rate: Decimal;
  readonly source: string;
  readonly asOf: Date;
}

/** Published rates, for whoever must hold sums of several currencies against one another; nothing is exchanged by them. */
export abstract class ExchangeRates {
  /** Of one unit of each currency so many of `quote`, of those that are on record and not stale. */
  abstract ratesTo(view: View, quote: Currency, currencies: readonly Currency[], at: Date): Promise<ExchangeRate[]>;
}
