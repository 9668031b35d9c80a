import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { DatedPageQuery, mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { EventConsumers } from '../application/event-consumers.service.js';
import { toEventJson } from '../application/event-json.js';
import { ConsumerBehindError, ConsumerExistsError, ConsumerLimitError } from '../domain/webhooks.errors.js';
import {
  AcknowledgementDto,
  ConsumerEventsDto,
  ConsumerEventsQuery,
  ConsumerStartDto,
  CreateConsumerDto,
  EventConsumerDto,
  EventConsumerPageDto,
} from './dto/event-consumer.dto.js';
import { type EventDto } from './dto/event.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'evc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Events')
@Controller('v1/event-consumers')
export class EventConsumersController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly consumers: EventConsumers,
  ) {}

  @Post()
  @CommandOperation({
    id: 'createEventConsumer',
    summary: 'Have a place in the feed kept',
    description: 'For a program that reads events batch by batch and does not want to remember how far it has come.',
    scope: 'events:write',
    answers: EventConsumerDto,
    status: 201,
    examples: {
      from_now_on: { name: 'erp-import', start: 'newest' },
      since_an_instant: { name: 'warehouse', start: 'since', since: '2026-11-24T00:00:00Z' },
    },
    problems: [ConsumerExistsError, ConsumerLimitError],
  })
  create(@CommandOf() command: Command, @Body() body: CreateConsumerDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.consumers.create(tx, body.name, ConsumerStartDto.read(body)),
      EventConsumerDto.from,
    );
  }

  @Get()
  @QueryOperation({
    id: 'listEventConsumers',
    summary: 'The consumers of the tenant, and how far behind each is',
    description: 'Newest first.',
    scope: 'events:read',
    answers: EventConsumerPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<Page<EventConsumerDto>> {
    return mapPage(
      await this.unitOfWork.read(caller, (view) => this.consumers.list(view, query)),
      EventConsumerDto.from,
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getEventConsumer',
    summary: 'One consumer',
    description: 'With how many events it has not acknowledged.',
    scope: 'events:read',
    answers: EventConsumerDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<EventConsumerDto> {
    const consumerId = parseId('eventConsumer', id);
    return EventConsumerDto.from(await this.unitOfWork.read(caller, (view) => this.consumers.get(view, consumerId)));
  }

  @Get(':id/events')
  @ApiParam(ID)
  @QueryOperation({
    id: 'nextEvents',
    summary: 'The next events of a consumer',
    description:
      'The same again until they are acknowledged, so that none is lost when the reader dies: each comes at least once. ' +
      'A consumer that fell behind by more than 90 days is told so, and goes on after a reset.',
    scope: 'events:read',
    answers: ConsumerEventsDto,
    byId: true,
    problems: [ConsumerBehindError],
  })
  async next(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { limit = 50 }: ConsumerEventsQuery,
  ): Promise<ConsumerEventsDto> {
    const consumerId = parseId('eventConsumer', id);
    const { events, hasMore } = await this.unitOfWork.read(caller, (view) =>
      this.consumers.next(view, consumerId, limit),
    );
    return { data: events.map(toEventJson) as unknown as EventDto[], hasMore };
  }

  @Post(':id/acknowledgement')
  @ApiParam(ID)
  @CommandOperation({
    id: 'acknowledgeEvents',
    summary: 'Say up to which event all is done',
    description: 'The consumer goes on after it. One that comes before its place changes nothing: repeats do no harm.',
    scope: 'events:write',
    answers: EventConsumerDto,
    byId: true,
    problems: [ResourceNotFoundError],
  })
  acknowledge(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() body: AcknowledgementDto,
  ): Promise<string> {
    const consumerId = parseId('eventConsumer', id);
    return this.commands.run(
      command,
      (tx) => this.consumers.acknowledge(tx, consumerId, parseId('event', body.eventId)),
      EventConsumerDto.from,
    );
  }

  @Post(':id/reset')
  @ApiParam(ID)
  @CommandOperation({
    id: 'resetEventConsumer',
    summary: 'Put a consumer at another place',
    description: 'Forward or back, as at its creation: to read again, or to go on after it fell behind.',
    scope: 'events:write',
    answers: EventConsumerDto,
    byId: true,
    examples: {
      read_all_again: { start: 'oldest' },
      since_an_instant: { start: 'since', since: '2026-11-24T00:00:00Z' },
    },
  })
  reset(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ConsumerStartDto): Promise<string> {
    const consumerId = parseId('eventConsumer', id);
    return this.commands.run(
      command,
      (tx) => this.consumers.reset(tx, consumerId, ConsumerStartDto.read(body)),
      EventConsumerDto.from,
    );
  }

  @Delete(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'removeEventConsumer',
    summary: 'Forget a consumer and its place',
    description: 'Its name may be given anew. The events stay.',
    scope: 'events:write',
    answers: EventConsumerDto,
    byId: true,
  })
  remove(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const consumerId = parseId('eventConsumer', id);
    return this.commands.run(command, (tx) => this.consumers.remove(tx, consumerId), EventConsumerDto.from);
  }
}
