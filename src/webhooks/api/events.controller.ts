import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { ID_PREFIX, type IdKind, parseId, parseOptionalId, publicId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { MalformedRequestError, ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { toEventJson } from '../application/event-json.js';
import { EventReader } from '../application/event-reader.service.js';
import { SAY } from '../domain/webhooks.sentences.js';
import { EventDto, EventListDto, EventsQuery } from './dto/event.dto.js';

@ApiTags('Events')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: EventReader,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listEvents',
    summary: 'Every event of the last 90 days, in order',
    description:
      'The same JSON as the webhooks. Read on from the last event you have seen with `after`: an event never appears ' +
      'later before one that you have already read.',
    scope: 'events:read',
    answers: EventListDto,
    problems: [ResourceNotFoundError],
  })
  async list(@CallerOf() caller: Principal, @Query() query: EventsQuery): Promise<EventListDto> {
    const { after, start, type, resourceId, orderId, limit = 50 } = query;
    if (start !== undefined && after !== undefined) throw new MalformedRequestError(SAY.start_or_after);
    if (start === 'newest') return this.present(caller);
    const { events, hasMore } = await this.unitOfWork.read(caller, (view) =>
      this.reader.list(view, {
        after: parseOptionalId('event', after),
        types: type?.split(','),
        resourceId: resourceId === undefined ? undefined : anyId(resourceId),
        orderId: parseOptionalId('order', orderId),
        limit,
      }),
    );
    const data = events.map(toEventJson) as unknown as EventDto[];
    return { data, hasMore, nextAfter: data.at(-1)?.id ?? after ?? null };
  }

  /** Where who begins now will go on. */
  private async present(caller: Principal): Promise<EventListDto> {
    const newest = await this.unitOfWork.read(caller, (view) => this.reader.newest(view));
    return { data: [], hasMore: false, nextAfter: newest === null ? null : publicId('event', newest) };
  }

  @Get(':id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'evt_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getEvent',
    summary: 'One event',
    description: 'As it was sent to the webhook endpoints.',
    scope: 'events:read',
    answers: EventDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<EventDto> {
    const row = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('event', id)));
    return toEventJson(row);
  }
}

/** A typed id of whatever kind its prefix names. */
function anyId(id: string): string {
  const kind = (Object.keys(ID_PREFIX) as IdKind[]).find((name) => id.startsWith(`${ID_PREFIX[name]}_`));
  return parseId(kind ?? 'event', id);
}
