import { StateMachine } from '../../../kernel/state-machine.js';

export type ChangeState = 'asked' | 'agreed' | 'refused';
export type ChangeCommand = 'agree' | 'refuse';

/**
 * The life of a change of a conversion.
 *
 *     asked ──► agreed        the books follow, and the difference is posted
 *       └─────► refused       the bank said no: the conversion stays as it was
 */
export const CONVERSION_CHANGE = new StateMachine<ChangeState, ChangeCommand>(
  'conversion change',
  ['asked', 'agreed', 'refused'],
  {
    agree: { from: ['asked'], to: 'agreed', event: 'fx.conversion.amended' },
    refuse: { from: ['asked'], to: 'refused', event: 'fx.conversion.change_refused' },
  },
);
