import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: an order that has been answered since needs no question. */
export interface AskOrderFiling {
  readonly orderFilingId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

export const ASK_ORDER_FILING = defineWatch<AskOrderFiling>('customs.ask-order-filing');
