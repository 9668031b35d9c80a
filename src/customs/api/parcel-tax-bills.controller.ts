import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ParcelTaxBills } from '../application/parcel-tax-bills.service.js';
import { ParcelTaxBillDto, ParcelTaxBillPageDto, ParcelTaxBillsQuery } from './dto/parcel-tax-bill.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'ptb_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What customs levies of retail imports (电子税单). */
@ApiTags('Parcel tax bills')
@Controller('v1/customs/parcel-tax-bills')
export class ParcelTaxBillsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bills: ParcelTaxBills,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listParcelTaxBills',
    summary: 'Tax bills of retail imports, newest first',
    description: 'As customs issued them, each held against what was reckoned for its parcel.',
    scope: 'customs:read',
    answers: ParcelTaxBillPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: ParcelTaxBillsQuery,
    @LanguageOf() language: Language,
  ): Promise<ParcelTaxBillPageDto> {
    const differs = query.differs === undefined ? undefined : query.differs === 'true';
    const filter = { state: query.state, differs, parcelId: parseOptionalId('parcel', query.parcelId) };
    const found = await this.unitOfWork.read(caller, (view) => this.bills.list(view, query, filter));
    return mapPage(found, (bill) => ParcelTaxBillDto.from(bill, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getParcelTaxBill',
    summary: 'One tax bill',
    description: 'What customs levies line by line, what differs, and until when it is paid.',
    scope: 'customs:read',
    answers: ParcelTaxBillDto,
    byId: true,
    speaks: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ParcelTaxBillDto> {
    const billId = parseId('parcelTaxBill', id);
    const bill = await this.unitOfWork.read(caller, (view) => this.bills.get(view, billId));
    return withETag(reply, ParcelTaxBillDto.from(bill, language));
  }
}
