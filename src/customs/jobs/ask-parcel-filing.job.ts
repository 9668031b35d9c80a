import { defineWatch } from '../../platform/queues/job-definition.js';

/** Names the wait that is over: a filing that has been decided since needs no question. */
export interface AskParcelFiling {
  readonly filingId: string;
  /** RFC 3339. */
  readonly expectedBy: string;
}

export const ASK_PARCEL_FILING = defineWatch<AskParcelFiling>('customs.ask-parcel-filing');
