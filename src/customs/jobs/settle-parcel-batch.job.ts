import { bulkKind, type WorkBatch } from '../../platform/bulk/batch.job.js';
import { defineJob } from '../../platform/queues/job-definition.js';

/** Ends a batch that was cancelled, or whose upload nobody went on with. */
export const SETTLE_PARCEL_BATCH = defineJob<WorkBatch>('customs.settle-parcel-batch', { attemptsMax: 12 });

/** Kind of the operations that are batches of parcels. */
export const PARCEL_BATCH = bulkKind('parcels', SETTLE_PARCEL_BATCH);
