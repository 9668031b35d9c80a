import { Decimal, isPositive, roundHalfUp } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { type Coverage, type InvoiceLine, type Take } from './match-facts.js';

interface Free {
  readonly quantity: Decimal;
  readonly amount: Money;
}

const ZERO = new Decimal(0);
const NOTHING: Free = { quantity: ZERO, amount: Money.zero('CNY') };

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
      const found = this.leftIn(lines.map(({ id }) => id));
      if (isPositive(quantity) && found.greaterThanOrEqualTo(quantity)) {
        return { takes: this.take(lines, quantity), unit, quantity, found };
      }
      if (nearest === null || found.greaterThan(nearest.found)) nearest = { takes: null, unit, quantity, found };
    }
    return nearest ?? { takes: null, unit: '', quantity: ZERO, found: ZERO };
  }

  /** What is left of the lines that were taken of. */
  leftOf(takes: readonly Take[]): Decimal {
    return this.leftIn(takes.map(({ invoice }) => invoice.id));
  }

  /** Most often it is one line, and nothing has to be added. */
  private leftIn([first, ...others]: readonly string[]): Decimal {
    if (first === undefined) return ZERO;
    return others.reduce((sum, id) => sum.plus(this.left(id).quantity), this.left(first).quantity);
  }

  private take(lines: readonly InvoiceLine[], quantity: Decimal): Take[] {
    const takes: Take[] = [];
    let need = quantity;
    for (const invoice of lines) {
      const left = this.left(invoice.id);
      if (!isPositive(left.quantity)) continue;
      if (left.quantity.greaterThan(need)) {
        const amount = shareOf(invoice, left, need);
        takes.push({ invoice, quantity: need, amount });
        this.free.set(invoice.id, { quantity: left.quantity.minus(need), amount: left.amount.minus(amount) });
        break;
      }
      // The rest of a line goes with the rest of its amount.
      takes.push({ invoice, ...left });
      this.free.set(invoice.id, NOTHING);
      need = need.minus(left.quantity);
      if (need.isZero()) break;
    }
    return takes;
  }

  private left(id: string): Free {
    const left = this.free.get(id);
    if (left === undefined) throw new Error('The invoice line is not of this export');
    return left;
  }
}

/** amount × taken / bought, half up to the fen, and never more than is left. */
function shareOf({ amount, quantity }: InvoiceLine, left: Free, taken: Decimal): Money {
  const minor = shareMinor(amount.minor, taken, quantity);
  return minor < left.amount.minor ? Money.ofMinor(minor, 'CNY') : left.amount;
}

/** Of whole pieces it is reckoned in whole numbers, which is many times quicker and comes to the same. */
function shareMinor(minor: bigint, taken: Decimal, bought: Decimal): bigint {
  if (minor >= 0n && taken.isInteger() && bought.isInteger()) {
    const pieces = BigInt(bought.toFixed());
    return (2n * minor * BigInt(taken.toFixed()) + pieces) / (2n * pieces);
  }
  return BigInt(roundHalfUp(new Decimal(minor.toString()).times(taken).div(bought), 0).toFixed());
}
