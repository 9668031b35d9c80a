import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { EventTypes } from '../application/event-types.js';
import { EventTypeDetailDto, EventTypeDto, EventTypeListDto } from './dto/event-type.dto.js';

/** What the platform may tell of; the same for all tenants. */
@ApiTags('Events')
@Controller('v1/event-types')
export class EventTypesController {
  @Get()
  @QueryOperation({
    id: 'listEventTypes',
    summary: 'Every type of event, and what raises it',
    description: 'Each is a possible filter of a webhook endpoint. New types may appear at any time.',
    scope: 'events:read',
    answers: EventTypeListDto,
    speaks: true,
  })
  list(@LanguageOf() language: Language): EventTypeListDto {
    return { data: EventTypes.all(language).map(EventTypeDto.from) };
  }

  @Get(':type')
  @ApiParam({
    name: 'type',
    description: 'The type',
    schema: { type: 'string', maxLength: 100, pattern: '^[a-z_.]+$', example: 'customs.declaration.released' },
  })
  @QueryOperation({
    id: 'getEventType',
    summary: 'One type of event: schema, example, triggers',
    description: 'The schema is JSON Schema 2020-12, of the whole event as it is sent; every event is held against it.',
    scope: 'events:read',
    answers: EventTypeDetailDto,
    speaks: true,
    byId: true,
  })
  get(@Param('type') type: string, @LanguageOf() language: Language): EventTypeDetailDto {
    return EventTypeDetailDto.of(EventTypes.get(type, language));
  }
}
