import { Decimal } from '../../../kernel/decimal.js';
import { InputCheck } from '../../../kernel/input-check.js';
import { publicId } from '../../../kernel/ids.js';
import { isLocalDate } from '../../../kernel/local-date.js';
import { type MoneyJson } from '../../../kernel/money.js';
import { CalculationRuleDto, CalculationStepDto } from '../../../platform/http/calculation.js';
import {
  DateField,
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
