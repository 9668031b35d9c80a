import { StateMachine } from '../../kernel/state-machine.js';

export const CHANGE_KINDS = ['update', 'amendment'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_STATES = [
  'requested',
  'received',
  'withdrawing',
  'confirmed',
  'declined',
  'withdrawn',
  'superseded',
] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];
export type ChangeCommand = 'receive' | 'withdraw' | 'keep' | 'confirm' | 'decline' | 'drop' | 'supersede';

/**
 * What we want changed of a booking, beside the booking itself: an update before the carrier has confirmed, an
 * amendment (DCSA `amendedBookingStatus`) afterwards. The booking stands as it was until the carrier says yes.
 *
 *     requested ──► received ──► withdrawing ──► withdrawn
 *         │            │  ◄────────────┘
 *         └────────────┴──► confirmed | declined | superseded (by a newer one)
 */
export const BOOKING_CHANGE = new StateMachine<ChangeState, ChangeCommand>('change of a booking', CHANGE_STATES, {
  receive: { from: ['requested'], to: 'received' },
  withdraw: { from: ['received'], to: 'withdrawing', byCaller: true },
  keep: { from: ['withdrawing'], to: 'received' },
  confirm: {
    from: ['requested', 'received', 'withdrawing'],
    to: 'confirmed',
    event: 'freight.booking.changed',
  },
  decline: {
    from: ['requested', 'received', 'withdrawing'],
    to: 'declined',
    event: 'freight.booking.change_declined',
  },
  drop: {
    from: ['requested', 'received', 'withdrawing'],
    to: 'withdrawn',
    event: 'freight.booking.change_withdrawn',
  },
  supersede: { from: ['requested', 'received', 'withdrawing'], to: 'superseded' },
});
