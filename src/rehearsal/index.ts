import { type JobDefinition } from '../platform/queues/job-definition.js';
import { WORK_SCENARIO, WORK_SIMULATION } from './jobs/rehearsal.job.js';

export { RehearsalJobsModule } from './rehearsal.jobs.module.js';
export { RehearsalModule } from './rehearsal.module.js';

/** Every queue of this module. */
export const REHEARSAL_JOBS: readonly JobDefinition<object>[] = [WORK_SCENARIO, WORK_SIMULATION];
