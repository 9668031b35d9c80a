import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { isLocalDate } from '../../../kernel/local-date.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CalculationDto, CalculationRuleDto, CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type Exposed } from '../../application/exposures/exposures.js';
import { SAY } from '../../domain/exposures/exposure.sentences.js';
import { type HedgeSuggestion } from '../../domain/exposures/hedge-suggestion.js';
import { type OrderWhatIf, type PathPoint, type Scenario, type WhatIf } from '../../domain/exposures/what-if.js';
import { ExposureMarketDto, ExposureQuery } from './exposure.dto.js';

const SHIFTS = ['-0.05', '-0.01', '0.01', '0.05'] as const;
const SHIFTS_MAX = 10;
const POINTS_MAX = 24;
const ORDERS_MAX = 200;
const DECIMAL = /^[+-]?\d{1,4}(\.\d{1,10})?$/;

export class WhatIfQuery extends ExposureQuery {
  @TextField({
    description: 'By which parts the market may move, separated by commas; default `-0.05,-0.01,0.01,0.05`',
    optional: true,
    max: 200,
    example: '-0.05,0.05',
  })
  shifts?: string;

  @TextField({
    description:
      'A path of your own: from each day on a rate (CNY for one unit of `currency`) or a part in percent, until the next ' +
      'day. Before the first nothing moves',
    optional: true,
    max: 1_000,
    example: '2027-01-31=-1%,2027-03-31=-4%',
  })
  path?: string;

  /** @throws InvalidInputError */
  scenarios(): Scenario[] {
    const check = new InputCheck();
    const given = (this.shifts ?? SHIFTS.join(',')).split(',').map((text) => text.trim());
    const areShifts = given.length <= SHIFTS_MAX && given.every((text) => DECIMAL.test(text) && Number(text) > -1);
    check.that(areShifts, '?shifts', 'format', SAY.scenario_unreadable);
    const points = this.path === undefined ? [] : this.path.split(',').map((text) => pointIn(text.trim()));
    const arePoints = points.length <= POINTS_MAX && points.every((point) => point !== null);
    check.that(arePoints, '?path', 'format', SAY.path_unreadable);
    const namesRates = points.some((point) => point?.rate !== undefined);
    check.that(!namesRates || this.currency !== undefined, '?currency', 'required', SAY.path_of_currency);
    check.done();
    const shifts = given.map((text): Scenario => ({ name: text, shift: new Decimal(text) }));
    const path = points.flatMap((point) => point ?? []);
    return path.length === 0 ? shifts : [...shifts, { name: 'path', path }];
  }
}

function pointIn(text: string): PathPoint | null {
  const [on = '', figure = ''] = text.split('=');
  const isShift = figure.endsWith('%');
  const number = isShift ? figure.slice(0, -1) : figure;
  if (!isLocalDate(on) || !DECIMAL.test(number)) return null;
  const value = new Decimal(number);
  if (!isShift) return value.greaterThan(0) ? { on, rate: value } : null;
  return value.greaterThan(-100) ? { on, shift: value.div(100) } : null;
}

export class ScenarioTotalDto {
  @TextField({ description: 'The shift, or `path`', max: 20, example: '-0.05' })
  name!: string;

  @MoneyField({ description: 'CNY by which what is open is worth more than at the market', negative: true })
  effect!: MoneyJson;
}

export class ScenarioEffectDto extends ScenarioTotalDto {
  @MoneyField({
    description: 'CNY: `margin` + `planToMarket` + `effect`; null where there is no margin',
    negative: true,
    nullable: true,
  })
  margin!: MoneyJson | null;
}

export class OrderWhatIfDto {
  @IdField({ description: 'Null: what belongs to no order', kind: 'order', nullable: true })
  orderId!: string | null;

  @ListField(() => MoneyDto, { description: 'What is open, by currency', max: 200 })
  open!: MoneyJson[];

  @MoneyField({ description: 'As the order expects it, at its plan rate, CNY', negative: true, nullable: true })
  margin!: MoneyJson | null;

