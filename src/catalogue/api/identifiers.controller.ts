import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import {
  checkBic,
  checkContainerNumber,
  checkDeclarationNumber,
  checkIban,
  checkImoNumber,
  checkLei,
  checkSizeType,
  checkUscc,
} from '../../kernel/identifiers/index.js';
import { wire } from '../../kernel/wire.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import {
  ContainerNumberDto,
  ContainerSizeTypeDto,
  DeclarationNumberDto,
  IdentifierDto,
  IdentifierRequest,
} from './dto/calculations.dto.js';

const DESCRIPTION =
  'Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, ' +
  '`valid: false` and the first reason that applies.';

/** Checks of codes and numbers of the trade. */
@ApiTags('Calculations')
@Controller('v1/calculations/identifiers')
export class IdentifiersController {
  @Post('uscc')
  @CalculationOperation({
    id: 'checkUscc',
    summary: 'Unified social credit code (GB 32100-2015)',
    description: `${DESCRIPTION} Some codes of the early pilot are in force and fail the check: treat it as a warning.`,
    request: IdentifierRequest,
    example: { value: '91110000600037341L' },
    answers: IdentifierDto,
  })
  uscc(@Body() { value }: IdentifierRequest): IdentifierDto {
    return wire(checkUscc(value));
  }

  @Post('iso6346')
  @CalculationOperation({
    id: 'checkContainerNumber',
    summary: 'Container number (ISO 6346)',
    description: DESCRIPTION,
    request: IdentifierRequest,
    example: { value: 'CSQU3054383' },
    answers: ContainerNumberDto,
  })
  iso6346(@Body() { value }: IdentifierRequest): ContainerNumberDto {
    return wire(checkContainerNumber(value));
  }

  @Post('iban')
  @CalculationOperation({
    id: 'checkIban',
    summary: 'International account number (ISO 13616)',
    description: DESCRIPTION,
    request: IdentifierRequest,
    example: { value: 'GB29NWBK60161331926819' },
    answers: IdentifierDto,
  })
  iban(@Body() { value }: IdentifierRequest): IdentifierDto {
    return wire(checkIban(value));
  }

  @Post('imo')
  @CalculationOperation({
    id: 'checkImoNumber',
    summary: 'IMO ship number',
    description: DESCRIPTION,
    request: IdentifierRequest,
    example: { value: 'IMO 8814275' },
    answers: IdentifierDto,
  })
  imo(@Body() { value }: IdentifierRequest): IdentifierDto {
    return wire(checkImoNumber(value));
  }

  @Post('lei')
  @CalculationOperation({
    id: 'checkLei',
    summary: 'Legal entity identifier (ISO 17442)',
    description: DESCRIPTION,
    request: IdentifierRequest,
    example: { value: '213800KUD8LAJWSQ9D15' },
    answers: IdentifierDto,
  })
  lei(@Body() { value }: IdentifierRequest): IdentifierDto {
    return wire(checkLei(value));
  }

  @Post('bic')
  @CalculationOperation({
    id: 'checkBic',
    summary: 'Bank identifier (ISO 9362)',
    description: `${DESCRIPTION} There is no check digit.`,
    request: IdentifierRequest,
    example: { value: 'ABNABE2A' },
    answers: IdentifierDto,
  })
  bic(@Body() { value }: IdentifierRequest): IdentifierDto {
    return wire(checkBic(value));
  }

  @Post('customs-declaration-number')
  @CalculationOperation({
    id: 'readDeclarationNumber',
    summary: 'Customs declaration number (报关单号), 18 or 21 digits',
    description: `${DESCRIPTION} There is no check digit.`,
    request: IdentifierRequest,
    example: { value: '424020090000000001002' },
    answers: DeclarationNumberDto,
  })
  declarationNumber(@Body() { value }: IdentifierRequest): DeclarationNumberDto {
    return wire(checkDeclarationNumber(value));
  }

  @Post('container-size-type')
  @CalculationOperation({
    id: 'readContainerSizeType',
    summary: 'Container size-type code (ISO 6346)',
    description: DESCRIPTION,
    request: IdentifierRequest,
    example: { value: '45G1' },
    answers: ContainerSizeTypeDto,
  })
  sizeType(@Body() { value }: IdentifierRequest): ContainerSizeTypeDto {
    return wire(checkSizeType(value));
  }
}
