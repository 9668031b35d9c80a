import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Coverage, type InvoiceLine, type Take } from './match-facts.js';

interface Free {
  quantity: Decimal;
  amount: Money;
}

const ZERO = new Decimal(0);

/** What the invoices of one export have left, while its items take from them one after the other. */
export class InvoicePool {
  private readonly free: Map<string, Free>;

  constructor(lines: readonly InvoiceLine[]) {
    this.free = new Map(
      lines.map(({ id, freeQuantity, freeAmount }) => [id, { quantity: freeQuantity, amount: freeAmount }]),
    );
  }

  /**
   * Takes the declared quantity from `usable`, in their order, in the first declared unit that covers it; takes nothing
   * where no unit does, and says which came nearest.
   */
  cover(
    declared: readonly { readonly quantity: Decimal; readonly unit: string }[],
    usable: readonly InvoiceLine[],
  ): Coverage {
    let nearest: Coverage | null = null;
    for (const { quantity, unit } of declared) {
      const lines = usable.filter((line) => line.unit === unit);
      const found = lines.reduce((sum, { id }) => sum.plus(this.left(id).quantity), ZERO);
      if (quantity.greaterThan(0) && found.greaterThanOrEqualTo(quantity)) {
        return { takes: this.take(lines, quantity), unit, quantity, found };
      }
      if (nearest === null || found.greaterThan(nearest.found)) nearest = { takes: null, unit, quantity, found };
    }
    return nearest ?? { takes: null, unit: '', quantity: ZERO, found: ZERO };
  }

  /** What is left of the lines that were taken of. */
  leftOf(takes: readonly Take[]): Decimal {
    return takes.reduce((sum, { invoice }) => sum.plus(this.left(invoice.id).quantity), ZERO);
  }

  private take(lines: readonly InvoiceLine[], quantity: Decimal): Take[] {
    const takes: Take[] = [];
    let need = quantity;
    for (const invoice of lines) {
      const left = this.left(invoice.id);
      const taken = Decimal.min(left.quantity, need);
      if (!taken.greaterThan(0)) continue;
      const amount = shareOf(invoice, left, taken);
      takes.push({ invoice, quantity: taken, amount });
      this.free.set(invoice.id, { quantity: left.quantity.minus(taken), amount: left.amount.minus(amount) });
      need = need.minus(taken);
    }
    return takes;
  }

  private left(id: string): Free {
    const left = this.free.get(id);
    if (left === undefined) throw new Error('The invoice line is not of this export');
    return left;
  }
}

/** amount × taken / bought, half up to the fen; the rest of a line goes with the rest of its goods. */
function shareOf({ amount, quantity }: InvoiceLine, left: Free, taken: Decimal): Money {
  if (taken.equals(left.quantity)) return left.amount;
  const share = new Decimal(amount.minor.toString()).times(taken).div(quantity);
  const minor = BigInt(roundHalfUp(share, 0).toFixed());
  return minor < left.amount.minor ? Money.ofMinor(minor, 'CNY') : left.amount;
}
