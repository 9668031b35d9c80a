import { StateMachine } from '../../../kernel/state-machine.js';

const FORWARD_MOVE_STATES = ['pending', 'done', 'refused'] as const;
export type ForwardMoveState = (typeof FORWARD_MOVE_STATES)[number];
export type ForwardMoveCommand = 'confirm' | 'refuse';

/**
 * The life of a delivery, a roll-over or a close-out of a forward.
 *
 *     pending ──► done
 *        └──────► refused        the bank said no: what was booked is reversed, and the amount is open again
 */
export const FORWARD_MOVE = new StateMachine<ForwardMoveState, ForwardMoveCommand>(
  'forward move',
  FORWARD_MOVE_STATES,
  {
    confirm: { from: ['pending'], to: 'done' },
    refuse: { from: ['pending'], to: 'refused', event: 'fx.forward.move_refused' },
  },
);
