import { Readable } from 'node:stream';

import { Body, Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal, type Reply, type Request } from '../../platform/http/request.js';
import { BodyTooLargeError, UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { DeclarationImports, type TableOf } from '../application/declaration-imports.service.js';
import { DeclarationUploads, type UploadedTable } from '../application/declaration-uploads.service.js';
import {
  DeclarationImportedError,
  DeclarationTableError,
  ImportWithdrawnError,
  UploadForgottenError,
} from '../domain/declaration-import.errors.js';
import { SAY } from '../domain/declaration-import.sentences.js';
import {
  DECLARATION_IMPORT_EXAMPLE,
  DeclarationImportDto,
  DeclarationImportPageDto,
  DeclarationImportQuery,
  DeclarationImportRowsQuery,
  DeclarationImportsQuery,
  ImportWithdrawalRequest,
} from './dto/declaration-import.dto.js';

const NDJSON = 'application/x-ndjson';
const ID = {
  name: 'id',
  description: 'Id of the import',
  schema: { type: 'string', maxLength: 40, example: 'dim_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** Official tables that were prepared elsewhere. */
@ApiTags('Declaration tables')
@Controller('v1/tax-refund/declaration-imports')
export class DeclarationImportsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: DeclarationUploads,
    private readonly imports: DeclarationImports,
  ) {}

  @Post()
  @ApiConsumes('text/csv')
  @ApiBody({
    required: true,
    description:
      'The table with its header (docs/tax-refund-declaration-tables.md); UTF-8 or GBK, with `Content-Encoding: gzip` packed; at ' +
      'most 100,000 rows',
    schema: { type: 'string', maxLength: 67_108_864, example: DECLARATION_IMPORT_EXAMPLE },
  })
  @CommandOperation({
    id: 'importDeclarationTable',
    summary: 'Import an official table that was prepared elsewhere',
    description:
      'Every row is checked, and the faults of all are told at once: nothing is imported then. Each row is held against the claims ' +
      'here: it agrees, differs, or is unknown. What is unknown counts as declared elsewhere: its items and the amounts of its ' +
      'invoices are claimed here no more.',
    scope: 'tax_refund:write',
    costly: true,
    answers: DeclarationImportDto,
    status: 201,
    idempotencyKey: 'required',
    dryRun: true,
    showsSecret: true,
    problems: [
      DeclarationTableError,
      InvalidInputError,
      DeclarationImportedError,
      UploadForgottenError,
      BodyTooLargeError,
      UnsupportedMediaTypeError,
    ],
  })
  async import(
    @CommandOf() command: Command,
    @Query() { kind, taxpayerNumber, period }: DeclarationImportQuery,
    @Req() { body, headers }: Request,
  ): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.csv_needed);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'gzip' && encoding !== 'identity') throw new UnsupportedMediaTypeError(SAY.encoding);
    const of = { kind, taxpayerNumber, period };
    const uploaded = await this.uploads.take(command.caller, body, kind, encoding === 'gzip');
    try {
      return await this.settle(command, of, uploaded);
    } finally {
      // What a dry run, a repeat or a refusal has left; an import has none any more.
      await this.uploads.forget(command.caller, uploaded.uploadId);
    }
  }

  @Get()
  @QueryOperation({
    id: 'listDeclarationImports',
    summary: 'The imports of official tables',
    description: 'Newest first.',
    scope: 'tax_refund:read',
    answers: DeclarationImportPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { kind, state, taxpayerNumber, ...query }: DeclarationImportsQuery,
  ): Promise<Page<DeclarationImportDto>> {
    const filter = { kind, state, taxpayerNumber };
    const found = await this.unitOfWork.read(caller, (view) => this.imports.list(view, query, filter));
    return mapPage(found, DeclarationImportDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getDeclarationImport',
    summary: 'One import',
    description: 'How many rows agree, differ, are unknown, or were declared before.',
    scope: 'tax_refund:read',
    answers: DeclarationImportDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<DeclarationImportDto> {
    const importId = parseId('declarationImport', id);
    const found = await this.unitOfWork.read(caller, (view) => this.imports.get(view, importId));
    return withETag(reply, DeclarationImportDto.from(found));
  }

  @Get(':id/rows')
  @ApiParam(ID)
  @ApiResponse({
    status: 200,
    description: 'Found',
    content: { [NDJSON]: { schema: { type: 'string', maxLength: 1_000_000_000 } } },
  })
  @QueryOperation({
    id: 'readDeclarationImportRows',
    summary: 'What came of each row of an import',
    description:
      'One JSON object a line, in the order of the table: `number`, `record` by the fields of its columns, `outcome` (agrees, differs, ' +
      'unknown, declared_before), `claimId`, and `differences` with what was `declared` and what is `held` here.',
    scope: 'tax_refund:read',
    answers: String,
    byId: true,
  })
  async rows(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { outcome }: DeclarationImportRowsQuery,
  ): Promise<StreamableFile> {
    const importId = parseId('declarationImport', id);
    const lines = await this.imports.rows(caller, importId, outcome === undefined ? [] : [outcome]);
    return new StreamableFile(lines, { type: NDJSON });
  }

  @Post(':id/withdrawal')
  @ApiParam(ID)
  @CommandOperation({
    id: 'withdrawDeclarationImport',
    summary: 'Take back an import that was a mistake',
    description: 'Its result stays on record; the items and invoices that it declared can be claimed here again.',
    scope: 'tax_refund:write',
    answers: DeclarationImportDto,
    examples: { mistake: { reason: 'The table of another month' } },
    ifMatch: 'optional',
    byId: true,
    problems: [ImportWithdrawnError],
  })
  withdraw(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: ImportWithdrawalRequest,
  ): Promise<string> {
    const importId = parseId('declarationImport', id);
    return this.commands.run(command, (tx) => this.imports.withdraw(tx, importId, reason), DeclarationImportDto.from);
  }

  private settle(command: Command, of: TableOf, uploaded: UploadedTable): Promise<string> {
    const digest = [of.kind, of.taxpayerNumber, of.period, uploaded.sha256].join(' ');
    return this.commands.run(
      command.ofStream(digest),
      (tx) => this.imports.settle(tx, of, uploaded),
      DeclarationImportDto.from,
    );
  }
}
