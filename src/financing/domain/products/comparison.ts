import { type CalculationRule, type Explained, step } from '../../../kernel/calculation.js';
import { type Decimal } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { type Sentence } from '../../../kernel/sentence.js';
import { interestOver } from '../interest.js';
import { feeOn, type Price, priceOn, type ReferenceRate } from './price.js';
import { type Product } from './product.js';
import { SAY } from './product.sentences.js';

const RULE: CalculationRule = {
  id: 'financing.product-comparison',
  version: '2026-01-01',
  source: 'Cost of one loan for some days: interest by actual days, and fees; per year by the day basis of the product',
};

export interface Compared extends Explained {
  readonly product: Product;
  readonly price: Price;
  readonly interest: Money;
  readonly fees: Money;
  readonly cost: Money;
  /** Interest and fees per year, as a fraction of what is lent. */
  readonly allInRate: Decimal;
  /** Why it is not lent so; empty where it is. */
  readonly reasons: readonly Sentence[];
}

/**
 * What the same money costs for the same days in each product; the cheapest first, those that do not lend it last.
 *
 *     cost        = interest + flat fee + fee rate × amount
 *     all-in rate = cost / amount × day basis / days
 */
export function compare(
  products: readonly Product[],
  { amount, days, day, rates }: { amount: Money; days: number; day: LocalDate; rates: readonly ReferenceRate[] },
): Compared[] {
  const compared = products
    .filter(({ currency }) => currency === amount.currency)
    .map((product) => costOf(product, priceOn(product, rates, day), amount, days));
  return compared.sort(
    (left, right) =>
      Math.sign(left.reasons.length) - Math.sign(right.reasons.length) ||
      left.cost.toDecimal().comparedTo(right.cost.toDecimal()) ||
      left.product.code.localeCompare(right.product.code),
  );
}

function costOf(product: Product, price: Price, amount: Money, days: number): Compared {
  const { annualRate } = price;
  const { dayBasis } = product;
  const { interest } = interestOver({ annualRate, dayBasis, periods: [{ principal: amount, days }] });
  const fees = feeOn(product, amount);
  const cost = interest.plus(fees);
  const allInRate = cost.toDecimal().div(amount.toDecimal()).times(dayBasis).div(days).toDecimalPlaces(6);
  return {
    ...{ product, price, interest, fees, cost, allInRate, reasons: reasonsAgainst(product, amount, days), rule: RULE },
    steps: [
      step('interest', `round(amount × ${annualRate.toFixed()} × ${days} / ${dayBasis})`, interest),
      step('fees', `${product.feeFlat} + round(${product.feeRate} × amount)`, fees),
      step('cost', 'interest + fees', cost),
      step('allInRate', `cost / amount × ${dayBasis} / ${days}`, allInRate),
    ],
  };
}

function reasonsAgainst(
  { currency, clientLimit, minimum, tenorDays }: Product,
  amount: Money,
  days: number,
): Sentence[] {
  const [limit, least] = [Money.parse(clientLimit, currency), Money.parse(minimum, currency)];
  return [
    ...(amount.isMoreThan(limit) ? [SAY.comparison_above_limit({ limit: String(limit) })] : []),
    ...(least.isMoreThan(amount) ? [SAY.comparison_below_minimum({ minimum: String(least) })] : []),
    ...(days > tenorDays ? [SAY.comparison_too_long({ days: tenorDays })] : []),
  ];
}
