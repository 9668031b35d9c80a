import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { type Declared } from '../application/declarations.service.js';
import { Inspections } from '../application/inspections.service.js';
import { NotInspectedError } from '../domain/declaration-request.errors.js';
import { DeclarationDto } from './dto/declaration.dto.js';
import { appointmentOf, InspectionAppointmentDto, InspectionResultDto, resultOf } from './dto/inspection.dto.js';

const DECLARATION_ID = {
  name: 'id',
  description: 'Id of the declaration',
  schema: { type: 'string', maxLength: 40, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

const RECORDED = {
  scope: 'customs:write',
  answers: DeclarationDto,
  speaks: true,
  ifMatch: 'optional',
  byId: true,
  problems: [NotInspectedError],
} as const;

/** Inspections that customs ordered (查验). */
@ApiTags('Customs')
@Controller('v1/customs/declarations/:id')
export class InspectionsController {
  constructor(
    private readonly commands: Commands,
    private readonly inspections: Inspections,
  ) {}

  @Post('inspection-appointment')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...RECORDED,
    id: 'appointInspection',
    summary: 'Say when and where the goods are inspected',
    description:
      'While customs wants to see them (`inspecting`); once more where it was moved. Kept here: customs is not told.',
  })
  appoint(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() body: InspectionAppointmentDto,
  ): Promise<string> {
    return this.run(command, (tx) => this.inspections.appoint(tx, parseId('declaration', id), appointmentOf(body)));
  }

  @Post('inspection-result')
  @ApiParam(DECLARATION_ID)
  @CommandOperation({
    ...RECORDED,
    id: 'reportInspection',
    summary: 'Say what the inspection found',
    description:
      'With references to the evidence, also after the release. It moves nothing: what follows from it comes from customs as a ' +
      'receipt. Said once more it replaces what was said, and the audit keeps both.',
  })
  report(@CommandOf() command: Command, @Param('id') id: string, @Body() body: InspectionResultDto): Promise<string> {
    return this.run(command, (tx) => this.inspections.report(tx, parseId('declaration', id), resultOf(body)));
  }

  private run(
    command: Command,
    act: (tx: Parameters<Parameters<Commands['run']>[1]>[0]) => Promise<Declared>,
  ): Promise<string> {
    return this.commands.run(command, act, (result: Declared) => DeclarationDto.from(result, command.language));
  }
}
