import { type CalculationRule, type CalculationStep, type Explained, step } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { InputCheck } from '../../kernel/input-check.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { SAY } from './customs.sentences.js';
import { importTax } from './import-tax.js';
import { preferentialTax, retailRates } from './preferential-tax.js';
import {
  RETAIL_IMPORT_LAW,
  RETAIL_IMPORT_LAWS,
  retailImportLaw,
  type RetailImportLaw,
  type VatBase,
} from './retail-import-law.js';

export const RETAIL_REGIMES = ['preferential', 'full_tax_single_item', 'general_trade'] as const;
/** Reduced tax; full tax within the retail channel; full tax, and out of it. */
export type RetailRegime = (typeof RETAIL_REGIMES)[number];

/** What one person buys with one order. All money in CNY, rates as fractions. */
export interface RetailPurchase {
  /** Coupons and points are not deducted. */
  readonly retailPrice: Money;
  readonly freight?: Money | undefined;
  readonly insurance?: Money | undefined;
  /** Ad valorem; below 1. */
  readonly consumptionTaxRate?: Decimal | undefined;
  readonly vatRate: Decimal;
  /** Counts only outside the limits. */
  readonly dutyRate?: Decimal | undefined;
  /** Of the same person in the same calendar year, without this order. */
  readonly purchasedThisYear?: Money | undefined;
  /** The order is one indivisible item. */
  readonly singleItem?: boolean | undefined;
  /** Defaults to that of the law. */
  readonly vatBase?: VatBase | undefined;
  /** Chooses the law; by default that of today. */
  readonly declaredOn?: LocalDate | undefined;
}

export interface RetailImportTax extends Explained {
  /** 完税价格 */
  readonly taxableValue: Money;
  readonly regime: RetailRegime;
  readonly duty: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
  readonly totalTax: Money;
  /** 综合税率: all taxes by the taxable value before they are rounded; six decimals. */
  readonly compositeRate: Decimal;
}

/**
 * Taxes of a cross-border retail import (9610, 1210, 1239).
 *
 * Rounding: half up to the fen, each tax once, from exact figures; the composite rate to six decimals.
 * @throws InvalidInputError naming every fault
 * @example 3,400.00 CNY, consumption tax 30 %, VAT 13 % → 1,020.00 + 442.00
 */
export function retailImportTax(purchase: RetailPurchase): RetailImportTax {
  const law = checkPurchase(purchase);
  const taxable = Money.sum([purchase.retailPrice, purchase.freight ?? FREE, purchase.insurance ?? FREE], 'CNY');
  const regime = retailRegime(law, {
    taxable: taxable.minor,
    purchasedThisYear: purchase.purchasedThisYear?.minor ?? 0n,
    singleItem: purchase.singleItem ?? false,
  });
  const figures = regime === 'preferential' ? reducedTax(purchase, taxable, law) : fullTax(purchase, taxable);
  const { duty, consumptionTax, vat } = figures;
  const result = {
    taxableValue: taxable,
    regime,
    ...figures,
    totalTax: Money.sum([duty, consumptionTax, vat], 'CNY'),
  };
  return { ...result, rule: ruleOf(law), steps: workingOf(result, law, purchase.vatBase ?? law.vatBase) };
}

/** Minor units of CNY; nothing is checked. */
export interface RetailTotals {
  readonly taxable: bigint;
  /** Of the same person in the calendar year, without this order. */
  readonly purchasedThisYear: bigint;
  readonly singleItem: boolean;
}

/** Which taxes an order comes under. Both limits themselves are within. */
export function retailRegime(law: RetailImportLaw, totals: RetailTotals): RetailRegime {
  const isWithinYear = totals.purchasedThisYear + totals.taxable <= law.yearLimit.minor;
  if (!isWithinYear) return 'general_trade';
  if (totals.taxable <= law.orderLimit.minor) return 'preferential';
  return totals.singleItem && law.singleItemStays ? 'full_tax_single_item' : 'general_trade';
}

type Figures = Pick<RetailImportTax, 'duty' | 'consumptionTax' | 'vat' | 'compositeRate'>;
const FREE = Money.zero('CNY');
const NOTHING = new Decimal(0);

