import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { interestOver } from '../domain/interest.js';
import { InterestDto, InterestRequest } from './dto/calculations.dto.js';

/** The loan rules as stateless calculators: the same functions that accrue an advance. */
@ApiTags('Calculations')
@Controller('v1/calculations/financing')
export class FinancingCalculationsController {
  @Post('interest')
  @CalculationOperation({
    id: 'calculateInterest',
    summary: 'Simple interest over one or more periods',
    description:
      'Actual days, the first counts and the last does not; ACT/360, or ACT/365 for GBP and HKD. Rounded once.',
    request: InterestRequest,
    example: {
      annualRate: '0.10',
      periods: [{ principal: { amount: '1000.00', currency: 'USD' }, days: 365 }],
    },
    answers: InterestDto,
  })
  interest(@Body() request: InterestRequest): InterestDto {
    return wire(interestOver(request.toTerms()));
  }
}
