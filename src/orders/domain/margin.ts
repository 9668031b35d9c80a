import { type CalculationRule } from '../../kernel/calculation.js';
import { Decimal, roundHalfUp } from '../../kernel/decimal.js';
import { Money } from '../../kernel/money.js';
import { exchangeCost, type ExchangeCost } from './exchange-cost.js';
import { sellerPaysCarriage, sellerPaysInsurance } from './incoterm.js';
import { actualFigures, settledRate } from './margin-actual.js';
import { estimateFigures } from './margin-estimate.js';
import {
  MARGIN_EFFECT,
  MARGIN_LINES,
  MARGIN_RULE,
  type MarginFigure,
  type MarginFigures,
  type MarginLineCode,
  Valuation,
} from './margin-figure.js';
import { allOf, type ServiceEvent } from './service-event.js';
import { type TradeOrder } from './trade-order.js';

export interface MarginLine {
  readonly code: MarginLineCode;
  readonly effect: 'income' | 'cost';
  readonly estimate: MarginFigure | null;
  readonly actual: MarginFigure | null;
}

/** One column of the margin, added up. */
export interface MarginTotal {
  readonly margin: Money;
  /** Of the revenue, six decimals; null where there is none. */
  readonly marginRate: Decimal | null;
  /** VAT paid on the goods less the refund: the part that becomes cost. */
  readonly nonRefundableVat: Money | null;
  /** 换汇成本 with its working; null where the cost of the goods is unknown or nothing is left for the FOB value. */
  readonly exchangeCost: ExchangeCost | null;
  /** Lines without a figure, and amounts in a currency that has no rate here: what the total is without. */
  readonly without: readonly string[];
}

export interface Margin {
  readonly currency: 'CNY';
  readonly planRate: Decimal;
  /** Average of what was converted so far, CNY per unit, six decimals. */
  readonly settledRate: Decimal | null;
  readonly lines: readonly MarginLine[];
  readonly estimate: MarginTotal;
  /** Of what has come in and gone out so far. */
  readonly actual: MarginTotal;
  /** Actual where known, else the estimate: what the whole order looks like today. Payments of a part are no word on the whole. */
  readonly expected: MarginTotal;
  readonly rule: CalculationRule;
}

/**
 * The margin of one order: estimate beside actual, every figure with what it is made of.
 *
 * Foreign amounts stand at the order's plan rate in both columns; what the bank's rate made of them is a line of its
 * own, `fx_result`. So the actual margin is CNY received less CNY spent, to the fen, and the estimate differs from it
 * for reasons one can read off line by line.
 * @param log the order's events in the order of publication
 */
export function marginOf(order: TradeOrder, log: readonly ServiceEvent[]): Margin {
  const planRate = new Decimal(order.fx.planRate);
  const value = new Valuation(order.value.currency, planRate);
  const estimate = estimateFigures(order, log, value);
  const actual = actualFigures(order, log, value, estimate);
  const known = { ...actual, ...(order.state !== 'cancelled' && isPaidInPart(log) ? { revenue: null } : {}) };
  const expected = Object.fromEntries(
    MARGIN_LINES.map((code) => [code, known[code] ?? estimate[code]]),
  ) as unknown as MarginFigures;
  const settled = settledRate(log, order.value.currency);
  const rate = settled === null ? null : settled.bought.toDecimal().div(settled.sold.toDecimal());
  return {
    currency: 'CNY',
    planRate,
    settledRate: rate && roundHalfUp(rate, 6),
    lines: MARGIN_LINES.map((code) => ({
      code,
      effect: MARGIN_EFFECT[code],
      estimate: estimate[code],
      actual: actual[code],
    })),
    estimate: totalOf(order, estimate, planRate),
    actual: totalOf(order, actual, rate ?? planRate),
    expected: totalOf(order, expected, rate ?? planRate),
    rule: MARGIN_RULE,
  };
}

/** The rest is still to come: what has come of the revenue says nothing of all of it. */
function isPaidInPart(log: readonly ServiceEvent[]): boolean {
  return allOf(log, 'fx.collection.matched').length > 0 && allOf(log, 'fx.order.collected').length === 0;
}

function totalOf(order: TradeOrder, figures: MarginFigures, buyRate: Decimal): MarginTotal {
  const amount = (code: MarginLineCode): Money => figures[code]?.amount ?? Money.zero('CNY');
  const margin = MARGIN_LINES.reduce(
    (sum, code) => (MARGIN_EFFECT[code] === 'income' ? sum.plus(amount(code)) : sum.minus(amount(code))),
    Money.zero('CNY'),
  );
  const revenue = amount('revenue');
  return {
    margin,
    marginRate: revenue.isZero() ? null : roundHalfUp(margin.toDecimal().div(revenue.toDecimal()), 6),
    nonRefundableVat:
      figures.vat === null || figures.tax_refund === null ? null : amount('vat').minus(amount('tax_refund')),
    exchangeCost: exchangeCostOf(order, figures, buyRate),
    without: missingFrom(figures),
  };
}

function missingFrom(figures: MarginFigures): string[] {
  return MARGIN_LINES.flatMap((code) => {
    const found = figures[code];
    if (found === null) return [code];
    const unpriced = found.parts.filter(({ cny }) => cny === null);
    return unpriced.map(({ original }) => `${code}: ${original.toString()}`);
  });
}

/** Carriage and insurance that the price contains are taken from the export value; everything else is cost. */
function exchangeCostOf(order: TradeOrder, figures: MarginFigures, buyRate: Decimal): ExchangeCost | null {
  const { incoterm, value } = order;
  // There is no exchange in an order that is paid in CNY.
  if (value.currency === 'CNY') return null;
  if (figures.revenue === null || figures.purchase === null || figures.vat === null || figures.tax_refund === null)
    return null;
  const deducted = [
    ...(sellerPaysCarriage(incoterm) ? inCurrency(figures.freight, value.currency) : []),
    ...(sellerPaysInsurance(incoterm) ? inCurrency(figures.insurance, value.currency) : []),
  ];
  const revenue = Money.sum(
    inCurrency(figures.revenue, value.currency).map(({ original }) => original),
    value.currency,
  );
  const fob = deducted.reduce((rest, { original }) => rest.minus(original), revenue);
  const costs: readonly MarginLineCode[] = [
    'purchase',
    'vat',
    'freight',
    'insurance',
    'bank_charges',
    'fees',
    'finance_cost',
  ];
  const spent = Money.sum(
    costs.map((code) => figures[code]?.amount ?? Money.zero('CNY')),
    'CNY',
  );
  const deductedCny = Money.sum(
    deducted.map(({ cny }) => cny ?? Money.zero('CNY')),
    'CNY',
  );
  const totalCost = spent.minus(deductedCny).minus(figures.tax_refund.amount);
  if (fob.minor <= 0n || totalCost.isNegative()) return null;
  return exchangeCost({ fob, totalCost, buyRate });
}

function inCurrency(figure: MarginFigure | null, currency: string): MarginFigure['parts'] {
  return figure?.parts.filter(({ original }) => original.currency === currency) ?? [];
}
