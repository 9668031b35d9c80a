import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { LiveCallerError } from '../../platform/tenants/tenant.errors.js';
import { Simulations } from '../application/simulations.service.js';
import { ActingForError, NoSandboxError } from '../domain/rehearsal.errors.js';
import {
  SimulationDto,
  SimulationKindsDto,
  SimulationPageDto,
  SimulationRequest,
  SimulationsQuery,
} from './dto/simulation.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'sim_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Rehearsal')
@Controller('v1/sandbox')
export class SimulationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly simulations: Simulations,
  ) {}

  @Get('simulation-kinds')
  @QueryOperation({
    id: 'listSimulationKinds',
    summary: 'What partners can be made to do',
    description: 'Every outcome, whose it is, what it is about, and its parameters as a JSON Schema.',
    scope: 'operations:read',
    answers: SimulationKindsDto,
    speaks: true,
  })
  kinds(@LanguageOf() language: Language): SimulationKindsDto {
    return SimulationKindsDto.in(language);
  }

  @Post('simulations')
  @CommandOperation({
    id: 'createSimulation',
    summary: 'Make a partner do something',
    description:
      'To one resource of the calling sandbox tenant, and to nothing else. The simulated partner is told a moment later, ' +
      'and then goes on as partners do: by its own messages. For sandbox tenants only.',
    scope: 'operations:write',
    answers: SimulationDto,
    status: 202,
    examples: { paid: { kind: 'collection.paid', resourceId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' } },
    byId: true,
    problems: [InvalidInputError, LiveCallerError, NoSandboxError, ActingForError],
  })
  order(
    @CommandOf() command: Command,
    @Body() { kind, resourceId, parameters = {} }: SimulationRequest,
  ): Promise<string> {
    const wish = { kind, resourceId, parameters };
    return this.commands.run(command, (tx) => this.simulations.order(tx, command, wish), SimulationDto.from);
  }

  @Get('simulations')
  @QueryOperation({
    id: 'listSimulations',
    summary: 'What partners were made to do, newest first',
    description: 'Filters go together.',
    scope: 'operations:read',
    answers: SimulationPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: SimulationsQuery): Promise<SimulationPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.simulations.list(view, query, query));
    return mapPage(found, SimulationDto.from);
  }

  @Get('simulations/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getSimulation',
    summary: 'One simulation',
    description: 'What the sandbox was told, and what it answered or why it would not.',
    scope: 'operations:read',
    answers: SimulationDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SimulationDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.simulations.get(view, parseId('simulation', id)));
    return withETag(reply, SimulationDto.from(found));
  }
}
