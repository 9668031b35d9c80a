import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { CollectionCommands } from '../application/collections/collection-commands.js';
import { type MatchedCollection } from '../application/collections/collection-rows.js';
import { Collections } from '../application/collections/collections.js';
import { ConvertedBeforeError, NotBookedError, OrderNotOwedError } from '../domain/collections/collection.errors.js';
import {
  CollectionDto,
  CollectionPageDto,
  CollectionsQuery,
  AdvanceRequest,
  MatchRequest,
  SetAsideRequest,
  UnmatchRequest,
} from './dto/collection.dto.js';

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
    private readonly byHand: CollectionCommands,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listCollections',
    summary: 'Money from buyers, newest first',
    description:
      'With `state=unmatched,partly_matched` it is the work list: money of which no order is known yet, each with `suggestions`.',
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
    summary: 'Say which orders a collection pays for',
    description:
      'For money that could not be matched by itself, or the surplus of it: one order, which is given as much as it can take, ' +
      'or several with their amounts, as a suggestion has them. The payer’s name is remembered as one of the buyer’s, so that ' +
      'its next payment is recognised.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    examples: { one_order: { orderId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' } },
    problems: [InvalidInputError, IllegalTransitionError, OrderNotOwedError, NotBookedError],
  })
  match(@CommandOf() command: Command, @Param('id') id: string, @Body() request: MatchRequest): Promise<string> {
    const wishes = MatchRequest.wishes(request);
    return this.run(command, (tx) => this.byHand.match(tx, parseId('collection', id), wishes));
  }

  @Post(':id/unmatch')
  @ApiParam(ID)
  @CommandOperation({
    id: 'unmatchCollection',
    summary: 'Undo a wrong match',
    description:
      'As long as nothing of it was converted: the order is owed again, and so are dues that were taken of the money. Of one order, ' +
      'or of all that the collection pays for.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, OrderNotOwedError, NotBookedError, ConvertedBeforeError],
  })
  unmatch(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { orderId }: UnmatchRequest,
  ): Promise<string> {
    const order = parseOptionalId('order', orderId) ?? null;
    return this.run(command, (tx) => this.byHand.unmatch(tx, parseId('collection', id), order));
  }

  @Post(':id/advance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'advanceCollection',
    summary: 'Say that a collection came before its order',
    description: 'Money in advance (预收): the next order of this buyer is given it as soon as it is placed.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, OrderNotOwedError, NotBookedError],
  })
  advance(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { buyerId }: AdvanceRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.byHand.markAdvance(tx, parseId('collection', id), parseId('party', buyerId)));
  }

  @Post(':id/set-aside')
  @ApiParam(ID)
  @CommandOperation({
    id: 'setAsideCollection',
    summary: 'Set a collection aside',
    description: 'It waits for no order until it is taken up again; the money stays the seller’s.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, NotBookedError],
  })
  setAside(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: SetAsideRequest,
  ): Promise<string> {
    return this.run(command, (tx) => this.byHand.setAside(tx, parseId('collection', id), reason));
  }

  @Post(':id/resumption')
  @ApiParam(ID)
  @CommandOperation({
    id: 'resumeCollection',
    summary: 'Take a collection up again',
    description: 'What was set aside, or meant for a later order, waits for its order as before.',
    scope: 'fx:write',
    answers: CollectionDto,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, NotBookedError],
  })
  resume(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.byHand.resume(tx, parseId('collection', id)));
  }

  private run(command: Command, work: (tx: Tx) => Promise<MatchedCollection>): Promise<string> {
    return this.commands.run(command, work, CollectionDto.from);
  }
}
