import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';

/** How quotes are made. */
export interface QuoteRule {
  readonly validFrom: LocalDate;
  /** The platform's part of the rate: 0.001 is 0.1 %. */
  readonly spread: Decimal;
  /** How long a quote holds, unless the caller asks for less. */
  readonly lockSeconds: number;
  readonly lockSecondsMax: number;
  readonly source: string;
}

/** Newest first. */
const RULES: readonly QuoteRule[] = [
  {
    validFrom: '2000-01-01',
    spread: new Decimal('0.001'),
    lockSeconds: 60,
    lockSecondsMax: 600,
    source: 'The platform’s own price list: 0.1 % on the bank’s board, firm for a minute',
  },
];

/** The rule in force on a day. */
export function quoteRuleOn(date: LocalDate): QuoteRule {
  const rule = RULES.find(({ validFrom }) => validFrom <= date);
  if (rule === undefined) throw new Error(`No quote rule for ${date}`);
  return rule;
}
