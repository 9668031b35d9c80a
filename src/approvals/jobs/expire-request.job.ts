import { defineWatch } from '../../platform/queues/job-definition.js';

export interface ExpireRequest {
  readonly requestId: string;
}

/** Due when the time to decide is over, by the tenant's clock. */
export const EXPIRE_REQUEST = defineWatch<ExpireRequest>('approvals.expire-request');
