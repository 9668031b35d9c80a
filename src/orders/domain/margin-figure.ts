import { type CalculationRule } from '../../kernel/calculation.js';
import { type Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type ServiceEvent } from './service-event.js';

/** The lines of a margin, in the order in which one reads them. */
export const MARGIN_LINES = [
  'revenue',
  'purchase',
  'vat',
  'tax_refund',
  'freight',
  'insurance',
  'bank_charges',
  'fees',
  'finance_cost',
  'fx_result',
] as const;
export type MarginLineCode = (typeof MARGIN_LINES)[number];

/** Income counts up, cost counts down; an amount of either may be negative. */
export const MARGIN_EFFECT: Readonly<Record<MarginLineCode, 'income' | 'cost'>> = {
  revenue: 'income',
  purchase: 'cost',
  vat: 'cost',
  tax_refund: 'income',
  freight: 'cost',
  insurance: 'cost',
  bank_charges: 'cost',
  fees: 'cost',
  finance_cost: 'cost',
  fx_result: 'income',
};

/** Where an amount was read: a field of the order, or an event of its log. */
export interface MarginSource {
  readonly field: string;
  readonly event: { readonly id: string; readonly type: string; readonly resourceId: string } | null;
}

/** One amount that a figure is made of. */
export interface MarginPart {
  readonly source: MarginSource;
  /** As it was agreed, billed or paid. */
  readonly original: Money;
  /** Null where we know no rate for its currency: the figure is then without it, and says so. */
  readonly cny: Money | null;
}

export interface MarginFigure {
  /** CNY, the sum of the parts. */
  readonly amount: Money;
  readonly formula: string;
  readonly parts: readonly MarginPart[];
}

export type MarginFigures = Readonly<Record<MarginLineCode, MarginFigure | null>>;

export const MARGIN_RULE: CalculationRule = {
  id: 'orders.margin',
  version: '2026-01-01',
  source: '单票利润：收入 − 进价 − 税款 + 退税 − 费用；外币按计划汇率入账，结汇差额单列为汇兑损益',
};

/** CNY at the plan rate; amounts in CNY stay as they are. */
export class Valuation {
  constructor(
    private readonly currency: string,
    /** CNY per one unit. */
    readonly planRate: Decimal,
  ) {}

  /** Rounding: half up to the fen. @returns null for a third currency, which has no rate here */
  toCny(money: Money): Money | null {
    if (money.currency === 'CNY') return money;
    if (money.currency !== this.currency) return null;
    return Money.ofMajor(money.toDecimal().times(this.planRate), 'CNY', 'half-up');
  }

  /** An amount of an event, valued in CNY; `negative` where it counts against the figure. */
  ofEvent(event: ServiceEvent, field: string, json: MoneyJson, { negative = false } = {}): MarginPart {
    const original = Money.fromJSON(json);
    const { id, type, resourceId } = event;
    return this.part({ field, event: { id, type, resourceId } }, negative ? original.negated() : original);
  }

  ofOrder(field: string, original: Money): MarginPart {
    return this.part({ field, event: null }, original);
  }

  private part(source: MarginSource, original: Money): MarginPart {
    return { source, original, cny: this.toCny(original) };
  }
}

export function figure(formula: string, parts: readonly MarginPart[] = []): MarginFigure {
  const known = parts.map(({ cny }) => cny).filter((cny) => cny !== null);
  return { amount: Money.sum(known, 'CNY'), formula, parts };
}
