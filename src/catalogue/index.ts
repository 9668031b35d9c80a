import { type JobDefinition } from '../platform/queues/job-definition.js';
import { ON_APPROVAL_DECIDED } from './jobs/on-approval-decided.job.js';

export { type ApprovedProduct, ApprovedProducts } from './application/approved-products.js';
export { Catalogue } from './application/catalogue.js';
export { Reference } from './application/reference.js';
export { type LibraryIssue, RefundLibrary } from './application/refund-library.js';
export { TaxClassifications } from './application/tax-classifications.js';
export { CatalogueModule } from './catalogue.module.js';
export { type HsCode } from './domain/hs-code.js';
export { supervisionCondition } from './domain/supervision-conditions.js';
export { type RefundRateAnswer, type RefundRateFact } from './domain/refund-answer.js';
export { type LibraryRate, type ZeroMeaning } from './domain/refund-library.js';
export { type RefundRate, type RefundRateQuery } from './domain/refund-rate.js';
export { coversHs, type TaxClassification } from './domain/tax-classification.js';
export { ProductsJobsModule } from './products.jobs.module.js';
export { ProductsModule } from './products.module.js';

/** Every queue of this module. */
export const CATALOGUE_JOBS: readonly JobDefinition<object>[] = [ON_APPROVAL_DECIDED];