  @MoneyField({
    description: 'CNY by which the market differs from the plan rate already, of what is open',
    negative: true,
    nullable: true,
  })
  planToMarket!: MoneyJson | null;

  @TextListField({ description: 'Lines that the margin has no figure for yet', maxLength: 100 })
  without!: string[];

  @ListField(() => ScenarioEffectDto, { description: 'What each scenario would do', max: 20 })
  effects!: ScenarioEffectDto[];

  @ListField(() => CalculationStepDto, { description: 'The amounts it is made of', max: 1_000 })
  steps!: CalculationStepDto[];
}

export class WhatIfDto {
  @DateField({ description: 'Today, in China' })
  asOf!: string;

  @ObjectField(() => ExposureMarketDto, { description: 'The market that moves' })
  market!: ExposureMarketDto;

  @ListField(() => ScenarioTotalDto, { description: 'Over all orders', max: 20 })
  totals!: ScenarioTotalDto[];

  @ListField(() => OrderWhatIfDto, { description: 'Order by order, those with most at stake first', max: ORDERS_MAX })
  orders!: OrderWhatIfDto[];

  @IntegerField({ description: 'Orders that are in the totals and not shown' })
  ordersLeftOff!: number;

  @TextListField({ description: 'Currencies with something open and no price: all this is without them', maxLength: 3 })
  unvalued!: string[];

  @ObjectField(() => CalculationRuleDto, { description: 'The rule' })
  rule!: CalculationRuleDto;

  static from(this: void, { answer, asOf, market }: Exposed<WhatIf>): WhatIfDto {
    const stakes = answer.orders.toSorted((left, right) => (stakeOf(right) > stakeOf(left) ? 1 : -1));
    return {
      asOf,
      market: ExposureMarketDto.from(market),
      totals: answer.totals.map(({ name, effect }) => ({ name, effect: effect.toJSON() })),
      orders: stakes.slice(0, ORDERS_MAX).map(orderDto),
      ordersLeftOff: Math.max(0, stakes.length - ORDERS_MAX),
      unvalued: [...answer.unvalued],
      rule: answer.rule,
    };
  }
}

function stakeOf({ effects }: OrderWhatIf): bigint {
  return effects.reduce((most, { effect }) => {
    const { minor } = effect.absolute();
    return minor > most ? minor : most;
  }, 0n);
}

function orderDto({ orderId, open, margin, planToMarket, without, effects, steps }: OrderWhatIf): OrderWhatIfDto {
  return {
    orderId: orderId === null ? null : publicId('order', orderId),
    open: open.map((amount) => amount.toJSON()),
    margin: margin?.toJSON() ?? null,
    planToMarket: planToMarket?.toJSON() ?? null,
    without: [...without],
    effects: effects.map(({ name, effect, margin: after }) => ({
      name,
      effect: effect.toJSON(),
      margin: after?.toJSON() ?? null,
    })),
    steps: [...steps],
  };
}

export class HedgeQuery extends ExposureQuery {
  @DecimalField({ description: 'Of what is open, as a fraction; default 1', optional: true, example: '0.8' })
  share?: string;

  @TextField({
    description:
      'Interest per year by currency, CNY among them; for every term the same. Without it there is no price, and `because` ' +
      'says so',
    optional: true,
    max: 400,
    example: 'CNY=0.0165,USD=0.0475',
  })
  interest?: string;

  /** @throws InvalidInputError */
  wish(): { readonly share: Decimal; readonly interest: ReadonlyMap<string, Decimal> } {
    const check = new InputCheck();
    const share = new Decimal(this.share ?? 1);
    check.that(share.greaterThan(0) && share.lessThanOrEqualTo(1), '?share', 'out_of_range', SAY.share_range);
    const given = this.interest === undefined ? [] : this.interest.split(',').map((text) => text.trim());
    const areRates = given.every(
      (text) => /^[A-Z]{3}=-?0?\.?\d{1,10}(\.\d{1,10})?$/.test(text) && isRate(text.slice(4)),
    );
    check.that(areRates, '?interest', 'format', SAY.interest_unreadable);
    check.done();
    return { share, interest: new Map(given.map((text) => [text.slice(0, 3), new Decimal(text.slice(4))])) };
  }
}

