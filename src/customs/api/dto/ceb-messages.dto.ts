import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type CebMessageRow, type CebReceiptRow } from '../../application/ceb-reader.service.js';
import { isResendable } from '../../application/ceb-sending.service.js';
import { CEB_MESSAGE_STATES } from '../../domain/ceb/message-status.js';
import { MESSAGE_NAMES } from '../../domain/ceb/messages.js';
import { RECEIPT_REFUSALS } from '../../domain/ceb/refusal.js';
import { CEB_RECEIPT_OUTCOMES, CEB_RECEIPT_SOURCES } from '../../entities/ceb-receipts.table.js';

const XML_MAX = 20_000_000;
const WORDS = /^[A-Za-z0-9_]+(,[A-Za-z0-9_]+)*$/;
const GUID = '0197DB4E-5C2F-7B60-9A1D-3E57C1F80000';

export class CebMessagesQuery extends DatedPageQuery {
  @TextField({
    description: 'Only in these states, joined with commas',
    optional: true,
    pattern: WORDS,
    max: 100,
    example: 'refused,send_failed',
  })
  state?: string;

  @TextField({
    description: 'Only these messages, joined with commas',
    optional: true,
    pattern: WORDS,
    max: 200,
    example: 'CEB621Message',
  })
  message?: string;
}

export class SentCebMessageDto {
  @IdField({ kind: 'cebMessage', description: 'Id; also its reference at the exchange (CopMsgId), on every repeat' })
  readonly id!: string;

  @TextField({ description: 'Its guid, the same on every repeat', max: 36, example: GUID })
  readonly guid!: string;

  @EnumField({ description: 'Name of the root', values: MESSAGE_NAMES, example: 'CEB621Message' })
  readonly message!: string;

  @EnumField({ description: 'Which way the goods go', values: ['export', 'import'], example: 'import' })
  readonly direction!: string;

  @TextField({
    description: "Who transmits it: the enterprise's id at the exchange (dxpId)",
    max: 30,
    example: 'DXPENT0000000001',
  })
  readonly senderId!: string;

  @IntegerField({ description: 'How many records it holds', min: 1, max: 100, example: 100 })
  readonly records!: number;

  @IntegerField({ description: 'How long its XML is, in bytes', max: XML_MAX, example: 214_080 })
  readonly sizeBytes!: number;

  @EnumField({
    description:
      '`queued`: to be sent; `sent`: the exchange has it; `answered`: customs has said something of its records; ' +
      '`refused`: the exchange or customs does not take it as it is; `send_failed`: it could not leave',
    values: CEB_MESSAGE_STATES,
    example: 'answered',
  })
  readonly state!: string;

  @BooleanField({ description: 'Whether `resend` does something now', example: false })
  readonly resendable!: boolean;

  @TextField({ description: 'Why it was refused or could not leave', max: 5_000, min: 0, nullable: true })
  readonly reason!: string | null;

  @IntegerField({ description: 'How often it was sent and answered by the exchange', example: 1 })
  readonly attempts!: number;

  @IntegerField({ description: 'How often the exchange has been asked for an answer in vain', example: 0 })
  readonly asks!: number;

  @InstantField({ description: 'When it was signed; null: it was not, or need not be', nullable: true })
  readonly signedAt!: string | null;

  @InstantField({ description: 'When the exchange took it', nullable: true })
  readonly sentAt!: string | null;

  @InstantField({ description: 'When customs first said something of it', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When the exchange is asked if nothing has come', nullable: true })
  readonly expectedBy!: string | null;

  @InstantField({ description: 'When it was queued' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last changed' })
  readonly updatedAt!: string;

  static from(row: CebMessageRow, language: Language): SentCebMessageDto {
    return {
      id: publicId('cebMessage', row.id),
      guid: row.guid,
      message: row.message,
      direction: row.direction,
      senderId: row.sender_id,
      records: row.records,
      sizeBytes: row.body_bytes,
      state: row.state,
      resendable: isResendable(row),
      reason: row.reason === null ? null : told(row.reason, language),
      attempts: row.attempts,
      asks: row.asks,
      signedAt: row.signed_at?.toISOString() ?? null,
      sentAt: row.sent_at?.toISOString() ?? null,
      answeredAt: row.answered_at?.toISOString() ?? null,
      expectedBy: row.expected_by?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
    };
  }
}

export class CebMessageXmlDto {
  @IdField({ kind: 'cebMessage', description: 'The message' })
  readonly id!: string;

  @TextField({
    description: 'Word for word, as it was sent or will be; it names buyers and their papers',
    max: XML_MAX,
    example: '<ceb:CEB621Message xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="…" version="1.0">…',
  })
  readonly xml!: string;
}

export class CebReceiptsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only with these outcomes, joined with commas',
    optional: true,
    pattern: WORDS,
    max: 100,
    example: 'refused',
  })
  outcome?: string;

  @TextField({
    description: 'Only these messages, joined with commas',
    optional: true,
    pattern: WORDS,
    max: 200,
    example: 'CEB622Message',
  })
  message?: string;
}

export class CebReceiptDto {
  @IdField({ kind: 'cebReceipt', description: 'Id' })
  readonly id!: string;

  @EnumField({
    description: 'Name of the root; null where it was refused before that was read',
    values: MESSAGE_NAMES,
    nullable: true,
    example: 'CEB622Message',
  })
  readonly message!: string | null;

  @TextField({
    description: 'Guid of the message of ours that its first record names',
    max: 36,
    nullable: true,
    example: GUID,
  })
  readonly messageGuid!: string | null;

  @IntegerField({ description: 'How many records it holds, once it is taken', example: 100 })
  readonly records!: number;

  @EnumField({
    description: 'Whether customs sent it or it was asked for',
    values: CEB_RECEIPT_SOURCES,
    example: 'callback',
  })
  readonly source!: string;

  @EnumField({
    description:
      '`waiting`: to be taken; `taken`; `ignored`: nothing here is about it; `refused`: it was not taken in and changed nothing',
    values: CEB_RECEIPT_OUTCOMES,
    example: 'taken',
  })
  readonly outcome!: string;

  @EnumField({ description: 'Why it was refused', values: RECEIPT_REFUSALS, nullable: true, example: null })
  readonly reason!: string | null;

  @IntegerField({ description: 'How long what came is, in bytes', max: XML_MAX, example: 18_412 })
  readonly sizeBytes!: number;

  @IntegerField({ description: 'How often the same came', min: 1, example: 1 })
  readonly timesSeen!: number;

  @InstantField({ description: 'When it first came' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it last came' })
  readonly lastSeenAt!: string;

  static from(this: void, row: CebReceiptRow): CebReceiptDto {
    return {
      id: publicId('cebReceipt', row.id),
      message: row.message,
      messageGuid: row.guid,
      records: row.records,
      source: row.source,
      outcome: row.outcome,
      reason: row.reason,
      sizeBytes: row.body_bytes,
      timesSeen: row.times_seen,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    };
  }
}

export class SentCebMessagePageDto extends PageOf(SentCebMessageDto) {}
export class CebReceiptPageDto extends PageOf(CebReceiptDto) {}
