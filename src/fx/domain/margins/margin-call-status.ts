import { StateMachine } from '../../../kernel/state-machine.js';

export const MARGIN_CALL_STATES = ['called', 'paid', 'released', 'settled'] as const;
export type MarginCallState = (typeof MARGIN_CALL_STATES)[number];
export type MarginCallCommand = 'pay' | 'release' | 'settle';

/**
 * The life of margin that a bank calls for a forward when the market has moved (追加保证金), on top of the deposit.
 *
 *     called ──► paid ──► released      given back while the forward lives; one that is not paid is wanted no more
 *        │        │
 *        ├────────┴──► settled         the forward is over
 *        └──► released
 *
 * `paid` means: it is held of the seller's money.
 */
export const MARGIN_CALL = new StateMachine<MarginCallState, MarginCallCommand>('margin call', MARGIN_CALL_STATES, {
  pay: { from: ['called'], to: 'paid', event: 'fx.margin_call.paid', byCaller: true },
  release: { from: ['called', 'paid'], to: 'released', event: 'fx.margin_call.released', byCaller: true },
  settle: { from: ['called', 'paid'], to: 'settled', event: 'fx.margin_call.settled' },
});
