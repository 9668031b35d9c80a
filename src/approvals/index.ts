import { type JobDefinition } from '../platform/queues/job-definition.js';
import { EXPIRE_REQUEST } from './jobs/expire-request.job.js';

export { approvalOf, WithApprovalDto } from './api/dto/standing.dto.js';
export { Approvals, type GuardedStep } from './application/approvals.js';
export { ApprovalsJobsModule } from './approvals.jobs.module.js';
export { ApprovalsModule } from './approvals.module.js';
export { type ApprovalDecision, decisionHearing } from './jobs/decision-hearing.js';

/** Every queue of this module. */
export const APPROVALS_JOBS: readonly JobDefinition<object>[] = [EXPIRE_REQUEST];
