import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { FundReviews } from '../application/safe/fund-reviews.js';
import { TradeChecks } from '../application/safe/trade-checks.js';
import { TradeEvidence } from '../application/safe/trade-evidence.js';
import { SecondPersonNeededError } from '../domain/safe/safe.errors.js';
import {
  FundsReviewDto,
  FundsReviewPageDto,
  FundsReviewsQuery,
  NewTradeEvidenceDto,
  TradeAcceptanceRequest,
  TradeCheckDto,
  TradeCheckPageDto,
  TradeChecksQuery,
} from './dto/trade-check.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the check',
  schema: { type: 'string', maxLength: 40, example: 'tbc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const REVIEW_ID = { ...ID, description: 'Id', schema: { ...ID.schema, example: 'fur_01jdq3x7k2e9ta6v0m8r4c5wzb' } };

/** Whether money has trades behind it, and money that waits until they are shown. */
@ApiTags('Currency control')
@Controller('v1/fx')
export class TradeChecksController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly checks: TradeChecks,
    private readonly evidence: TradeEvidence,
    private readonly reviews: FundReviews,
  ) {}

  @Get('trade-checks')
  @QueryOperation({
    id: 'listTradeChecks',
    summary: 'Trade-background checks, newest first',
    description: 'One for each order that money came for. With `state=doubtful,blocked` it is the work list.',
    scope: 'fx:read',
    answers: TradeCheckPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: TradeChecksQuery,
    @LanguageOf() language: Language,
  ): Promise<TradeCheckPageDto> {
    const { state, sellerId, orderId } = query;
    const filter = { state, partyId: parseOptionalId('party', sellerId), orderId: parseOptionalId('order', orderId) };
    const found = await this.unitOfWork.read(caller, (view) => this.checks.list(view, query, filter));
    return mapPage(found, (check) => TradeCheckDto.from(check, language));
  }

  @Get('trade-checks/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getTradeCheck',
    summary: 'One trade-background check',
    description: 'What is not shown, what to bring, what was brought, and how it was judged.',
    scope: 'fx:read',
    answers: TradeCheckDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<TradeCheckDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.checks.get(view, parseId('tradeCheck', id)));
    return withETag(reply, TradeCheckDto.from(found, language));
  }

  @Post('trade-checks/:id/evidence')
  @ApiParam(ID)
  @CommandOperation({
    id: 'bringTradeEvidence',
    summary: 'Bring a paper for a trade-background check',
    description: 'The trade is looked at anew: contract and invoice, or the form of SAFE, may be what was missing.',
    scope: 'fx:write',
    answers: TradeCheckDto,
    speaks: true,
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    examples: { contract: { kind: 'contract', number: 'NB-2026-118' } },
    problems: [InvalidInputError],
  })
  bring(@CommandOf() command: Command, @Param('id') id: string, @Body() paper: NewTradeEvidenceDto): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.evidence.bring(tx, parseId('tradeCheck', id), paper),
      (check) => TradeCheckDto.from(check, command.language),
    );
  }

  @Post('trade-checks/:id/acceptance')
  @ApiParam(ID)
  @CommandOperation({
    id: 'acceptTradeCheck',
    summary: 'Take the evidence of a trade for enough',
    description:
      'By somebody else than who brought it. The money is released and may be exchanged; it stands until more money comes.',
    scope: 'fx:write',
    answers: TradeCheckDto,
    speaks: true,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    examples: { seen: { reason: 'Contract seen in the original' } },
    problems: [InvalidInputError, IllegalTransitionError, SecondPersonNeededError],
  })
  accept(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: TradeAcceptanceRequest,
  ): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.evidence.accept(tx, parseId('tradeCheck', id), reason),
      (check) => TradeCheckDto.from(check, command.language),
    );
  }

  @Get('funds-reviews')
  @QueryOperation({
    id: 'listFundsReviews',
    summary: 'Money in the account under review, newest first',
    description: 'Receipts of classes B and C, and what of each was released.',
    scope: 'fx:read',
    answers: FundsReviewPageDto,
  })
  async listReviews(@CallerOf() caller: Principal, @Query() query: FundsReviewsQuery): Promise<FundsReviewPageDto> {
    const filter = {
      state: query.state,
      partyId: parseOptionalId('party', query.sellerId),
      collectionId: parseOptionalId('collection', query.collectionId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.reviews.list(view, query, filter));
    return mapPage(found, FundsReviewDto.from);
  }

  @Get('funds-reviews/:id')
  @ApiParam(REVIEW_ID)
  @QueryOperation({
    id: 'getFundsReview',
    summary: 'One receipt in the account under review',
    description: 'As it stands.',
    scope: 'fx:read',
    answers: FundsReviewDto,
    byId: true,
  })
  async getReview(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FundsReviewDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reviews.get(view, parseId('fundsReview', id)));
    return withETag(reply, FundsReviewDto.from(found));
  }
}
