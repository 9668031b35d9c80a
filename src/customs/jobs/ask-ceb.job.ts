import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a message that has moved on since needs no question. */
export interface AskCeb {
  readonly cebMessageId: string;
  /** RFC 3339; null: asked for by somebody, whatever the wait. */
  readonly expectedBy: string | null;
}

export const ASK_CEB = defineWatch<AskCeb>('customs.ask-ceb');
