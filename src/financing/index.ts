export { FinancingJobsModule } from './financing.jobs.module.js';
export { FinancingModule } from './financing.module.js';
export { FINANCING_JOBS } from './jobs/financing.job.js';
