import { StateMachine } from '../../kernel/state-machine.js';
import { type OrderState } from './trade-order.js';
import { type Standing, TRACKS } from './tracks.js';

/**
 * The life of an order as a whole. What happens after it is placed follows from its tracks.
 *
 *     draft ──► placed ──► in_progress ◄──► attention
 *       │         │  └───────────┴──────────────┴──► closed
 *       └─────────┴──► cancelled
 *
 * Cancelling is for as long as nothing binds anybody outside; see `bindingTracks`.
 */
export const TRADE_ORDER = new StateMachine<OrderState, 'place' | 'change' | 'cancel' | 'proceed' | 'stop' | 'close'>(
  'trade order',
  ['draft', 'placed', 'in_progress', 'attention', 'closed', 'cancelled'],
  {
    place: { from: ['draft'], to: 'placed', event: 'orders.order.placed', byCaller: true },
    change: { from: ['draft'], to: 'draft', byCaller: true },
    cancel: {
      from: ['draft', 'placed', 'in_progress', 'attention'],
      to: 'cancelled',
      event: 'orders.order.cancelled',
      byCaller: true,
    },
    proceed: { from: ['placed', 'in_progress', 'attention'], to: 'in_progress', event: 'orders.order.track_changed' },
    stop: { from: ['placed', 'in_progress', 'attention'], to: 'attention', event: 'orders.order.track_changed' },
    close: { from: ['placed', 'in_progress', 'attention'], to: 'closed', event: 'orders.order.closed' },
  },
);

const UNTOUCHED = ['pending', 'not_applicable', 'quoted', 'drafted'];

/** The overall state of a placed order, from where its tracks stand. */
export function overallState({ tracks, needsAttention, isOver }: Standing): OrderState {
  if (needsAttention) return 'attention';
  if (isOver) return 'closed';
  return TRACKS.every((track) => UNTOUCHED.includes(tracks[track])) ? 'placed' : 'in_progress';
}

/** Track states that bind nobody: no partner has been told, or what was told has been taken back. */
const FREE = [
  'pending',
  'not_applicable',
  'quoted',
  'drafted',
  'blocked',
  'awaiting_approval',
  'approval_declined',
  'rejected',
  'cancelled',
  'ineligible',
  'declined',
];

/** The tracks that hold an order to its word; it can be cancelled while there are none. */
export function bindingTracks(tracks: Standing['tracks']): string[] {
  return TRACKS.filter((track) => !FREE.includes(tracks[track]));
}
