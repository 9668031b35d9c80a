import { defineJob } from '../../platform/queues/job-definition.js';

export interface SubmitDeclaration {
  readonly submissionId: string;
}

/** Sends one attempt to customs. What is not answered after the last try is asked for by `customs.ask-customs`. */
export const SUBMIT_DECLARATION = defineJob<SubmitDeclaration>('customs.submit-declaration', {
  attemptsMax: 8,
  firstRetryDelayMs: 500,
});
