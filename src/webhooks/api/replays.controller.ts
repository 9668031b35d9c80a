import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Replays } from '../application/replays.service.js';
import { EndpointDisabledError, ReplayRunningError } from '../domain/webhooks.errors.js';
import { ReplayDto, ReplayPageDto, ReplayRequestDto, ReplaysQuery } from './dto/replay.dto.js';

@ApiTags('Webhooks')
@Controller('v1/webhooks')
export class ReplaysController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly replays: Replays,
  ) {}

  @Post('endpoints/:id/replays')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'whe_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @CommandOperation({
    id: 'replayWebhookEvents',
    summary: 'Send events to an endpoint once more',
    description:
      'One event, every event since an instant, or only what was never delivered; of the last 90 days. Under the same ' +
      '`webhook-id` each, in pieces, and never so many at once that what is new stands behind what is old. What waits to ' +
      'be sent anyway is not sent twice. One replay of an endpoint runs at a time.',
    scope: 'webhooks:write',
    answers: ReplayDto,
    status: 202,
    byId: true,
    examples: { what_was_never_delivered: { missing: true }, since_an_instant: { since: '2026-11-24T00:00:00Z' } },
    problems: [EndpointDisabledError, ReplayRunningError],
  })
  start(@CommandOf() command: Command, @Param('id') id: string, @Body() body: ReplayRequestDto): Promise<string> {
    const endpointId = parseId('webhookEndpoint', id);
    const request = {
      eventId: parseOptionalId('event', body.eventId),
      since: body.since === undefined ? undefined : new Date(body.since),
      until: body.until === undefined ? undefined : new Date(body.until),
      missing: body.missing,
    };
    return this.commands.run(command, (tx) => this.replays.start(tx, endpointId, request), ReplayDto.from);
  }

  @Get('replays')
  @QueryOperation({
    id: 'listWebhookReplays',
    summary: 'Replays and how far they are',
    description: 'Newest first, by endpoint or state.',
    scope: 'webhooks:read',
    answers: ReplayPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() { endpointId, ...query }: ReplaysQuery): Promise<Page<ReplayDto>> {
    const endpointUuid = parseOptionalId('webhookEndpoint', endpointId);
    const rows = await this.unitOfWork.read(caller, (view) => this.replays.list(view, { ...query, endpointUuid }));
    return mapPage(rows, ReplayDto.from);
  }

  @Get('replays/:id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'whr_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getWebhookReplay',
    summary: 'One replay',
    description: 'How many events are left to look at, and how many deliveries it has made due.',
    scope: 'webhooks:read',
    answers: ReplayDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ReplayDto> {
    return ReplayDto.from(
      await this.unitOfWork.read(caller, (view) => this.replays.get(view, parseId('webhookReplay', id))),
    );
  }
}
