import { InvalidInputError } from '../../../kernel/domain-error.js';
import { publicId } from '../../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { type ConsumerRow, type Start } from '../../application/event-consumers.service.js';
import { SAY } from '../../domain/webhooks.sentences.js';
import { EventDto } from './event.dto.js';

const STARTS = ['newest', 'oldest', 'since'] as const;

export class ConsumerStartDto {
  @EnumField({
    description: '`newest`: what happens from now on; `oldest`: all of the last 90 days; `since`: from an instant',
    values: STARTS,
    example: 'newest',
  })
  start!: (typeof STARTS)[number];

  @InstantField({ description: 'With `start: since`: by when events were written', optional: true })
  since?: string;

  /** @throws InvalidInputError when there is an instant too many, or none */
  static read(this: void, { start, since }: ConsumerStartDto): Start {
    if ((start === 'since') !== (since !== undefined)) {
      const message = SAY.since_with_start;
      throw new InvalidInputError([{ pointer: '/since', code: 'with_start', message }], message);
    }
    return start === 'since' ? { at: start, since: new Date(since ?? '') } : { at: start };
  }
}

export class CreateConsumerDto extends ConsumerStartDto {
  @TextField({ description: 'Its name; no other consumer of the tenant has it', max: 100, example: 'erp-import' })
  name!: string;
}

export class AcknowledgementDto {
  @IdField({ kind: 'event', description: 'The last event that was dealt with, and all before it' })
  eventId!: string;
}

export class EventConsumerDto {
  @IdField({ kind: 'eventConsumer', description: 'Id' })
  readonly id!: string;

  @TextField({ description: 'Its name', max: 100, example: 'erp-import' })
  readonly name!: string;

  @IntegerField({ description: 'How many events it has not acknowledged', example: 12 })
  readonly lag!: number;

  @InstantField({ description: 'When it last acknowledged', nullable: true })
  readonly acknowledgedAt!: string | null;

  @InstantField({ description: 'When it was created' })
  readonly createdAt!: string;

  static from(this: void, row: ConsumerRow): EventConsumerDto {
    return {
      id: publicId('eventConsumer', row.id),
      name: row.name,
      lag: Number(row.lag),
      acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
      createdAt: row.created_at.toISOString(),
    };
  }
}

export const EventConsumerPageDto = PageOf(EventConsumerDto);

export class ConsumerEventsQuery {
  @QueryInteger({ description: 'How many at most', min: 1, max: 100, fallback: 50, example: 50 })
  limit?: number;
}

export class ConsumerEventsDto {
  @ListField(() => EventDto, { description: 'What was not acknowledged yet, oldest first', max: 100 })
  readonly data!: EventDto[];

  @BooleanField({ description: 'Whether there are more after the last one' })
  readonly hasMore!: boolean;
}
