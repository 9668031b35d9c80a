import { StateMachine } from '../../../kernel/state-machine.js';

export const OUTBOUND_STATES = ['allocated', 'released', 'dispatched', 'cancelled'] as const;
export type OutboundState = (typeof OUTBOUND_STATES)[number];
export type OutboundCommand = 'release' | 'dispatch' | 'cancel';

/**
 * The life of an outbound order. There is none before it is allocated.
 *
 *     allocated ──► released ──► dispatched
 *         │            │
 *         └────────────┴──► cancelled      (what was promised is on offer again)
 *
 * `released`: the warehouse picks it. What comes back afterwards are returns; the order stays dispatched.
 */
export const OUTBOUND = new StateMachine<OutboundState, OutboundCommand>('outbound order', OUTBOUND_STATES, {
  release: { from: ['allocated'], to: 'released', event: 'freight.outbound.released', byCaller: true },
  dispatch: { from: ['released'], to: 'dispatched', event: 'freight.outbound.dispatched', byCaller: true },
  cancel: { from: ['allocated', 'released'], to: 'cancelled', event: 'freight.outbound.cancelled', byCaller: true },
});
