import { ApiProperty } from '@nestjs/swagger';

import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { type AttemptRow, type DeliveryRow } from '../../application/delivery-log.service.js';

const STATES = ['pending', 'delivered', 'failed'] as const;

export class DeliveryDto {
  @IdField({ kind: 'webhookDelivery', description: 'Id' })
  readonly id!: string;

  @IdField({ kind: 'webhookEndpoint', description: 'The receiver' })
  readonly endpointId!: string;

  @IdField({ kind: 'event', description: 'What is delivered' })
  readonly eventId!: string;

  @BooleanField({ description: 'A sample that was asked for to try the receiver; tried once' })
  readonly isTest!: boolean;

  @EnumField({ description: '`failed`: all tries used up, or the endpoint was removed', values: STATES })
  readonly state!: string;

  @IntegerField({ description: 'Tries so far in this round' })
  readonly attempts!: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date-time',
    maxLength: 40,
    description: 'When it is tried next; null when it is over',
  })
  readonly nextAttemptAt!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    format: 'int32',
    minimum: 100,
    maximum: 999,
    description: 'Status of the last answer; null when there was none',
  })
  readonly lastStatus!: number | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 200, description: 'Why there was no answer' })
  readonly lastError!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    format: 'date-time',
    maxLength: 40,
    description: 'When it was taken',
  })
  readonly deliveredAt!: string | null;

  @InstantField({ description: 'When it became due' })
  readonly createdAt!: string;

  static from(this: void, row: DeliveryRow): DeliveryDto {
    return {
      id: publicId('webhookDelivery', row.id),
      endpointId: publicId('webhookEndpoint', row.endpoint_id),
      eventId: publicId('event', row.event_id),
      isTest: row.is_test,
      state: row.state,
      attempts: row.attempts,
      nextAttemptAt: row.state === 'pending' ? row.next_attempt_at.toISOString() : null,
      lastStatus: row.last_status,
      lastError: row.last_error,
      deliveredAt: row.delivered_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    };
  }
}

class AttemptDto {
  @IntegerField({ description: 'Counts from 1 in each round', min: 1 })
  readonly number!: number;

  @InstantField({ description: 'When it was sent' })
  readonly startedAt!: string;

  @IntegerField({ description: 'How long the receiver took, in milliseconds' })
  readonly durationMs!: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    format: 'int32',
    minimum: 100,
    maximum: 999,
    description: 'Status of the answer',
  })
  readonly status!: number | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 200, description: 'Why there was no answer' })
  readonly error!: string | null;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 1100, description: 'The first bytes of the answer' })
  readonly response!: string | null;
}

export class DeliveryDetailDto extends DeliveryDto {
  @ListField(() => AttemptDto, { description: 'Every attempt, oldest first' })
  readonly log!: AttemptDto[];

  static of(this: void, { delivery, attempts }: { delivery: DeliveryRow; attempts: AttemptRow[] }): DeliveryDetailDto {
    const log = attempts.map(({ number, started_at, duration_ms, status, error, response }) => ({
      number,
      startedAt: started_at.toISOString(),
      durationMs: duration_ms,
      status,
      error,
      response,
    }));
    return { ...DeliveryDto.from(delivery), log };
  }
}

export class DeliveriesQuery extends DatedPageQuery {
  @IdField({ kind: 'webhookEndpoint', description: 'Only of this endpoint', optional: true })
  endpointId?: string;

  @IdField({ kind: 'event', description: 'Only of this event', optional: true })
  eventId?: string;

  @TextField({
    description: 'States, separated by commas',
    optional: true,
    example: 'failed',
    pattern: /^(pending|delivered|failed)(,(pending|delivered|failed))*$/,
  })
  state?: string;
}

export const DeliveryPageDto = PageOf(DeliveryDto);
