import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { cifPrices } from '../domain/cif-price.js';
import { CifDto, CifRequest } from './dto/pricing.dto.js';

/** Prices under one Incoterm from those under another, as a stateless calculator. */
@ApiTags('Calculations')
@Controller('v1/calculations/pricing')
export class PricingCalculationsController {
  @Post('cif')
  @CalculationOperation({
    id: 'calculateCif',
    summary: 'CIF, CFR and FOB from one another',
    description: 'The premium is on the insured value, which is a multiple of the CIF value itself.',
    request: CifRequest,
    example: { cfr: { amount: '20000.00', currency: 'USD' }, insuredValueFactor: '1.10', premiumRate: '0.006' },
    answers: CifDto,
  })
  cif(@Body() request: CifRequest): CifDto {
    return wire(cifPrices(request.toTerms()));
  }
}
