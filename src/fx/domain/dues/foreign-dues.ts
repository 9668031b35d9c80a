import { type Explained, step } from '../../../kernel/calculation.js';
import { Decimal, ROUNDING } from '../../../kernel/decimal.js';
import { minorDigits } from '../../../kernel/currency.js';
import { Money } from '../../../kernel/money.js';
import { convertAtBoard } from '../conversions/board-conversion.js';
import { type BoardPrices, HOME } from '../conversions/price-quote.js';

/** What was paid of a debt in a foreign currency, and what it cost in CNY. */
export interface BoughtDues extends Explained {
  readonly due: Money;
  readonly cost: Money;
  /** The bank's, CNY for `unit` of the foreign currency. */
  readonly rate: Decimal;
  readonly unit: Decimal;
}

/**
 * Pays a debt in a foreign currency out of CNY, at the price for which the bank sells that currency (购汇), without a
 * spread. All of it where the money is enough; else as much of it as the money buys.
 *
 * Rounding: a part of the debt down to its minor unit; the cost half up to the fen, once. It never exceeds the money.
 * @example 800.00 USD at 710.00 per 100 → 5,680.00 CNY
 */
export function buyDues(owed: Money, available: Money, { unit, spotSell }: BoardPrices): BoughtDues {
  const affordable = available.toDecimal().times(unit).div(spotSell);
  const whole = affordable.greaterThanOrEqualTo(owed.toDecimal());
  const places = minorDigits(owed.currency);
  const due = whole ? owed : Money.ofMajor(affordable.toDecimalPlaces(places, ROUNDING.down), owed.currency, 'down');
  const { converted, rule, steps } = convertAtBoard({
    amount: due,
    side: 'buy',
    quote: { currency: HOME, unit, spotSell },
  });
  const formula = whole ? 'all that is owed' : 'available × unit / spotSell, rounded down';
  return { due, cost: converted, rate: spotSell, unit, rule, steps: [step('amount', formula, due), ...steps] };
}

/** A debt that was paid, and what was taken from the client for it: the same amount, or its cost in CNY. */
export interface TakenDues {
  readonly due: Money;
  readonly paid: Money;
}

export interface GivenBack<Taken extends TakenDues> extends TakenDues {
  readonly taken: Taken;
}

/**
 * Spreads what must be given back over what was taken, in the order given. Each part is worth what was taken for it, so
 * that nobody gains or loses by the market having moved.
 *
 * Rounding: a share of a cost half up; where all of a debt is given back, so is all that it cost.
 */
export function giveBack<Taken extends TakenDues>(owed: Money, taken: readonly Taken[]): GivenBack<Taken>[] {
  let left = owed;
  return taken.flatMap((one) => {
    const due = Money.min(left, one.due);
    if (due.isZero()) return [];
    left = left.minus(due);
    const share = new Decimal(due.minor.toString()).div(one.due.minor.toString());
    return [{ taken: one, due, paid: due.equals(one.due) ? one.paid : one.paid.times(share, 'half-up') }];
  });
}
