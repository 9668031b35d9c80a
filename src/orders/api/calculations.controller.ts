import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { exchangeCost } from '../domain/exchange-cost.js';
import { ExchangeCostDto, ExchangeCostRequest } from './dto/calculations.dto.js';

/** The margin rules as stateless calculators: the same functions that fill an order's margin. */
@ApiTags('Calculations')
@Controller('v1/calculations/margin')
export class MarginCalculationsController {
  @Post('exchange-cost')
  @CalculationOperation({
    id: 'calculateExchangeCost',
    summary: 'What one unit of foreign currency costs (换汇成本)',
    description: 'Purchase with VAT and fees, less the refund, over the FOB value; with a buying rate also the profit.',
    request: ExchangeCostRequest,
    example: {
      fob: { amount: '10000.00', currency: 'USD' },
      purchaseAmountInclVat: { amount: '79100.00', currency: 'CNY' },
      vatRate: '0.13',
      refundRate: '0.13',
      fees: { amount: '1000.00', currency: 'CNY' },
      buyRate: '7.1',
    },
    answers: ExchangeCostDto,
  })
  exchangeCost(@Body() request: ExchangeCostRequest): ExchangeCostDto {
    return wire(exchangeCost(request.toInput()));
  }
}
