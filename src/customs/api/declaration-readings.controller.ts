import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { CalculationOperation } from '../../platform/http/calculation.js';
import { DeclarationReadings } from '../application/declaration-readings.service.js';
import { DeclarationReadingDto, DeclarationReadingRequest } from './dto/declaration-reading.dto.js';

/** Declarations that somebody else has written. */
@ApiTags('Customs messages')
@Controller('v1/customs/declaration-messages')
export class DeclarationReadingsController {
  constructor(private readonly readings: DeclarationReadings) {}

  @Post('readings')
  @CalculationOperation({
    id: 'readDeclarationMessage',
    summary: 'A declaration, from its message to JSON and to a form',
    description:
      'Every element of a DecMessage as JSON, and the form of an export or an import that would be declared as it. ' +
      '`unheld` names what the form cannot say. What a message does not say is empty in the form; weights and packages, ' +
      'which it states of all goods together, are put on the items so that they add up. Nothing is stored.',
    request: DeclarationReadingRequest,
    example: {
      xml: '<DecMessage xmlns="http://www.chinaport.gov.cn/dec"><DecHead><IEFlag>I</IEFlag></DecHead></DecMessage>',
    },
    answers: DeclarationReadingDto,
  })
  read(@Body() { xml }: DeclarationReadingRequest): DeclarationReadingDto {
    return DeclarationReadingDto.from(this.readings.read(xml));
  }
}
