import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../http/fields.js';
import { PageOf } from '../../http/paging.js';
import { ADVANCE_STATES, type ClockAdvance } from './clock-advances.js';
import { type ClockReport, type ClockStep } from './clock-steps.js';
import { DUE_KINDS, dueWorkOf } from './due-work.js';

const STEP_RESULTS = ['done', 'failed', 'waiting'] as const;

export class ClockAdvanceRequest {
  @InstantField({
    description: 'Where the clock is to go; not before its present time, nor more than 366 days after it',
    example: '2026-05-01T08:00:00+08:00',
  })
  to!: string;
}

export class ClockAdvanceDto {
  @IdField({ description: 'The advance', kind: 'clockAdvance' })
  readonly id!: string;

  @EnumField({
    description: 'How it stands; `stopped`: more fell due than one report holds, advance again to go on',
    values: ADVANCE_STATES,
    example: 'completed',
  })
  readonly state!: ClockAdvance['state'];

  @InstantField({ description: 'Where the clock stood', example: '2026-05-01T00:00:00.000Z' })
  readonly from!: string;

  @InstantField({ description: 'Where it was sent', example: '2026-06-01T00:00:00.000Z' })
  readonly to!: string;

  @InstantField({ description: 'How far it has come', example: '2026-06-01T00:00:00.000Z' })
  readonly reached!: string;

  @IntegerField({ description: 'How many things have fallen due on the way', max: 500, example: 3 })
  readonly fellDue!: number;

  @InstantField({ description: 'When it was begun, by the real time' })
  readonly startedAt!: string;

  @InstantField({ description: 'When it was over, by the real time', nullable: true })
  readonly endedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 5 })
  readonly version!: number;

  static from(this: void, advance: ClockAdvance): ClockAdvanceDto {
    const { id, state, fromAt, toAt, reachedAt, steps, startedAt, endedAt, version } = advance;
    return {
      id: publicId('clockAdvance', id),
      state,
      from: fromAt.toISOString(),
      to: toAt.toISOString(),
      reached: reachedAt.toISOString(),
      fellDue: steps,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class ClockAdvancePageDto extends PageOf(ClockAdvanceDto) {}

class DueResourceDto {
  @TextField({ description: 'Kind of resource', max: 50, example: 'approval' })
  readonly type!: string;

  @TextField({ description: 'Its id', max: 60, example: 'apr_01jdq3x7k2e9ta6v0m8r4c5wzb' })
  readonly id!: string;
}

class CameEventDto {
  @IdField({ description: 'The event', kind: 'event' })
  readonly id!: string;

  @TextField({ description: 'What happened', max: 100, example: 'approvals.request.expired' })
  readonly type!: string;
}

class CameFailureDto {
  @IdField({ description: 'The dead letter', kind: 'deadLetter' })
  readonly id!: string;

  @TextField({ description: 'The queue whose work failed', max: 100, example: 'fx.ask-payout' })
  readonly queue!: string;

  @TextField({ description: 'Code of the error', max: 100, example: 'PARTNER.UNAVAILABLE' })
  readonly code!: string;
}

class ClockStepDto {
  @InstantField({ description: 'When it was due, by the tenant’s clock', example: '2026-05-02T00:00:00.000Z' })
  readonly dueAt!: string;

  @InstantField({
    description: 'Where the clock stood when it was done; later than due for what repeats at short intervals',
    example: '2026-05-02T00:00:00.000Z',
  })
  readonly workedAt!: string;

  @EnumField({ description: 'Why it had an hour', values: DUE_KINDS, example: 'deadline' })
  readonly kind!: string;

  @TextField({ description: 'What fell due, in words', max: 200, example: 'The time to approve is over' })
  readonly what!: string;

  @TextField({ description: 'The queue that it was work of', max: 100, example: 'approvals.expire-request' })
  readonly queue!: string;

  @ObjectField(() => DueResourceDto, { description: 'What it was about, where that can be read', nullable: true })
  readonly resource!: DueResourceDto | null;

  @EnumField({ description: 'How it stands now', values: STEP_RESULTS, example: 'done' })
  readonly result!: (typeof STEP_RESULTS)[number];

  @ListField(() => CameEventDto, { description: 'What came of it, in order' })
  readonly events!: CameEventDto[];

  @ListField(() => CameFailureDto, { description: 'What failed of it' })
  readonly failures!: CameFailureDto[];

  static from(step: ClockStep, language: Language): ClockStepDto {
    const { kind, what } = dueWorkOf(step.queue);
    return {
      dueAt: step.dueAt.toISOString(),
      workedAt: step.workedAt.toISOString(),
      kind,
      what: told(what, language),
      queue: step.queue,
      resource: resourceOf(step),
      result: resultOf(step),
      events: step.events.map(({ id, type }) => ({ id: publicId('event', id), type })),
      failures: step.failures.map(({ id, queue, code }) => ({ id: publicId('deadLetter', id), queue, code })),
    };
  }
}

class UnsettledDto {
  @TextField({ description: 'The queue', max: 100, example: 'fx.ask-payout' })
  readonly queue!: string;

  @IntegerField({ description: 'How much of it is due and not done', min: 1, example: 1 })
  readonly count!: number;
}

export class ClockReportDto extends ClockAdvanceDto {
  @ListField(() => ClockStepDto, { description: 'What fell due, in the order in which it was done', max: 500 })
  readonly report!: ClockStepDto[];

  @ListField(() => UnsettledDto, { description: 'Work of the tenant that is due and not done as yet' })
  readonly unsettled!: UnsettledDto[];

  static of(advance: ClockAdvance, { steps, unsettled }: ClockReport, language: Language): ClockReportDto {
    return {
      ...ClockAdvanceDto.from(advance),
      report: steps.map((step) => ClockStepDto.from(step, language)),
      unsettled: unsettled.map(({ queue, count }) => ({ queue, count })),
    };
  }
}

function resourceOf({ queue, payload }: ClockStep): DueResourceDto | null {
  const { subject } = dueWorkOf(queue);
  const id = subject === null ? undefined : payload[subject.key];
  return subject === null || typeof id !== 'string' ? null : { type: subject.kind, id: publicId(subject.kind, id) };
}

function resultOf({ isWaiting, failures, queue }: ClockStep): (typeof STEP_RESULTS)[number] {
  if (isWaiting) return 'waiting';
  return failures.some((failure) => failure.queue === queue) ? 'failed' : 'done';
}
