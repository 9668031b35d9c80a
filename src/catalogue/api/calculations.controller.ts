import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { Catalogue } from '../application/catalogue.js';
import { ProductGroupUnknownError, RefundRateNotFoundError } from '../domain/refund-rate.errors.js';
import { RefundRateDto, RefundRateRequest } from './dto/calculations.dto.js';

/** Questions to the reference data, as stateless calculators. */
@ApiTags('Calculations')
@Controller('v1/calculations/tax-refund')
export class CatalogueCalculationsController {
  constructor(private readonly catalogue: Catalogue) {}

  @Post('rate')
  @CalculationOperation({
    id: 'findRefundRate',
    summary: 'Export refund rate by goods and export date',
    description: 'The date is the export date printed on the declaration. The longest prefix of the HS code decides.',
    request: RefundRateRequest,
    example: { hsCode: '8541430000', exportDate: '2026-03-31' },
    answers: RefundRateDto,
    problems: [RefundRateNotFoundError, ProductGroupUnknownError],
  })
  rate(@Body() request: RefundRateRequest): RefundRateDto {
    return wire(this.catalogue.refundRate(request.toQuery()));
  }
}
