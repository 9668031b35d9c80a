import { ApiProperty } from '@nestjs/swagger';

import { ID_PREFIX, type IdKind, publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { IdField, InstantField, JsonField, ObjectField, TextField } from '../../../platform/http/fields.js';
import { PageOf, PageQuery } from '../../../platform/http/paging.js';
import { type LogEntry } from '../../../platform/outbox/event-log.js';
import { sentenceOf } from '../timeline-sentences.js';

export class TimelineResourceDto {
  @TextField({ description: 'Kind of resource', max: 40, example: 'declaration' })
  type!: string;

  @TextField({ description: 'Its id', max: 40, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  id!: string;
}

/** One thing that happened. */
export class TimelineEntryDto {
  @IdField({ description: 'Id of the event', kind: 'event' })
  id!: string;

  @InstantField({ description: 'When', example: '2026-11-24T08:00:00.000Z' })
  at!: string;

  @TextField({ description: 'What, for a program', max: 100, example: 'customs.declaration.released' })
  type!: string;

  @TextField({ description: 'What, for a person, in the language of Accept-Language (en or zh)', max: 500 })
  text!: string;

  @ObjectField(() => TimelineResourceDto, { description: 'What it is about' })
  resource!: TimelineResourceDto;

  @JsonField({ description: 'The facts of the event' })
  data!: Record<string, unknown>;

  static from(this: void, entry: LogEntry, language: Language): TimelineEntryDto {
    const { resourceType: type, resourceId } = entry;
    return {
      id: publicId('event', entry.id),
      at: entry.occurredAt.toISOString(),
      type: entry.type,
      text: sentenceOf(entry, language),
      resource: { type, id: isKind(type) ? publicId(type, resourceId) : resourceId },
      data: entry.data,
    };
  }
}

function isKind(type: string): type is IdKind {
  return Object.hasOwn(ID_PREFIX, type);
}

export class TimelineQuery extends PageQuery {}

/** Oldest first. */
export class TimelineDto extends PageOf(TimelineEntryDto) {
  @ApiProperty({ type: TimelineEntryDto, isArray: true, maxItems: 100, description: 'What happened, oldest first' })
  declare readonly data: TimelineEntryDto[];
}
