import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { verifiedGrossMass } from '../domain/verified-gross-mass.js';
import { VerifiedGrossMassDto, VerifiedGrossMassRequest } from './dto/verified-gross-mass.dto.js';

/** What a packed box weighs, as it is declared before the cut-off. */
@ApiTags('Calculations')
@Controller('v1/calculations/freight')
export class VerifiedGrossMassController {
  @Post('verified-gross-mass')
  @CalculationOperation({
    id: 'calculateVerifiedGrossMass',
    summary: 'Verified gross mass of a packed container',
    description:
      'SOLAS method 1 (weighed) or 2 (cargo, dunnage and tare), held against each other and against what the box may carry.',
    request: VerifiedGrossMassRequest,
    example: { method: 'SM1', cargoKg: '20000', dunnageKg: '300', tareKg: '2200', weighedKg: '22480' },
    answers: VerifiedGrossMassDto,
  })
  verify(@Body() request: VerifiedGrossMassRequest): VerifiedGrossMassDto {
    return wire(verifiedGrossMass(request.toBox()));
  }
}
