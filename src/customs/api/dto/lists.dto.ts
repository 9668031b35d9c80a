import { publicId } from '../../../kernel/ids.js';
import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type MessageRow, type ReceiptRow, type SummaryRow } from '../../application/declaration-reader.service.js';
import { requestActions } from '../../domain/declaration-request.js';
import { DECLARATION_MACHINE, DECLARATION_STATES } from '../../domain/declaration-status.js';
import { RECEIPT_KINDS } from '../../domain/receipt.js';
import { SUBMISSION_STATES } from '../../entities/submission.entity.js';
import { DeclarationPartDto } from './parts.dto.js';

export class DeclarationSummaryDto {
  @IdField({ kind: 'declaration', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'order', description: 'The order that is exported' })
  readonly orderId!: string;

  @TextField({
    description: "The order's own reference, with the part where it has several",
    max: 200,
    example: 'PO-2026-0001',
  })
  readonly reference!: string;

  @ObjectField(() => DeclarationPartDto, { description: 'Which of the declarations of the order it is' })
  readonly part!: DeclarationPartDto;

  @EnumField({ description: 'Where it stands', values: DECLARATION_STATES })
  readonly state!: string;

  @TextListField({ description: 'Commands that may be given now', max: 10, maxLength: 30 })
  readonly allowedActions!: string[];

