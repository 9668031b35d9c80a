import { publicId } from '../../../kernel/ids.js';
import { wire } from '../../../kernel/wire.js';
import { CalculationRuleDto } from '../../../platform/http/calculation.js';
import {
  DecimalField,
  EnumField,
  IdField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type Margin } from '../../domain/margin.js';
import { MARGIN_LINES } from '../../domain/margin-figure.js';
import { ExchangeCostDto } from './calculations.dto.js';

export class MarginEventDto {
  @IdField({ description: 'Id of the event', kind: 'event' })
  id!: string;

  @TextField({ description: 'What happened', max: 100, example: 'fx.conversion.settled' })
  type!: string;
}

/** Where an amount was read. */
export class MarginSourceDto {
  @TextField({
    description: 'Field of the event, or of the order where there is no event',
    max: 100,
    example: 'bought',
  })
  field!: string;

  @ObjectField(() => MarginEventDto, { description: 'The event that said so; null: the order itself', nullable: true })
  event!: MarginEventDto | null;
}

export class MarginPartDto {
  @ObjectField(() => MarginSourceDto, { description: 'Where it was read' })
  source!: MarginSourceDto;

  @MoneyField({ description: 'As it was agreed, billed or paid', negative: true })
  original!: MoneyDto;

  @MoneyField({ description: 'In CNY; null where its currency has no rate here', negative: true, nullable: true })
  cny!: MoneyDto | null;
}

export class MarginFigureDto {
  @MoneyField({ description: 'CNY, the sum of the parts', negative: true })
  amount!: MoneyDto;

  @TextField({ description: 'How it was worked out', max: 200, example: 'bought − sold × planRate' })
  formula!: string;

  @ListField(() => MarginPartDto, { description: 'What it is made of', max: 1_000 })
  parts!: MarginPartDto[];
}

export class MarginLineDto {
  @EnumField({ description: 'What it is', values: MARGIN_LINES, example: 'revenue' })
  code!: string;

  @EnumField({
    description: 'Whether it counts for or against the margin',
    values: ['income', 'cost'],
    example: 'income',
  })
  effect!: string;

  @ObjectField(() => MarginFigureDto, { description: 'As planned; null where it cannot be', nullable: true })
  estimate!: MarginFigureDto | null;

  @ObjectField(() => MarginFigureDto, { description: 'As it came; null until something has', nullable: true })
  actual!: MarginFigureDto | null;
}

export class MarginTotalDto {
  @MoneyField({ description: 'Income less cost, CNY', negative: true })
  margin!: MoneyDto;

  @DecimalField({ description: 'Of the revenue, a fraction', negative: true, nullable: true, example: '0.112' })
  marginRate!: string | null;

  @MoneyField({ description: 'VAT paid on the goods less the refund', negative: true, nullable: true })
  nonRefundableVat!: MoneyDto | null;

  @ObjectField(() => ExchangeCostDto, {
    description:
      '换汇成本 with its working: CNY spent per unit of foreign currency. It is also the rate at which nothing is earned',
    nullable: true,
  })
  exchangeCost!: ExchangeCostDto | null;

  @DecimalField({ description: 'Rate at which nothing is earned, CNY per unit', nullable: true, example: '6.42' })
  breakEvenRate!: string | null;

  @TextListField({
    description: 'Lines without a figure, and amounts without a rate: what the total is without',
    maxLength: 100,
  })
  without!: string[];
}

/** What the order earns: estimate beside actual. */
export class MarginDto {
  @EnumField({ description: 'Kind of resource', values: ['margin'], example: 'margin' })
  object!: 'margin';

  @IdField({ description: 'The order', kind: 'order' })
  orderId!: string;

  @TextField({ description: 'Currency of all sums', max: 3, example: 'CNY' })
  currency!: string;

  @DecimalField({
    description: 'CNY per unit, as planned; foreign amounts stand at it in both columns',
    example: '7.08',
  })
  planRate!: string;

  @DecimalField({
    description: 'CNY per unit, average of what was converted so far',
    nullable: true,
    example: '7.0812',
  })
  settledRate!: string | null;

  @ListField(() => MarginLineDto, { description: 'Line by line', max: 20 })
  lines!: MarginLineDto[];

  @ObjectField(() => MarginTotalDto, { description: 'As planned' })
  estimate!: MarginTotalDto;

  @ObjectField(() => MarginTotalDto, { description: 'Of what has come in and gone out so far' })
  actual!: MarginTotalDto;

  @ObjectField(() => MarginTotalDto, { description: 'Actual where known, else the estimate' })
  expected!: MarginTotalDto;

  @ObjectField(() => CalculationRuleDto, { description: 'The rule' })
  rule!: CalculationRuleDto;

  static from(this: void, orderId: string, margin: Margin): MarginDto {
    const { lines, estimate, actual, expected, ...rest } = margin;
    return {
      object: 'margin',
      orderId: publicId('order', orderId),
      ...wire(rest),
      lines: lines.map((line) => ({
        code: line.code,
        effect: line.effect,
        estimate: figureDto(line.estimate),
        actual: figureDto(line.actual),
      })),
      estimate: totalDto(estimate),
      actual: totalDto(actual),
      expected: totalDto(expected),
    };
  }
}

function figureDto(figure: Margin['lines'][number]['actual']): MarginFigureDto | null {
  if (figure === null) return null;
  return {
    amount: figure.amount.toJSON(),
    formula: figure.formula,
    parts: figure.parts.map(({ source: { field, event }, original, cny }) => ({
      source: { field, event: event && { id: publicId('event', event.id), type: event.type } },
      original: original.toJSON(),
      cny: cny?.toJSON() ?? null,
    })),
  };
}

function totalDto(total: Margin['actual']): MarginTotalDto {
  const { without, ...figures } = total;
  const dto = wire(figures) as unknown as Omit<MarginTotalDto, 'without' | 'breakEvenRate'>;
  return { ...dto, breakEvenRate: total.exchangeCost?.exchangeCost.toString() ?? null, without: [...without] };
}
