import { type CalculationRule, type Explained, step } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { checkFobValue, fobInCny, type FobValue } from './fob-value.js';
import { SAY } from './tax-refund.sentences.js';

const RULE: CalculationRule = {
  id: 'tax-refund.agency',
  version: '2017-11-01',
  source: '国家税务总局公告2017年第35号（代办退税）',
};

/** One export item of the manufacturer for whom the platform files. */
export interface AgencyItem extends FobValue {
  readonly vatRate: Decimal;
  readonly refundRate: Decimal;
}

export interface AgencyRefundItem {
  /** 金额 of the invoice marked 代办退税专用, CNY. */
  readonly invoiceAmount: Money;
  /** 税额 of that invoice. */
  readonly invoiceTax: Money;
  /** Paid by the treasury to the manufacturer's registered account. */
  readonly refund: Money;
}

export interface AgencyRefund extends AgencyRefundItem, Explained {
  readonly items: readonly AgencyRefundItem[];
}

/**
 * 代办退税: the refund that a service platform files for a manufacturer.
 *
 * The amount of the special invoice is the FOB value itself, not the FOB value divided by 1 + VAT rate.
 * The platform may not credit that invoice, and the refund is the manufacturer's.
 *
 * Rounding: half up to the fen, the FOB value first, per item; items are summed after rounding.
 * @throws InvalidInputError naming every fault of every item
 * @example USD 10,000.00 at 7.0827, 13 % and 13 % → invoice 70,827.00, tax and refund 9,207.51
 */
export function agencyRefund(items: readonly AgencyItem[]): AgencyRefund {
  const check = new InputCheck();
  check.filled(items, '/items');
  items.forEach((item, index) => {
    checkItem(check, item, `/items/${index}`);
  });
  check.done();

  const results = items.map(refundItem);
  const sum = (field: keyof AgencyRefundItem) =>
    Money.sum(
      results.map((item) => item[field]),
      'CNY',
    );
  return {
    items: results,
    invoiceAmount: sum('invoiceAmount'),
    invoiceTax: sum('invoiceTax'),
    refund: sum('refund'),
    rule: RULE,
    steps: results.flatMap((item, index) => [
      step(`items.${index}.invoiceAmount`, 'fob in CNY, or round(fob × fxRate)', item.invoiceAmount),
      step(`items.${index}.invoiceTax`, 'round(invoiceAmount × vatRate)', item.invoiceTax),
      step(`items.${index}.refund`, 'round(invoiceAmount × refundRate)', item.refund),
    ]),
  };
}

function refundItem(item: AgencyItem): AgencyRefundItem {
  const invoiceAmount = fobInCny(item);
  return {
    invoiceAmount,
    invoiceTax: invoiceAmount.times(item.vatRate, 'half-up'),
    refund: invoiceAmount.times(item.refundRate, 'half-up'),
  };
}

function checkItem(check: InputCheck, item: AgencyItem, at: string): void {
  checkFobValue(check, item, at);
  check.share(item.vatRate, `${at}/vatRate`);
  const holds = !item.refundRate.isNegative() && item.refundRate.lessThanOrEqualTo(item.vatRate);
  check.that(holds, `${at}/refundRate`, 'out_of_range', SAY.refund_rate_range);
}
