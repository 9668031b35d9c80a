import { StateMachine } from '../../../kernel/state-machine.js';

export type PayoutState = 'blocked' | 'queued' | 'sent' | 'accepted' | 'confirmed' | 'rejected' | 'returned';
export type PayoutCommand = 'send' | 'accept' | 'confirm' | 'reject' | 'return' | 'retry';

const WITH_THE_BANK: readonly PayoutState[] = ['queued', 'sent', 'accepted'];

/**
 * The life of a payout to a seller's own bank account.
 *
 *     blocked                          the seller has named no bank account, or a second person has yet to approve
 *        │
 *        ▼
 *      queued ──► sent ──► accepted ──► confirmed
 *        ▲ └────────┴─────────┴────────────►   │
 *        │          │                         ▼
 *        ├──────── rejected                returned    settled, and the money came back
 *        └─────────────────────────────────────┘      a retry is a new message: only after a no, or a return
 *
 * `queued` means: the money is held and the order to the bank is written; whether it arrived is not certain.
 * The bank's answers may skip states and come in any order; none leads backwards.
 */
export const PAYOUT = new StateMachine<PayoutState, PayoutCommand>(
  'payout',
  ['blocked', 'queued', 'sent', 'accepted', 'confirmed', 'rejected', 'returned'],
  {
    send: { from: ['queued'], to: 'sent', event: 'fx.payout.sent' },
    accept: { from: ['queued', 'sent'], to: 'accepted' },
    confirm: { from: WITH_THE_BANK, to: 'confirmed', event: 'fx.payout.confirmed' },
    reject: { from: WITH_THE_BANK, to: 'rejected', event: 'fx.payout.rejected' },
    return: { from: ['confirmed'], to: 'returned', event: 'fx.payout.returned' },
    retry: { from: ['rejected', 'returned', 'blocked'], to: 'queued', byCaller: true },
  },
);
