import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Scores } from '../application/scores/scores.service.js';
import {
  CreditScoreDto,
  CreditScorePageDto,
  ScoreSellerDto,
  ScoresQuery,
  ScoreVerificationDto,
} from './dto/score.dto.js';
import { CREDIT_SCORE_ID } from './financing.examples.js';

/** How good a seller is for money: from 0 to 1000, from frozen facts, with reasons. */
@ApiTags('Financing')
@Controller('v1/financing/scores')
export class ScoresController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly scores: Scores,
  ) {}

  @Post()
  @CommandOperation({
    id: 'scoreSeller',
    summary: 'Score a seller now',
    description:
      'By its exports, refunds and collections as the platform has heard of them, and by the scorecard of the day. What it was ' +
      'scored by is frozen with it, so that it can be worked out anew at any time. An advance is scored by itself when it is ' +
      'asked for.',
    scope: 'financing:write',
    answers: CreditScoreDto,
    speaks: true,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    byId: true,
    examples: { seller: { sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb' } },
  })
  score(@CommandOf() command: Command, @Body() { sellerId }: ScoreSellerDto): Promise<string> {
    const seller = parseId('party', sellerId);
    return this.commands.run(command, (tx) => this.scores.score(tx, seller), CreditScoreDto.in(command.language));
  }

  @Get()
  @QueryOperation({
    id: 'listScores',
    summary: 'Scores that were given',
    description: 'Newest first, by seller.',
    scope: 'financing:read',
    answers: CreditScorePageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { sellerId, ...query }: ScoresQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<CreditScoreDto>> {
    const seller = parseOptionalId('party', sellerId);
    const found = await this.unitOfWork.read(caller, (view) => this.scores.list(view, query, seller));
    return mapPage(found, CreditScoreDto.in(language));
  }

  @Get(':id')
  @ApiParam(CREDIT_SCORE_ID)
  @QueryOperation({
    id: 'getScore',
    summary: 'One score, with what it was given for',
    description:
      'Every line with its points, what costs most and what would raise it, and the inputs as they were frozen.',
    scope: 'financing:read',
    answers: CreditScoreDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
  ): Promise<CreditScoreDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.scores.get(view, parseId('creditScore', id)));
    return CreditScoreDto.in(language)(found);
  }

  @Get(':id/verification')
  @ApiParam(CREDIT_SCORE_ID)
  @QueryOperation({
    id: 'verifyScore',
    summary: 'Work a score out anew from its frozen inputs',
    description: 'By the scorecard of its time. Nothing is kept of it.',
    scope: 'financing:read',
    answers: ScoreVerificationDto,
    byId: true,
  })
  async verify(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ScoreVerificationDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.scores.verify(view, parseId('creditScore', id)));
    return ScoreVerificationDto.from(found);
  }
}
