import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a request that has moved on since needs no question. */
export interface AskRequest {
  readonly requestId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

export const ASK_REQUEST = defineWatch<AskRequest>('customs.ask-request');
