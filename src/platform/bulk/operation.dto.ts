import { publicId } from '../../kernel/ids.js';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { LIVEMODE } from '../http/livemode.js';
import { ObjectField } from '../http/nested-fields.js';
import { DatedPageQuery, PageOf, PageQuery } from '../http/paging.js';
import { type BulkItem, type BulkOperation } from './bulk-operation.js';
import { ITEM_STATES, OPERATION, OPERATION_STATES, type OperationState } from './operation-state.js';

const STATES = OPERATION_STATES.join('|');
const RESULT_STATES = ITEM_STATES.join('|');

export class OperationsQuery extends DatedPageQuery {
  @TextField({
    description: 'Only those in one of these states, separated by commas',
    pattern: new RegExp(`^(${STATES})(,(${STATES}))*$`),
    max: 60,
    optional: true,
    example: 'queued,running',
  })
  state?: string;

  @TextField({ description: 'Only those of this kind', max: 40, optional: true, example: 'batch' })
  kind?: string;
}

export class ResultsQuery extends PageQuery {
  @TextField({
    description: 'Only items in one of these states, separated by commas',
    pattern: new RegExp(`^(${RESULT_STATES})(,(${RESULT_STATES}))*$`),
    max: 60,
    optional: true,
    example: 'failed',
  })
  state?: string;
}

export class StalledDto {
  @IdField({ description: 'What became of its job: `GET /v1/operations/dead-letters/{id}`', kind: 'deadLetter' })
  readonly deadLetter!: string;

  @TextField({ description: 'Code of the last error', max: 100, example: 'INTERNAL' })
  readonly code!: string;

  @InstantField({ description: 'When it was given up', example: '2026-04-01T02:00:00.000Z' })
  readonly since!: string;
}

export class OperationDto {
  @IdField({ description: 'The operation', kind: 'operation' })
  readonly id!: string;

  @TextField({ description: 'What kind of work; others than `batch` will come', max: 40, example: 'batch' })
  readonly kind!: string;

  @EnumField({ description: 'How it stands', values: OPERATION_STATES, example: 'running' })
  readonly state!: OperationState;

  @TextListField({ description: 'What may be done now', max: 4, maxLength: 20, example: ['cancel'] })
  readonly allowedActions!: string[];

  @TextField({
    description: 'Of a batch: the command given for each item, by its `operationId`',
    max: 100,
    nullable: true,
    example: 'enterParty',
  })
  readonly command!: string | null;

  @IntegerField({ description: 'How many items it has; 0 while they are being counted', example: 10_000 })
  readonly total!: number;

  @IntegerField({ description: 'How many are worked, whatever came of them', example: 4_200 })
  readonly done!: number;

  @IntegerField({ description: 'How many of those failed', example: 3 })
  readonly failed!: number;

  @IntegerField({ description: 'How many will not be worked: it was cancelled before', example: 0 })
  readonly cancelled!: number;

  @JsonField({
    description:
      'Why what was left was refused at once: the problem of the credential or the mandate it was ordered with, in the ' +
      'language in which it was; null where that held to the end',
    nullable: true,
    example: null,
  })
  readonly refusal!: object | null;

  @InstantField({ description: 'When it was ordered', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({
    description: 'When its first item was begun; null while others of the tenant are before it',
    nullable: true,
    example: '2026-04-01T02:00:00.000Z',
  })
  readonly startedAt!: string | null;

  @InstantField({ description: 'When it was over', nullable: true, example: null })
  readonly endedAt!: string | null;

  @InstantField({
    description: 'When it should be over at the latest; null once it is',
    nullable: true,
    example: '2026-04-01T02:09:20.000Z',
  })
  readonly expectedBy!: string | null;

  @ObjectField(() => StalledDto, {
    description:
      'Why nothing goes on: its job failed too often. Retry the dead letter, and it goes on where it was; or cancel the ' +
      'operation. Null while it goes on',
    nullable: true,
  })
  readonly stalled!: StalledDto | null;

  @IntegerField({ description: 'Counts the changes; the ETag', min: 1, example: 43 })
  readonly version!: number;

  static from(this: void, operation: BulkOperation): OperationDto {
    const { id, kind, state, command, total, done, failed, cancelled, refusal, version } = operation;
    const { createdAt, startedAt, endedAt, expectedBy, stalled } = operation;
    return {
      id: publicId('operation', id),
      kind,
      state,
      allowedActions: OPERATION.allowedActions(state),
      command,
      total,
      done,
      failed,
      cancelled,
      refusal,
      createdAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      expectedBy: expectedBy?.toISOString() ?? null,
      stalled: stalled && stalledOf(stalled),
      version,
    };
  }
}

function stalledOf({ id, code, since }: NonNullable<BulkOperation['stalled']>): StalledDto {
  return { deadLetter: publicId('deadLetter', id), code, since: new Date(since).toISOString() };
}

export class OperationPageDto extends PageOf(OperationDto) {}

export class OperationResultDto {
  @IntegerField({ description: 'Which item, from 0, in the order in which they came', max: 1_000_000, example: 0 })
  readonly index!: number;

  @TextField({ description: 'The key that the item came with', max: 200, nullable: true, example: null })
  readonly key!: string | null;

  @EnumField({ description: 'What became of it', values: ITEM_STATES, example: 'succeeded' })
  readonly state!: string;

  @IntegerField({
    description: 'The HTTP status that the command would have answered; null while there is none',
    max: 599,
    nullable: true,
    example: 201,
  })
  readonly status!: number | null;

  @TextField({
    description: 'The id of what was made',
    max: 100,
    nullable: true,
    example: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly resourceId!: string | null;

  @JsonField({
    description: 'Why it failed: the problem, in the language in which the batch was ordered',
    nullable: true,
    example: null,
  })
  readonly problem!: object | null;

  @BooleanField({ description: LIVEMODE, example: false })
  readonly livemode!: boolean;

  static from(this: void, item: BulkItem, { livemode }: { readonly livemode: boolean }): OperationResultDto {
    const { index, key, state, status, resourceId, problem } = item;
    return { index, key, state, status, resourceId, problem, livemode };
  }
}

export class OperationResultPageDto extends PageOf(OperationResultDto) {}
