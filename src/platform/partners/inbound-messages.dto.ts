import { publicId } from '../../kernel/ids.js';
import { PARTNERS } from '../config/app-config.js';
import { EnumField, IdField, InstantField, IntegerField, TextField } from '../http/fields.js';
import { PageOf, PageQuery } from '../http/paging.js';

const STATES = ['waiting', 'failed', 'processed'] as const;

export interface InboundMessageRow {
  readonly id: string;
  readonly partner: string;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly state: (typeof STATES)[number];
  readonly received_at: Date;
}

export class InboundMessagesQuery extends PageQuery {
  @TextField({
    description: 'Partners, separated by commas',
    optional: true,
    max: 100,
    example: 'customs,bank',
    pattern: /^[a-z-]+(,[a-z-]+)*$/,
  })
  partner?: string;
}

export class InboundMessageDto {
  @IdField({ kind: 'inboundMessage', description: 'Id' })
  readonly id!: string;

  @EnumField({ description: 'Who told us', values: PARTNERS })
  readonly partner!: string;

  @TextField({ description: 'What it called it', max: 200, example: 'application/xml' })
  readonly contentType!: string;

  @IntegerField({ description: 'How long it is, in bytes', example: 812 })
  readonly sizeBytes!: number;

  @EnumField({
    description: '`waiting`: to be worked; `failed`: it is a dead letter, see the operations; `processed`: done with',
    values: STATES,
  })
  readonly state!: string;

  @InstantField({ description: 'When it came' })
  readonly receivedAt!: string;

  static from(this: void, row: InboundMessageRow): InboundMessageDto {
    return {
      id: publicId('inboundMessage', row.id),
      partner: row.partner,
      contentType: row.content_type,
      sizeBytes: row.size_bytes,
      state: row.state,
      receivedAt: row.received_at.toISOString(),
    };
  }
}

export const InboundMessagePageDto = PageOf(InboundMessageDto);
