import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Collections } from '../application/collections/collections.js';
import { OrderNotOwedError } from '../domain/collections/collection.errors.js';
import { CollectionDto, CollectionPageDto, CollectionsQuery, MatchRequest } from './dto/collection.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'col_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/collections')
export class CollectionsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly collections: Collections,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCollections',
    summary: 'Money from buyers, newest first',
    description: 'With `state=unmatched,partly_matched` it is the work list: money of which no order is known yet.',
    scope: 'fx:read',
    answers: CollectionPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: CollectionsQuery): Promise<CollectionPageDto> {
    const { state, sellerId, orderId } = query;
    const filter = {
      state,
      partyId: parseOptionalId('party', sellerId),
      orderId: parseOptionalId('order', orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.collections.list(view, query, filter));
    return mapPage(found, CollectionDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getCollection',
    summary: 'One collection',
    description: 'With the orders it pays for, and how they were found.',
    scope: 'fx:read',
    answers: CollectionDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CollectionDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.collections.get(view, parseId('collection', id)));
    return withETag(reply, CollectionDto.from(found));
  }

  @Post(':id/match')
  @ApiParam(ID)
  @CommandOperation({
    id: 'matchCollection',
    summary: 'Say which order a collection pays for',
    description:
      'For money that could not be matched by itself, or the surplus of it: as much as the order can take goes to it. The ' +
      'payer’s name is remembered as one of the buyer’s, so that its next payment is recognised.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [InvalidInputError, IllegalTransitionError, OrderNotOwedError],
  })
  match(@CommandOf() command: Command, @Param('id') id: string, @Body() { orderId }: MatchRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.collections.matchByHand(tx, parseId('collection', id), parseId('order', orderId)),
      (matched) => CollectionDto.from(matched),
    );
  }
}
