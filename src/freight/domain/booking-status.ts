import { StateMachine } from '../../kernel/state-machine.js';

export const BOOKING_STATES = [
  'requested',
  'received',
  'pending_update',
  'update_received',
  'confirmed',
  'pending_amendment',
  'rejected',
  'declined',
  'cancelled',
  'completed',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export type BookingCommand =
  | 'receive'
  | 'require_update'
  | 'receive_update'
  | 'confirm'
  | 'require_amendment'
  | 'reject'
  | 'decline'
  | 'cancel'
  | 'complete';

/**
 * The life of a booking: DCSA Booking 2.0 (`bookingStatus`) with `requested` of our own before it.
 *
 *     requested ──► received ◄──► pending_update ◄──► update_received
 *         │            │               │                     │
 *         └────────────┴───────┬───────┴─────────────────────┴──► rejected    (the carrier, before it confirmed)
 *                              ▼
 *                          confirmed ◄──► pending_amendment
 *                              │
 *                              ├──► completed
 *                              └──► declined            (the carrier, after it confirmed)
 *
 *     every state on the way ──► cancelled              (at our wish)
 *
 * `requested`: promised to the carrier, its answer is not known yet. Messages get lost, so a state may be reached
 * past the ones before it. What we change of a booking runs beside it: `BOOKING_CHANGE`.
 */
export const BOOKING = new StateMachine<BookingState, BookingCommand>('booking', BOOKING_STATES, {
  receive: { from: ['requested', 'pending_update', 'update_received'], to: 'received' },
  require_update: {
    from: ['requested', 'received', 'update_received'],
    to: 'pending_update',
    event: 'freight.booking.change_wanted',
  },
  receive_update: { from: ['requested', 'received', 'pending_update'], to: 'update_received' },
  confirm: {
    from: ['requested', 'received', 'pending_update', 'update_received', 'pending_amendment'],
    to: 'confirmed',
    event: 'freight.booking.confirmed',
  },
  require_amendment: { from: ['confirmed'], to: 'pending_amendment', event: 'freight.booking.change_wanted' },
  reject: {
    from: ['requested', 'received', 'pending_update', 'update_received'],
    to: 'rejected',
    event: 'freight.booking.rejected',
  },
  decline: {
    from: ['requested', 'received', 'pending_update', 'update_received', 'confirmed', 'pending_amendment'],
    to: 'declined',
    event: 'freight.booking.rejected',
  },
  cancel: {
    from: ['requested', 'received', 'pending_update', 'update_received', 'confirmed', 'pending_amendment'],
    to: 'cancelled',
    event: 'freight.booking.cancelled',
  },
  complete: { from: ['confirmed', 'pending_amendment'], to: 'completed', event: 'freight.booking.completed' },
});

export const CANCELLATION_STATES = ['none', 'requested', 'declined', 'confirmed'] as const;
export type CancellationState = (typeof CANCELLATION_STATES)[number];
export type CancellationCommand = 'request_cancellation' | 'decline' | 'confirm';

/**
 * Our wish to cancel runs beside the booking, as in DCSA (`bookingCancellationStatus`): the carrier may say no,
 * and the booking then stands as it was.
 *
 *     none ──► requested ──► confirmed
 *                  └───────► declined
 */
export const CANCELLATION = new StateMachine<CancellationState, CancellationCommand>(
  'cancellation of a booking',
  CANCELLATION_STATES,
  {
    request_cancellation: { from: ['none'], to: 'requested', byCaller: true },
    decline: { from: ['requested'], to: 'declined' },
    // Also where the carrier cancels what we have not asked it to, or said no to before.
    confirm: { from: ['none', 'requested', 'declined'], to: 'confirmed' },
  },
);

/** What an API caller may do with the booking now. */
export function allowedActions(
  state: BookingState,
  cancellation: CancellationState,
): (CancellationCommand | 'request_change')[] {
  if (!BOOKING.allows(state, 'cancel')) return [];
  const isLeaving = cancellation === 'requested';
  return [...CANCELLATION.allowedActions(cancellation), ...(isLeaving ? [] : (['request_change'] as const))];
}
