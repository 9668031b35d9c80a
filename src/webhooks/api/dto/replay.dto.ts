import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type ReplayRow } from '../../application/replays.service.js';

const STATES = ['running', 'completed', 'stopped'] as const;

/** One of: an event, since when, what is missing. */
export class ReplayRequestDto {
  @IdField({ kind: 'event', description: 'This event, whatever the filters say', optional: true })
  eventId?: string;

  @InstantField({ description: 'Every event since then that the filters let through', optional: true })
  since?: string;

  @InstantField({ description: 'With `since` or `missing`: only what happened before this instant', optional: true })
  until?: string;

  @BooleanField({
    description: 'Only what was never delivered, since the endpoint was made or `since`',
    optional: true,
    example: true,
  })
  missing?: boolean;
}

export class ReplayDto {
  @IdField({ kind: 'webhookReplay', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'webhookEndpoint', description: 'The receiver' })
  readonly endpointId!: string;

  @IdField({ kind: 'event', description: 'The one event; null where there are many', nullable: true })
  readonly eventId!: string | null;

  @InstantField({ description: 'Since when', nullable: true })
  readonly since!: string | null;

  @InstantField({ description: 'Until when', nullable: true })
  readonly until!: string | null;

  @BooleanField({ description: 'Only what was never delivered' })
  readonly missing!: boolean;

  @EnumField({ description: '`stopped`: the endpoint was removed meanwhile', values: STATES })
  readonly state!: string;

  @IntegerField({ description: 'How many events are still to be looked at', example: 0 })
  readonly left!: number;

  @IntegerField({ description: 'How many deliveries it has made due so far', example: 120 })
  readonly queued!: number;

  @InstantField({ description: 'When it was asked for' })
  readonly createdAt!: string;

  @InstantField({ description: 'When all had been looked at', nullable: true })
  readonly completedAt!: string | null;

  static from(this: void, row: ReplayRow): ReplayDto {
    return {
      id: publicId('webhookReplay', row.id),
      endpointId: publicId('webhookEndpoint', row.endpoint_id),
      eventId: row.event_id === null ? null : publicId('event', row.event_id),
      since: row.since?.toISOString() ?? null,
      until: row.until?.toISOString() ?? null,
      missing: row.missing,
      state: row.state,
      left: row.event_id === null ? Number(row.last_position) - Number(row.position) : Number(row.state === 'running'),
      queued: row.queued,
      createdAt: row.created_at.toISOString(),
      completedAt: row.completed_at?.toISOString() ?? null,
    };
  }
}

export class ReplaysQuery extends DatedPageQuery {
  @IdField({ kind: 'webhookEndpoint', description: 'Only of this endpoint', optional: true })
  endpointId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'running',
    pattern: /^(running|completed|stopped)(,(running|completed|stopped))*$/,
  })
  state?: string;
}

export const ReplayPageDto = PageOf(ReplayDto);
