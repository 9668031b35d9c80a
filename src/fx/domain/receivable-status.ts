import { StateMachine } from '../../kernel/state-machine.js';

export type ReceivableState = 'open' | 'collected';
export type ReceivableCommand = 'collect';

/**
 * What a buyer owes for an order.
 *
 *     open ──► collected        received, or short by no more than the tolerance
 */
export const RECEIVABLE = new StateMachine<ReceivableState, ReceivableCommand>('receivable', ['open', 'collected'], {
  collect: { from: ['open'], to: 'collected', event: 'fx.order.collected' },
});
