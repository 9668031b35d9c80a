import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { Reference } from '../application/reference.js';
import { TaxClassifications } from '../application/tax-classifications.js';
import { TaxCodeUnknownError } from '../domain/tax-classification.errors.js';
import { taxCodeCursor } from './code-cursor.js';
import {
  TaxClassificationDto,
  TaxClassificationPageDto,
  TaxClassificationQuery,
  TaxClassificationsQuery,
} from './dto/tax-classifications.dto.js';

const CODE = {
  name: 'code',
  description: 'Tax classification code, 19 digits',
  schema: { type: 'string', minLength: 19, maxLength: 19, pattern: '^\\d{19}$', example: '1090413990000000000' },
} as const;

/** The classification of goods and services for VAT invoices; the same for all tenants. */
@ApiTags('Catalogue')
@Controller('v1/reference/tax-classification-codes')
export class TaxClassificationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reference: Reference,
    private readonly classifications: TaxClassifications,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listTaxClassificationCodes',
    summary: 'Tax classification codes (税收分类编码), in their order',
    description:
      'As of a day, by the first digits or by words of the table, or by the HS code of the goods where the table states ' +
      'headings. Filters go together. Empty while no table is loaded for that day.',
    scope: 'catalogue:read',
    answers: TaxClassificationPageDto,
  })
  list(
    @CallerOf() caller: Principal,
    @Query() { on, query, hsCode, limit, cursor }: TaxClassificationsQuery,
  ): Promise<Page<TaxClassificationDto>> {
    const place = { after: taxCodeCursor(cursor), limit: limit ?? 50 };
    return this.unitOfWork.read(caller, async (view) => {
      const filter = { on: on ?? (await this.reference.today(view)), query, hsCode };
      return mapPage(await this.classifications.list(view, filter, place), TaxClassificationDto.from);
    });
  }

  @Get(':code')
  @ApiParam(CODE)
  @QueryOperation({
    id: 'getTaxClassificationCode',
    summary: 'One tax classification code: its names, what is under it, and the HS codes that go with it',
    description: 'As of a day, with the source and the days that it holds.',
    scope: 'catalogue:read',
    answers: TaxClassificationDto,
    problems: [TaxCodeUnknownError],
  })
  get(
    @CallerOf() caller: Principal,
    @Param('code') code: string,
    @Query() { on }: TaxClassificationQuery,
  ): Promise<TaxClassificationDto> {
    return this.unitOfWork.read(caller, async (view) => {
      const day = on ?? (await this.reference.today(view));
      return TaxClassificationDto.from(await this.classifications.get(view, code, day));
    });
  }
}
