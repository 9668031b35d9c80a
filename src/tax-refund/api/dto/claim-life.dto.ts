import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyDto,
  MoneyField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { type Answer, DOUBT_WEIGHTS, type KnownDoubt } from '../../domain/doubt.js';
import { type Inquiry } from '../../domain/inquiry.js';
import { type Disallowed } from '../../entities/claim-columns.js';
import { type Clawback, CLAWBACK_STATES } from '../../entities/clawbacks.table.js';
import { DocumentReferenceDto } from './claim-life-requests.dto.js';

export class ClaimAnswerDto {
  @TextField({ description: 'What was replied', max: 4_000 })
  readonly text!: string;

  @ListField(() => DocumentReferenceDto, { description: 'Papers that it stands on', max: 20 })
  readonly documents!: DocumentReferenceDto[];

  @InstantField({ description: 'When' })
  readonly at!: string;

  static from(this: void, { text, documents = [], at }: AnyAnswer): ClaimAnswerDto {
    return { text, documents: [...documents], at };
  }
}
/** Answers of earlier versions name no documents. */
type AnyAnswer = Omit<Answer, 'documents'> & Partial<Pick<Answer, 'documents'>>;

export class DoubtDto {
  @IntegerField({ description: 'Names it in commands', min: 1 })
  readonly number!: number;

  @TextField({ description: "The bureau's code", max: 64, example: 'PRICE_UNUSUAL' })
  readonly code!: string;

  @TextField({ description: 'Key of the item; null: the whole claim', max: 21, nullable: true })
  readonly declarationLine!: string | null;

  @TextField({ description: 'What is doubtful', max: 2_000 })
  readonly text!: string;

  @EnumField({
    description: '`answer`: filed with an answer; `block`: to be mended first',
    values: DOUBT_WEIGHTS,
    example: 'answer',
  })
  readonly weight!: string;

  @ObjectField(() => ClaimAnswerDto, { description: 'What is said to it', nullable: true })
  readonly answer!: ClaimAnswerDto | null;

  static from(this: void, { answer, ...doubt }: KnownDoubt): DoubtDto {
    return { ...doubt, answer: answer === null ? null : ClaimAnswerDto.from(answer) };
  }
}

export class ExtensionDto {
  @DateField({ description: 'The last day from then on' })
  readonly dueOn!: string;

  @TextField({ description: 'Why', max: 500 })
  readonly reason!: string;

  @InstantField({ description: 'When it was noted' })
  readonly at!: string;
}

export class InquiryDto {
  @IntegerField({ description: 'Names it in commands', min: 1 })
  readonly number!: number;

  @IntegerField({ description: 'The attempt that it is about', min: 1 })
  readonly attempt!: number;

  @TextField({ description: "Number of the bureau's letter (函号)", max: 200, nullable: true })
  readonly letter!: string | null;

  @TextField({ description: 'What the bureau asks', max: 2_000, min: 0 })
  readonly question!: string;

  @InstantField({ description: 'When it asked' })
  readonly askedAt!: string;

  @DateField({ description: 'The last day for the answer; null where the bureau set none', nullable: true })
  readonly dueOn!: string | null;

  @BooleanField({ description: 'That day is over, and nothing was answered' })
  readonly isOverdue!: boolean;

  @ListField(() => ExtensionDto, { description: 'Later days that were granted', max: 50 })
  readonly extensions!: ExtensionDto[];

  @ListField(() => ClaimAnswerDto, { description: 'What was answered', max: 50 })
  readonly answers!: ClaimAnswerDto[];

  static from(this: void, { extensions, answers, ...inquiry }: Inquiry): InquiryDto {
    return { ...inquiry, extensions: [...extensions], answers: answers.map(ClaimAnswerDto.from) };
  }
}

export class DisallowedDto {
  @TextField({ description: 'Key of the item', max: 21 })
  readonly declarationLine!: string;

  @MoneyField({ description: 'How much less' })
  readonly amount!: MoneyDto;

  @TextField({ description: 'Why', max: 2_000, min: 0 })
  readonly reason!: string;

  static from(this: void, { amount, ...line }: Disallowed): DisallowedDto {
    return { ...line, amount: { amount, currency: 'CNY' } };
  }
}

export class ClawbackDto {
  @IntegerField({ description: 'Names it in commands', min: 1 })
  readonly number!: number;

  @TextField({ description: "Number of the bureau's notice", max: 200 })
  readonly letter!: string;

  @EnumField({ description: 'How it stands', values: CLAWBACK_STATES, example: 'owed' })
  readonly state!: string;

  @MoneyField({ description: 'What the bureau wants back' })
  readonly amount!: MoneyDto;

  @TextField({ description: 'Why', max: 2_000, min: 0 })
  readonly reason!: string;

  @DateField({ description: 'To be paid back by' })
  readonly dueOn!: string;

  @DateField({ description: 'When it was settled', nullable: true })
  readonly settledOn!: string | null;

  @TextField({ description: 'Of the payment at the bank', max: 64, nullable: true })
  readonly bankReference!: string | null;

  @IdField({ kind: 'claim', description: 'From whose payment it was kept', nullable: true })
  readonly setOffBy!: string | null;

  @TextField({ description: 'Why the last order to pay it came to nothing', max: 1_100, nullable: true })
  readonly refusal!: string | null;

  static from(this: void, { claimId: _claim, amount, setOffBy, ...clawback }: Clawback): ClawbackDto {
    return { ...clawback, amount: amount.toJSON(), setOffBy: setOffBy === null ? null : publicId('claim', setOffBy) };
  }
}
