import { StateMachine } from '../../../kernel/state-machine.js';

export type CollectionAccountState = 'requested' | 'open' | 'refused';
export type CollectionAccountCommand = 'open' | 'refuse' | 'request_again';

/**
 * The life of a seller's account at the bank, one for each currency it is paid in.
 *
 *     requested ──► open
 *       │    ▲
 *       ▼    │
 *      refused        the next order in this currency asks again
 */
export const COLLECTION_ACCOUNT = new StateMachine<CollectionAccountState, CollectionAccountCommand>(
  'collection account',
  ['requested', 'open', 'refused'],
  {
    open: { from: ['requested'], to: 'open', event: 'fx.collection_account.opened' },
    refuse: { from: ['requested'], to: 'refused' },
    request_again: { from: ['refused'], to: 'requested' },
  },
);
