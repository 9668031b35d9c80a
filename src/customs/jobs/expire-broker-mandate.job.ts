import { defineWatch } from '../../platform/queues/job-definition.js';

export interface ExpireBrokerMandate {
  readonly mandateId: string;
}

/** Due when the last day of a mandate is over, by the tenant's clock. */
export const EXPIRE_BROKER_MANDATE = defineWatch<ExpireBrokerMandate>('customs.expire-broker-mandate');
