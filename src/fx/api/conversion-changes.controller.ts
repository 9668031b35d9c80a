import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { InsufficientFundsError } from '../../ledger/index.js';
import { MandateLimitError } from '../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Board } from '../application/conversions/board.js';
import { assertSomething, ConversionChanges } from '../application/conversions/conversion-changes.js';
import { ChangeNeedsApprovalError, CrossNotChangedError } from '../domain/conversions/change.errors.js';
import { BoardStaleError, MoreThanCollectedError } from '../domain/conversions/quote.errors.js';
import { NoCalendarError } from '../domain/value-dates/value-date.errors.js';
import { type ConversionChange } from '../entities/conversion-change.entity.js';
import {
  ConversionAmendmentRequest,
  ConversionChangeDto,
  ConversionChangePageDto,
  ConversionChangesQuery,
} from './dto/conversion-change.dto.js';

const CONVERSION = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'cnv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const CHANGE = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'cvc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Conversions that are dealt and not settled, amended or called off at the market price. */
@ApiTags('FX')
@Controller('v1/fx')
export class ConversionChangesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ConversionChanges,
    private readonly board: Board,
  ) {}

  @Post('conversions/:id/amendment')
  @ApiParam(CONVERSION)
  @CommandOperation({
    id: 'amendConversion',
    summary: 'Amend a conversion at the market price',
    description:
      'Of one that is `dealt`: another foreign amount, another value date, or both. The whole goes on at the rate that was dealt; ' +
      'the difference to the market, for what is added or taken away, is a gain or a cost in CNY. A cost is set aside now. The ' +
      'bank is asked, and may refuse: then the conversion stays as it was. `dryRun=true` tells the difference only.',
    scope: 'fx:write',
    answers: ConversionChangeDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    examples: { less: { amount: { amount: '8000.00', currency: 'USD' } } },
    problems: [
      InvalidInputError,
      IllegalTransitionError,
      BoardStaleError,
      NoCalendarError,
      InsufficientFundsError,
      MoreThanCollectedError,
      ChangeNeedsApprovalError,
      CrossNotChangedError,
      MandateLimitError,
    ],
  })
  amend(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: ConversionAmendmentRequest,
  ): Promise<string> {
    const wanted = request.toAmendment();
    assertSomething(wanted);
    return this.onFreshBoard(command, (tx) => this.changes.amend(tx, parseId('conversion', id), wanted));
  }

  @Post('conversions/:id/cancellation')
  @ApiParam(CONVERSION)
  @CommandOperation({
    id: 'cancelConversion',
    summary: 'Cancel a conversion at the market price',
    description:
      'Of one that is `dealt`: the deal is closed at the market price of the moment, and the difference is a gain or a cost in ' +
      'CNY. A cost is set aside now. The bank is asked, and may refuse: then the conversion stays as it was. `dryRun=true` tells ' +
      'the difference only.',
    scope: 'fx:write',
    answers: ConversionChangeDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, BoardStaleError, InsufficientFundsError, CrossNotChangedError],
  })
  cancel(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.onFreshBoard(command, (tx) => this.changes.cancel(tx, parseId('conversion', id)));
  }

  @Get('conversion-changes')
  @QueryOperation({
    id: 'listConversionChanges',
    summary: 'Changes of conversions, newest first',
    description: 'What was asked of the bank, at which price, and what it came to.',
    scope: 'fx:read',
    answers: ConversionChangePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ConversionChangesQuery): Promise<ConversionChangePageDto> {
    const conversionId = parseOptionalId('conversion', query.conversionId);
    const found = await this.unitOfWork.read(caller, (view) => this.changes.list(view, query, conversionId));
    return mapPage(found, ConversionChangeDto.from);
  }

  @Get('conversion-changes/:id')
  @ApiParam(CHANGE)
  @QueryOperation({
    id: 'getConversionChange',
    summary: 'One change of a conversion',
    description: 'As it stands: asked, agreed or refused.',
    scope: 'fx:read',
    answers: ConversionChangeDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ConversionChangeDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.changes.get(view, parseId('conversionChange', id)));
    return withETag(reply, ConversionChangeDto.from(found));
  }

  /** What refused kept nothing, the wish for a new board included. */
  private async onFreshBoard(
    command: Command,
    ask: (tx: Parameters<ConversionChanges['cancel']>[0]) => Promise<ConversionChange>,
  ): Promise<string> {
    try {
      return await this.commands.run(command, ask, ConversionChangeDto.from);
    } catch (error) {
      if (error instanceof BoardStaleError) await this.unitOfWork.run(command.caller, (tx) => this.board.request(tx));
      throw error;
    }
  }
}
