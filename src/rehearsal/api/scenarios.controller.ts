import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { LanguageOf } from '../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { LiveCallerError } from '../../platform/tenants/tenant.errors.js';
import { Scenarios } from '../application/scenarios.service.js';
import { StepWatch } from '../application/step-watch.js';
import { ActingForError, NoSandboxError } from '../domain/rehearsal.errors.js';
import { ScenarioStepDto } from './dto/scenario-step.dto.js';
import {
  ScenarioDto,
  ScenarioKindsDto,
  ScenarioPageDto,
  ScenarioRequest,
  ScenariosQuery,
  ScenarioSummaryDto,
} from './dto/scenario.dto.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'scn_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

@ApiTags('Rehearsal')
@Controller('v1/sandbox')
export class ScenariosController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly scenarios: Scenarios,
    private readonly watch: StepWatch,
  ) {}

  @Get('scenario-kinds')
  @QueryOperation({
    id: 'listScenarioKinds',
    summary: 'How an export can be rehearsed',
    description: 'Every kind with its steps, and its parameters as a JSON Schema.',
    scope: 'operations:read',
    answers: ScenarioKindsDto,
    speaks: true,
  })
  kinds(@LanguageOf() language: Language): ScenarioKindsDto {
    return ScenarioKindsDto.in(language);
  }

  @Post('scenarios')
  @CommandOperation({
    id: 'startScenario',
    summary: 'Rehearse a whole export in one call',
    description:
      'From entering the parties to the closed order. Each step is a request to this API with the rights of the calling ' +
      'credential, or a wait for what comes by itself; a step that the credential may not do is refused, and told. At ' +
      'once, or step by step. For sandbox tenants only.',
    scope: 'operations:write',
    costly: true,
    answers: ScenarioDto,
    status: 201,
    speaks: true,
    examples: {
      at_once: { kind: 'export' },
      stepwise: { kind: 'customs_refuses', mode: 'stepwise' },
      with_parameters: { kind: 'buyer_pays_short', parameters: { charges: '12.50' } },
    },
    problems: [InvalidInputError, LiveCallerError, NoSandboxError, ActingForError],
  })
  start(@CommandOf() command: Command, @Body() request: ScenarioRequest): Promise<string> {
    const { kind, mode = 'at_once', parameters = {} } = request;
    return this.commands.run(
      command,
      (tx) => this.scenarios.begin(tx, command, { kind, mode, parameters }),
      ScenarioDto.in(command.language),
    );
  }

  @Get('scenarios')
  @QueryOperation({
    id: 'listScenarios',
    summary: 'Scenarios, newest first',
    description: 'Without their steps. Filters go together.',
    scope: 'operations:read',
    answers: ScenarioPageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: ScenariosQuery): Promise<ScenarioPageDto> {
    const found = await this.unitOfWork.read(caller, (view) => this.scenarios.list(view, query, query));
    return mapPage(found, ScenarioSummaryDto.from);
  }

  @Get('scenarios/:id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getScenario',
    summary: 'How a scenario stands',
    description:
      'Every step with what was called, to be copied, and what it made; what is next, what it waits for, and why it failed.',
    scope: 'operations:read',
    answers: ScenarioDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @LanguageOf() language: Language,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ScenarioDto> {
    const played = await this.unitOfWork.read(caller, (view) => this.scenarios.get(view, parseId('scenario', id)));
    return withETag(reply, ScenarioDto.in(language)(played));
  }

  @Post('scenarios/:id/steps')
  @ApiParam(ID)
  @CommandOperation({
    id: 'stepScenario',
    summary: 'Do the next step of a stepwise scenario',
    description:
      'Answers what it did. A step that waits may take longer than a request should: then it is answered as it stands, ' +
      '`ordered` or `waiting`, and the scenario tells how it went.',
    scope: 'operations:write',
    answers: ScenarioStepDto,
    status: 202,
    speaks: true,
    ifMatch: 'optional',
    byId: true,
    problems: [IllegalTransitionError],
  })
  async step(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const scenarioId = parseId('scenario', id);
    const { caller, language } = command;
    const ordered = await this.commands.run(
      command,
      (tx) => this.scenarios.step(tx, scenarioId),
      ({ scenario, row }) => ScenarioStepDto.of(scenario, language)(row),
    );
    const { number } = JSON.parse(ordered) as ScenarioStepDto;
    const settled = await this.watch.settled(caller, scenarioId, number);
    return settled === null ? ordered : JSON.stringify(ScenarioStepDto.of(settled.scenario, language)(settled.row));
  }
}
