import { StateMachine } from '../../../kernel/state-machine.js';

export const DISPUTE_STATES = ['open', 'resolved'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/**
 * The life of a buyer's dispute of what it owes. It does not open again: a buyer that objects anew opens another.
 *
 *     open ──► resolved
 */
export const DISPUTE = new StateMachine<DisputeState, 'resolve'>('dispute', DISPUTE_STATES, {
  resolve: { from: ['open'], to: 'resolved', event: 'financing.dispute.resolved', byCaller: true },
});

export const DISPUTE_KINDS = ['quality', 'quantity', 'delivery', 'price', 'documents', 'other'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** Who was right: the buyer, the seller, or both a little. */
export const DISPUTE_OUTCOMES = ['upheld', 'rejected', 'settled'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];
