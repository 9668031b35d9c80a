import { bulkKind, type WorkBatch } from '../../platform/bulk/batch.job.js';
import { defineJob } from '../../platform/queues/job-definition.js';

/** Cuts what is open in a book into chunks, and orders their work. */
export const PLAN_MATCH_RUN = defineJob<WorkBatch>('tax-refund.plan-match-run', { attemptsMax: 12 });

export interface WorkMatchChunk {
  readonly operationId: string;
  /** Of the chunk, from 0. */
  readonly number: number;
}
/** Matches one chunk. */
export const WORK_MATCH_CHUNK = defineJob<WorkMatchChunk>('tax-refund.work-match-chunk', { attemptsMax: 12 });

/** Ends a run that was cancelled. */
export const SETTLE_MATCH_RUN = defineJob<WorkBatch>('tax-refund.settle-match-run', { attemptsMax: 12 });

/** Kind of the operations that are runs over a book. */
export const MATCH_RUN = bulkKind('refund-matching', SETTLE_MATCH_RUN);
