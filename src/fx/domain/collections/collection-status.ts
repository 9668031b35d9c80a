import { StateMachine } from '../../../kernel/state-machine.js';

export type CollectionState = 'unmatched' | 'partly_matched' | 'matched' | 'set_aside';
export type CollectionCommand = 'match' | 'match_in_part';

/**
 * What becomes of money that the bank reports on a collection account.
 *
 *     unmatched ──► partly_matched ──► matched
 *         └──────────────────────────────►
 *
 *     set_aside        a debit or a reversal: recorded, not booked, for a person to look into
 *
 * `partly_matched` holds a surplus: more came than the orders it pays for can take.
 * An unmatched collection is booked to the seller all the same; only its order is not known yet.
 */
export const COLLECTION = new StateMachine<CollectionState, CollectionCommand>(
  'collection',
  ['unmatched', 'partly_matched', 'matched', 'set_aside'],
  {
    match: {
      from: ['unmatched', 'partly_matched'],
      to: 'matched',
      event: 'fx.collection.matched',
      byCaller: true,
    },
    match_in_part: { from: ['unmatched', 'partly_matched'], to: 'partly_matched', event: 'fx.collection.matched' },
  },
);
