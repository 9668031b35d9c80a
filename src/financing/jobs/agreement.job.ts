import { defineJob, defineWatch, type JobDefinition } from '../../platform/queues/job-definition.js';

export interface AgreementPayload {
  readonly agreementId: string;
}

/** Tells the lender that an agreement is signed. */
export const TELL_SIGNATURE = defineJob<AgreementPayload>('financing.tell-signature', { attemptsMax: 20 });

/** Ends an offer that nobody has signed. */
export const EXPIRE_AGREEMENT = defineWatch<AgreementPayload>('financing.expire-agreement');

export const AGREEMENT_JOBS: readonly JobDefinition<object>[] = [TELL_SIGNATURE, EXPIRE_AGREEMENT];
