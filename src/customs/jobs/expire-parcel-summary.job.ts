import { defineWatch } from '../../platform/queues/job-definition.js';

export interface ExpireParcelSummary {
  readonly summaryId: string;
}

/** Due some days before a month is to be summarised, and when its last day is over, by the tenant's clock. */
export const EXPIRE_PARCEL_SUMMARY = defineWatch<ExpireParcelSummary>('customs.expire-parcel-summary');
