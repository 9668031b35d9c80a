import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { type InboxMessageRow, type InboxRow } from '../../application/inboxes.service.js';

/** A second more than the platform waits for an answer. */
const DELAY_MAX_MS = 16_000;

const STATUS = { description: 'The status it answers with', min: 200, max: 599 };
const DELAY = {
  description: 'How long it waits before it answers, in milliseconds; from 15,000 on nobody waits for it',
  max: DELAY_MAX_MS,
};

export class InboxAnswerDto {
  @IntegerField({ ...STATUS, example: 503 })
  status!: number;

  @IntegerField({ ...DELAY, example: 0, optional: true })
  delayMs?: number;
}

export class InboxDto {
  @IdField({ kind: 'webhookEndpoint', description: 'The endpoint that sends to it' })
  readonly endpointId!: string;

  @TextField({
    description: 'Its address; whoever knows it can put something there',
    max: 2_000,
    example: 'https://api.example.com/v1/inbound/inbox/ten_01jdq3x7k2e9ta6v0m8r4c5wzb/kPm7…',
  })
  readonly url!: string;

  @IntegerField({ ...STATUS, example: 204 })
  readonly status!: number;

  @IntegerField({ ...DELAY, example: 0 })
  readonly delayMs!: number;

  @IntegerField({ description: 'How many messages it holds', example: 12 })
  readonly messages!: number;

  @InstantField({ description: 'When it was made' })
  readonly createdAt!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1 })
  readonly version!: number;

  static from(this: void, row: InboxRow): InboxDto {
    return {
      endpointId: publicId('webhookEndpoint', row.endpoint_id),
      url: row.url,
      status: row.status,
      delayMs: row.delay_ms,
      messages: row.messages,
      createdAt: row.created_at.toISOString(),
      version: row.version,
    };
  }
}

export class CreatedInboxDto extends InboxDto {
  @TextField({
    description:
      'Signs its messages (Standard Webhooks); shown this once, null in a repeat under the same Idempotency-Key',
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
    max: 100,
    nullable: true,
  })
  readonly secret!: string | null;

  static created(this: void, { inbox, secret }: { inbox: InboxRow; secret: string }): CreatedInboxDto {
    return { ...InboxDto.from(inbox), secret };
  }

  /** What may be kept: no secret is ever stored. */
  static withoutSecret(this: void, shown: CreatedInboxDto): CreatedInboxDto {
    return { ...shown, secret: null };
  }
}

export class EmptiedInboxDto {
  @IntegerField({ description: 'How many messages there were', example: 12 })
  readonly deleted!: number;
}

class InboxHeaderDto {
  @TextField({ description: 'As it was written', max: 16_384, example: 'webhook-id' })
  readonly name!: string;

  @TextField({ description: 'Its value', max: 16_384, min: 0, example: 'evt_01m86mfj5vesn8mk2jkqqm4e6t' })
  readonly value!: string;
}

export class InboxMessageDto {
  @IdField({ kind: 'inboxMessage', description: 'Id' })
  readonly id!: string;

  @InstantField({ description: 'When it came, by the real time' })
  readonly receivedAt!: string;

  @ListField(() => InboxHeaderDto, { description: 'Every header, in the order it came', max: 1_000 })
  readonly receivedHeaders!: InboxHeaderDto[];

  @TextField({ description: 'The body, word for word', max: 262_144, min: 0, example: '{"id":"evt_01m8…"}' })
  readonly body!: string;

  @BooleanField({ description: 'Whether its signature is one of the endpoint’s own, and fresh', example: true })
  readonly signatureVerified!: boolean;

  @IntegerField({ description: 'What the inbox answered', min: 200, max: 599, example: 204 })
  readonly answeredStatus!: number;

  static from(this: void, row: InboxMessageRow): InboxMessageDto {
    return {
      id: publicId('inboxMessage', row.id),
      receivedAt: row.received_at.toISOString(),
      receivedHeaders: row.headers.map(([name, value]) => ({ name, value })),
      body: row.body.toString('utf8'),
      signatureVerified: row.signature_verified,
      answeredStatus: row.answered_status,
    };
  }
}

export const InboxMessagePageDto = PageOf(InboxMessageDto);
