import { defineJob } from '../../platform/queues/job-definition.js';

export interface WorkParcels {
  readonly operationId: string;
  /** Of the chunk, from 0. */
  readonly number: number;
}

/** Takes the parcels of one chunk of an upload. */
export const WORK_PARCELS = defineJob<WorkParcels>('customs.work-parcels', { attemptsMax: 12, lane: 'bulk' });
