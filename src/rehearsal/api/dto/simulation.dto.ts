import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import { ID_PREFIX } from '../../../kernel/ids.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../platform/http/paging.js';
import { wordsPattern } from '../../../platform/http/words-pattern.js';
import { type Simulation } from '../../application/simulations.service.js';
import { schemaOf } from '../../domain/parameters.js';
import { type SimulationKind } from '../../domain/simulation-kind.js';
import { SIMULATION_KINDS } from '../../domain/simulation-kinds.js';
import { SIMULATION_STATES, type SimulationState } from '../../domain/simulation-state.js';

const KINDS = SIMULATION_KINDS.map(({ kind }) => kind);
const PARTNERS = ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax-bureau'];
const RESOURCE = { max: 40, example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' };

export class SimulationRequest {
  @EnumField({ description: 'What is to happen: `GET /v1/sandbox/simulation-kinds`', values: KINDS, example: KINDS[0] })
  kind!: string;

  @TextField({ ...RESOURCE, description: 'To which of your resources; which kind of resource, the catalogue says' })
  resourceId!: string;

  @JsonField({ description: 'More, as the catalogue has it for the kind', optional: true, example: {} })
  parameters?: object;
}

export class SimulationsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: wordsPattern(SIMULATION_STATES),
    max: 60,
    optional: true,
    example: 'ordered,done',
  })
  state?: string;

  @TextField({ description: 'Only those of this kind', max: 60, optional: true, example: KINDS[0] })
  kind?: string;

  @TextField({ ...RESOURCE, description: 'Only those to this resource', optional: true })
  resourceId?: string;
}

export class SimulationDto {
  @IdField({ description: 'The simulation; the sandbox knows it by this', kind: 'simulation' })
  readonly id!: string;

  @EnumField({ description: 'What is to happen', values: KINDS, example: KINDS[0] })
  readonly kind!: string;

  @TextField({ ...RESOURCE, description: 'To which resource' })
  readonly resourceId!: string;

  @JsonField({ description: 'As they were given', example: {} })
  readonly parameters!: object;

  @EnumField({
    description: '`done`: the partner has been told, and goes on by itself',
    values: SIMULATION_STATES,
    example: 'done',
  })
  readonly state!: SimulationState;

  @JsonField({
    description: 'What the sandbox was told: method, path below `/control`, body',
    nullable: true,
    example: null,
  })
  readonly lever!: object | null;

  @JsonField({ description: 'What it answered; null until it is done', nullable: true, example: null })
  readonly effect!: object | null;

  @JsonField({ description: 'Why it failed, in the language in which it was ordered', nullable: true, example: null })
  readonly problem!: object | null;

  @InstantField({ description: 'When it was ordered', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it was over', nullable: true, example: '2026-04-01T02:00:00.120Z' })
  readonly endedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 2 })
  readonly version!: number;

  static from(this: void, simulation: Simulation): SimulationDto {
    const { id, kind, resourceId, parameters, state, lever, effect, problem, createdAt, endedAt, version } = simulation;
    return {
      id: publicId('simulation', id),
      kind,
      resourceId,
      parameters,
      state,
      lever,
      effect,
      problem,
      createdAt: createdAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class SimulationPageDto extends PageOf(SimulationDto) {}

class SimulationKindDto {
  @EnumField({ description: 'Its name', values: KINDS, example: KINDS[0] })
  readonly kind!: string;

  @EnumField({ description: 'Who does it', values: PARTNERS, example: 'bank' })
  readonly partner!: string;

  @TextField({ description: 'How the ids of the resources begin that it is about', max: 3, example: 'ord' })
  readonly resource!: string;

  @TextField({ description: 'What happens', max: 500, example: 'The buyer of the order pays all that is still owed' })
  readonly description!: string;

  @JsonField({ description: 'JSON Schema of `parameters`', example: { type: 'object' } })
  readonly parameters!: object;

  @JsonField({ description: '`parameters` that work', example: {} })
  readonly example!: object;

  static in(language: Language): (kind: SimulationKind) => SimulationKindDto {
    return ({ kind, partner, resource, words, parameters, example }) => ({
      kind,
      partner,
      resource: ID_PREFIX[resource],
      description: told(words, language),
      parameters: schemaOf(parameters, language),
      example,
    });
  }
}

export class SimulationKindsDto {
  @ListField(() => SimulationKindDto, { description: 'Every kind', max: 100 })
  readonly data!: SimulationKindDto[];

  static in(language: Language): SimulationKindsDto {
    return { data: SIMULATION_KINDS.map(SimulationKindDto.in(language)) };
  }
}
