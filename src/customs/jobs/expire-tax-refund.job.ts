import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a refund that has come, or was told of since, needs no word. */
export interface ExpireTaxRefund {
  readonly refundId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

/** Due when the treasury should have paid, by the tenant's clock. */
export const EXPIRE_TAX_REFUND = defineWatch<ExpireTaxRefund>('customs.expire-tax-refund');
