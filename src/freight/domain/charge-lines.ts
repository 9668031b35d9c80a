import { type Decimal } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './freight.sentences.js';
import { SurchargeCurrencyError } from './quote.errors.js';
import { type ChargeBasis, type Payer, type Rate } from './rate.js';

/** One item of the quote. */
export interface ChargeLine {
  readonly code: string;
  readonly name: string;
  readonly basis: ChargeBasis;
  readonly sizeType: string | null;
  /** Containers, revenue tons, or one bill of lading; for a percentage the fraction itself. */
  readonly quantity: Decimal;
  /** Price of one; for a percentage the sum of the charges that it is of. */
  readonly price: Money;
  readonly amount: Money;
  /** Which limit of the rate replaced the plain product, if any. */
  readonly limitedBy: 'minimum' | 'maximum' | null;
  readonly payer: Payer;
  readonly rateId: string;
  readonly source: string;
}

/** A charge with a price, so many times; nothing where the rate has none. */
export function fixedLine(rate: Rate, sizeType: string | null, quantity: Decimal): ChargeLine[] {
  return rate.price === null ? [] : [lineOf(rate, sizeType, quantity, rate.price)];
}

/**
 * A percentage of the lines before it that it names.
 * @throws SurchargeCurrencyError when the charges that it is of are in several currencies
 */
export function percentageOf(rate: Rate, before: readonly ChargeLine[]): ChargeLine[] {
  const of = before.filter(({ code }) => rate.percentOf.includes(code));
  const [first] = of;
  if (first === undefined || rate.share === null) return [];
  const { currency } = first.amount;
  if (of.some(({ amount }) => amount.currency !== currency)) {
    throw new SurchargeCurrencyError(SAY.percent_of_several({ code: rate.code }), {
      code: rate.code,
    });
  }
  return [
    lineOf(
      rate,
      null,
      rate.share,
      Money.sum(
        of.map(({ amount }) => amount),
        currency,
      ),
    ),
  ];
}

/** Quantity × price, rounded half up to the minor unit, within the limits of the rate. @throws SurchargeCurrencyError */
export function lineOf(rate: Rate, sizeType: string | null, quantity: Decimal, price: Money): ChargeLine {
  const product = price.times(quantity, 'half-up');
  const { amount, limitedBy } = limited(rate, product);
  const { code, name, basis, payer, source } = rate;
  return { code, name, basis, sizeType, quantity, price, amount, limitedBy, payer, rateId: rate.id, source };
}

/** A limit in another currency than the charge cannot be compared: the tariff is wrong, and we say so. */
function limited({ code, minimum, maximum }: Rate, product: Money): Pick<ChargeLine, 'amount' | 'limitedBy'> {
  const limits = [minimum, maximum].filter((limit) => limit !== null);
  if (limits.some(({ currency }) => currency !== product.currency)) {
    throw new SurchargeCurrencyError(SAY.limit_currency({ code }), { code });
  }
  if (minimum?.isMoreThan(product) === true) return { amount: minimum, limitedBy: 'minimum' };
  if (maximum !== null && product.isMoreThan(maximum)) return { amount: maximum, limitedBy: 'maximum' };
  return { amount: product, limitedBy: null };
}

/** One sum for each currency: nothing is converted. */
export function sumByCurrency(lines: readonly ChargeLine[], payer: Payer): Money[] {
  const amounts = lines.filter((line) => line.payer === payer).map(({ amount }) => amount);
  return [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, some]) => Money.sum(some, currency));
}
