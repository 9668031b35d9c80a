import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Revaluations } from '../application/results/revaluations.js';
import { PeriodNotOverError } from '../domain/results/revaluation.errors.js';
import {
  RevaluationDto,
  RevaluationHeadDto,
  RevaluationHeadPageDto,
  RevaluationRequest,
  RevaluationsQuery,
} from './dto/revaluation.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'rvl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx/revaluations')
export class RevaluationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly revaluations: Revaluations,
  ) {}

  @Post()
  @CommandOperation({
    id: 'revalueFx',
    summary: 'Revalue the open foreign balances of a month (期末调汇)',
    description:
      'Values what orders’ foreign currency, and the platform’s own position, stood at on the last day of the month at the rate of ' +
      'that day; the difference is an unrealised result, booked with that day’s value date and taken back on the first day of ' +
      'the next month. It happens by itself when a month is over. A month is booked once: asked again, the answer is what was ' +
      'booked, whatever rates are given. Balances in a currency without a rate are named and not booked.',
    scope: 'fx:write',
    answers: RevaluationDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { last_month: { period: '2026-10', rates: [{ currency: 'USD', rate: '7.0827' }] } },
    problems: [InvalidInputError, PeriodNotOverError],
  })
  revalue(@CommandOf() command: Command, @Body() request: RevaluationRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.revaluations.revalue(tx, request.toOrder()), RevaluationDto.whole);
  }

  @Get()
  @QueryOperation({
    id: 'listFxRevaluations',
    summary: 'Revaluations, newest first',
    description: 'One for each month, made by itself or asked for.',
    scope: 'fx:read',
    answers: RevaluationHeadPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: RevaluationsQuery): Promise<RevaluationHeadPageDto> {
    const { period } = query;
    const found = await this.unitOfWork.read(caller, (view) => this.revaluations.list(view, query, { period }));
    return mapPage(found, RevaluationHeadDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFxRevaluation',
    summary: 'One revaluation',
    description: 'With every balance, the rate it was valued at, and the day of that rate.',
    scope: 'fx:read',
    answers: RevaluationDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RevaluationDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.revaluations.get(view, parseId('revaluation', id)));
    return withETag(reply, RevaluationDto.whole(found));
  }
}
