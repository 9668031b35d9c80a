import { defineJob } from '../queues/job-definition.js';

export const BATCH = 'batch';

export interface WorkBatch {
  readonly operationId: string;
}

/** Works some items of a batch, and orders itself anew while there are more. */
export const WORK_BATCH = defineJob<WorkBatch>('operations.work-batch', { attemptsMax: 12 });
