import { publicId } from '../../kernel/ids.js';
import { EnumField, IdField, InstantField, IntegerField, JsonField, TextField, TextListField } from '../http/fields.js';
import { PageOf, PageQuery } from '../http/paging.js';
import { DEAD_LETTER, DEAD_LETTER_STATES } from './dead-letter-state.js';
import { type DeadLetter } from './dead-letters.js';

export class DeadLettersQuery extends PageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: /^(open|retried|discarded)(,(open|retried|discarded))*$/,
    max: 60,
    optional: true,
    example: 'open',
  })
  state?: string;

  @TextField({
    description: 'Only those of this queue',
    max: 100,
    optional: true,
    example: 'customs.submit-declaration',
  })
  queue?: string;
}

export class DeadLetterDto {
  @IdField({ description: 'The dead letter', kind: 'deadLetter' })
  readonly id!: string;

  @EnumField({ description: 'Whether somebody has decided', values: DEAD_LETTER_STATES, example: 'open' })
  readonly state!: string;

  @TextListField({ description: 'What may be done now', max: 2, maxLength: 20, example: ['retry', 'discard'] })
  readonly allowedActions!: string[];

  @TextField({ description: 'The queue whose work failed', max: 100, example: 'customs.submit-declaration' })
  readonly queue!: string;

  @TextField({
    description: 'The event that was delivered, or `job/` and the queue',
    max: 120,
    example: 'job/customs.submit-declaration',
  })
  readonly topic!: string;

  @JsonField({ description: 'What was to be worked on: ids', example: { declarationId: '0190…' } })
  readonly payload!: object;

  @TextField({ description: 'Code of the last error', max: 100, example: 'PARTNER.UNAVAILABLE' })
  readonly errorCode!: string;

  @TextField({ description: 'The last error', min: 0, max: 2_000, example: 'customs did not answer within 10 s' })
  readonly errorMessage!: string;

  @IntegerField({ description: 'How often it was tried', example: 8 })
  readonly attempts!: number;

  @InstantField({ description: 'When it was given up', example: '2026-04-01T02:00:00.000Z' })
  readonly failedAt!: string;

  @InstantField({ description: 'When somebody decided', nullable: true, example: null })
  readonly decidedAt!: string | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 1 })
  readonly version!: number;

  static from(this: void, letter: DeadLetter): DeadLetterDto {
    const { id, state, queue, topic, payload, errorCode, errorMessage, attempts, failedAt, decidedAt, version } =
      letter;
    return {
      id: publicId('deadLetter', id),
      state,
      allowedActions: DEAD_LETTER.allowedActions(state),
      queue,
      topic,
      payload,
      errorCode,
      errorMessage,
      attempts,
      failedAt: failedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      version,
    };
  }
}

export class DeadLetterPageDto extends PageOf(DeadLetterDto) {}