function isRate(text: string): boolean {
  return DECIMAL.test(text) && Math.abs(Number(text)) < 1;
}

export class HedgeSuggestionDto extends CalculationDto {
  @IdField({ description: 'The seller', kind: 'party' })
  sellerId!: string;

  @IdField({ description: 'The order that it would be for', kind: 'order', nullable: true })
  orderId!: string | null;

  @MoneyField({ description: 'What the market decides today, dues of the order in this currency taken off' })
  open!: MoneyJson;

  @MoneyField({ description: 'To sell ahead; zero where `because` says why not' })
  amount!: MoneyJson;

  @MoneyField({ description: 'What would stay open' })
  remaining!: MoneyJson;

  @MoneyField({ description: 'CNY, `remaining` at the market; null without a price', negative: true, nullable: true })
  remainingValue!: MoneyJson | null;

  @EnumField({
    description: 'Why nothing is suggested',
    values: ['below_minimum', 'overdue', 'not_quoted', 'no_interest_rate'],
    nullable: true,
    example: 'below_minimum',
  })
  because!: string | null;

  @DateField({ description: 'First day of delivery' })
  from!: string;

  @DateField({ description: 'Last day of delivery; a later one than `from` is a window (择期)' })
  to!: string;

  @DecimalField({ description: 'The bank’s buying price, CNY for one unit', nullable: true, example: '7.0827' })
  spotRate!: string | null;

  @DecimalField({ description: 'By interest parity, at the worse end of the window', nullable: true, example: '7.03' })
  forwardRate!: string | null;

  @DecimalField({ description: '`forwardRate` − `spotRate`', negative: true, nullable: true, example: '-0.0527' })
  points!: string | null;

  @MoneyField({ description: 'CNY less than at spot today; below zero: more', negative: true, nullable: true })
  cost!: MoneyJson | null;

  @MoneyField({ description: 'CNY to be put down', nullable: true })
  deposit!: MoneyJson | null;
}

export class HedgeSuggestionsDto {
  @DateField({ description: 'Today, in China' })
  asOf!: string;

  @ObjectField(() => ExposureMarketDto, { description: 'What spot prices are taken from' })
  market!: ExposureMarketDto;

  @TextField({ description: 'What the forward prices rest on', max: 300 })
  restsOn!: string;

  @ListField(() => HedgeSuggestionDto, { description: 'By the last day of delivery', max: 500 })
  suggestions!: HedgeSuggestionDto[];

  @IntegerField({ description: 'Suggestions that are not shown' })
  leftOff!: number;

  static from({ answer, asOf, market }: Exposed<readonly HedgeSuggestion[]>, restsOn: string): HedgeSuggestionsDto {
    return {
      asOf,
      market: ExposureMarketDto.from(market),
      restsOn,
      suggestions: answer.slice(0, 500).map(suggestionDto),
      leftOff: Math.max(0, answer.length - 500),
    };
  }
}

function suggestionDto(suggestion: HedgeSuggestion): HedgeSuggestionDto {
  const { sellerId, orderId, open, amount, remaining, remainingValue, because, from, to, rule, steps } = suggestion;
  return {
    sellerId: publicId('party', sellerId),
    orderId: orderId === null ? null : publicId('order', orderId),
    open: open.toJSON(),
    amount: amount.toJSON(),
    remaining: remaining.toJSON(),
    remainingValue: remainingValue?.toJSON() ?? null,
    because,
    from,
    to,
    spotRate: suggestion.spotRate?.toFixed() ?? null,
    forwardRate: suggestion.forwardRate?.toFixed() ?? null,
    points: suggestion.points?.toFixed() ?? null,
    cost: suggestion.cost?.toJSON() ?? null,
    deposit: suggestion.deposit?.toJSON() ?? null,
    rule,
    steps: [...steps],
  };
}
