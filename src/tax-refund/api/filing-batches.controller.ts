import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { BatchGathering } from '../application/batch-gathering.service.js';
import { ClaimReader } from '../application/claim-reader.service.js';
import { Claims } from '../application/claims.service.js';
import { FilingBatchReader } from '../application/filing-batch-reader.service.js';
import { FilingBatches } from '../application/filing-batches.service.js';
import { ClaimDoubtedError, ClaimNotCollectedError, TaxAgencyMissingError } from '../domain/agency.errors.js';
import { FilingWindowClosedError } from '../domain/claim.errors.js';
import { DoubtsUnansweredError } from '../domain/claim-life.errors.js';
import {
  BatchEmptyError,
  BatchUnderWayError,
  ClaimGatheredError,
  ClaimNotGatherableError,
} from '../domain/filing-batch.errors.js';
import { ClaimDto } from './dto/claim.dto.js';
import {
  FilingBatchDto,
  FilingBatchesQuery,
  FilingBatchPageDto,
  FilingBatchSummaryDto,
} from './dto/filing-batch.dto.js';

const BATCH_ID = {
  name: 'id',
  description: 'Id of the batch',
  schema: { type: 'string', maxLength: 40, example: 'fbt_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const CLAIM_ID = {
  name: 'id',
  description: 'Id of the claim',
  schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Claims of a taxpayer, period and regime that are filed in one message (申报批次). */
@ApiTags('Filing batches')
@Controller('v1/tax-refund')
export class FilingBatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: FilingBatches,
    private readonly gathering: BatchGathering,
    private readonly claims: Claims,
    private readonly reader: FilingBatchReader,
    private readonly claimReader: ClaimReader,
  ) {}

  @Get('filing-batches')
  @QueryOperation({
    id: 'listFilingBatches',
    summary: 'The batches of claims',
    description: 'Newest first, without their claims. One at most is open for each taxpayer, period and regime.',
    scope: 'tax_refund:read',
    answers: FilingBatchPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FilingBatchesQuery): Promise<Page<FilingBatchSummaryDto>> {
    const { state, period, regime } = query;
    const filter = { state, period, regime, sellerId: parseOptionalId('party', query.sellerId) };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, FilingBatchSummaryDto.of);
  }

  @Get('filing-batches/:id')
  @ApiParam(BATCH_ID)
  @QueryOperation({
    id: 'getFilingBatch',
    summary: 'One batch',
    description: 'With its claims and their 关联号, its totals by refund rate, and what the treasury paid for it.',
    scope: 'tax_refund:read',
    answers: FilingBatchDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FilingBatchDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, parseId('filingBatch', id)));
    return withETag(reply, FilingBatchDto.from(found));
  }

  @Post('filing-batches/:id/filing')
  @ApiParam(BATCH_ID)
  @CommandOperation({
    id: 'fileFilingBatch',
    summary: 'File a batch with the tax bureau',
    description:
      'It is checked as one and then filed in one message. Claims with doubts leave it before; what may not be filed today is taken ' +
      'out, and says why in `held`. 200 claims at most go at once, the others wait in the next batch.',
    scope: 'tax_refund:write',
    answers: FilingBatchDto,
    status: 202,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    dryRun: true,
    byId: true,
    problems: [IllegalTransitionError, BatchEmptyError, BatchUnderWayError],
  })
  file(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const batchId = parseId('filingBatch', id);
    return this.commands.run(
      command,
      async (tx) => {
        await this.batches.file(tx, batchId);
        return this.reader.get(tx, batchId);
      },
      FilingBatchDto.from,
    );
  }

  @Post('claims/:id/gathering')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'gatherClaim',
    summary: 'Put a claim into the open batch of its period',
    description:
      'Instead of filing it by itself. A batch is opened where none is open. Where its filing takes a second person, that one is ' +
      'asked first, and once it is approved the policy says where it goes.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [
      IllegalTransitionError,
      ClaimGatheredError,
      ClaimNotGatherableError,
      FilingWindowClosedError,
      ClaimDoubtedError,
      ClaimNotCollectedError,
      TaxAgencyMissingError,
      DoubtsUnansweredError,
    ],
  })
  gather(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.claims.gather(tx, claimId));
  }

  @Post('claims/:id/separation')
  @ApiParam(CLAIM_ID)
  @CommandOperation({
    id: 'separateClaim',
    summary: 'Take a claim out of the batch that it waits in',
    description: 'Before the batch is filed. It is then filed by itself (POST …/filing), or put into a later batch.',
    scope: 'tax_refund:write',
    answers: ClaimDto,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [ClaimNotGatherableError],
  })
  separate(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, claimId) => this.gathering.separate(tx, claimId));
  }

  private run(command: Command, id: string, work: (tx: Tx, claimId: string) => Promise<unknown>): Promise<string> {
    const claimId = parseId('claim', id);
    const { language }: { readonly language: Language } = command;
    return this.commands.run(
      command,
      async (tx) => {
        await work(tx, claimId);
        return this.claimReader.get(tx, claimId);
      },
      (result) => ClaimDto.from(result, language),
    );
  }
}
