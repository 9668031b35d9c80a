import { Readable } from 'node:stream';

import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply, type Request } from '../../platform/http/request.js';
import { UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { Tariffs } from '../application/tariffs.service.js';
import { TariffEditionError, TariffRowsError } from '../domain/comparison.errors.js';
import { SAY } from '../domain/freight.sentences.js';
import { FreightTariffDto, FreightTariffPageDto, FreightTariffQuery, FreightTariffsQuery } from './dto/tariff.dto.js';

const CSV = 'text/csv';
const NDJSON = 'application/x-ndjson';
const EXAMPLE =
  'mode,code,name,basis,portOfLoading,portOfDischarge,fromKg,currency,price,minimum\n' +
  'air,FREIGHT,Air freight,per_kg,CNPVG,DEFRA,0,CNY,46.00,420.00\n' +
  'air,FREIGHT,Air freight,per_kg,CNPVG,DEFRA,45,CNY,36.80,420.00\n';
const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'frf_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The edition',
} as const;

/** Whole rate tables of a tenant's own. */
@ApiTags('Freight')
@Controller('v1/freight/tariffs')
export class TariffsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly tariffs: Tariffs,
  ) {}

  @Post()
  @ApiConsumes(CSV, NDJSON)
  @ApiBody({
    required: true,
    description: 'A rate a line, 200,000 at most; the columns are the fields of `addFreightRate` (docs/freight.md)',
    schema: { type: 'string', maxLength: 1_000_000_000, example: EXAMPLE },
  })
  @CommandOperation({
    id: 'importFreightTariff',
    summary: 'Import a rate table of your own',
    description:
      'As a whole, or nothing of it: all faults are told, each with its row and column. Under the same name it is the next edition, ' +
      'and counts from `validFrom` on instead of the one before; what was quoted stands.',
    scope: 'freight:write',
    costly: true,
    answers: FreightTariffDto,
    status: 201,
    idempotencyKey: 'required',
    showsSecret: true,
    problems: [TariffRowsError, TariffEditionError, UnsupportedMediaTypeError],
  })
  async import(
    @CommandOf() command: Command,
    @Query() edition: FreightTariffQuery,
    @Req() { body, headers }: Request,
  ): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.tariff_stream);
    const type = headers['content-type'] ?? '';
    if (!type.startsWith(CSV) && !type.startsWith(NDJSON)) throw new UnsupportedMediaTypeError(SAY.tariff_stream);
    const { name, validFrom } = edition;
    const { rows, digest } = await this.tariffs.read(body, { name, validFrom }, type.startsWith(CSV));
    const keep = command.ofStream(digest);
    return this.commands.run(keep, (tx) => this.tariffs.keep(tx, { name, validFrom }, rows), FreightTariffDto.from);
  }

  @Get()
  @QueryOperation({
    id: 'listFreightTariffs',
    summary: 'Editions of your rate tables, newest first',
    description: 'Their rates are in `listFreightRates`.',
    scope: 'freight:read',
    answers: FreightTariffPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: FreightTariffsQuery): Promise<FreightTariffPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.tariffs.list(view, query, query.name));
    return mapPage(found, FreightTariffDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getFreightTariff',
    summary: 'One edition of a rate table',
    description: 'Also one that was replaced: old quotes name its rates.',
    scope: 'freight:read',
    answers: FreightTariffDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FreightTariffDto> {
    const tariff = await this.unitOfWork.read(caller, (view) => this.tariffs.get(view, parseId('freightTariff', id)));
    return withETag(reply, FreightTariffDto.from(tariff));
  }
}
