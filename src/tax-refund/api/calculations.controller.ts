import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { agencyRefund } from '../domain/agency-refund.js';
import { manufacturerRefund } from '../domain/manufacturer-refund.js';
import { refundDeadlines } from '../domain/refund-deadlines.js';
import { tradingRefund } from '../domain/trading-refund.js';
import {
  AgencyRefundDto,
  AgencyRefundRequest,
  DeadlinesDto,
  DeadlinesRequest,
  ManufacturerRefundDto,
  ManufacturerRefundRequest,
  TradingRefundDto,
  TradingRefundRequest,
} from './dto/calculations.dto.js';

/** The refund rules as stateless calculators: the same functions that work out a claim. */
@ApiTags('Calculations')
@Controller('v1/calculations/tax-refund')
export class TaxRefundCalculationsController {
  @Post('trading')
  @CalculationOperation({
    id: 'calculateTradingRefund',
    summary: 'Refund of a trading company (免退税)',
    description:
      'Purchase amount without VAT × the lower of refund rate and VAT rate, per item, half up to the fen, then summed. ' +
      'The export price and the exchange rate play no part.',
    request: TradingRefundRequest,
    example: {
      items: [{ purchaseAmountExVat: { amount: '12.50', currency: 'CNY' }, vatRate: '0.13', refundRate: '0.09' }],
    },
    answers: TradingRefundDto,
  })
  trading(@Body() request: TradingRefundRequest): TradingRefundDto {
    return wire(tradingRefund(request.items.map((item) => item.toItem())));
  }

  @Post('manufacturer')
  @CalculationOperation({
    id: 'calculateManufacturerRefund',
    summary: 'Refund of a manufacturer for a tax period (免抵退税)',
    description:
      'The refund is the lower of the credit left at the end of the period and the ceiling 免抵退税额; ' +
      'what the ceiling exceeds it by is set off against domestic VAT.',
    request: ManufacturerRefundRequest,
    example: {
      rateGroups: [
        { fob: { amount: '800000.00', currency: 'USD' }, fxRate: '6.30', vatRate: '0.13', refundRate: '0.09' },
      ],
      domesticOutputVat: { amount: '780000.00', currency: 'CNY' },
      inputVat: { amount: '2000000.00', currency: 'CNY' },
      carryForwardCredit: { amount: '0.00', currency: 'CNY' },
    },
    answers: ManufacturerRefundDto,
  })
  manufacturer(@Body() request: ManufacturerRefundRequest): ManufacturerRefundDto {
    return wire(manufacturerRefund(request.toPeriod()));
  }

  @Post('agency')
  @CalculationOperation({
    id: 'calculateAgencyRefund',
    summary: 'Refund that the platform files for a manufacturer (代办退税)',
    description: 'The amount of the special invoice is the FOB value in CNY itself, not divided by 1 + VAT rate.',
    request: AgencyRefundRequest,
    example: {
      items: [{ fob: { amount: '10000.00', currency: 'USD' }, fxRate: '7.0827', vatRate: '0.13', refundRate: '0.13' }],
    },
    answers: AgencyRefundDto,
  })
  agency(@Body() request: AgencyRefundRequest): AgencyRefundDto {
    return wire(agencyRefund(request.items.map((item) => item.toItem())));
  }

  @Post('deadlines')
  @CalculationOperation({
    id: 'calculateRefundDeadlines',
    summary: 'Days by which an export must be collected and filed',
    description: 'Plain calendar days; nothing is moved for weekends or holidays.',
    request: DeadlinesRequest,
    example: { exportDate: '2026-05-31', contractFinalCollection: '2029-05-31' },
    answers: DeadlinesDto,
  })
  deadlines(@Body() request: DeadlinesRequest): DeadlinesDto {
    return wire(refundDeadlines(request.toExport()));
  }
}
