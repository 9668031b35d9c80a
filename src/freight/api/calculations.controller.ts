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
    answers: RevenueTonsDto,
  })
  revenueTons(@Body() request: RevenueTonsRequest): RevenueTonsDto {
    return wire(lclFreight(request.toShipment()));
  }
}
