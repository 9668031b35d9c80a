import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { CONTROL_LETTER } from '../../domain/contracts/control-letter-status.js';
import { type ControlLetter } from '../../entities/control-letter.entity.js';
import { SupportingDocumentDto } from './registered-contract-request.dto.js';

const DIRECTIONS = ['in', 'out'] as const;
const SUBJECT = { max: 140, example: 'Customs declarations are wanted' } as const;
/** 1,025 with the bank's number of the contract before it. */
const TEXT = { max: 900, example: 'The goods left in two lots; the second declaration follows in January.' } as const;
const ORDER = { kind: 'order', optional: true } as const;
const DOCUMENTS_MAX = 50;

export class LetterAttachmentDto {
  @TextField({ description: 'Kind, by a code of ISO 20022 or of the bank', max: 4, example: 'CONT' })
  readonly code!: string;

  @TextField({ description: 'Its number', max: 35, example: 'NB-2026-118' })
  readonly number!: string;

  @TextField({ description: 'Where it lies, where the bank says so', max: 256, nullable: true })
  readonly url!: string | null;
}

export class ControlLetterDto {
  @IdField({ description: 'Id of the letter', kind: 'currencyControlLetter' })
  readonly id!: string;

  @EnumField({ description: 'From the bank, or to it', values: DIRECTIONS, example: 'in' })
  readonly direction!: string;

  @EnumField({ description: 'State', values: CONTROL_LETTER.states, example: 'open' })
  readonly state!: string;

  @TextListField({
    description: 'Commands that can be given now',
    values: CONTROL_LETTER.commands,
    max: 1,
    maxLength: 20,
  })
  readonly allowedActions!: readonly string[];

  @IdField({
    description: 'The registered contract that it is about; null where the bank names none that is ours',
    kind: 'registeredContract',
    nullable: true,
  })
  readonly contractId!: string | null;

  @IdField({
    description: 'The order that it is about: the only one under that contract, or the one that was named; else null',
    kind: 'order',
    nullable: true,
  })
  readonly orderId!: string | null;

  @TextField({ description: 'Id of the letter within its message', max: 35, example: 'SBXL000000118' })
  readonly reference!: string;

  @BooleanField({ description: 'Whether the bank asks for documents', example: true })
  readonly isRequestForDocuments!: boolean;

  @TextField({ description: 'Subject', ...SUBJECT })
  readonly subject!: string;

  @TextField({ description: 'What it says', max: 1_025, nullable: true })
  readonly text!: string | null;

  @BooleanField({ description: 'Whether it wants an answer', example: true })
  readonly responseRequired!: boolean;

  @DateField({ description: 'By when', nullable: true, example: '2026-12-15' })
  readonly dueOn!: string | null;

  @ListField(() => LetterAttachmentDto, {
    description: 'What the bank has enclosed; the files are in the message, which is kept word for word',
    min: 0,
    max: 1_000,
  })
  readonly attachments!: readonly LetterAttachmentDto[];

  @IdField({ description: 'The letter that this one answers', kind: 'currencyControlLetter', nullable: true })
  readonly answersId!: string | null;

  @TextField({
    description: 'Why the bank did not take what we sent, its code',
    max: 60,
    nullable: true,
    example: 'NARR',
  })
  readonly reasonCode!: string | null;

  @TextField({ description: 'The same in its words', max: 1_000, nullable: true })
  readonly reason!: string | null;

  @InstantField({
    description: 'When the bank should have taken what we sent; null when nothing is awaited',
    nullable: true,
  })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Version of the row; the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it came, or was ordered' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, letter: ControlLetter): ControlLetterDto {
    const { direction, state, contractId, orderId, reference, isRequestForDocuments, subject, text } = letter;
    const { responseRequired, dueOn, attachments, answersId, reasonCode, reason, expectedBy } = letter;
    return {
      id: publicId('currencyControlLetter', letter.id),
      ...{ direction, state, reference, isRequestForDocuments, subject, text, responseRequired, dueOn, attachments },
      allowedActions: CONTROL_LETTER.allowedActions(state),
      contractId: contractId === null ? null : publicId('registeredContract', contractId),
      orderId: orderId === null ? null : publicId('order', orderId),
      answersId: answersId === null ? null : publicId('currencyControlLetter', answersId),
      ...{ reasonCode, reason, expectedBy: expectedBy?.toISOString() ?? null },
      ...stampsOf(letter),
    };
  }
}

export class ControlLetterPageDto extends PageOf(ControlLetterDto) {}

export class ControlLettersQuery extends DatedPageQuery {
  @TextField({
    description: 'States, separated by commas',
    pattern: wordsPattern(CONTROL_LETTER.states),
    max: 150,
    optional: true,
    example: 'open',
  })
  readonly state?: string;

  @EnumField({ description: 'Only from the bank, or only to it', values: DIRECTIONS, optional: true, example: 'in' })
  readonly direction?: string;

  @IdField({ description: 'Only about this registered contract', kind: 'registeredContract', optional: true })
  readonly contractId?: string;
}

export class WriteControlLetterDto {
  @IdField({ description: 'The registered contract that it is about', kind: 'registeredContract' })
  readonly contractId!: string;

  @IdField({ description: 'The order under it that it is about, where it is about one of several', ...ORDER })
  readonly orderId?: string;

  @TextField({ description: 'Subject', ...SUBJECT })
  readonly subject!: string;

  @TextField({ description: 'What it says', ...TEXT })
  readonly text!: string;

  @BooleanField({ description: 'Whether it wants an answer', example: true })
  readonly responseRequired!: boolean;

  @DateField({ description: 'By when; not before today', optional: true, example: '2099-12-15' })
  readonly dueOn?: string;
}

export class AnswerControlLetterDto {
  @IdField({
    description: 'Which registered contract it is about; only where the letter names none',
    kind: 'registeredContract',
    optional: true,
  })
  readonly contractId?: string;

  @IdField({ description: 'The order that it is about, where the contract covers several', ...ORDER })
  readonly orderId?: string;

  @TextField({ description: 'An answer in words', ...TEXT, optional: true })
  readonly text?: string;

  @ListField(() => SupportingDocumentDto, {
    description: 'Or the documents that the bank asks for',
    min: 1,
    max: DOCUMENTS_MAX,
    optional: true,
  })
  readonly documents?: readonly SupportingDocumentDto[];
}
