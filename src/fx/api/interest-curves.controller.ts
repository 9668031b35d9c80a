import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { DatedPageQuery, mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { Curves } from '../application/forwards/curves.js';
import { ForwardTermsBook } from '../application/forwards/forward-terms.js';
import { ForwardTermsDto, ForwardTermsPageDto, ForwardTermsRequest } from './dto/forward-terms.dto.js';
import {
  InterestCurveDto,
  InterestCurvePageDto,
  InterestCurveRequest,
  InterestCurvesQuery,
} from './dto/interest-curve.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'icv_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('FX')
@Controller('v1/fx')
export class InterestCurvesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly curves: Curves,
    private readonly terms: ForwardTermsBook,
  ) {}

  @Post('interest-curves')
  @CommandOperation({
    id: 'takeInterestCurve',
    summary: 'Give an interest curve',
    description:
      'Rates by tenor of one currency on one day. It is used for forwards from now on, until a curve of a later day comes; ' +
      '`findings` says what is odd about it. A curve is never changed: give another.',
    scope: 'fx:write',
    answers: InterestCurveDto,
    status: 201,
    dryRun: true,
    speaks: true,
    examples: {
      dollar: {
        currency: 'USD',
        asOf: '2026-11-24',
        source: 'Treasury desk',
        points: [
          { tenor: '1M', bid: '0.0360', ask: '0.0368' },
          { tenor: '1Y', bid: '0.0345', ask: '0.0353' },
        ],
      },
    },
    problems: [InvalidInputError],
  })
  take(@CommandOf() command: Command, @Body() request: InterestCurveRequest): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.curves.take(tx, request.toCurve()),
      (curve) => InterestCurveDto.from(curve, command.language),
    );
  }

  @Get('interest-curves')
  @QueryOperation({
    id: 'listInterestCurves',
    summary: 'Interest curves, newest first',
    description: 'Those that were given, and the bank’s own.',
    scope: 'fx:read',
    answers: InterestCurvePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: InterestCurvesQuery,
    @LanguageOf() language: Language,
  ): Promise<InterestCurvePageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.curves.list(view, query, query.currency));
    return mapPage(found, (curve) => InterestCurveDto.from(curve, language));
  }

  @Get('interest-curves/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInterestCurve',
    summary: 'One interest curve',
    description: 'As it was taken in.',
    scope: 'fx:read',
    answers: InterestCurveDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<InterestCurveDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.curves.get(view, parseId('interestCurve', id)));
    return withETag(reply, InterestCurveDto.from(found, language));
  }

  @Post('forward-terms')
  @CommandOperation({
    id: 'setForwardTerms',
    summary: 'Set the terms of forwards from a day on',
    description:
      'Spread, deposit, how long quotes hold, and when reminders are given. Before the first the platform’s own count.',
    scope: 'fx:write',
    answers: ForwardTermsDto,
    status: 201,
    dryRun: true,
    problems: [InvalidInputError],
  })
  set(@CommandOf() command: Command, @Body() request: ForwardTermsRequest): Promise<string> {
    return this.commands.run(command, (tx) => this.terms.set(tx, request.toTerms()), ForwardTermsDto.from);
  }

  @Get('forward-terms')
  @QueryOperation({
    id: 'listForwardTerms',
    summary: 'Terms of forwards, newest first',
    description: 'The tenant’s own.',
    scope: 'fx:read',
    answers: ForwardTermsPageDto,
  })
  async listTerms(@CallerOf() caller: Principal, @Query() query: DatedPageQuery): Promise<ForwardTermsPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.terms.list(view, query));
    return mapPage(found, ForwardTermsDto.from) as ForwardTermsPageDto;
  }

  @Get('forward-terms/:id')
  @ApiParam({ ...ID, schema: { ...ID.schema, example: 'fwt_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getForwardTerms',
    summary: 'Terms of forwards',
    description: 'As they were set.',
    scope: 'fx:read',
    answers: ForwardTermsDto,
    byId: true,
  })
  async getTerms(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<Omit<ForwardTermsDto, 'toTerms'>> {
    const found = await this.unitOfWork.read(caller, (view) => this.terms.get(view, parseId('forwardTerms', id)));
    return withETag(reply, ForwardTermsDto.from(found));
  }
}
