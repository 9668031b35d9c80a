import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { Catalogue } from '../application/catalogue.js';
import { RefundRateRowDto, RefundRatesQuery, RefundRateTableDto } from './dto/refund-rates.dto.js';

/** The reference data that everybody may look into; it is the same for all tenants. */
@ApiTags('Catalogue')
@Controller('v1/catalogue/refund-rates')
export class RefundRatesController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @QueryOperation({
    id: 'listRefundRates',
    summary: 'Export refund rates, with the days they hold and the notice that set them',
    description:
      'The table that comes with the project: claims, margins and `POST /v1/calculations/tax-refund/rate` take their rates from it ' +
      'where the official library, once loaded, does not speak (`GET /v1/tax-refund/rates`). With `hsCode` and ' +
      '`on`, the export date of the declaration, it is the one rate that counts, or none where the table does not say. ' +
      'Filters go together.',
    scope: 'catalogue:read',
    answers: RefundRateTableDto,
    speaks: true,
  })
  list(@Query() query: RefundRatesQuery, @LanguageOf() language: Language): RefundRateTableDto {
    const { version, rows } = this.catalogue.refundRateTable(query);
    return { version, data: rows.map((row) => RefundRateRowDto.from(row, language)) };
  }
}
