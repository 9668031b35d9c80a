import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { wire } from '../../kernel/wire.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CalculationOperation } from '../../platform/http/calculation.js';
import { CallerOf } from '../../platform/http/command.js';
import { type Principal } from '../../platform/http/request.js';
import { ImportAssessments } from '../application/import-assessments.service.js';
import { ImportAssessmentDto, ImportAssessmentRequest } from './dto/import-assessment.dto.js';

const EXAMPLE = {
  importedOn: '2026-11-29',
  valueBasis: 'FOB',
  currency: 'USD',
  rate: '7.1',
  freight: { amount: '1200.00', currency: 'USD' },
  items: [
    {
      hsCode: '2208300000',
      total: { amount: '20000.00', currency: 'USD' },
      quantities: [
        { quantity: '1000', unit: '095' },
        { quantity: '912', unit: '035' },
      ],
    },
  ],
};

/** Imports of general trade, before they are declared. */
@ApiTags('Calculations')
@Controller('v1/customs/import-assessments')
export class ImportAssessmentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: ImportAssessments,
  ) {}

  @Post()
  @CalculationOperation({
    id: 'assessImport',
    summary: 'Duty and taxes of an import, at the rates on record for its codes',
    description:
      'Of general trade (0110). Duty, anti-dumping duty, consumption tax and VAT item by item, with each rate, its source and ' +
      'year, and the working. A provisional rate goes before the MFN rate. Where no source that is loaded states a rate, the ' +
      'code is refused: see `GET /v1/reference/hs-codes/{code}`.',
    request: ImportAssessmentRequest,
    example: EXAMPLE,
    answers: ImportAssessmentDto,
  })
  async assess(@CallerOf() caller: Principal, @Body() request: ImportAssessmentRequest): Promise<ImportAssessmentDto> {
    const shipment = request.toShipment();
    return wire(await this.unitOfWork.read(caller, (view) => this.assessments.assess(view, shipment)));
  }
}
