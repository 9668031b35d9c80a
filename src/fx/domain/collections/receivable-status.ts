import { StateMachine } from '../../../kernel/state-machine.js';

export type ReceivableState = 'open' | 'collected' | 'waived';
export type ReceivableCommand = 'collect' | 'waive' | 'reopen';

/**
 * What a buyer owes for an order.
 *
 *     open ──► collected        received, or short by no more than the tolerance
 *       │ ◄──── reopen            money that paid it was taken back, or was another order's
 *       └────► waived           the order was cancelled: what comes all the same is nobody's until a person says whose
 */
export const RECEIVABLE = new StateMachine<ReceivableState, ReceivableCommand>(
  'receivable',
  ['open', 'collected', 'waived'],
  {
    collect: { from: ['open'], to: 'collected', event: 'fx.order.collected' },
    reopen: { from: ['collected'], to: 'open' },
    waive: { from: ['open'], to: 'waived' },
  },
);
