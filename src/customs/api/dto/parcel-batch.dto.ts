import { publicId } from '../../../kernel/ids.js';
import { BooleanField, EnumField, IdField, IntegerField, QueryFlag } from '../../../platform/http/fields.js';
import { OPERATION_STATES, type OperationState } from '../../../platform/bulk/operation-state.js';
import { type Direction, DIRECTIONS } from '../../domain/parcels/profile.js';
import { FORMATS, type RowFormat } from '../../domain/parcels/table.js';
import { type Uploaded } from '../../application/parcel-uploads.service.js';

export class ParcelUploadQuery {
  @IdField({ kind: 'ecommerceProfile', description: 'What the parcels are filed with' })
  readonly profileId!: string;
}

export class ParcelResultsQuery {
  @QueryFlag({ description: 'Only rows that somebody has to look after: rejected, or stopped', example: true })
  readonly rejected?: boolean;
}

export class ParcelTemplateQuery {
  @EnumField({ description: 'Of imports or exports', values: DIRECTIONS, example: 'import' })
  readonly direction!: Direction;
}

export class ParcelBatchDto {
  @IdField({ kind: 'operation', description: 'The batch, and the operation that works it: `GET /v1/operations/{id}`' })
  readonly id!: string;

  @IdField({ kind: 'ecommerceProfile', description: 'What its parcels are filed with' })
  readonly profileId!: string;

  @EnumField({ description: 'How the rows came', values: FORMATS, example: 'ndjson' })
  readonly format!: RowFormat;

  @BooleanField({ description: 'Whether all rows have come', example: true })
  readonly received!: boolean;

  @IntegerField({ description: 'Rows that have come', example: 1_000_000 })
  readonly rows!: number;

  @IntegerField({
    description: 'Of an upload that was broken off before: how many rows were here already, and were only compared',
    example: 0,
  })
  readonly resumedAfter!: number;

  @EnumField({ description: 'How its work stands', values: OPERATION_STATES, example: 'running' })
  readonly state!: OperationState;

  @IntegerField({ description: 'Rows that are worked', example: 420_000 })
  readonly done!: number;

  @IntegerField({ description: 'How many of those somebody has to look after', example: 12 })
  readonly failed!: number;

  static from(this: void, { operation, batch, resumedAfter, rows }: Uploaded): ParcelBatchDto {
    return {
      id: publicId('operation', batch.id),
      profileId: publicId('ecommerceProfile', batch.profileId),
      format: batch.format,
      received: batch.receivedAt !== null || operation.endedAt !== null,
      rows,
      resumedAfter,
      state: operation.state,
      done: operation.done,
      failed: operation.failed,
    };
  }
}
