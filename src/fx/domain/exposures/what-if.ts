import { type CalculationRule, type CalculationStep, step } from '../../../kernel/calculation.js';
import { type Decimal, roundHalfUp } from '../../../kernel/decimal.js';
import { type LocalDate } from '../../../kernel/local-date.js';
import { Money } from '../../../kernel/money.js';
import { HOME } from '../conversions/price-quote.js';
import { type ExposureItem, type MarketPrice, marketRate } from './exposure-item.js';

export const WHAT_IF_RULE: CalculationRule = {
  id: 'fx.what-if',
  version: '2026-01-01',
  source: '汇率敏感性：敞口（未锁定外币）× 市场汇率变动；已锁定部分不受影响',
};

/** From a day on: a rate (CNY for one unit), or a part by which the market’s has moved. */
export type PathPoint =
  | { readonly on: LocalDate; readonly rate: Decimal; readonly shift?: undefined }
  | { readonly on: LocalDate; readonly shift: Decimal; readonly rate?: undefined };

/** How the market may move: by one part whenever it is, or along a path. */
export type Scenario =
  | { readonly name: string; readonly shift: Decimal; readonly path?: undefined }
  | { readonly name: string; readonly path: readonly PathPoint[]; readonly shift?: undefined };

/** What the orders say of one order’s margin. */
export interface OrderMargin {
  /** As they expect it today, CNY; foreign amounts that are not converted stand at the plan rate in it. */
  readonly margin: Money;
  /** Of the order’s currency; amounts in another one have no plan rate. */
  readonly planRate: Decimal;
  readonly currency: string;
  /** What it is without: lines that have no figure yet. */
  readonly without: readonly string[];
}

export interface ScenarioEffect {
  readonly name: string;
  /** CNY by which the open amounts are worth more, or less, than at the market. */
  readonly effect: Money;
  /** The margin at the market and after the effect; null where there is none. */
  readonly margin: Money | null;
}

export interface OrderWhatIf {
  /** Null: amounts that belong to no order. */
  readonly orderId: string | null;
  readonly open: readonly Money[];
  readonly margin: Money | null;
  /** CNY by which the market already differs from the plan rate, of what is open. */
  readonly planToMarket: Money | null;
  readonly without: readonly string[];
  readonly effects: readonly ScenarioEffect[];
  readonly steps: readonly CalculationStep[];
}

export interface WhatIf {
  readonly orders: readonly OrderWhatIf[];
  readonly totals: readonly { readonly name: string; readonly effect: Money }[];
  readonly unvalued: readonly string[];
  readonly rule: CalculationRule;
}

/**
 * What a move of the market would do to what is open:
 *
 *     effect = open × (rate of the scenario on the day it is due − market rate)
 *
 * Only the open part counts, so what is hedged is immune; no move has no effect; and the effect grows with the open amount.
 * Rounding: half up to the fen, once for each amount and scenario; then summed.
 */
export function whatIf(
  items: readonly ExposureItem[],
  scenarios: readonly Scenario[],
  { prices, margins }: { prices: readonly MarketPrice[]; margins: ReadonlyMap<string, OrderMargin> },
): WhatIf {
  const priceOf = new Map(prices.map((price) => [price.currency, price]));
  const open = items.filter((item) => !item.open.isZero());
  const valued = open.filter((item) => priceOf.has(item.open.currency));
  const byOrder = Map.groupBy(valued, ({ orderId }) => orderId);
  const orders = [...byOrder].map(([orderId, own]) =>
    ofOrder(orderId, own, scenarios, { priceOf, margin: orderId === null ? undefined : margins.get(orderId) }),
  );
  const totals = scenarios.map(({ name }, index) => ({
    name,
    effect: Money.sum(
      orders.flatMap(({ effects }) => effects[index]?.effect ?? []),
      HOME,
    ),
  }));
  const unvalued = [
    ...new Set(open.filter((item) => !priceOf.has(item.open.currency)).map((item) => item.open.currency)),
  ];
  return { orders, totals, unvalued: unvalued.toSorted(), rule: WHAT_IF_RULE };
}

/** @returns CNY; nothing for what is not open */
export function effectOn(
  { open, due }: Pick<ExposureItem, 'open' | 'due'>,
  scenario: Scenario,
  price: MarketPrice,
): Money {
  const market = marketRate(open, price);
  const rate = rateIn(scenario, due.dueOn, market);
  return Money.ofMajor(open.toDecimal().times(rate.minus(market)), HOME, 'half-up');
}

/** Of a path the last point that is not after the day; before the first one nothing has moved. */
function rateIn(scenario: Scenario, day: LocalDate, market: Decimal): Decimal {
  if (scenario.path === undefined) return market.times(scenario.shift.plus(1));
  const point = scenario.path
    .filter(({ on }) => on <= day)
    .toSorted((left, right) => left.on.localeCompare(right.on))
    .at(-1);
  if (point === undefined) return market;
  return point.rate ?? market.times(point.shift.plus(1));
}

function ofOrder(
  orderId: string | null,
  items: readonly ExposureItem[],
  scenarios: readonly Scenario[],
  { priceOf, margin }: { priceOf: ReadonlyMap<string, MarketPrice>; margin: OrderMargin | undefined },
): OrderWhatIf {
  const priced = items.flatMap((item) => {
    const price = priceOf.get(item.open.currency);
    return price === undefined ? [] : [{ item, price }];
  });
  const planToMarket =
    margin === undefined
      ? null
      : Money.sum(
          priced.map(({ item, price }) => driftOf(item, price, margin)),
          HOME,
        );
  const before = margin === undefined || planToMarket === null ? null : margin.margin.plus(planToMarket);
  const effects = scenarios.map((scenario): ScenarioEffect => {
    const effect = Money.sum(
      priced.map(({ item, price }) => effectOn(item, scenario, price)),
      HOME,
    );
    return { name: scenario.name, effect, margin: before?.plus(effect) ?? null };
  });
  return {
    orderId,
    open: openBy(items),
    margin: margin?.margin ?? null,
    planToMarket,
    without: margin?.without ?? [],
    effects,
    steps: priced.map(({ item, price }, index) =>
      step(
        `open.${index}`,
        `${item.kind}, due ${item.due.dueOn}: effect = round(open × move of ${roundHalfUp(marketRate(item.open, price), 8).toString()} CNY per ${item.open.currency})`,
        item.open,
      ),
    ),
  };
}

/** The margin stands at the plan rate; what is open would be exchanged at the market’s. */
function driftOf({ open }: ExposureItem, price: MarketPrice, { planRate, currency }: OrderMargin): Money {
  if (open.currency !== currency) return Money.zero(HOME);
  return Money.ofMajor(open.toDecimal().times(marketRate(open, price).minus(planRate)), HOME, 'half-up');
}

function openBy(items: readonly ExposureItem[]): Money[] {
  const groups = Map.groupBy(items, ({ open }) => open.currency);
  return [...groups].map(([currency, own]) =>
    Money.sum(
      own.map(({ open }) => open),
      currency,
    ),
  );
}
