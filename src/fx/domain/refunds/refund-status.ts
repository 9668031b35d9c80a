import { StateMachine } from '../../../kernel/state-machine.js';
import { type PayoutState } from '../payouts/payout-status.js';

export type RefundState =
  'awaiting_approval' | 'queued' | 'sent' | 'accepted' | 'confirmed' | 'rejected' | 'declined' | 'returned';
export type RefundCommand = 'order' | 'decline' | 'send' | 'accept' | 'confirm' | 'reject' | 'return';

const WITH_THE_BANK: readonly RefundState[] = ['queued', 'sent', 'accepted'];

/**
 * The life of money that goes back to the payer it came from.
 *
 *     awaiting_approval ──► queued ──► sent ──► accepted ──► confirmed
 *        │                    └──────────┴─────────┴──────────►  │
 *        ▼                               ▼                      ▼
 *     declined                        rejected               returned    settled, and the money came back
 *
 * It is set aside from the first moment to the last: by `declined`, `rejected` and `returned` the collection has it again, and
 * what is tried anew is another refund, under a message id of its own.
 */
export const REFUND = new StateMachine<RefundState, RefundCommand>(
  'collection refund',
  ['awaiting_approval', 'queued', 'sent', 'accepted', 'confirmed', 'rejected', 'declined', 'returned'],
  {
    order: { from: ['awaiting_approval'], to: 'queued' },
    decline: { from: ['awaiting_approval'], to: 'declined', event: 'fx.collection_refund.declined' },
    send: { from: ['queued'], to: 'sent', event: 'fx.collection_refund.sent' },
    accept: { from: ['queued', 'sent'], to: 'accepted' },
    confirm: { from: WITH_THE_BANK, to: 'confirmed', event: 'fx.collection_refund.confirmed' },
    reject: { from: WITH_THE_BANK, to: 'rejected', event: 'fx.collection_refund.rejected' },
    return: { from: ['confirmed'], to: 'returned', event: 'fx.collection_refund.returned' },
  },
);

/** Under the words of any payment, by which answers of the bank are judged. */
export function asPayment(state: RefundState): PayoutState {
  if (state === 'awaiting_approval') return 'blocked';
  return state === 'declined' ? 'rejected' : state;
}

/** Why money goes back. */
export const REFUND_REASONS = [
  'over_payment',
  'duplicate_payment',
  'wrong_beneficiary',
  'unidentified_payment',
  'order_cancelled',
  'goods_returned',
  'trade_not_shown',
  'other',
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];
