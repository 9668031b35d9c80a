import { publicId } from '../../../kernel/ids.js';
import { OPERATION_STATES, type OperationState } from '../../../platform/bulk/operation-state.js';
import { EnumField, IdField, InstantField, IntegerField, QueryFlag } from '../../../platform/http/fields.js';
import { type FullMatchRun } from '../../application/collections/match-runs.js';

export class CollectionMatchRunQuery {
  @QueryFlag({
    description: 'Where nothing else is found, a payer’s oldest debts are paid first; otherwise that is only suggested',
    example: true,
  })
  readonly oldestFirst?: boolean;
}

export class CollectionMatchRunDto {
  @IdField({ kind: 'operation', description: 'The run, and the operation that works it: `GET /v1/operations/{id}`' })
  readonly id!: string;

  @EnumField({ description: 'How its work stands', values: OPERATION_STATES, example: 'running' })
  readonly state!: OperationState;

  @IntegerField({ description: 'Collections that waited when it began; 0 until it has', example: 10_000 })
  readonly items!: number;

  @IntegerField({ description: 'Of those, what is looked at', example: 4_000 })
  readonly done!: number;

  @IntegerField({ description: 'Pay for orders as a whole', example: 3_600 })
  readonly matched!: number;

  @IntegerField({ description: 'Pay for orders, and more came than these can take', example: 40 })
  readonly inPart!: number;

  @IntegerField({ description: 'Wait for a person, who is told what they may be for', example: 300 })
  readonly suggested!: number;

  @IntegerField({ description: 'Wait for a person, and fit nothing', example: 60 })
  readonly unknown!: number;

  @InstantField({ description: 'When it was ordered', example: '2026-11-29T08:00:00.000Z' })
  readonly createdAt!: string;

  @InstantField({ description: 'When it was over', nullable: true, example: '2026-11-29T08:01:00.000Z' })
  readonly endedAt!: string | null;

  static from(this: void, { run, operation }: FullMatchRun): CollectionMatchRunDto {
    const { matched, inPart, suggested, unknown } = run;
    return {
      id: publicId('operation', run.id),
      state: operation.state,
      items: operation.total,
      done: operation.done,
      ...{ matched, inPart, suggested, unknown },
      createdAt: run.createdAt.toISOString(),
      endedAt: run.endedAt?.toISOString() ?? null,
    };
  }
}
