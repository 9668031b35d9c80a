import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { type Language } from '../../kernel/sentence.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { CebConversions, type Conversion } from '../application/ceb-conversions.service.js';
import { SAY } from '../domain/ceb/ceb.sentences.js';
import { mappingOf } from '../domain/ceb/mapping.js';
import { type Message } from '../domain/ceb/layout.js';
import { MESSAGE_NAMES, messageNamed } from '../domain/ceb/messages.js';
import {
  CebConversionDto,
  CebConversionRequest,
  CebMappingDto,
  CebMessageDto,
  CebMessageListDto,
} from './dto/ceb.dto.js';

/** The messages of cross-border e-commerce (跨境电商统一版) between JSON and the official XML. */
@ApiTags('Customs messages')
@Controller('v1/customs/ceb')
export class CebController {
  constructor(private readonly conversions: CebConversions) {}

  @Post('conversions')
  @CalculationOperation({
    id: 'convertCebMessage',
    summary: 'A message of cross-border e-commerce, from XML to JSON or back, and what is wrong with it',
    description:
      'Held against the layout of the official schema (2022-05) with all findings at once; what is valid is written as the exchange takes it. ' +
      'Signatures are kept as they are and not verified. Nothing is stored.',
    request: CebConversionRequest,
    example: {
      message: 'CEB304Message',
      json: {
        guid: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94',
        version: '1.0',
        OrderReturn: [
          {
            guid: '704ea0f1-b229-4e89-9f2f-c2e550e95c86',
            ebpCode: '1105910159',
            ebcCode: '1105910159',
            orderNo: 'SO-2026-0001',
            returnStatus: '2',
            returnTime: '20260401120000000',
            returnInfo: '新增申报成功',
          },
        ],
      },
    },
    answers: CebConversionDto,
    speaks: true,
  })
  convert(@Body() request: CebConversionRequest, @LanguageOf() language: Language): CebConversionDto {
    return CebConversionDto.from(this.conversion(request), language);
  }

  @Get('mappings')
  @QueryOperation({
    id: 'listCebMessages',
    summary: 'Every message of cross-border e-commerce',
    description: 'Of exports and imports, as of 2022-05.',
    scope: 'calculations:use',
    answers: CebMessageListDto,
  })
  list(): CebMessageListDto {
    return { data: MESSAGE_NAMES.map((name) => CebMessageDto.from(known(name))) };
  }

  @Get('mappings/:message')
  @ApiParam({
    name: 'message',
    description: 'Name of the root',
    schema: { type: 'string', maxLength: 20, pattern: '^CEB\\d{3}Message$', example: 'CEB303Message' },
  })
  @QueryOperation({
    id: 'getCebMapping',
    summary: 'Where each value of a message stands in XML and in JSON, and what may stand there',
    description: 'In the order in which the elements must stand.',
    scope: 'calculations:use',
    answers: CebMappingDto,
    byId: true,
  })
  mapping(@Param('message') name: string): CebMappingDto {
    const message = known(name);
    return CebMappingDto.of(message, mappingOf(message));
  }

  private conversion({ xml, message, json }: CebConversionRequest): Conversion {
    if (xml !== undefined && message === undefined && json === undefined) return this.conversions.ofXml(xml);
    if (xml === undefined && message !== undefined && json !== undefined) return this.conversions.ofJson(message, json);
    throw new InvalidInputError([{ pointer: '', code: 'one_of', message: SAY.xml_or_json }], SAY.xml_or_json);
  }
}

function known(name: string): Message {
  const message = messageNamed(name);
  if (message === undefined) throw new ResourceNotFoundError(SAY.no_such_message);
  return message;
}
