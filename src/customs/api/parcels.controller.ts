import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { type Tx } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type OpenedParcel, Parcels } from '../application/parcels.service.js';
import { CebSignerMissingError } from '../domain/ceb/ceb.errors.js';
import { ParcelFiledError } from '../domain/parcels/parcel.errors.js';
import { ParcelDocumentsRequest, ParcelDto, ParcelPageDto, ParcelsQuery, ParcelSummaryDto } from './dto/parcel.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'pcl_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const ORDER = {
  orderNo: 'SO-2026-0001',
  goodsValue: CNY('200.00'),
  freight: CNY('0.00'),
  discount: CNY('0.00'),
  taxTotal: CNY('18.20'),
  actualPaid: CNY('218.20'),
  buyer: { name: '张三', idNumber: '330203199001011234', phone: '13800000000' },
  consignee: { name: '张三', phone: '13800000000', address: '浙江省宁波市示例路1号' },
  lines: [{ lineNo: 1, itemName: '面膜', unit: '011', quantity: '2', unitPrice: CNY('100.00'), total: CNY('200.00') }],
};

/** E-commerce parcels, one by one. */
@ApiTags('Parcels')
@Controller('v1/customs')
export class ParcelsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly parcels: Parcels,
  ) {}

  @Post('parcel-documents')
  @CommandOperation({
    id: 'bringParcelDocuments',
    summary: 'Bring documents of a parcel',
    description:
      'Of one order, one document or several, in whatever order they come. Repeated ones change nothing; changed ones replace ' +
      'what came before, until the list is filed. Nothing is filed before all agree.',
    scope: 'customs:write',
    answers: ParcelDto,
    speaks: true,
    examples: { order: { profileId: 'ecp_01jdq3x7k2e9ta6v0m8r4c5wzb', order: ORDER } },
    problems: [InvalidInputError, ResourceNotFoundError, ParcelFiledError, CebSignerMissingError],
  })
  bring(@CommandOf() command: Command, @Body() { profileId, ...papers }: ParcelDocumentsRequest): Promise<string> {
    const id = parseId('ecommerceProfile', profileId);
    return this.run(command, (tx) => this.parcels.bring(tx, id, papers));
  }

  @Get('parcels')
  @QueryOperation({
    id: 'listParcels',
    summary: 'Parcels, newest first',
    description: 'Without their documents.',
    scope: 'customs:read',
    answers: ParcelPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ParcelsQuery,
    @LanguageOf() language: Language,
  ): Promise<ParcelPageDto> {
    const { state, platformCode, orderNo } = query;
    const filter = { state, platformCode, orderNo, batchId: parseOptionalId('operation', query.batchId) };
    const found = await this.unitOfWork.read(caller, (view) => this.parcels.list(view, query, filter));
    return mapPage(found, (parcel) => ParcelSummaryDto.of(parcel, language));
  }

  @Get('parcels/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParcel',
    summary: 'One parcel',
    description: 'Its documents, whether they match and why not, its tax, and how it stands with customs.',
    scope: 'customs:read',
    answers: ParcelDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ParcelDto> {
    const parcelId = parseId('parcel', id);
    const found = await this.unitOfWork.read(caller, (view) => this.parcels.get(view, parcelId));
    return withETag(reply, ParcelDto.from(found, language));
  }

  @Post('parcels/:id/filing')
  @ApiParam(ID)
  @CommandOperation({
    id: 'fileParcel',
    summary: 'File a parcel',
    description: 'Where the profile does not file by itself, or the limit of a year stood in its way.',
    scope: 'customs:write',
    answers: ParcelDto,
    ifMatch: 'optional',
    byId: true,
    speaks: true,
    problems: [IllegalTransitionError, CebSignerMissingError],
  })
  file(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const parcelId = parseId('parcel', id);
    return this.run(command, (tx) => this.parcels.file(tx, parcelId));
  }

  @Post('parcels/:id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelParcel',
    summary: 'Give a parcel up',
    description: 'As long as it is not with customs, or has been rejected.',
    scope: 'customs:write',
    answers: ParcelDto,
    ifMatch: 'optional',
    byId: true,
    speaks: true,
    problems: [IllegalTransitionError],
  })
  cancel(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const parcelId = parseId('parcel', id);
    return this.run(command, (tx) => this.parcels.cancel(tx, parcelId));
  }

  private run(command: Command, work: (tx: Tx) => Promise<OpenedParcel>): Promise<string> {
    return this.commands.run(command, work, (opened) => ParcelDto.from(opened, command.language));
  }
}
