import { defineJob, type JobDefinition } from '../queues/job-definition.js';

export const BATCH = 'batch';

export interface WorkBatch {
  readonly operationId: string;
}

/** Works some items of a batch, and orders itself anew while there are more. */
export const WORK_BATCH = defineJob<WorkBatch>('operations.work-batch', { attemptsMax: 12, lane: 'bulk' });

const JOBS = new Map<string, JobDefinition<WorkBatch>>([[BATCH, WORK_BATCH]]);

/** Declares another kind of bulk work, and the job that ends it when it is cancelled. */
export function bulkKind(kind: string, job: JobDefinition<WorkBatch>): string {
  JOBS.set(kind, job);
  return kind;
}

/** @throws Error for a kind that no loaded module declares */
export function jobOf(kind: string): JobDefinition<WorkBatch> {
  const job = JOBS.get(kind);
  if (job === undefined) throw new Error(`There is no bulk work of kind ${kind}`);
  return job;
}
