import { StateMachine } from '../../../kernel/state-machine.js';

export type PayoutBatchState = 'open' | 'closed' | 'sent' | 'refused';
export type PayoutBatchCommand = 'submit' | 'send' | 'refuse';

/**
 * The life of a batch of payouts. What becomes of each payment is told on the payout.
 *
 *     open ──► closed ──► sent
 *                └──────► refused      the bank would not take the message: none of its payments is carried out
 *
 * `closed` means: the message is written and will not change; whether it arrived is not certain.
 */
export const PAYOUT_BATCH = new StateMachine<PayoutBatchState, PayoutBatchCommand>(
  'payout batch',
  ['open', 'closed', 'sent', 'refused'],
  {
    submit: { from: ['open'], to: 'closed', byCaller: true },
    send: { from: ['closed'], to: 'sent', event: 'fx.payout_batch.sent' },
    refuse: { from: ['closed'], to: 'refused', event: 'fx.payout_batch.refused' },
  },
);
