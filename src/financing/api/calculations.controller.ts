import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { factoring } from '../domain/factoring.js';
import { interestOver } from '../domain/interest.js';
import { FactoringDto, FactoringRequest, InterestDto, InterestRequest } from './dto/calculations.dto.js';

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

  @Post('factoring')
  @CalculationOperation({
    id: 'calculateFactoring',
    summary: 'Advance, reserve and settlement of a factored invoice',
    description: 'The advance is rounded down; fee and interest come out of what the buyer pays.',
    request: FactoringRequest,
    example: {
      invoice: { amount: '10000.00', currency: 'USD' },
      advanceRate: '0.80',
      feeRate: '0.01',
      interest: { annualRate: '0.06', days: 60 },
    },
    answers: FactoringDto,
  })
  factoring(@Body() request: FactoringRequest): FactoringDto {
    return wire(factoring(request.toTerms()));
  }
}
