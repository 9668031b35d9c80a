import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { convertAtBoard } from '../domain/board-conversion.js';
import { BoardConversionDto, BoardConversionRequest } from './dto/calculations.dto.js';

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
}
