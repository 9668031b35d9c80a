import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId, publicId } from '../../kernel/ids.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { Evidence } from '../application/evidence.service.js';
import { EvidenceReader } from '../application/evidence-reader.service.js';
import { ClaimNotFiledError, EvidenceKeptError } from '../domain/evidence.errors.js';
import { type EvidencePack } from '../entities/evidence.table.js';
import {
  EvidencePackDto,
  EvidencePackPageDto,
  EvidencePackRequest,
  EvidencePacksQuery,
  EvidencePackSummaryDto,
  LegalHoldRequest,
  EvidenceVerificationDto,
  EvidenceVerificationQuery,
} from './dto/evidence.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'evp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Everything that proves a claim, in one archive: made, fetched, verified and kept. */
@ApiTags('Evidence packs')
@Controller('v1/tax-refund/evidence-packs')
export class EvidencePacksController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly evidence: Evidence,
    private readonly reader: EvidenceReader,
  ) {}

  @Post()
  @CommandOperation({
    id: 'makeEvidencePack',
    summary: 'Gather everything that proves a claim',
    description:
      'The documents that were added, the declaration, the invoices, the collection, the working of the figures, every filing ' +
      'word for word, and the audit with its seals; with a manifest of checksums and an index to read. It is made even where ' +
      'documents are missing, and says which. Of facts that have not changed it is the pack there is.',
    scope: 'tax_refund:write',
    costly: true,
    answers: EvidencePackSummaryDto,
    status: 201,
    problems: [ClaimNotFiledError, ResourceNotFoundError],
  })
  make(@CommandOf() command: Command, @Body() request: EvidencePackRequest): Promise<string> {
    const claimId = parseId('claim', request.claimId);
    return this.commands.run(command, (tx) => this.evidence.pack(tx, claimId), EvidencePackSummaryDto.of);
  }

  @Get()
  @QueryOperation({
    id: 'listEvidencePacks',
    summary: 'The evidence packs',
    description: 'Newest first, without their files.',
    scope: 'tax_refund:read',
    answers: EvidencePackPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: EvidencePacksQuery): Promise<Page<EvidencePackSummaryDto>> {
    const claimId = parseOptionalId('claim', query.claimId);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.packs(view, query, claimId));
    return mapPage(found, EvidencePackSummaryDto.of);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getEvidencePack',
    summary: 'One evidence pack',
    description: 'With its files and their checksums.',
    scope: 'tax_refund:read',
    answers: EvidencePackDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<EvidencePackDto> {
    const packId = parseId('evidencePack', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.pack(view, packId));
    return withETag(reply, EvidencePackDto.from(found));
  }

  @Get(':id/archive')
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'downloadEvidencePack',
    summary: 'The archive of a pack',
    description: `A ZIP, streamed; the same to the byte each time.\n\nScope: \`tax_refund:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { isCostly: true, operationId: 'downloadEvidencePack' })
  @ApiProduces('application/zip')
  @ApiResponse({
    status: 200,
    description: 'The archive',
    content: { 'application/zip': { schema: { type: 'string', format: 'binary', maxLength: 2_000_000_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async archive(@CallerOf() caller: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const packId = parseId('evidencePack', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.pack(view, packId));
    return new StreamableFile(this.reader.archive(caller, found), {
      type: 'application/zip',
      length: Number(found.pack.sizeBytes),
      disposition: `attachment; filename="${publicId('evidencePack', packId)}.zip"`,
    });
  }

  @Get(':id/verification')
  @ApiParam(ID)
  @QueryOperation({
    id: 'verifyEvidencePack',
    summary: 'Hold an archive against its pack',
    description:
      'By its hash: whether it is the one that was made, and whether what is kept here still gives the same.',
    scope: 'tax_refund:read',
    costly: true,
    answers: EvidenceVerificationDto,
    byId: true,
  })
  async verify(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { sha256 }: EvidenceVerificationQuery,
  ): Promise<EvidenceVerificationDto> {
    return EvidenceVerificationDto.from(await this.reader.verify(caller, parseId('evidencePack', id), sha256 ?? null));
  }

  @Put(':id/legal-hold')
  @ApiParam(ID)
  @CommandOperation({
    id: 'holdEvidencePack',
    summary: 'Keep a pack whatever its retention says',
    description: 'Until the hold is ended. Who said so, and why, stands in the audit.',
    scope: 'tax_refund:write',
    answers: EvidencePackSummaryDto,
    ifMatch: 'optional',
    byId: true,
  })
  hold(@CommandOf() command: Command, @Param('id') id: string, @Body() { reason }: LegalHoldRequest): Promise<string> {
    return this.run(command, id, (tx, packId) => this.evidence.hold(tx, packId, reason));
  }

  @Delete(':id/legal-hold')
  @ApiParam(ID)
  @CommandOperation({
    id: 'releaseEvidencePack',
    summary: 'End the hold of a pack',
    description: 'Its retention goes on.',
    scope: 'tax_refund:write',
    answers: EvidencePackSummaryDto,
    ifMatch: 'optional',
    byId: true,
  })
  release(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, packId) => this.evidence.release(tx, packId));
  }

  @Delete(':id')
  @ApiParam(ID)
  @CommandOperation({
    id: 'deleteEvidencePack',
    summary: 'Delete a pack whose time is over',
    description:
      'Not before the day after `keptUntil`, and not while it is held; the database itself refuses it until then.',
    scope: 'tax_refund:write',
    answers: EvidencePackSummaryDto,
    ifMatch: 'optional',
    byId: true,
    problems: [EvidenceKeptError],
  })
  remove(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, id, (tx, packId) => this.evidence.discard(tx, packId));
  }

  private run(command: Command, id: string, work: (tx: Tx, packId: string) => Promise<EvidencePack>): Promise<string> {
    const packId = parseId('evidencePack', id);
    return this.commands.run(command, (tx) => work(tx, packId), EvidencePackSummaryDto.of);
  }
}
