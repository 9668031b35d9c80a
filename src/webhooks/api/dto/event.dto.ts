import { ApiProperty } from '@nestjs/swagger';

import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  ObjectField,
  QueryInteger,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';

class EventResourceDto {
  @TextField({ description: 'Kind of resource', example: 'declaration', max: 50 })
  readonly type!: string;

  @TextField({ description: 'Id of the resource', example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb', max: 60 })
  readonly id!: string;

  @TextField({
    description: 'Where it is read',
    example: '/v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb',
    max: 200,
    min: 0,
  })
  readonly url!: string;
}

export class EventDto {
  @IdField({ kind: 'event', description: 'Id; the `webhook-id` of its webhooks' })
  readonly id!: string;

  @EnumField({ description: 'Always `event`', values: ['event'] })
  readonly object!: 'event';

  @TextField({ description: 'What happened', example: 'customs.declaration.released', max: 100 })
  readonly type!: string;

  @IntegerField({ description: 'Version of the shape of `data`', example: 1 })
  readonly schemaVersion!: number;

  @InstantField({ description: 'When it happened' })
  readonly occurredAt!: string;

  @BooleanField({ description: 'False in a sandbox tenant' })
  readonly livemode!: boolean;

  @ObjectField(() => EventResourceDto, { description: 'What it happened to' })
  readonly resource!: EventResourceDto;

  @ApiProperty({ type: 'string', nullable: true, maxLength: 30, description: 'The order it belongs to, if any' })
  readonly orderId!: string | null;

  @IntegerField({ description: 'Counts the events of this resource from 1, without gaps', min: 1, example: 4 })
  readonly sequence!: number;

  @TextListField({ description: 'Fields of the resource that changed', example: ['state'] })
  readonly changed!: readonly string[];

  @JsonField({ description: 'The facts, by type', example: { entryNumber: '223120260000000017' } })
  readonly data!: object;
}

export class EventListDto {
  @ListField(() => EventDto, { description: 'Oldest first', max: 100 })
  readonly data!: EventDto[];

  @BooleanField({ description: 'Whether there are more after the last one' })
  readonly hasMore!: boolean;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 30,
    description: 'Send it as `after` to go on: the id of the last event, or your own `after` when there was none',
  })
  readonly nextAfter!: string | null;
}

export class EventsQuery {
  @IdField({ kind: 'event', description: 'Only what came after this event', optional: true })
  after?: string;

  @EnumField({
    description:
      '`oldest`, unless said; `newest`: nothing of what was, and in `nextAfter` the newest event, to read on from. Not ' +
      'with `after`',
    values: ['oldest', 'newest'],
    optional: true,
    example: 'newest',
  })
  start?: 'oldest' | 'newest';

  @TextField({
    description: 'Only these types, separated by commas',
    optional: true,
    max: 2_000,
    example: 'customs.declaration.released,fx.collection.matched',
  })
  type?: string;

  @TextField({
    description: 'Only events of this resource',
    optional: true,
    max: 60,
    pattern: /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/,
  })
  resourceId?: string;

  @IdField({ kind: 'order', description: 'Only events of this order', optional: true })
  orderId?: string;

  @QueryInteger({ description: 'How many at most', min: 1, max: 100, fallback: 50, example: 50 })
  limit?: number;
}
