import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation, moneyOf } from '../../platform/http/calculation.js';
import { convertAtBoard } from '../domain/conversions/board-conversion.js';
import { forwardRate } from '../domain/forwards/forward-rate.js';
import { smallSellerStatus } from '../domain/safe/small-seller-status.js';
import { tradeCreditReports } from '../domain/safe/trade-credit-reports.js';
import {
  BoardConversionDto,
  BoardConversionRequest,
  ForwardRateDto,
  ForwardRateRequest,
  SmallSellerDto,
  SmallSellerRequest,
  TradeCreditReportsDto,
  TradeCreditReportsRequest,
} from './dto/calculations.dto.js';

/** The exchange rules as stateless calculators: the same functions that convert a collection. */
@ApiTags('Calculations')
@Controller('v1/calculations/fx')
export class FxCalculationsController {
  @Post('conversion')
  @CalculationOperation({
    id: 'calculateConversion',
    summary: "Conversion at a bank's board",
    description:
      'Who sells foreign currency gets the buying price, who buys it pays the selling price; per 100 units unless told ' +
      'otherwise. Half up, once, at the scale of the answer.',
    request: BoardConversionRequest,
    example: {
      amount: { amount: '10000.00', currency: 'USD' },
      side: 'sell',
      quote: { currency: 'CNY', unit: '100', spotBuy: '708.27' },
    },
    answers: BoardConversionDto,
  })
  conversion(@Body() request: BoardConversionRequest): BoardConversionDto {
    return wire(convertAtBoard(request.toConversion()));
  }

  @Post('forward-rate')
  @CalculationOperation({
    id: 'calculateForwardRate',
    summary: 'Forward rate by covered interest parity',
    description: 'Simple interest on both sides, each on the day basis of its currency; half up to eight decimals.',
    request: ForwardRateRequest,
    example: {
      spot: '7.1',
      baseCurrency: 'USD',
      quoteCurrency: 'CNY',
      baseRate: '0.0475',
      quoteRate: '0.0165',
      days: 91,
    },
    answers: ForwardRateDto,
  })
  forwardRate(@Body() request: ForwardRateRequest): ForwardRateDto {
    return wire(forwardRate(request.toTerms()));
  }

  @Post('trade-credit-reports')
  @CalculationOperation({
    id: 'calculateTradeCreditReports',
    summary: 'Which advances and deferrals SAFE must be told of, and by when',
    description: 'Thresholds by class of the enterprise, all exclusive; 30 days from the payment or shipment.',
    request: TradeCreditReportsRequest,
    example: { enterpriseClass: 'A', items: [{ type: 'advance_receipt', days: 31, occurredOn: '2026-04-01' }] },
    answers: TradeCreditReportsDto,
  })
  tradeCreditReports(@Body() { enterpriseClass, items }: TradeCreditReportsRequest): TradeCreditReportsDto {
    const credits = items.map((item) => item.toCredit());
    return wire(tradeCreditReports(enterpriseClass, credits));
  }

  @Post('small-seller-status')
  @CalculationOperation({
    id: 'calculateSmallSellerStatus',
    summary: 'Whether a small cross-border seller needs registration with SAFE (名录)',
    description: 'Exempt below USD 180,000.00 a year, warned to 200,000.00 inclusive, to be registered above.',
    request: SmallSellerRequest,
    example: { annualTrade: { amount: '190000.00', currency: 'USD' } },
    answers: SmallSellerDto,
  })
  smallSellerStatus(@Body() { annualTrade }: SmallSellerRequest): SmallSellerDto {
    return wire(smallSellerStatus(moneyOf(annualTrade)));
  }
}
