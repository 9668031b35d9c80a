import { defineJob } from '../../platform/queues/job-definition.js';

export interface SendCebMessage {
  readonly cebMessageId: string;
}

/** Signs and sends one message of e-commerce customs. What is not answered after the last try is asked for by `customs.ask-ceb`. */
export const SEND_CEB_MESSAGE = defineJob<SendCebMessage>('customs.send-ceb-message', {
  attemptsMax: 8,
  firstRetryDelayMs: 500,
  lane: 'bulk',
});
