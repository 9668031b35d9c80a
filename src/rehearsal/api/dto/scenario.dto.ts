import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type Scenario } from '../../application/scenario-rows.js';
import { type Played } from '../../application/scenarios.service.js';
import { schemaOf } from '../../domain/parameters.js';
import { SCENARIO_KINDS, scenarioKind, type ScenarioKind } from '../../domain/scenario-kinds.js';
import { type Mode, MODES, SCENARIO, SCENARIO_STATES, type ScenarioState } from '../../domain/scenario-state.js';
import { NextStepDto, ScenarioStepDto } from './scenario-step.dto.js';

const KINDS = SCENARIO_KINDS.map(({ kind }) => kind);
const KIND = { values: KINDS, example: 'export' };
const MODE = {
  description: '`at_once` runs through; `stepwise` begins paused, and does a step each time it is told to',
  values: MODES,
  example: 'at_once',
};

export class ScenarioRequest {
  @EnumField({ ...KIND, description: 'How the export is to go: `GET /v1/sandbox/scenario-kinds`' })
  kind!: string;

  @EnumField({ ...MODE, optional: true })
  mode?: Mode;

  @JsonField({ description: 'More, as the catalogue has it for the kind', optional: true, example: {} })
  parameters?: object;
}

export class ScenariosQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: wordsPattern(SCENARIO_STATES),
    max: 60,
    optional: true,
    example: 'running,paused',
  })
  state?: string;

  @TextField({ description: 'Only those of this kind', max: 60, optional: true, example: 'export' })
  kind?: string;
}

/** How a scenario stands, without its steps. */
export class ScenarioSummaryDto {
  @IdField({ description: 'The scenario', kind: 'scenario' })
  readonly id!: string;

  @EnumField({ ...KIND, description: 'How the export is to go' })
  readonly kind!: string;

  @EnumField(MODE)
  readonly mode!: Mode;

  @EnumField({ description: 'How it stands', values: SCENARIO_STATES, example: 'running' })
  readonly state!: ScenarioState;

  @TextListField({ description: 'What may be done now', max: 4, maxLength: 20, example: ['step'] })
  readonly allowedActions!: string[];

  @JsonField({ description: 'As they were given', example: {} })
  readonly parameters!: object;

  @IdField({ description: 'The order, once it is placed', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @IntegerField({ description: 'How many steps are done', max: 100, example: 7 })
  readonly stepsDone!: number;

  @IntegerField({ description: 'How many there are', max: 100, example: 16 })
  readonly stepsTotal!: number;

  @JsonField({ description: 'Why it failed: the problem of the step that was refused', nullable: true, example: null })
  readonly problem!: object | null;

  @InstantField({ description: 'When it was begun', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it was over', nullable: true, example: null })
  readonly endedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 9 })
  readonly version!: number;

  static from(this: void, scenario: Scenario): ScenarioSummaryDto {
    const { id, kind, mode, state, parameters, facts, nextStep, problem, createdAt, endedAt, version } = scenario;
    return {
      id: publicId('scenario', id),
      kind,
      mode,
      state,
      allowedActions: SCENARIO.allowedActions(state),
      parameters,
      orderId: facts['orderId'] ?? null,
      stepsDone: state === 'completed' ? nextStep : nextStep - 1,
      stepsTotal: scenarioKind(kind)?.steps.length ?? nextStep,
      problem,
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class ScenarioPageDto extends PageOf(ScenarioSummaryDto) {}

export class ScenarioDto extends ScenarioSummaryDto {
  @ListField(() => ScenarioStepDto, { description: 'What was called so far, oldest first', max: 100 })
  readonly steps!: ScenarioStepDto[];

  @ObjectField(() => NextStepDto, { description: 'What comes then; null where nothing does', nullable: true })
  readonly next!: NextStepDto | null;

  @TextField({
    description: 'What it waits for just now, in words',
    max: 500,
    nullable: true,
    example: 'The vessel leaves',
  })
  readonly waitsFor!: string | null;

  static in(language: Language): (played: Played) => ScenarioDto {
    return ({ scenario, steps }) => {
      const rows = steps.map(ScenarioStepDto.of(scenario, language));
      const last = rows.at(-1);
      const isOver = SCENARIO.isFinal(scenario.state);
      const next = isOver ? undefined : scenarioKind(scenario.kind)?.steps[rows.length];
      return {
        ...ScenarioSummaryDto.from(scenario),
        steps: rows,
        next: next === undefined ? null : NextStepDto.of(next, rows.length + 1, language),
        waitsFor: last?.state === 'waiting' ? last.description : null,
      };
    };
  }
}

class ScenarioKindDto {
  @EnumField({ ...KIND, description: 'Its name' })
  readonly kind!: string;

  @TextField({ description: 'How the export goes', max: 500, example: 'Customs inspect the goods, and release them' })
  readonly description!: string;

  @JsonField({ description: 'JSON Schema of `parameters`', example: { type: 'object' } })
  readonly parameters!: object;

  @JsonField({ description: '`parameters` that work', example: {} })
  readonly example!: object;

  @ListField(() => NextStepDto, { description: 'Its steps, in order', max: 100 })
  readonly steps!: NextStepDto[];

  static in(language: Language): (kind: ScenarioKind) => ScenarioKindDto {
    return ({ kind, words, parameters, example, steps }) => ({
      kind,
      description: told(words, language),
      parameters: schemaOf(parameters, language),
      example,
      steps: steps.map((step, index) => NextStepDto.of(step, index + 1, language)),
    });
  }
}

export class ScenarioKindsDto {
  @ListField(() => ScenarioKindDto, { description: 'Every kind', max: 100 })
  readonly data!: ScenarioKindDto[];

  static in(language: Language): ScenarioKindsDto {
    return { data: SCENARIO_KINDS.map(ScenarioKindDto.in(language)) };
  }
}
