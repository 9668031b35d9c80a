import { StateMachine } from '../../../kernel/state-machine.js';

const FORWARD_STATES = [
  'awaiting_approval',
  'requested',
  'booked',
  'partly_delivered',
  'overdue',
  'delivered',
  'rolled',
  'closed_out',
  'refused',
  'lapsed',
] as const;
export type ForwardState = (typeof FORWARD_STATES)[number];
export type ForwardCommand =
  'request' | 'lapse' | 'book' | 'refuse' | 'deliver' | 'complete' | 'roll' | 'close_out' | 'expire';

/**
 * The life of a forward.
 *
 *     awaiting_approval ──► requested ──► booked ──► partly_delivered ──► delivered
 *            │                  │            │               │
 *            ▼                  ▼            └───────┬───────┴──► rolled, closed_out
 *          lapsed            refused                 ▼               ▲
 *                                                 overdue ───────────┘
 *
 * `requested` means: the deposit is held, and the bank is asked to book the contract. `overdue` means: the last day is over
 * and something is still open; it is rolled over or closed out. A contract that is settled in several ways ends as the last
 * of them says; what is in flight with the bank is settled when the bank has confirmed it.
 */
export const FORWARD = new StateMachine<ForwardState, ForwardCommand>('forward', FORWARD_STATES, {
  request: { from: ['awaiting_approval'], to: 'requested' },
  lapse: { from: ['awaiting_approval'], to: 'lapsed', event: 'fx.forward.lapsed' },
  book: { from: ['requested'], to: 'booked', event: 'fx.forward.booked' },
  refuse: { from: ['requested'], to: 'refused', event: 'fx.forward.refused' },
  deliver: {
    from: ['booked', 'partly_delivered'],
    to: 'partly_delivered',
    event: 'fx.forward.delivered',
    byCaller: true,
  },
  complete: { from: ['booked', 'partly_delivered', 'overdue'], to: 'delivered', event: 'fx.forward.delivered' },
  roll: {
    from: ['booked', 'partly_delivered', 'overdue'],
    to: 'rolled',
    event: 'fx.forward.rolled',
    byCaller: true,
  },
  close_out: {
    from: ['booked', 'partly_delivered', 'overdue'],
    to: 'closed_out',
    event: 'fx.forward.closed_out',
    byCaller: true,
  },
  expire: { from: ['booked', 'partly_delivered'], to: 'overdue', event: 'fx.forward.past_due' },
});
