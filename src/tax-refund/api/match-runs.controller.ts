import { Readable } from 'node:stream';

import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal, type Reply, type Request } from '../../platform/http/request.js';
import { UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { MatchRuns } from '../application/match-runs.service.js';
import { MatchUploads } from '../application/match-uploads.service.js';
import { MatchRowsError, MatchRunOpenError } from '../domain/match-run.errors.js';
import { ROW_FIELDS } from '../domain/match-rows.js';
import { SAY } from '../domain/matching.sentences.js';
import { MatchResultsQuery, MatchRowsDto, MatchRowsQuery, MatchRunDto, MatchRunQuery } from './dto/match-run.dto.js';

const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';
const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'opr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const EXAMPLE =
  '{"matchKey":"SO-1","declarationLine":"310420260795000001001","exporterTaxNumber":"91330200MA2AEFJN86",' +
  '"exportDate":"2026-11-20","supervisionMode":"0110","hsCode":"8516609000","goodsName":"电烤箱","quantity1":"1000",' +
  '"unit1":"001","fob":"10000.00","currency":"USD"}\n';

/** Matching in bulk: over rows that a tenant brings itself, or over what the platform holds. */
@ApiTags('Refund matching')
@Controller('v1/tax-refund')
export class MatchRunsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: MatchUploads,
    private readonly runs: MatchRuns,
  ) {}

  @Post('match-rows')
  @ApiConsumes(NDJSON, CSV)
  @ApiBody({
    required: true,
    description: 'A row a line, of any number; as a table with the columns of the template',
    schema: { type: 'string', maxLength: 1_000_000_000_000, example: EXAMPLE },
  })
  @CommandOperation({
    id: 'uploadMatchRows',
    summary: 'Bring rows to match',
    description:
      'Declared items, lines of invoices, collections, or papers of consumption tax of your own, each under the key (关联号) that ' +
      'they share. A row that is here already is compared, and replaced while nothing of it is matched: what was broken off is ' +
      'sent again. One bad row never stops the others; of each all faults are told. A paper (`consumption_tax_vouchers`) is held ' +
      'to what its own rates come to, and never kept beside what it was split from.',
    scope: 'tax_refund:write',
    costly: true,
    answers: MatchRowsDto,
    idempotencyKey: 'required',
    showsSecret: true,
    speaks: true,
    problems: [MatchRowsError, MatchRunOpenError, UnsupportedMediaTypeError],
  })
  async upload(
    @CommandOf() command: Command,
    @Query() { kind }: MatchRowsQuery,
    @Req() request: Request,
  ): Promise<string> {
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.rows_stream);
    const isTable = headers['content-type']?.startsWith(CSV) === true;
    const { digest, uploaded } = await this.uploads.receive(command, body, { kind, isTable });
    return this.commands.run(
      command.ofStream(digest),
      () => Promise.resolve(uploaded),
      (found) => MatchRowsDto.from(found, command.language),
    );
  }

  @Get('match-rows/template')
  @ApiResponse({
    status: 200,
    description: 'Found',
    content: { [CSV]: { schema: { type: 'string', maxLength: 10_000 } } },
  })
  @QueryOperation({
    id: 'readMatchRowsTemplate',
    summary: 'The columns of a table of rows',
    description: 'Its first line; the names are those of the fields of NDJSON.',
    scope: 'tax_refund:read',
    answers: String,
  })
  template(@Query() { kind }: MatchRowsQuery, @Res({ passthrough: true }) reply: Reply): string {
    void reply.type(`${CSV}; charset=utf-8`);
    return `${Object.keys(ROW_FIELDS[kind]).join(',')}\r\n`;
  }

  @Post('match-runs')
  @CommandOperation({
    id: 'startMatchRun',
    summary: 'Match all that is open',
    description:
      'Of rows: items, invoices, collections and papers of consumption tax of each key, n to m, by the rules of a claim; what is ' +
      'matched is taken for ever, what is left of an invoice or a paper stays for later exports. Of the platform: every refund case that gathers facts is looked at as ' +
      'it is after a new fact; where all agrees its claim is made. One run of a source at a time. Follow `/v1/operations/{id}`.',
    scope: 'tax_refund:write',
    costly: true,
    answers: MatchRunDto,
    status: 202,
    problems: [MatchRunOpenError],
  })
  start(@CommandOf() command: Command, @Query() { source = 'rows' }: MatchRunQuery): Promise<string> {
    return this.commands.run(command, (tx) => this.runs.start(tx, command, source), MatchRunDto.from);
  }

  @Get('match-runs/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getMatchRun',
    summary: 'One run',
    description: 'How its work stands, and what came of it so far.',
    scope: 'tax_refund:read',
    answers: MatchRunDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<MatchRunDto> {
    const runId = parseId('operation', id);
    return MatchRunDto.from(await this.unitOfWork.read(caller, (view) => this.runs.get(view, runId)));
  }

  @Get('match-runs/:id/results')
  @ApiParam(ID)
  @ApiResponse({
    status: 200,
    description: 'Found',
    content: { [NDJSON]: { schema: { type: 'string', maxLength: 1_000_000_000 } } },
  })
  @QueryOperation({
    id: 'readMatchResults',
    summary: 'What came of each item',
    description:
      'One JSON object a line: `declarationLine`, `outcome` (matched, waiting, blocked, no_refund), `unit`, `refund` of VAT, ' +
      '`consumptionTaxRefund` (null where none is refunded; `checks` or `missing` say why), `takes` of invoices, `vouchers` with what ' +
      'is taken of papers of consumption tax, `checks` with how to mend what they found, `missing`, `suggestions`. Of a run over ' +
      'the platform a line is a case: `orderId`, `reference`, `outcome` (matched, waiting, blocked, closed), `claimId`, `refund` of ' +
      'both taxes, `consumptionTaxRefund`, and the same reasons. Can be read while the work goes on.',
    scope: 'tax_refund:read',
    answers: String,
    byId: true,
    speaks: true,
  })
  async results(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { open = false }: MatchResultsQuery,
    @LanguageOf() language: Language,
  ): Promise<StreamableFile> {
    const lines = await this.runs.lines(caller, parseId('operation', id), { onlyOpen: open, language });
    return new StreamableFile(lines, { type: NDJSON });
  }
}
