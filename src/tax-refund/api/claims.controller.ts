import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ClaimAnswers } from '../application/claim-answers.service.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { Claims } from '../application/claims.service.js';
import { ClaimDoubtedError, ClaimNotCollectedError, TaxAgencyMissingError } from '../domain/agency.errors.js';
import { DoubtsUnansweredError } from '../domain/claim-life.errors.js';
import { ClaimGatheredError } from '../domain/filing-batch.errors.js';
import { FilingWindowClosedError } from '../domain/claim.errors.js';
import { ClaimCalculationDto } from './dto/claim-calculation.dto.js';
import { ClaimAbandonmentRequest, ClaimAnswerRequest, ClaimsQuery } from './dto/claim-requests.dto.js';
import { ClaimSummaryDto } from './dto/claim-summary.dto.js';
import { ClaimDto, ClaimPageDto } from './dto/claim.dto.js';

const CLAIM_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Refund claims: matched, filed and paid by themselves; looked at, answered for and filed again here. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund/claims')
export class ClaimsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: Claims,
    private readonly answers: ClaimAnswers,
    private readonly reader: ClaimReader,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listClaims',
    summary: 'The refund claims',
    description: 'Newest first, without their lines.',
    scope: 'tax_refund:read',
    answers: ClaimPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ClaimsQuery,
    @LanguageOf() language: Language,
  ): Promise<Page<ClaimSummaryDto>> {
    const filter = {
      state: query.state,
      period: query.period,
      orderId: query.orderId === undefined ? undefined : parseId('order', query.orderId),
      sellerId: query.sellerId === undefined ? undefined : parseId('party', query.sellerId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, (claim) => ClaimSummaryDto.of(claim, language));
  }

  @Get(':id')
  @ApiParam(CLAIM_ID)
  @QueryOperation({
    id: 'getClaim',
    summary: 'One refund claim',
    description: 'With its lines, the invoices they stand on, every check, and what was sent to the bureau.',
    scope: 'tax_refund:read',
    answers: ClaimDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ClaimDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('claim', id)));
    return withETag(reply, ClaimDto.from(found, language));
  }

  @Get(':id/calculation')
  @ApiParam(CLAIM_ID)
  @QueryOperation({
    id: 'getClaimCalculation',
    summary: 'How a refund was worked out',
    description: 'Inputs, rule, version and steps, as they were when the claim was matched.',
    scope: 'tax_refund:read',
    answers: ClaimCalculationDto,
    byId: true,
  })
  async calculation(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ClaimCalculationDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.claim(view, parseId('claim', id)));
    return ClaimCalculationDto.from(found);
  }

  @Post(':id/filing')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'fileClaim',
    summary: 'File a claim with the tax bureau',
    description:
      'A matched claim is filed by itself; this files one that was held back, and, as a new attempt, one that was doubted or rejected.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [
      IllegalTransitionError,
      FilingWindowClosedError,
      ClaimDoubtedError,
      ClaimNotCollectedError,
      TaxAgencyMissingError,
      DoubtsUnansweredError,
      ClaimGatheredError,
    ],
  })
  file(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.claims.file(tx, claimId));
  }

  @Post(':id/answers')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'answerClaim',
    summary: "Note the reply to the bureau's inquiry",
    description:
      'The reply (函调复函) itself goes by letter; it is kept with the claim, and the decision is waited for.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  answer(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { text, documents = [] }: ClaimAnswerRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.answers.answer(tx, claimId, { text, documents }));
  }

  @Post(':id/abandonment')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'abandonClaim',
    summary: 'Give up a claim that was not filed, or was rejected',
    description:
      'Its declared items and invoices are free again: correct the invoices, and the export is matched anew.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  abandon(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: ClaimAbandonmentRequest,
  ): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.claims.abandon(tx, claimId, reason));
  }

  private run(command: Command, id: string, work: (tx: Tx, claimId: string) => Promise<unknown>): Promise<string> {
    const claimId = parseId('claim', id);
    return this.commands.run(
      command,
      async (tx) => {
        await work(tx, claimId);
        return this.reader.get(tx, claimId);
      },
      (result) => ClaimDto.from(result, command.language),
    );
  }
}
