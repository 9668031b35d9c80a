import { approvalOf, WithApprovalDto } from '../../../approvals/index.js';
import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { stampsOf } from '../../../platform/http/stamps.js';
import { REQUEST_KINDS } from '../../domain/declaration-request.js';
import { REQUEST_STATES } from '../../domain/declaration-request-status.js';
import { type DeclarationRequest } from '../../entities/declaration-request.entity.js';
import { SupplementAnswerDto } from './inspection.dto.js';
import { CorrectionDto } from './correction.dto.js';

export class RequestReasonDto {
  @TextField({ description: 'Why; customs reads it', max: 900, example: 'The buyer cancelled the order' })
  readonly reason!: string;
}

export class AmendDeclarationDto {
  @TextField({ description: 'Why; customs reads it', max: 900, example: 'The carrier changed the vessel' })
  readonly reason!: string;

  @ObjectField(() => CorrectionDto, { description: 'What changes; everything left out stays' })
  readonly changes!: CorrectionDto;
}

class ChangedListDto {
  @EnumField({ description: 'Which list', values: ['item', 'container', 'licence'] })
  readonly kind!: string;

  @IntegerField({ description: 'Which entry of it, from 1', min: 1, example: 1 })
  readonly number!: number;
}

class FieldChangeDto {
  @TextField({ description: 'Name of the element of the message', max: 30, example: 'GrossWet' })
  readonly field!: string;

  @TextField({ description: 'Its Chinese name', max: 50, example: '毛重' })
  readonly label!: string;

  @TextField({ description: 'As customs has it', max: 4_000, min: 0, example: '1050' })
  readonly before!: string;

  @TextField({ description: 'As it will be', max: 4_000, min: 0, example: '1060' })
  readonly after!: string;

  @ObjectField(() => ChangedListDto, { description: 'The list that it is of; null for the header', nullable: true })
  readonly list!: ChangedListDto | null;
}

/** What was asked of customs about a declaration, and what came of it. */
export class DeclarationRequestDto extends WithApprovalDto {
  @IdField({ kind: 'declarationRequest', description: 'Id; customs knows the message by it' })
  readonly id!: string;

  @IdField({ kind: 'declaration', description: 'The declaration' })
  readonly declarationId!: string;

  @IntegerField({ description: 'Which attempt of it', min: 1, example: 1 })
  readonly attempt!: number;

  @EnumField({
    description: 'Withdraw it (撤单), let the goods stay (退关), amend it (改单), answer it (补充申报)',
    values: REQUEST_KINDS,
  })
  readonly kind!: string;

  @EnumField({
    description:
      'Where it stands: `awaiting` a second person, `queued`, `sent`; `granted` or `refused` by customs; `declined` by us; ' +
      '`overtaken`: the declaration took another way first',
    values: REQUEST_STATES,
  })
  readonly state!: string;

  @TextField({ description: 'Why it was asked for', max: 900, example: 'The buyer cancelled the order' })
  readonly reason!: string;

  @ListField(() => FieldChangeDto, { description: 'What an amendment changes', max: 5_000 })
  readonly changes!: FieldChangeDto[];

  @ListField(() => SupplementAnswerDto, { description: 'What a supplement answers', max: 60 })
  readonly answers!: SupplementAnswerDto[];

  @TextField({ description: '修撤单统一编号', max: 40, nullable: true, example: 'M20260000795000001' })
  readonly sequenceNumber!: string | null;

  @TextField({ description: 'Why it came to nothing, in the words of who said so', max: 4_000, min: 0, nullable: true })
  readonly outcomeReason!: string | null;

  @TextField({ description: 'The XML as it was sent; null before', max: 1_000_000, nullable: true })
  readonly message!: string | null;

  @InstantField({ description: 'When customs is asked if no answer has come', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When the single window took it', nullable: true })
  readonly sentAt!: string | null;

  @InstantField({ description: 'When it was over', nullable: true })
  readonly decidedAt!: string | null;

  @IntegerField({ description: 'Counts the changes', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was made' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, request: DeclarationRequest, language: Language): DeclarationRequestDto {
    const { id, declarationId, attempt, kind, state, reason, changes, sequenceNumber, outcomeReason, message } =
      request;
    return {
      ...{ attempt, kind, state, reason, sequenceNumber, outcomeReason, message },
      id: publicId('declarationRequest', id),
      declarationId: publicId('declaration', declarationId),
      ...approvalOf(request.approval, language),
      changes: [...changes],
      answers: (request.answers ?? []).map((answer) => ({ ...answer, fields: [...answer.fields] })),
      expectedBy: request.expectedBy?.toISOString() ?? null,
      sentAt: request.sentAt?.toISOString() ?? null,
      decidedAt: request.decidedAt?.toISOString() ?? null,
      ...stampsOf(request),
    };
  }
}

export class DeclarationRequestPageDto extends PageOf(DeclarationRequestDto) {}
