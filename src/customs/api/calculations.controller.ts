import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation, decimalOf } from '../../platform/http/calculation.js';
import { clearanceChannels } from '../domain/clearance-channels.js';
import { declaredWeight } from '../domain/declared-weight.js';
import { importTax } from '../domain/import-tax.js';
import { retailImportTax } from '../domain/retail-import-tax.js';
import { threeDocumentMatch } from '../domain/three-document-match.js';
import { DeclaredWeightDto, DeclaredWeightRequest, ImportTaxDto, ImportTaxRequest } from './dto/calculations.dto.js';
import { DocumentMatchDto, DocumentMatchRequest } from './dto/document-match.dto.js';
import {
  ClearanceChannelsDto,
  ClearanceChannelsRequest,
  RetailImportTaxDto,
  RetailImportTaxRequest,
} from './dto/retail-calculations.dto.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const MATCH_EXAMPLE = {
  order: {
    orderNo: 'ORD-1',
    platformCode: '1101110325',
    goodsValue: cny('400.00'),
    freight: cny('20.00'),
    taxTotal: cny('38.22'),
    discount: cny('0.00'),
    actualPaid: cny('458.22'),
    lines: [{ lineNo: 1, itemName: '奶粉', quantity: '2', unitPrice: cny('200.00'), total: cny('400.00') }],
  },
  payment: { orderNo: 'ORD-1', platformCode: '1101110325', amountPaid: cny('458.20') },
  waybill: { orderNo: 'ORD-1', waybillNo: 'SF1234567890', logisticsCode: '4403990001' },
};

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
    description: 'Ad valorem, in CNY; the anti-dumping duty is part of the base of the other taxes.',
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

  @Post('retail-import-tax')
  @CalculationOperation({
    id: 'calculateRetailImportTax',
    summary: 'Taxes of a cross-border retail import',
    description:
      'Within the limits of an order (5,000 CNY) and of a year (26,000 CNY) no duty and 70 % of consumption tax and VAT; outside of them the full taxes.',
    request: RetailImportTaxRequest,
    example: {
      retailPrice: { amount: '500.00', currency: 'CNY' },
      freight: { amount: '20.00', currency: 'CNY' },
      consumptionTaxRate: '0.15',
      vatRate: '0.13',
    },
    answers: RetailImportTaxDto,
  })
  retailImportTax(@Body() request: RetailImportTaxRequest): RetailImportTaxDto {
    return wire(retailImportTax(request.toPurchase()));
  }

  @Post('clearance-channels')
  @CalculationOperation({
    id: 'calculateClearanceChannels',
    summary: 'By declaration or by list: which channels goods of a supervision mode may take',
    description: 'With those excluded, and why: value limit, licence, inspection, tax.',
    request: ClearanceChannelsRequest,
    example: { supervisionMode: '9710', value: { amount: '5000.01', currency: 'CNY' } },
    answers: ClearanceChannelsDto,
  })
  clearanceChannels(@Body() request: ClearanceChannelsRequest): ClearanceChannelsDto {
    return wire(clearanceChannels(request.toGoods()));
  }

  @Post('three-document-match')
  @CalculationOperation({
    id: 'calculateThreeDocumentMatch',
    summary: 'Order, payment, waybill and list of a retail import against one another (三单对碰)',
    description:
      'Field by field, as far as the documents have arrived: what disagrees, where, and what is missing. Two fields are compared only where both documents give them. Persons are pointed at, not repeated.',
    request: DocumentMatchRequest,
    example: MATCH_EXAMPLE,
    answers: DocumentMatchDto,
  })
  threeDocumentMatch(@Body() request: DocumentMatchRequest): DocumentMatchDto {
    return wire(threeDocumentMatch(request.toDocuments()));
  }
}