  @IntegerField({ description: 'How often it was declared', example: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Declaration number (报关单号)', max: 18, nullable: true, example: '222520260795000001' })
  readonly entryNumber!: string | null;

  @DateField({ description: 'The day the goods left China', nullable: true, example: '2026-12-05' })
  readonly exportDate!: string | null;

  @TextField({ description: 'Why customs sent it back', max: 4_000, min: 0, nullable: true })
  readonly rejectionReason!: string | null;

  @IntegerField({ description: 'Findings that keep it from leaving', example: 0 })
  readonly errors!: number;

  @IntegerField({ description: 'Findings that do not', example: 1 })
  readonly warnings!: number;

  @InstantField({ description: 'When customs is asked if nothing has come', nullable: true })
  readonly expectedBy!: string | null;

  @IntegerField({ description: 'Counts the changes; also the ETag', min: 1, example: 1 })
  readonly version!: number;

  @InstantField({ description: 'When it was drafted' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(this: void, row: SummaryRow): DeclarationSummaryDto {
    return {
      id: publicId('declaration', row.id),
      orderId: publicId('order', row.order_id),
      reference: row.reference,
      part: { number: row.part_number, of: row.part_of },
      state: row.state,
      allowedActions: [
        ...DECLARATION_MACHINE.allowedActions(row.state),
        ...requestActions(row.state, row.is_questioned),
      ],
      attempt: row.attempt,
      entryNumber: row.entry_number,
      exportDate: row.export_date,
      rejectionReason: row.rejection_reason,
      errors: row.errors,
      warnings: row.warnings,
      expectedBy: row.expected_by?.toISOString() ?? null,
      version: row.version,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    };
  }
}

export class DeclarationReceiptDto {
  @IdField({ kind: 'customsReceipt', description: 'Id' })
  readonly id!: string;

  @EnumField({ description: 'What it means; `other` changes nothing', values: RECEIPT_KINDS })
  readonly kind!: string;

  @TextField({ description: 'CHANNEL of the receipt, or the type of the message', max: 20, min: 0, example: 'L' })
  readonly code!: string;

  @TextField({ description: "Customs' words", max: 4_000, min: 0, example: '海关已接收,入库成功' })
  readonly note!: string;

  @TextField({ description: 'Declaration number', max: 40, nullable: true, example: '222520260795000001' })
  readonly entryNumber!: string | null;

  @DateField({ description: 'The day the goods left China, where it says so', nullable: true, example: '2026-12-05' })
  readonly exportDate!: string | null;

  @InstantField({ description: 'When customs wrote it', nullable: true })
  readonly noticedAt!: string | null;

  @EnumField({ description: 'Sent by itself, or got by asking', values: ['callback', 'asked'] })
  readonly source!: string;

  @EnumField({
    description:
      'What it did: `applied`; `late`: said nothing new; `held`: waits for a fact; `superseded`: of an earlier attempt; `ignored`; `waiting`',
    values: ['waiting', 'applied', 'late', 'held', 'ignored', 'superseded'],
  })
  readonly outcome!: string;

  @IntegerField({ description: 'How often the same words came', min: 1, example: 1 })
  readonly timesSeen!: number;

  @TextListField({
    description: 'What it made happen, in this order: the commands of the state machine',
    max: 10,
    maxLength: 30,
  })
  readonly steps!: string[];

  @IdField({ kind: 'declarationRequest', description: 'The request that it answers', nullable: true })
  readonly requestId!: string | null;

  @TextField({ description: 'XML, word for word', max: 1_000_000 })
  readonly body!: string;

  @InstantField({ description: 'When it first came' })
  readonly createdAt!: string;

  static from(this: void, row: ReceiptRow): DeclarationReceiptDto {
    return {
      id: publicId('customsReceipt', row.id),
      kind: row.kind,
      code: row.code,
      note: row.note,
      entryNumber: row.entry_number,
      exportDate: row.export_date,
      noticedAt: row.noticed_at?.toISOString() ?? null,
      source: row.source,
      outcome: row.outcome,
      timesSeen: row.times_seen,
      body: row.body,
      steps: [...(row.steps ?? [])],
      requestId: row.request_id === null ? null : publicId('declarationRequest', row.request_id),
      createdAt: row.created_at.toISOString(),
    };
  }
}

export class DeclarationMessageDto {
  @IdField({ kind: 'declarationAttempt', description: 'Id of the attempt; customs knows the message by it' })
  readonly id!: string;

  @IntegerField({ description: 'Counts from 1', min: 1, example: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Our number in the message (ClientSeqNo)', max: 18, example: '01JDQ3X7K2M8R4C5WZ' })
  readonly clientReference!: string;

  @EnumField({ description: 'What became of it', values: SUBMISSION_STATES })
  readonly state!: string;

  @TextField({
    description: "The single window's number (统一编号)",
    max: 18,
    nullable: true,
    example: 'E20260000795000001',
  })
  readonly sequenceNumber!: string | null;

  @IntegerField({ description: 'Fields of the message that are filled and checked', example: 74 })
  readonly fieldsChecked!: number;

  @TextField({ description: "Why it was refused or sent back, in customs' words", max: 4_000, min: 0, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'DecMessage, word for word', max: 1_000_000 })
  readonly message!: string;

  @TextField({ description: 'The answer to it, word for word', max: 1_000_000, min: 0, nullable: true })
  readonly answer!: string | null;

  @InstantField({ description: 'When it was answered', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When it was written' })
  readonly createdAt!: string;

  static from(this: void, row: MessageRow): DeclarationMessageDto {
    return {
      id: publicId('declarationAttempt', row.id),
      attempt: row.attempt,
      clientReference: row.client_reference,
      state: row.state,
      sequenceNumber: row.sequence_number,
      fieldsChecked: row.fields,
      reason: row.reason,
      message: row.message,
      answer: row.answer,
      answeredAt: row.answered_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    };
  }
}

export class DeclarationsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: /^[a-z_]+(,[a-z_]+)*$/,
    max: 200,
    example: 'blocked,rejected',
  })
  state?: string;

  @IdField({ kind: 'order', description: 'Only of this order', optional: true })
  orderId?: string;

  @TextField({
    description: 'Only with this declaration number',
    optional: true,
    pattern: /^\d{18}$/,
    max: 18,
    example: '222520260795000001',
  })
  entryNumber?: string;
}

export class DeclarationSummaryPageDto extends PageOf(DeclarationSummaryDto) {}
export class DeclarationReceiptPageDto extends PageOf(DeclarationReceiptDto) {}
export class DeclarationMessagePageDto extends PageOf(DeclarationMessageDto) {}
