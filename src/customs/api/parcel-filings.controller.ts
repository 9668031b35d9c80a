import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ParcelFilingReader } from '../application/parcel-filing-reader.service.js';
import {
  FilingParcelDto,
  FilingParcelPageDto,
  FilingParcelsQuery,
  FiledParcelsDto,
  FiledParcelsPageDto,
  ParcelFilingsQuery,
  FiledParcelsLineDto,
} from './dto/parcel-filing.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'pfl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What was filed about parcels after their lists, whatever it is. */
@ApiTags('Parcel filings')
@Controller('v1/customs/parcel-filings')
export class ParcelFilingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ParcelFilingReader,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listParcelFilings',
    summary: 'What was filed about parcels, newest first',
    description: 'Without their records.',
    scope: 'customs:read',
    answers: FiledParcelsPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ParcelFilingsQuery): Promise<FiledParcelsPageDto> {
    const { kind, state } = query;
    const profileId = parseOptionalId('ecommerceProfile', query.profileId);
    const parcelId = parseOptionalId('parcel', query.parcelId);
    const filter = { kind, state, profileId, parcelId };
    const found = await this.unitOfWork.read(caller, (view) => this.reader.list(view, query, filter));
    return mapPage(found, FiledParcelsLineDto.of);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParcelFiling',
    summary: 'One of them, record by record',
    description: 'What customs made of each record, in its own words.',
    scope: 'customs:read',
    answers: FiledParcelsDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<FiledParcelsDto> {
    const filingId = parseId('parcelFiling', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.get(view, filingId));
    return withETag(reply, FiledParcelsDto.from(found));
  }

  @Get(':id/parcels')
  @ApiParam(ID)
  @QueryOperation({
    id: 'showFiledParcels',
    summary: 'The parcels that it is about',
    description: 'Each with the record that it is in.',
    scope: 'customs:read',
    answers: FilingParcelPageDto,
    byId: true,
  })
  async parcels(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Query() query: FilingParcelsQuery,
  ): Promise<FilingParcelPageDto> {
    const filingId = parseId('parcelFiling', id);
    const found = await this.unitOfWork.read(caller, (view) => this.reader.parcels(view, filingId, query));
    return mapPage(found, FilingParcelDto.of);
  }
}
