import { type Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';

/** What a line of an invoice has left, in CNY. */
export interface OpenLine {
  readonly invoiceLineId: string;
  readonly hsCode: string;
  readonly quantity: Decimal;
  readonly amount: Money;
}

/** What is taken of a line. */
export interface TakenShare {
  readonly invoiceLineId: string;
  readonly quantity: Decimal;
  readonly amount: Money;
}

const ZERO = Money.zero('CNY');
const QUANTITY_PLACES = 10;
const DOWN = 1;

/**
 * Which lines of its invoice an amount that was declared elsewhere is of: those of the same goods first, one after the other. By the
 * amount the quantity follows, whatever unit it was declared in; who takes all of the amount takes all of the quantity.
 * @returns null where less is left than was declared
 */
export function sharesOf(amount: Money, hsCode: string, lines: readonly OpenLine[]): TakenShare[] | null {
  const own = lines.filter((line) => line.hsCode === hsCode);
  const others = lines.filter((line) => line.hsCode !== hsCode);
  const taken: TakenShare[] = [];
  let left = amount;
  for (const line of [...own, ...others]) {
    const share = Money.min(left, line.amount);
    if (!share.isMoreThan(ZERO)) continue;
    left = left.minus(share);
    taken.push({ invoiceLineId: line.invoiceLineId, quantity: portion(line, share), amount: share });
  }
  return left.isZero() ? taken : null;
}

/** Ten decimals, cut off: never more than there is. */
function portion({ quantity, amount }: OpenLine, share: Money): Decimal {
  if (share.minor === amount.minor) return quantity;
  return quantity.times(share.minor.toString()).div(amount.minor.toString()).toDecimalPlaces(QUANTITY_PLACES, DOWN);
}

/** The lines with what is left of them afterwards. */
export function lessShares(lines: readonly OpenLine[], shares: readonly TakenShare[]): OpenLine[] {
  return lines.map((line) => {
    const share = shares.find(({ invoiceLineId }) => invoiceLineId === line.invoiceLineId);
    if (share === undefined) return line;
    return { ...line, quantity: line.quantity.minus(share.quantity), amount: line.amount.minus(share.amount) };
  });
}
