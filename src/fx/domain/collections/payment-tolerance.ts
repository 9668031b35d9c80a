import { type CalculationRule } from '../../../kernel/calculation.js';
import { type Currency } from '../../../kernel/currency.js';
import { Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';

/** How much less, or more, than it owes a buyer may pay before somebody has to look. */
interface ToleranceRow {
  readonly validFrom: LocalDate;
  /** Flat part, in USD or its equivalent at the receipt. */
  readonly absoluteUsd: string;
  /** Part of what is owed: 0.005 is 0.5 %. */
  readonly share: string;
  readonly source: string;
}

/** Newest first. A new custom is a new row; what was decided under an old one stays as it was. */
const TOLERANCES: readonly ToleranceRow[] = [
  {
    validFrom: '2000-01-01',
    absoluteUsd: '50',
    share: '0.005',
    source: 'Custom of the trade: charges of the banks on the way of a SWIFT transfer, usually 15 to 50 USD',
  },
];

export interface Tolerance {
  readonly amount: Money;
  readonly rule: CalculationRule;
  /** How it was worked out, for a person. */
  readonly formula: string;
}

/**
 * max(50 USD, 0.5 % of what is owed), in the currency of the debt.
 *
 * @param perUsd how much of the currency one USD is worth on the day; null when no board is known, and then the
 *   share alone counts
 * Rounding: each part half up to the currency's minor unit.
 */
export function paymentTolerance(expected: Money, on: LocalDate, perUsd: Decimal | null): Tolerance {
  const row = TOLERANCES.find(({ validFrom }) => validFrom <= on);
  if (row === undefined) throw new Error(`No payment tolerance for ${on}`);
  const byShare = expected.times(new Decimal(row.share), 'half-up');
  const flat = flatPart(row, expected.currency, perUsd);
  const amount = flat === null ? byShare : Money.max(flat, byShare);
  const flatText = flat === null ? '' : `${row.absoluteUsd} USD = ${flat.toString()}, `;
  return {
    amount,
    rule: { id: 'fx.payment-tolerance', version: row.validFrom, source: row.source },
    formula: `max(${flatText}${row.share} × ${expected.toString()} = ${byShare.toString()})`,
  };
}

function flatPart({ absoluteUsd }: ToleranceRow, currency: Currency, perUsd: Decimal | null): Money | null {
  if (currency === 'USD') return Money.parse(absoluteUsd, 'USD');
  return perUsd === null ? null : Money.ofMajor(perUsd.times(absoluteUsd), currency, 'half-up');
}
