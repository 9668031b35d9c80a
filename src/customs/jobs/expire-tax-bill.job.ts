import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a bill that is paid, or was told of since, needs no word. */
export interface ExpireTaxBill {
  readonly billId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

/** Due when the last day to pay is over, by the tenant's clock. */
export const EXPIRE_TAX_BILL = defineWatch<ExpireTaxBill>('customs.expire-tax-bill');
