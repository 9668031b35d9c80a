import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { MarginCalls } from '../application/margins/margin-calls.js';
import { ForwardNotBindingError, MarginCalledError } from '../domain/margins/margin.errors.js';
import { MarginCallDto, MarginCallPageDto, MarginCallRequest, MarginCallsQuery } from './dto/margin-call.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'mgc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The margin call',
} as const;

const COMMAND = {
  scope: 'fx:write',
  answers: MarginCallDto,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  byId: true,
  dryRun: true,
} as const;

/** Margin that banks call for forwards. */
@ApiTags('FX')
@Controller('v1/fx/margin-calls')
export class MarginCallsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: MarginCalls,
  ) {}

  @Post()
  @CommandOperation({
    id: 'callForwardMargin',
    summary: 'Keep a demand of the bank for more margin',
    description:
      'When the market has moved against a forward the bank may want more than its deposit. A demand is kept once, by its ' +
      'reference; financing lends on it until it is paid.',
    scope: 'fx:write',
    answers: MarginCallDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: {
      demand: {
        forwardId: 'fwd_01jdq3x7k2e9ta6v0m8r4c5wzb',
        amount: { amount: '1500.00', currency: 'CNY' },
        dueOn: '2036-11-27',
        bankReference: 'MC-2026-0042',
      },
    },
    problems: [InvalidInputError, ResourceNotFoundError, ForwardNotBindingError, MarginCalledError],
  })
  call(@CommandOf() command: Command, @Body() body: MarginCallRequest): Promise<string> {
    const wanted = MarginCallRequest.toCall(body);
    return this.commands.run(command, (tx) => this.calls.call(tx, wanted), MarginCallDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listMarginCalls',
    summary: 'Margin calls, newest first',
    description: 'By contract or state.',
    scope: 'fx:read',
    answers: MarginCallPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { forwardId, state, ...query }: MarginCallsQuery,
  ): Promise<MarginCallPageDto> {
    const filter = { forwardId: parseOptionalId('forward', forwardId), state };
    const found = await this.unitOfWork.read(caller, (view) => this.calls.list(view, query, filter));
    return mapPage(found, MarginCallDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getMarginCall',
    summary: 'One margin call',
    description: 'How much, by when, and whether it is paid.',
    scope: 'fx:read',
    answers: MarginCallDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MarginCallDto> {
    const callId = parseId('marginCall', id);
    const found = await this.unitOfWork.read(caller, (view) => this.calls.get(view, callId));
    return withETag(reply, MarginCallDto.from(found));
  }

  @Post(':id/payment')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'payMarginCall',
    summary: 'Pay called margin',
    description: 'Whole, held of the seller’s CNY until the bank gives it back or the forward is over.',
    problems: [IllegalTransitionError, InsufficientFundsError],
  })
  pay(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const callId = parseId('marginCall', id);
    return this.commands.run(command, (tx) => this.calls.pay(tx, callId), MarginCallDto.from);
  }

  @Post(':id/release')
  @ApiParam(ID)
  @CommandOperation({
    ...COMMAND,
    id: 'releaseMarginCall',
    summary: 'Say that the bank wants the margin no more',
    description: 'What was held is free again; one that was not paid is owed no more.',
    problems: [IllegalTransitionError],
  })
  release(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const callId = parseId('marginCall', id);
    return this.commands.run(command, (tx) => this.calls.release(tx, callId), MarginCallDto.from);
  }
}