function reducedTax(purchase: RetailPurchase, taxable: Money, law: RetailImportLaw): Figures {
  const { consumptionTaxRate: c = NOTHING, vatRate: v } = purchase;
  const vatBase = purchase.vatBase ?? law.vatBase;
  const rates = retailRates({ consumptionTaxRate: c, vatRate: v }, law, vatBase);
  const { consumptionTax, vat } = preferentialTax(taxable.minor, rates);
  const part = law.share;
  // The division comes last: what it cuts off can then not turn a half.
  const above =
    vatBase === 'full_consumption_tax'
      ? part.times(c.plus(v))
      : part.times(c).plus(part.times(v).times(part.times(c).minus(c).plus(1)));
  return {
    duty: FREE,
    consumptionTax: Money.ofMinor(consumptionTax, 'CNY'),
    vat: Money.ofMinor(vat, 'CNY'),
    compositeRate: roundHalfUp(above.div(c.negated().plus(1)), 6),
  };
}

function fullTax({ consumptionTaxRate, vatRate, dutyRate }: RetailPurchase, dutiableValue: Money): Figures {
  const { duty, consumptionTax, vat } = importTax({ dutiableValue, dutyRate, consumptionTaxRate, vatRate });
  const [c, d] = [consumptionTaxRate ?? NOTHING, dutyRate ?? NOTHING];
  // d + (1 + d) × (c + v) / (1 − c), over one line
  const rest = c.negated().plus(1);
  const above = d.times(rest).plus(d.plus(1).times(c.plus(vatRate)));
  return { duty, consumptionTax, vat, compositeRate: roundHalfUp(above.div(rest), 6) };
}

function checkPurchase(purchase: RetailPurchase): RetailImportLaw {
  const check = new InputCheck();
  check.amount(purchase.retailPrice, '/retailPrice', 'CNY');
  check.amount(purchase.freight, '/freight', 'CNY');
  check.amount(purchase.insurance, '/insurance', 'CNY');
  check.amount(purchase.purchasedThisYear, '/purchasedThisYear', 'CNY');
  check.share(purchase.consumptionTaxRate, '/consumptionTaxRate');
  const isBelowOne = purchase.consumptionTaxRate?.equals(1) !== true;
  check.that(isBelowOne, '/consumptionTaxRate', 'out_of_range', SAY.tax_leaves_no_price);
  check.share(purchase.vatRate, '/vatRate');
  check.notNegative(purchase.dutyRate, '/dutyRate');
  check.date(purchase.declaredOn, '/declaredOn');
  const law = purchase.declaredOn === undefined ? RETAIL_IMPORT_LAW : retailImportLaw(purchase.declaredOn);
  const from = RETAIL_IMPORT_LAWS.at(-1)?.from ?? '';
  check.that(law !== null, '/declaredOn', 'out_of_range', SAY.no_law_before({ from }));
  check.done();
  return law ?? RETAIL_IMPORT_LAW;
}

function ruleOf({ from, source }: RetailImportLaw): CalculationRule {
  return { id: 'customs.retail-import-tax', version: from, source };
}

function workingOf(
  result: Omit<RetailImportTax, keyof Explained>,
  { orderLimit, yearLimit, share }: RetailImportLaw,
  vatBase: VatBase,
): CalculationStep[] {
  const isReduced = result.regime === 'preferential';
  const limits = `order ≤ ${orderLimit.toString()}, year ≤ ${yearLimit.toString()}`;
  const ct = vatBase === 'full_consumption_tax' ? 'full consumption tax' : `${share.toString()} × full consumption tax`;
  const full = 'of customs/import-tax on taxableValue';
  const consumptionTax = `round(${share.toString()} × taxableValue / (1 − consumptionTaxRate) × consumptionTaxRate)`;
  return [
    step('taxableValue', 'retailPrice + freight + insurance', result.taxableValue),
    step('regime', limits, result.regime),
    step('duty', isReduced ? '0 within the limits' : full, result.duty),
    step('consumptionTax', isReduced ? consumptionTax : full, result.consumptionTax),
    step('vat', isReduced ? `round(${share.toString()} × (taxableValue + ${ct}) × vatRate)` : full, result.vat),
    step('totalTax', 'duty + consumptionTax + vat', result.totalTax),
    step('compositeRate', 'all taxes / taxableValue, before they are rounded', result.compositeRate),
  ];
}
