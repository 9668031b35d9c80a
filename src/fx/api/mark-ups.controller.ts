import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { MarkUps } from '../application/rates/mark-ups.js';
import { MarkUpExistsError } from '../domain/rates/rates.errors.js';
import {
  FxMarkUpChangeRequest,
  FxMarkUpDto,
  FxMarkUpPageDto,
  FxMarkUpRequest,
  FxMarkUpsQuery,
} from './dto/mark-up.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'fmu_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What a tenant adds to the bank's prices. */
@ApiTags('FX')
@Controller('v1/fx/mark-ups')
export class MarkUpsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly markUps: MarkUps,
  ) {}

  @Post()
  @CommandOperation({
    id: 'makeFxMarkUp',
    summary: 'Set what is added to the bank’s price',
    description:
      'For some days, on a currency or all, for a seller or all; the most particular one counts, and of several the one that ' +
      'began last. Without any it is the platform’s own 0.1 %. Quotes that were given keep their price.',
    scope: 'fx:write',
    answers: FxMarkUpDto,
    status: 201,
    examples: { dollars: { currency: 'USD', share: '0.0008', validFrom: '2036-12-01' } },
    problems: [InvalidInputError, MarkUpExistsError],
  })
  make(@CommandOf() command: Command, @Body() request: FxMarkUpRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.markUps.make(tx, request.toTerms()), FxMarkUpDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listFxMarkUps',
    summary: 'Mark-ups, newest first',
    description: 'Those that have ended among them.',
    scope: 'fx:read',
    answers: FxMarkUpPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FxMarkUpsQuery): Promise<FxMarkUpPageDto> {
    const filter = { currency: query.currency, partyId: parseOptionalId('party', query.sellerId) };
    return mapPage(
      await this.unitOfWork.read(caller, (view) => this.markUps.list(view, query, filter)),
      FxMarkUpDto.from,
    );
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFxMarkUp',
    summary: 'One mark-up',
    description: 'As it stands.',
    scope: 'fx:read',
    answers: FxMarkUpDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FxMarkUpDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.markUps.get(view, parseId('fxMarkUp', id)));
    return withETag(reply, FxMarkUpDto.from(found));
  }

  @Patch(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'changeFxMarkUp',
    summary: 'Change or end a mark-up',
    description: 'Its share, or its last day; for quotes from now on.',
    scope: 'fx:write',
    answers: FxMarkUpDto,
    ifMatch: 'required',
    byId: true,
    examples: { lower: { share: '0.0005' } },
    problems: [InvalidInputError],
  })
  change(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() request: FxMarkUpChangeRequest,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.markUps.change(tx, parseId('fxMarkUp', id), request.toChange()),
      FxMarkUpDto.from,
    );
  }
}
