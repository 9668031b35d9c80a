import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { encodeGbk } from '../../kernel/gbk.js';
import { parseId } from '../../kernel/ids.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { DeclarationTables } from '../application/declaration-tables.service.js';
import { SAY } from '../domain/claim-life.sentences.js';
import { TABLE_KINDS, type TableKind } from '../domain/declaration-table-columns.js';
import { TableQuery } from './dto/declaration-table.dto.js';

const CLAIM_ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'clm_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const TABLE = {
  name: 'table',
  description: 'Which of the official tables',
  schema: { type: 'string', enum: [...TABLE_KINDS], example: 'export_details' },
} as const;

const BATCH_ID = {
  name: 'id',
  description: 'Id of the batch',
  schema: { type: 'string', maxLength: 40, example: 'fbt_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const TABLE_ANSWER = {
  status: 200,
  description: 'The table',
  content: { 'text/csv': { schema: { type: 'string', maxLength: 10_000_000 } } },
} as const;

/** The official tables of a claim, and of a batch, as files for the bureau's own program. */
@ApiTags('Tax refund')
@Controller('v1/tax-refund')
export class DeclarationTablesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tables: DeclarationTables,
  ) {}

  @Get('claims/:id/tables/:table')
  @ApiOperation({
    operationId: 'exportClaimTable',
    summary: 'An official table of a claim as a file',
    description:
      'CSV with the columns of the form, in UTF-8 or GBK. Of a trading company `export_details` 外贸企业出口退税出口明细申报表 and ' +
      '`purchase_details` …进货明细申报表; of 代办退税 `agency_details`; of a manufacturer `manufacturer_details` and, of the period of the ' +
      'claim, `manufacturer_summary` 免抵退税申报汇总表; of a correction `code_adjustments`; of each `collections` 出口业务收汇情况表.\n\nScope: `tax_refund:read`',
  })
  @ApiParam(CLAIM_ID)
  @ApiParam(TABLE)
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { operationId: 'exportClaimTable' })
  @ApiProduces('text/csv')
  @ApiResponse(TABLE_ANSWER)
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async export(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Param('table') table: string,
    @Query() query: TableQuery,
  ): Promise<StreamableFile> {
    const [claimId, kind] = [parseId('claim', id), kindOf(table)];
    return fileOf(kind, await this.unitOfWork.read(caller, (view) => this.tables.csv(view, claimId, kind)), query);
  }

  @Get('filing-batches/:id/tables/:table')
  @ApiOperation({
    operationId: 'exportFilingBatchTable',
    summary: 'An official table of a batch as a file',
    description:
      'The same of all claims that wait in it, or were filed with it: numbered through, and under the 关联号 that they are filed with. ' +
      'Of a batch that is not filed yet, as it would be filed now.\n\nScope: `tax_refund:read`',
  })
  @ApiParam(BATCH_ID)
  @ApiParam(TABLE)
  @ApiExtension('x-scope', 'tax_refund:read')
  @RequiresScope('tax_refund:read', { operationId: 'exportFilingBatchTable' })
  @ApiProduces('text/csv')
  @ApiResponse(TABLE_ANSWER)
  @ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError)
  async exportOfBatch(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Param('table') table: string,
    @Query() query: TableQuery,
  ): Promise<StreamableFile> {
    const [batchId, kind] = [parseId('filingBatch', id), kindOf(table)];
    return fileOf(
      kind,
      await this.unitOfWork.read(caller, (view) => this.tables.csvOfBatch(view, batchId, kind)),
      query,
    );
  }
}

function kindOf(table: string): TableKind {
  const kind = TABLE_KINDS.find((each) => each === table);
  if (kind === undefined) throw new ResourceNotFoundError(SAY.no_such_table);
  return kind;
}

function fileOf(kind: TableKind, text: string, { encoding = 'utf-8' }: TableQuery): StreamableFile {
  const bytes = encoding === 'gbk' ? encodeGbk(text) : new TextEncoder().encode(text);
  return new StreamableFile(bytes, {
    type: `text/csv; charset=${encoding}`,
    disposition: `attachment; filename="${kind}.csv"`,
  });
}
