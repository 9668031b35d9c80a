import { Decimal } from '../../kernel/decimal.js';
import { type LocalDate } from '../../kernel/local-date.js';
import { Money } from '../../kernel/money.js';
import { type Regime } from './regime.js';

/** A rate, the days for which it holds and the issue that states it. */
export interface StandingRate {
  /** Fraction. */
  readonly refundRate: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly version: string;
}

/** A line of an open order under the issue before and under the new one; null: no rate is known. */
export interface LineBetweenIssues {
  readonly lineNumber: number;
  readonly hsCode: string;
  /** What the refund is reckoned on, CNY; null where the order does not say. */
  readonly base: Money | null;
  /** The refund is never above it. */
  readonly vatRate: Decimal;
  readonly before: StandingRate | null;
  readonly after: StandingRate | null;
}

export interface ChangedLine extends Pick<LineBetweenIssues, 'lineNumber' | 'hsCode' | 'before' | 'after'> {
  /** What the refund becomes more, CNY; negative: less; null where the base or one of the rates is not known. */
  readonly impact: Money | null;
}

export interface RateImpact {
  /** Those whose rate is another; the same rate of another issue is no change. */
  readonly lines: readonly ChangedLine[];
  /** Sum of the impacts that are known; null where none is. */
  readonly impact: Money | null;
}

/**
 * What a new issue of the refund library means for the refund of an order.
 * Rounding: each refund half up to the fen, per line; then the difference, then the sum.
 */
export function rateImpact(lines: readonly LineBetweenIssues[]): RateImpact {
  const changed = lines
    .filter(({ before, after }) => before?.refundRate !== after?.refundRate)
    .map(({ base, vatRate, ...line }): ChangedLine => ({ ...line, impact: impactOf(line, base, vatRate) }));
  const known = changed.flatMap(({ impact }) => impact ?? []);
  return { lines: changed, impact: known.length === 0 ? null : Money.sum(known, 'CNY') };
}

function impactOf(
  { before, after }: Pick<LineBetweenIssues, 'before' | 'after'>,
  base: Money | null,
  vatRate: Decimal,
): Money | null {
  if (base === null || before === null || after === null) return null;
  const refund = ({ refundRate }: StandingRate): Money =>
    base.times(Decimal.min(new Decimal(refundRate), vatRate), 'half-up');
  return refund(after).minus(refund(before));
}

/** 基本税率 (增值税法 第十条), where the order names none. */
const STANDARD_VAT_RATE = new Decimal('0.13');

/** The goods of a line of an order, as far as its refund is estimated by them. */
export interface OrderGoods {
  readonly total: Money;
  /** CNY per 1 unit of the order's currency. */
  readonly planRate: string;
  readonly purchase: { readonly amountExVat: Money; readonly vatRate: string } | null;
}

/** Trading: the purchase. The others: the value of the line at the plan rate, carriage and insurance not taken off. */
export function estimatedBase(regime: Regime, { total, planRate, purchase }: OrderGoods): Money | null {
  if (regime === 'trading') return purchase?.amountExVat ?? null;
  if (total.currency === 'CNY') return total;
  return Money.ofMajor(total.toDecimal().times(planRate), 'CNY', 'half-up');
}

export function vatRateOfGoods({ purchase }: OrderGoods): Decimal {
  return purchase === null ? STANDARD_VAT_RATE : new Decimal(purchase.vatRate);
}
