import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { LanguageOf } from '../../platform/http/language.js';
import { chargeableWeight } from '../domain/chargeable-weight.js';
import { planContainers } from '../domain/container-plan.js';
import { lclFreight } from '../domain/revenue-tons.js';
import {
  ChargeableWeightDto,
  ChargeableWeightRequest,
  RevenueTonsDto,
  RevenueTonsRequest,
} from './dto/calculations.dto.js';
import { ContainerPlanDto, ContainerPlanRequest } from './dto/container-plan.dto.js';

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

  @Post('container-plan')
  @CalculationOperation({
    id: 'calculateContainerPlan',
    summary: 'Containers that a shipment needs',
    description:
      "The cheapest mix of 20', 40' and 40' high cube that holds the pieces by volume, weight and floor; what fits into none is named.",
    request: ContainerPlanRequest,
    example: { pieces: [{ count: 400, length: '60', width: '50', height: '50', weight: '15' }] },
    answers: ContainerPlanDto,
    speaks: true,
  })
  containerPlan(@Body() request: ContainerPlanRequest, @LanguageOf() language: Language): ContainerPlanDto {
    return ContainerPlanDto.from(wire(planContainers(request.toPlan())), language);
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
