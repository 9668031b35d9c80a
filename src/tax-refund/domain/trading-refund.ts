import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { Money } from '../../kernel/money.js';
import { withoutVat } from '../../kernel/vat.js';
import { SAY } from './tax-refund.sentences.js';

const RULE: CalculationRule = {
  id: 'tax-refund.trading',
  version: '2026-01-01',
  source: '财政部 税务总局公告2026年第11号 第三条（二）1、第四条（一）7、第五条（二）',
};

/** One declaration item and the special VAT invoice it was bought with. All money in CNY, rates as fractions. */
export interface TradingItem {
  /** 金额 of the invoice; give this or the amount with VAT, not both. */
  readonly purchaseAmountExVat?: Money | undefined;
  readonly purchaseAmountInclVat?: Money | undefined;
  /** As printed on the invoice; 0.03 or 0.01 where the seller is a small taxpayer. */
  readonly vatRate: Decimal;
  /** Of the goods on the export date; may exceed `vatRate`. */
  readonly refundRate: Decimal;
  /** As shown on the tax payment certificate. */
  readonly consumptionTaxPaid?: Money | undefined;
  /** Both or none: where only a part of what was bought has been exported. */
  readonly purchasedQuantity?: Decimal | undefined;
  readonly exportedQuantity?: Decimal | undefined;
}

export interface TradingRefundItem {
  readonly base: Money;
  readonly effectiveRate: Decimal;
  readonly vatRefund: Money;
  /** The VAT that is not refunded; becomes cost (进项税额转出). */
  readonly nonRefundableVat: Money;
  readonly consumptionTaxRefund: Money;
}

export interface TradingRefund extends Explained {
  readonly items: readonly TradingRefundItem[];
  readonly vatRefund: Money;
  readonly nonRefundableVat: Money;
  readonly consumptionTaxRefund: Money;
}

/**
 * 免退税: what a trading company gets back for goods that it bought and exported.
 *
 *     refund     = purchase amount without VAT × the lower of refund rate and VAT rate (孰低)
 *     to cost    = purchase amount without VAT × what is left of the VAT rate
 *
 * The export price and the exchange rate play no part. Goods sold below cost are refunded all the same.
 *
 * Rounding: half up to the fen, per item; items are summed after rounding.
 * @throws InvalidInputError naming every fault of every item
 * @example 12.50 CNY without VAT, 13 % VAT, 9 % refund → 1.13 back (1.125 half up), 0.50 to cost
 */
export function tradingRefund(items: readonly TradingItem[]): TradingRefund {
  const check = new InputCheck();
  check.filled(items, '/items');
  items.forEach((item, index) => {
    checkItem(check, item, `/items/${index}`);
  });
  check.done();

  const results = items.map(refundItem);
  return {
    items: results,
    vatRefund: sum(results.map((item) => item.vatRefund)),
    nonRefundableVat: sum(results.map((item) => item.nonRefundableVat)),
    consumptionTaxRefund: sum(results.map((item) => item.consumptionTaxRefund)),
    rule: RULE,
    steps: items.flatMap(workingOf),
  };
}

function refundItem(item: TradingItem): TradingRefundItem {
  const effectiveRate = Decimal.min(item.refundRate, item.vatRate);
  const base = exportedShare(purchaseWithoutVat(item), item);
  return {
    base,
    effectiveRate,
    vatRefund: base.times(effectiveRate, 'half-up'),
    nonRefundableVat: base.times(item.vatRate.minus(effectiveRate), 'half-up'),
    consumptionTaxRefund: exportedShare(item.consumptionTaxPaid ?? Money.zero('CNY'), item),
  };
}

function purchaseWithoutVat(item: TradingItem): Money {
  if (item.purchaseAmountExVat !== undefined) return item.purchaseAmountExVat;
  return withoutVat(item.purchaseAmountInclVat ?? Money.zero('CNY'), item.vatRate);
}

function exportedShare(amount: Money, { exportedQuantity, purchasedQuantity }: TradingItem): Money {
  if (exportedQuantity === undefined || purchasedQuantity === undefined) return amount;
  return Money.ofMajor(amount.toDecimal().times(exportedQuantity).div(purchasedQuantity), 'CNY', 'half-up');
}

function checkItem(check: InputCheck, item: TradingItem, at: string): void {
  const { purchaseAmountExVat, purchaseAmountInclVat, purchasedQuantity, exportedQuantity } = item;
  if (purchaseAmountExVat === undefined) check.required(purchaseAmountInclVat, `${at}/purchaseAmountExVat`);
  else check.absent(purchaseAmountInclVat, `${at}/purchaseAmountInclVat`, 'purchaseAmountExVat');
  check.amount(purchaseAmountExVat, `${at}/purchaseAmountExVat`, 'CNY');
  check.amount(purchaseAmountInclVat, `${at}/purchaseAmountInclVat`, 'CNY');
  check.amount(item.consumptionTaxPaid, `${at}/consumptionTaxPaid`, 'CNY');
  check.share(item.vatRate, `${at}/vatRate`);
  check.share(item.refundRate, `${at}/refundRate`);
  check.positive(purchasedQuantity, `${at}/purchasedQuantity`);
  check.notNegative(exportedQuantity, `${at}/exportedQuantity`);
  if (purchasedQuantity !== undefined && check.required(exportedQuantity, `${at}/exportedQuantity`)) {
    const holds = exportedQuantity?.lessThanOrEqualTo(purchasedQuantity) === true;
    check.that(holds, `${at}/exportedQuantity`, 'out_of_range', SAY.no_more_than_purchased);
  }
  if (exportedQuantity !== undefined) check.required(purchasedQuantity, `${at}/purchasedQuantity`);
}

function sum(amounts: readonly Money[]): Money {
  return Money.sum(amounts, 'CNY');
}

function workingOf(item: TradingItem, index: number): CalculationStep[] {
  const result = refundItem(item);
  const net =
    item.purchaseAmountExVat === undefined ? 'round(purchaseAmountInclVat / (1 + vatRate))' : 'purchaseAmountExVat';
  const share = item.exportedQuantity === undefined ? '' : ' × exportedQuantity / purchasedQuantity, rounded';
  const at = `items.${index}`;
  return [
    step(`${at}.base`, `${net}${share}`, result.base),
    step(`${at}.effectiveRate`, 'min(refundRate, vatRate)', result.effectiveRate),
    step(`${at}.vatRefund`, 'round(base × effectiveRate)', result.vatRefund),
    step(`${at}.nonRefundableVat`, 'round(base × (vatRate − effectiveRate))', result.nonRefundableVat),
    step(`${at}.consumptionTaxRefund`, `consumptionTaxPaid${share}`, result.consumptionTaxRefund),
  ];
}
