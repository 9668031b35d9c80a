import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { chargeableWeight } from '../domain/chargeable-weight.js';
import { lclFreight } from '../domain/revenue-tons.js';
import {
  ChargeableWeightDto,
  ChargeableWeightRequest,
  RevenueTonsDto,
  RevenueTonsRequest,
} from './dto/calculations.dto.js';

/** The freight rules as stateless calculators: the same functions that price a quote. */
@ApiTags('Calculations')
@Controller('v1/calculations/freight')
export class FreightCalculationsController {
  @Post('chargeable-weight')
  @CalculationOperation({
    id: 'calculateChargeableWeight',
    summary: 'Weight that air freight and couriers charge',
    description: 'The greater of gross and volumetric weight, up to the next step. Volume is not rounded per piece.',
    request: ChargeableWeightRequest,
    example: {
      mode: 'air',
      pieces: [{ count: 8, lengthCm: '60', widthCm: '40', heightCm: '20' }],
      grossKg: '45',
      roundUpToKg: '0.5',
    },
    answers: ChargeableWeightDto,
  })
  chargeableWeight(@Body() request: ChargeableWeightRequest): ChargeableWeightDto {
    return wire(chargeableWeight(request.toShipment()));
  }

  @Post('revenue-tons')
  @CalculationOperation({
    id: 'calculateRevenueTons',
    summary: 'LCL sea freight by revenue ton (W/M)',
    description: 'A ton or a cubic metre, whichever is more; each piece is rounded to 0.001 m³ before the sum.',
    request: RevenueTonsRequest,
    example: {
      pieces: [{ count: 1, lengthCm: '150', widthCm: '120', heightCm: '120' }],
      grossKg: '500',
      ratePerRevenueTon: { amount: '90.00', currency: 'USD' },
      fixedCharges: [{ amount: '200.00', currency: 'USD' }],
    },
    answers: RevenueTonsDto,
  })
  revenueTons(@Body() request: RevenueTonsRequest): RevenueTonsDto {
    return wire(lclFreight(request.toShipment()));
  }
}
