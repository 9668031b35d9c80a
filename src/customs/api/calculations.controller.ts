import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation, decimalOf } from '../../platform/http/calculation.js';
import { declaredWeight } from '../domain/declared-weight.js';
import { importTax } from '../domain/import-tax.js';
import { DeclaredWeightDto, DeclaredWeightRequest, ImportTaxDto, ImportTaxRequest } from './dto/calculations.dto.js';

/** Customs rules as stateless calculators. */
@ApiTags('Calculations')
@Controller('v1/calculations/customs')
export class CustomsCalculationsController {
  @Post('declared-weight')
  @CalculationOperation({
    id: 'calculateDeclaredWeight',
    summary: 'Weight as a declaration shows it',
    description: 'Under a kilogram: two decimals from 2024-04-10, before as one kilogram. More stays as it is.',
    request: DeclaredWeightRequest,
    example: { kilograms: '0.456', declaredOn: '2026-04-10' },
    answers: DeclaredWeightDto,
  })
  declaredWeight(@Body() { kilograms, declaredOn }: DeclaredWeightRequest): DeclaredWeightDto {
    return wire(declaredWeight(decimalOf(kilograms), declaredOn));
  }

  @Post('import-tax')
  @CalculationOperation({
    id: 'calculateImportTax',
    summary: 'Duty, consumption tax and VAT of a general-trade import',
    description: 'By value, by quantity or both, in CNY; the anti-dumping duty is part of the base of the other taxes.',
    request: ImportTaxRequest,
    example: {
      goods: { amount: '1200000.00', currency: 'CNY' },
      freight: { amount: '100000.00', currency: 'CNY' },
      dutyRate: '0.20',
      consumptionTaxRate: '0.15',
      vatRate: '0.13',
    },
    answers: ImportTaxDto,
  })
  importTax(@Body() request: ImportTaxRequest): ImportTaxDto {
    return wire(importTax(request.toGoods()));
  }
}
