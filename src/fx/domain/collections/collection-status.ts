import { StateMachine } from '../../../kernel/state-machine.js';

export type CollectionState = 'unmatched' | 'advance' | 'partly_matched' | 'matched' | 'set_aside' | 'returned';
export type CollectionCommand =
  'match' | 'match_in_part' | 'unmatch' | 'unmatch_in_part' | 'mark_advance' | 'set_aside' | 'resume' | 'return';

const OPEN: readonly CollectionState[] = ['unmatched', 'advance', 'partly_matched'];
const TAKEN: readonly CollectionState[] = ['partly_matched', 'matched'];

/**
 * What becomes of money that the bank reports on a collection account.
 *
 *     unmatched ──► partly_matched ──► matched
 *       │   ▲ └──────────────────────────► │
 *       │   └───────── unmatch ────────────┘
 *       ├─► advance             paid before there is an order: for the next order of this buyer
 *       ├─► set_aside           a person has to look into it; debits and reversals are here from the beginning
 *       └─► returned            nothing of it is here any more: paid back to the payer, or taken back by the bank
 *
 * `partly_matched` holds a surplus: more came than the orders it pays for can take.
 * An unmatched collection is booked to the seller all the same; only its order is not known yet.
 */
export const COLLECTION = new StateMachine<CollectionState, CollectionCommand>(
  'collection',
  ['unmatched', 'advance', 'partly_matched', 'matched', 'set_aside', 'returned'],
  {
    match: { from: OPEN, to: 'matched', event: 'fx.collection.matched', byCaller: true },
    match_in_part: { from: OPEN, to: 'partly_matched', event: 'fx.collection.matched' },
    unmatch: { from: TAKEN, to: 'unmatched', event: 'fx.collection.match_undone', byCaller: true },
    unmatch_in_part: { from: TAKEN, to: 'partly_matched', event: 'fx.collection.match_undone' },
    mark_advance: { from: ['unmatched'], to: 'advance', event: 'fx.collection.marked_advance', byCaller: true },
    set_aside: { from: ['unmatched', 'advance'], to: 'set_aside', event: 'fx.collection.set_aside', byCaller: true },
    resume: { from: ['set_aside', 'advance'], to: 'unmatched', byCaller: true },
    return: { from: [...OPEN, 'matched', 'set_aside'], to: 'returned', event: 'fx.collection.returned' },
  },
);
