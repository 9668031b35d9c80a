import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Tx } from '../../platform/database/session.js';
import { type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { type Declared } from '../application/declarations.service.js';
import { ImportAssessments } from '../application/import-assessments.service.js';
import { Inspections } from '../application/inspections.service.js';
import { Redeliveries } from '../application/redeliveries.service.js';
import { NotInspectedError, RedeliveryUnsafeError } from '../domain/declaration-request.errors.js';
import { ImportDeclarationDto } from './dto/import-declaration.dto.js';
import { appointmentOf, InspectionAppointmentDto, InspectionResultDto, resultOf } from './dto/inspection.dto.js';
import { IMPORT_ID, IMPORTED } from './import-operations.js';

/** What is noted of an import while customs has it. */
@ApiTags('Customs')
@Controller('v1/customs/import-declarations/:id')
export class ImportStepsController {
  constructor(
    private readonly commands: Commands,
    private readonly inspections: Inspections,
    private readonly redeliveries: Redeliveries,
    private readonly assessments: ImportAssessments,
  ) {}

  @Post('inspection-appointment')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'appointImportInspection',
    summary: 'Say when and where an import is inspected',
    description: 'While customs wants to see the goods (`inspecting`). Kept here: customs is not told.',
    ifMatch: 'optional',
    byId: true,
    problems: [NotInspectedError],
  })
  appoint(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() body: InspectionAppointmentDto,
  ): Promise<string> {
    const appointment = appointmentOf(body);
    return this.run(command, (tx) => this.inspections.appoint(tx, parseId('declaration', id), appointment, 'import'));
  }

  @Post('inspection-result')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'reportImportInspection',
    summary: 'Say what the inspection of an import found',
    description: 'With references to the evidence, also after the release. What follows from it comes from customs.',
    ifMatch: 'optional',
    byId: true,
    problems: [NotInspectedError],
  })
  report(@CommandOf() command: Command, @Param('id') id: string, @Body() body: InspectionResultDto): Promise<string> {
    const result = resultOf(body);
    return this.run(command, (tx) => this.inspections.report(tx, parseId('declaration', id), result, 'import'));
  }

  @Post('redelivery')
  @ApiParam(IMPORT_ID)
  @CommandOperation({
    ...IMPORTED,
    id: 'redeliverImportDeclaration',
    summary: 'Look for the message of an import that seems lost',
    description: 'As with exports: customs is asked for it now, and only if it does not know it, it is sent again.',
    status: 202,
    ifMatch: 'optional',
    byId: true,
    problems: [RedeliveryUnsafeError],
  })
  redeliver(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    return this.run(command, (tx) => this.redeliveries.look(tx, parseId('declaration', id), 'import'));
  }

  private run(command: Command, act: (tx: Tx) => Promise<Declared>): Promise<string> {
    return this.commands.run(
      command,
      async (tx) => {
        const declared = await act(tx);
        return { ...declared, tax: await this.assessments.foresee(tx, declared.declaration) };
      },
      (shown) => ImportDeclarationDto.from(shown, command.language),
    );
  }
}
