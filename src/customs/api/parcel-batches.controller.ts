import { Readable } from 'node:stream';

import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiResponse, type ApiResponseOptions, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { type Principal, type Reply, type Request } from '../../platform/http/request.js';
import { ResourceNotFoundError, UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { ParcelResults } from '../application/parcel-results.service.js';
import { ParcelUploads } from '../application/parcel-uploads.service.js';
import { ParcelRowsError } from '../domain/parcels/parcel.errors.js';
import { SAY } from '../domain/parcels/parcel.sentences.js';
import { columnsOf } from '../domain/parcels/table.js';
import { ParcelBatchDto, ParcelResultsQuery, ParcelTemplateQuery, ParcelUploadQuery } from './dto/parcel-batch.dto.js';

const NDJSON = 'application/x-ndjson';
const CSV = 'text/csv';
const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'opr_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const EXAMPLE = '{"order":{"orderNo":"SO-2026-0001"}}\n';

/** An answer that is text. */
function textOf(type: string, maxLength: number): ApiResponseOptions {
  return { status: 200, description: 'Found', content: { [type]: { schema: { type: 'string', maxLength } } } };
}

/** Parcels in bulk. */
@ApiTags('Parcels')
@Controller('v1/customs/parcel-batches')
export class ParcelBatchesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: ParcelUploads,
    private readonly batches: ParcelResults,
  ) {}

  @Post()
  @ApiConsumes(NDJSON, CSV)
  @ApiBody({
    required: true,
    description:
      'One parcel a row: its documents as in `POST /v1/customs/parcel-documents`; as a table with the columns of the template. ' +
      'Of any size; with `Content-Encoding: gzip` packed',
    schema: { type: 'string', maxLength: 1_000_000_000_000, example: EXAMPLE },
  })
  @CommandOperation({
    id: 'uploadParcels',
    summary: 'Bring parcels in bulk',
    description:
      'Rows are kept as they come, and worked while the next are coming: checked, matched, taxed and filed, a hundred lists in a ' +
      'message. Follow `/v1/operations/{id}`. One bad row never stops the others. An upload that was broken off goes on when it ' +
      'is sent again under the same Idempotency-Key: what is here already is compared, and passed over.',
    scope: 'customs:write',
    costly: true,
    answers: ParcelBatchDto,
    status: 202,
    idempotencyKey: 'required',
    showsSecret: true,
    problems: [ParcelRowsError, ResourceNotFoundError, UnsupportedMediaTypeError],
  })
  async upload(
    @CommandOf() command: Command,
    @Query() { profileId }: ParcelUploadQuery,
    @Req() request: Request,
  ): Promise<string> {
    const { body, headers } = request;
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.body_stream);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'gzip' && encoding !== 'identity') throw new UnsupportedMediaTypeError(SAY.encoding);
    const format = headers['content-type']?.startsWith(CSV) === true ? 'csv' : 'ndjson';
    const options = {
      profileId: parseId('ecommerceProfile', profileId),
      format,
      isPacked: encoding === 'gzip',
    } as const;
    const { digest, finish } = await this.uploads.receive(command, body, options);
    return this.commands.run(command.ofStream(digest), finish, ParcelBatchDto.from);
  }

  @Get('template')
  @ApiResponse(textOf(CSV, 10_000))
  @QueryOperation({
    id: 'readParcelTemplate',
    summary: 'The columns of a table of parcels',
    description:
      'Its first row. A second line of goods has the columns `order.lines.2.…` and `list.lines.2.…`, and so on.',
    scope: 'customs:read',
    answers: String,
  })
  template(@Query() { direction }: ParcelTemplateQuery, @Res({ passthrough: true }) reply: Reply): string {
    void reply.type(`${CSV}; charset=utf-8`);
    return `${columnsOf(direction).join(',')}\r\n`;
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParcelBatch',
    summary: 'One batch of parcels',
    description: 'How much of it has come, and how its work stands.',
    scope: 'customs:read',
    answers: ParcelBatchDto,
    byId: true,
  })
  async get(@CallerOf() caller: Principal, @Param('id') id: string): Promise<ParcelBatchDto> {
    const batchId = parseId('operation', id);
    return ParcelBatchDto.from(await this.unitOfWork.read(caller, (view) => this.batches.get(view, batchId)));
  }

  @Get(':id/results')
  @ApiParam(ID)
  @ApiResponse(textOf(NDJSON, 1_000_000_000))
  @QueryOperation({
    id: 'readParcelResults',
    summary: 'What became of each row',
    description:
      'One JSON object a line: `row` (from 1), `outcome` (filed, waiting, unchanged, stopped, rejected), `orderNo`, `parcelId`, ' +
      '`state` as it was then, and `reasons` with pointer, rule and detail. Can be read while the work goes on.',
    scope: 'customs:read',
    answers: String,
    byId: true,
    speaks: true,
  })
  async results(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() { rejected = false }: ParcelResultsQuery,
    @LanguageOf() language: Language,
  ): Promise<StreamableFile> {
    const batchId = parseId('operation', id);
    const lines = await this.batches.lines(caller, batchId, { onlyRejected: rejected, language });
    return new StreamableFile(lines, { type: NDJSON });
  }
}
