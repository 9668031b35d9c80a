import { type JobDefinition } from '../platform/queues/job-definition.js';
import { ON_APPROVAL_DECIDED } from './jobs/on-approval-decided.job.js';

export { Catalogue } from './application/catalogue.js';
export { CatalogueModule } from './catalogue.module.js';
export { type RefundRate, type RefundRateQuery } from './domain/refund-rate.js';
export { ProductsJobsModule } from './products.jobs.module.js';
export { ProductsModule } from './products.module.js';

/** Every queue of this module. */
export const CATALOGUE_JOBS: readonly JobDefinition<object>[] = [ON_APPROVAL_DECIDED];
