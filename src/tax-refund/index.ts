export { TAX_REFUND_JOBS } from './jobs/tax-refund.job.js';
export { TaxRefundJobsModule } from './tax-refund.jobs.module.js';
export { TaxRefundModule } from './tax-refund.module.js';
