import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a declaration that has moved on since needs no question. */
export interface AskCustoms {
  readonly declarationId: string;
  readonly state: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

export const ASK_CUSTOMS = defineWatch<AskCustoms>('customs.ask-customs');
