import { StateMachine } from '../../../kernel/state-machine.js';

export type CollectionState =
  'unmatched' | 'advance' | 'partly_matched' | 'matched' | 'set_aside' | 'refunding' | 'returned';
export type CollectionCommand =
  | 'match'
  | 'match_in_part'
  | 'unmatch'
  | 'unmatch_in_part'
  | 'mark_advance'
  | 'set_aside'
  | 'resume'
  | 'refund'
  | 'refund_surplus'
  | 'refund_done'
  | 'refund_failed'
  | 'surplus_back'
  | 'come_back'
  | 'return';

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
 *       ├─► refunding           all of it is on its way back to the payer; what fails is here again, as unmatched
 *       └─► returned            nothing of it is here any more: paid back to the payer, or taken back by the bank
 *
 * `partly_matched` holds a surplus: more came than the orders it pays for can take.
 * Of it, or of any other that is not all matched, a part may be on its way back while the rest waits as before.
 * An unmatched collection is booked to the seller all the same; only its order is not known yet.
 */
export const COLLECTION = new StateMachine<CollectionState, CollectionCommand>(
  'collection',
  ['unmatched', 'advance', 'partly_matched', 'matched', 'set_aside', 'refunding', 'returned'],
  {
    match: { from: OPEN, to: 'matched', event: 'fx.collection.matched', byCaller: true },
    match_in_part: { from: OPEN, to: 'partly_matched', event: 'fx.collection.matched' },
    unmatch: { from: TAKEN, to: 'unmatched', event: 'fx.collection.match_undone', byCaller: true },
    unmatch_in_part: { from: TAKEN, to: 'partly_matched', event: 'fx.collection.match_undone' },
    mark_advance: { from: ['unmatched'], to: 'advance', event: 'fx.collection.marked_advance', byCaller: true },
    set_aside: { from: ['unmatched', 'advance'], to: 'set_aside', event: 'fx.collection.set_aside', byCaller: true },
    resume: { from: ['set_aside', 'advance'], to: 'unmatched', byCaller: true },
    refund: { from: ['unmatched', 'advance', 'set_aside'], to: 'refunding', byCaller: true },
    refund_surplus: { from: ['partly_matched'], to: 'matched', byCaller: true },
    refund_done: { from: ['refunding'], to: 'returned' },
    refund_failed: { from: ['refunding'], to: 'unmatched' },
    surplus_back: { from: ['matched'], to: 'partly_matched' },
    come_back: { from: ['returned'], to: 'unmatched' },
    return: {
      from: [...OPEN, 'matched', 'set_aside', 'refunding', 'returned'],
      to: 'returned',
      event: 'fx.collection.returned',
    },
  },
);
