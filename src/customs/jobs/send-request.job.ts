import { defineJob } from '../../platform/queues/job-definition.js';

export interface SendRequest {
  readonly requestId: string;
}

/** Sends one request about a declaration. What is not answered after the last try is asked for by `customs.ask-request`. */
export const SEND_REQUEST = defineJob<SendRequest>('customs.send-request', { attemptsMax: 8, firstRetryDelayMs: 500 });
