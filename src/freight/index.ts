export { FreightJobsModule } from './freight.jobs.module.js';
export { FreightModule } from './freight.module.js';
export { FREIGHT_JOBS } from './jobs/freight.job.js';
