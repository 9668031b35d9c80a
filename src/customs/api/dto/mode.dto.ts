import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  DateField,
  EnumField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import {
  ACTORS,
  type Limit,
  type Refund,
  REFUNDABILITIES,
  type Step,
  type SupervisionMode,
  type Trade,
} from '../../domain/modes/mode.js';

export const DIRECTIONS = ['export', 'import'] as const;
export const CODE = { description: 'Code of the supervision mode (监管方式)', max: 4, example: '9610' };
const NAME = { description: 'Name', max: 100, example: 'Cross-border e-commerce, direct' };
export const SENTENCE_MAX = 1_000;

export class ModeSummaryDto {
  @TextField(CODE)
  readonly code!: string;

  @TextField(NAME)
  readonly name!: string;

  @TextListField({ description: 'Exports, imports or both', max: 2, maxLength: 6, example: ['export', 'import'] })
  readonly directions!: string[];

  static summary(this: void, { code, name, trades }: SupervisionMode, language: Language): ModeSummaryDto {
    return { code, name: told(name, language), directions: trades.map(({ direction }) => direction) };
  }
}

export class ModeListDto {
  @ListField(() => ModeSummaryDto, { description: 'Every mode', max: 50 })
  readonly data!: ModeSummaryDto[];
}

class MessageRefDto {
  @TextField({
    description: 'Root of the message; `DecMessage`: the declaration of the single window',
    max: 20,
    example: 'CEB303Message',
  })
  readonly message!: string;

  @TextField({
    description: 'Where its fields are described; null: by the declaration itself',
    max: 100,
    nullable: true,
    example: '/v1/customs/ceb/mappings/CEB303Message',
  })
  readonly mapping!: string | null;

  static from(this: void, message: string): MessageRefDto {
    return { message, mapping: message === 'DecMessage' ? null : `/v1/customs/ceb/mappings/${message}` };
  }
}

class ModeStepDto {
  @EnumField({ description: 'Who takes it', values: ACTORS, example: 'platform' })
  readonly by!: string;

  @TextField({ description: 'What is done', max: SENTENCE_MAX, example: 'Sends the order' })
  readonly does!: string;

  @ListField(() => MessageRefDto, { description: 'By which messages, with the answers to them', max: 10 })
  readonly messages!: MessageRefDto[];

  static from({ by, does, messages }: Step, language: Language): ModeStepDto {
    return { by, does: told(does, language), messages: messages.map(MessageRefDto.from) };
  }
}

class ModeLimitDto {
  @TextField({ description: 'What it is called', max: 40, example: 'order_value' })
  readonly name!: string;

  @EnumField({
    description: 'What it is held against',
    values: ['declaration', 'order', 'person_and_year'],
    example: 'order',
  })
  readonly per!: string;

  @MoneyField({ description: 'The figure; itself within' })
  readonly amount!: MoneyDto;

  @DateField({ description: 'From this day', example: '2019-01-01' })
  readonly from!: string;

  @DateField({ description: 'To this day; null: in force', nullable: true, example: null })
  readonly to!: string | null;

  @BooleanField({ description: 'One indivisible item may be above it, at the full tax', example: true })
  readonly singleItemStays!: boolean;

  @TextField({ description: 'What becomes of goods above it', max: SENTENCE_MAX })
  readonly above!: string;

  @TextField({ description: 'The notice', max: 200, example: '财关税〔2018〕49号' })
  readonly source!: string;

  static from({ amount, above, ...limit }: Limit, language: Language): ModeLimitDto {
    return { ...limit, amount: amount.toJSON(), above: told(above, language) };
  }
}

export class ModeRefundDto {
  @EnumField({ description: 'Whether VAT may be refunded', values: REFUNDABILITIES, example: 'conditional' })
  readonly possible!: string;

  @TextField({ description: 'Under which condition, or why not', max: SENTENCE_MAX })
  readonly under!: string;

  @TextField({ description: 'The notice', max: 200, example: '财税〔2013〕96号' })
  readonly source!: string;

  static from(refund: Refund | null, language: Language): ModeRefundDto | null {
    return refund === null ? null : { ...refund, under: told(refund.under, language) };
  }
}

class ModeTradeDto {
  @EnumField({ description: 'In which direction', values: DIRECTIONS, example: 'export' })
  readonly direction!: string;

  @TextField({ description: 'Who may use it', max: SENTENCE_MAX })
  readonly who!: string;

  @TextListField({ description: 'By declaration, by list of parcels, or either', max: 2, maxLength: 20 })
  readonly channels!: string[];

  @TextListField({ description: 'What must be at hand', max: 20, maxLength: SENTENCE_MAX })
  readonly documents!: string[];

  @ListField(() => ModeStepDto, { description: 'In the order in which they are taken', max: 30 })
  readonly steps!: ModeStepDto[];

  @ListField(() => ModeLimitDto, { description: 'Figures that the law sets, with those of former days', max: 20 })
  readonly limits!: ModeLimitDto[];

  @TextListField({ description: 'What `eligibility` asks, in this order', max: 20, maxLength: 40 })
  readonly conditions!: string[];

  @ObjectField(() => ModeRefundDto, { description: 'Refund of VAT; null for imports', nullable: true })
  readonly refund!: ModeRefundDto | null;

  static from(trade: Trade, language: Language): ModeTradeDto {
    return {
      direction: trade.direction,
      who: told(trade.who, language),
      channels: [...trade.channels],
      documents: trade.documents.map((document) => told(document, language)),
      steps: trade.steps.map((step) => ModeStepDto.from(step, language)),
      limits: trade.limits.map((limit) => ModeLimitDto.from(limit, language)),
      conditions: [...trade.conditions],
      refund: ModeRefundDto.from(trade.refund, language),
    };
  }
}

export class ModeDto {
  @TextField(CODE)
  readonly code!: string;

  @TextField(NAME)
  readonly name!: string;

  @TextListField({ description: 'The notices it rests on', max: 10, maxLength: 200 })
  readonly sources!: string[];

  @ListField(() => ModeTradeDto, { description: 'Exports, imports or both', max: 2 })
  readonly trades!: ModeTradeDto[];

  static from({ code, name, sources, trades }: SupervisionMode, language: Language): ModeDto {
    return {
      code,
      name: told(name, language),
      sources: [...sources],
      trades: trades.map((trade) => ModeTradeDto.from(trade, language)),
    };
  }
}
