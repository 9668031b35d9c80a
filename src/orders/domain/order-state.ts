import { StateMachine } from '../../kernel/state-machine.js';
import { type OrderState } from './trade-order.js';
import { isBinding, TRACKS } from './track-lives.js';
import { type Standing } from './tracks.js';

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
export function overallState({ tracks, needsAttention, isOver }: Omit<Standing, 'customsBinds'>): OrderState {
  if (needsAttention) return 'attention';
  if (isOver) return 'closed';
  return TRACKS.every((track) => UNTOUCHED.includes(tracks[track])) ? 'placed' : 'in_progress';
}

/** The tracks that hold an order to its word; it can be cancelled while there are none. */
export function bindingTracks({ tracks, customsBinds }: Pick<Standing, 'tracks' | 'customsBinds'>): string[] {
  return TRACKS.filter((track) => isBinding(tracks[track]) || (track === 'customs' && customsBinds));
}
