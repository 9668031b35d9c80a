import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { factoring } from '../domain/factoring.js';
import { guaranteeLiability } from '../domain/guarantee/liability.js';
import { interestOver } from '../domain/interest.js';
import { FactoringDto, FactoringRequest, InterestDto, InterestRequest } from './dto/calculations.dto.js';
import { GuaranteeLiabilityDto, GuaranteeLiabilityRequest } from './dto/guarantee-calculation.dto.js';

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

  @Post('guarantee-liability')
  @CalculationOperation({
    id: 'calculateGuaranteeLiability',
    summary: 'What each member of a guarantee group answers for, and on whom a default falls',
    description:
      'Joint and several: each answers for all that the group owes. A call takes the own account of the defaulted member, then ' +
      'the pool, then the others in proportion to their limits; where nobody has one, in equal parts.',
    request: GuaranteeLiabilityRequest,
    example: {
      members: [
        { memberId: 'A', outstanding: { amount: '500000.00', currency: 'CNY' } },
        { memberId: 'B', outstanding: { amount: '300000.00', currency: 'CNY' } },
        { memberId: 'C', outstanding: { amount: '200000.00', currency: 'CNY' } },
      ],
      call: {
        defaultedMemberId: 'A',
        amountDue: { amount: '500000.00', currency: 'CNY' },
        ownFunds: { amount: '20000.00', currency: 'CNY' },
        poolFunds: { amount: '30000.00', currency: 'CNY' },
      },
    },
    answers: GuaranteeLiabilityDto,
  })
  guaranteeLiability(@Body() request: GuaranteeLiabilityRequest): GuaranteeLiabilityDto {
    return wire(guaranteeLiability(request.toTerms()));
  }
}
