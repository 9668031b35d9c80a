import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { type StepRow } from '../../application/scenario-rows.js';
import { scenarioKind } from '../../domain/scenario-kinds.js';
import { STEP_STATES, type StepState } from '../../domain/scenario-state.js';
import { type Step } from '../../domain/step.js';

const NUMBER = { description: 'Which step, from 1', min: 1, max: 100, example: 3 };
const NAME = { description: 'Its name, the same wherever it is done', max: 60, example: 'place_order' };
const DESCRIPTION = { description: 'What is done, or waited for', max: 500, example: 'The order is placed' };
const OPERATION = { description: 'The operation of this API', max: 100, example: 'createOrder' };

/** A step that was done or is under way. */
export class ScenarioStepDto {
  @IdField({ description: 'Of which scenario', kind: 'scenario' })
  readonly scenarioId!: string;

  @IntegerField(NUMBER)
  readonly number!: number;

  @TextField(NAME)
  readonly name!: string;

  @TextField(DESCRIPTION)
  readonly description!: string;

  @EnumField({
    description: '`ordered`: the worker does it next; `waiting`: it is looked for again and again',
    values: STEP_STATES,
    example: 'done',
  })
  readonly state!: StepState;

  @TextField({ ...OPERATION, nullable: true })
  readonly operationId!: string | null;

  @TextField({ description: 'What was sent: the method', max: 10, nullable: true, example: 'POST' })
  readonly method!: string | null;

  @TextField({ description: 'Where', max: 500, nullable: true, example: '/v1/orders' })
  readonly path!: string | null;

  @JsonField({
    description: 'Headers, without those that say who asks and in which language',
    nullable: true,
    example: { 'idempotency-key': 'scn_01jdq3x7k2e9ta6v0m8r4c5wzb.3' },
  })
  readonly requestHeaders!: object | null;

  @JsonField({ description: 'The body as it was sent', nullable: true, example: null })
  readonly body!: object | null;

  @IntegerField({ description: 'The status that it was answered with', max: 599, nullable: true, example: 201 })
  readonly status!: number | null;

  @TextListField({
    description: 'What it made',
    max: 20,
    maxLength: 40,
    example: ['ord_01jdq3x7k2e9ta6v0m8r4c5wzb'],
  })
  readonly resourceIds!: string[];

  @JsonField({
    description: 'Why it was refused, in the language in which the scenario was begun',
    nullable: true,
    example: null,
  })
  readonly problem!: object | null;

  @InstantField({ description: 'When it was ordered', example: '2026-04-01T02:00:00.000Z' })
  readonly startedAt!: string;

  @InstantField({ description: 'When it was over', nullable: true, example: '2026-04-01T02:00:00.120Z' })
  readonly endedAt!: string | null;

  static of({ id, kind }: { id: string; kind: string }, language: Language): (row: StepRow) => ScenarioStepDto {
    const scenarioId = publicId('scenario', id);
    return (row) => ({
      scenarioId,
      number: row.number,
      name: row.name,
      description: told(wordsOf(kind, row), language),
      state: row.state,
      operationId: row.operationId,
      method: row.method,
      path: row.path,
      requestHeaders: row.headers,
      body: row.body,
      status: row.status,
      resourceIds: [...row.resourceIds],
      problem: row.problem,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    });
  }
}

/** A step that is still to come. */
export class NextStepDto {
  @IntegerField(NUMBER)
  readonly number!: number;

  @TextField(NAME)
  readonly name!: string;

  @TextField(DESCRIPTION)
  readonly description!: string;

  @TextField(OPERATION)
  readonly operationId!: string;

  static of({ name, words, operationId }: Step, number: number, language: Language): NextStepDto {
    return { number, name, description: told(words, language), operationId };
  }
}

/** A step of an earlier version of the platform may have no words any more. */
function wordsOf(kind: string, { number, name }: StepRow): Step['words'] | string {
  const step = scenarioKind(kind)?.steps[number - 1];
  return step?.name === name ? step.words : name;
}
