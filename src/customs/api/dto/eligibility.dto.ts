import { parseOptionalId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  ListField,
  ObjectField,
  QueryFlag,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type JudgedTrade, type TradeQuestion } from '../../application/modes.service.js';
import { type Condition, OUTCOMES, VERDICTS } from '../../domain/modes/eligibility.js';
import { CONDITIONS, type Direction, type SupervisionMode } from '../../domain/modes/mode.js';
import { type Preparation, PREPARATIONS } from '../../domain/modes/preparations.js';
import { CODE, DIRECTIONS, ModeRefundDto, SENTENCE_MAX } from './mode.dto.js';

export class EligibilityQuery {
  @IdField({ description: 'An order to hold against the mode', kind: 'order', optional: true })
  orderId?: string;

  @EnumField({ description: 'Default: export', values: DIRECTIONS, optional: true, example: 'export' })
  direction?: Direction;

  @DateField({ description: 'As the law is on this day; default: today', optional: true, example: '2026-11-29' })
  on?: string;

  @DecimalField({ description: 'Value of the declaration or order', places: 2, optional: true, example: '4200.00' })
  value?: string;

  @TextField({
    description: 'Currency of `value`; default CNY',
    pattern: /^(CNY|USD)$/,
    max: 3,
    optional: true,
    example: 'CNY',
  })
  currency?: string;

  @DecimalField({ description: 'What the buyer bought before this year, CNY', places: 2, optional: true })
  purchasedThisYear?: string;

  @QueryFlag({ description: 'The order is one indivisible item; default: false' })
  singleItem?: boolean;

  @QueryFlag({ description: 'The enterprise is registered with customs' })
  registered?: boolean;

  @QueryFlag({ description: 'The buyer is a consumer; false: a company' })
  consumer?: boolean;

  @QueryFlag({ description: 'Sold on an e-commerce platform that is registered with customs' })
  marketplace?: boolean;

  @QueryFlag({ description: 'Goes to a warehouse abroad, to be sold from there' })
  overseasWarehouse?: boolean;

  @QueryFlag({ description: 'Bought at a recognised market, and recognised there' })
  marketPurchase?: boolean;

  @QueryFlag({ description: 'Goes through a bonded area (特殊监管区域)' })
  bondedArea?: boolean;

  @QueryFlag({ description: 'The area is of a pilot city of retail import' })
  pilotCity?: boolean;

  @QueryFlag({ description: 'The goods are on the list of retail imports (正面清单)' })
  positiveList?: boolean;

  @QueryFlag({ description: 'The goods are prohibited or restricted for export' })
  restricted?: boolean;

  toQuestion(): TradeQuestion {
    const { orderId, direction, on, value, currency = 'CNY', purchasedThisYear, singleItem = false, ...answers } = this;
    return {
      orderId: parseOptionalId('order', orderId),
      direction,
      on,
      value: value === undefined ? undefined : Money.parse(value, currency),
      singleItem,
      purchasedThisYear: purchasedThisYear === undefined ? undefined : Money.parse(purchasedThisYear, 'CNY'),
      answers,
    };
  }
}

class ConditionDto {
  @EnumField({ description: 'Which', values: CONDITIONS, example: 'limits' })
  readonly condition!: string;

  @EnumField({ description: 'Whether it is met', values: OUTCOMES, example: 'not_met' })
  readonly outcome!: string;

  @TextField({ description: 'Why', max: SENTENCE_MAX, example: 'The buyer is a consumer' })
  readonly why!: string;

  @TextField({ description: 'What to do; null: nothing', max: SENTENCE_MAX, nullable: true })
  readonly fix!: string | null;

  static from({ condition, outcome, why, fix }: Condition, language: Language): ConditionDto {
    return { condition, outcome, why: told(why, language), fix: fix === null ? null : told(fix, language) };
  }
}

class PreparationDto {
  @EnumField({ description: 'Which', values: PREPARATIONS, example: 'ecommerce_profile' })
  readonly preparation!: string;

  @EnumField({ description: 'Whether it is done', values: ['met', 'not_met'], example: 'not_met' })
  readonly outcome!: string;

  @TextField({
    description: 'Why',
    max: SENTENCE_MAX,
    example: 'There is no e-commerce profile for exports under 9710',
  })
  readonly why!: string;

  @TextField({
    description: 'What to do; null: nothing',
    max: SENTENCE_MAX,
    nullable: true,
    example: 'Open one by POST /v1/customs/ecommerce-profiles',
  })
  readonly fix!: string | null;

  static from({ preparation, outcome, why, fix }: Preparation, language: Language): PreparationDto {
    return { preparation, outcome, why: told(why, language), fix: fix === null ? null : told(fix, language) };
  }
}

export class EligibilityDto {
  @TextField(CODE)
  readonly mode!: string;

  @EnumField({ description: 'In which direction', values: DIRECTIONS, example: 'export' })
  readonly direction!: string;

  @DateField({ description: 'As the law is on this day', example: '2026-11-29' })
  readonly on!: string;

  @EnumField({ description: 'Yes, no, or not to be told yet', values: VERDICTS, example: 'undetermined' })
  readonly verdict!: string;

  @TextListField({ description: 'How it is put before customs', max: 2, maxLength: 20 })
  readonly channels!: string[];

  @ListField(() => ConditionDto, { description: 'Every condition', max: 20 })
  readonly conditions!: ConditionDto[];

  @ListField(() => PreparationDto, {
    description: 'What is to be set up on the platform before goods go this way; the verdict does not depend on it',
    max: 10,
  })
  readonly preparations!: PreparationDto[];

  @ObjectField(() => ModeRefundDto, { description: 'Refund of VAT; null: none to speak of', nullable: true })
  readonly refund!: ModeRefundDto | null;

  static of(mode: SupervisionMode, judged: JudgedTrade, language: Language): EligibilityDto {
    return {
      mode: mode.code,
      direction: judged.direction,
      on: judged.on,
      verdict: judged.verdict,
      channels: [...judged.channels],
      conditions: judged.conditions.map((condition) => ConditionDto.from(condition, language)),
      preparations: judged.preparations.map((preparation) => PreparationDto.from(preparation, language)),
      refund: ModeRefundDto.from(judged.trade?.refund ?? null, language),
    };
  }
}
