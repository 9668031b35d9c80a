import { defineJob, type JobDefinition } from '../../platform/queues/job-definition.js';
import { type ConsentNews } from '../domain/lender/consent-state.js';

export interface TellConsentPayload {
  readonly consentId: string;
  readonly news: ConsentNews;
  /** Whose log it is to be in too. */
  readonly tenantId: string;
}

/** A transaction is of one tenant: the log of a consent's other side is written by a job. */
export const TELL_LENDER_CONSENT = defineJob<TellConsentPayload>('financing.tell-lender-consent');

export const LENDER_JOBS: readonly JobDefinition<object>[] = [TELL_LENDER_CONSENT];
