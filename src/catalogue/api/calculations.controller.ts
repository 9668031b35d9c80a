import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { CallerOf } from '../../platform/http/command.js';
import { type Principal } from '../../platform/http/request.js';
import { Catalogue } from '../application/catalogue.js';
import {
  ProductGroupUnknownError,
  RefundRateChoiceError,
  RefundRateNotFoundError,
} from '../domain/refund-rate.errors.js';
import { RefundRateDto, RefundRateRequest } from './dto/calculations.dto.js';

/** Questions to the reference data, as stateless calculators. */
@ApiTags('Calculations')
@Controller('v1/calculations/tax-refund')
export class CatalogueCalculationsController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Post('rate')
  @CalculationOperation({
    id: 'findRefundRate',
    summary: 'Export refund rate by goods and export date',
    description: 'The date is the export date printed on the declaration. The longest prefix of the HS code decides.',
    request: RefundRateRequest,
    example: { hsCode: '8541430000', exportDate: '2026-03-31' },
    answers: RefundRateDto,
    problems: [RefundRateNotFoundError, RefundRateChoiceError, ProductGroupUnknownError],
  })
  async rate(@Body() request: RefundRateRequest, @CallerOf() caller: Principal): Promise<RefundRateDto> {
    const query = request.toQuery();
    const { refundRate, validFrom, validTo, productGroup, zeroMeaning, rule, steps } = await this.unitOfWork.read(
      caller,
      (view) => this.catalogue.refundRate(view, query),
    );
    const meaning = zeroMeaning === undefined ? {} : { zeroMeaning };
    return wire({ refundRate, validFrom, validTo, productGroup, ...meaning, rule, steps });
  }
}
