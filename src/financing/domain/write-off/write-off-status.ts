import { StateMachine } from '../../../kernel/state-machine.js';

export const WRITE_OFF_STATES = ['awaiting_approval', 'proposed', 'declined', 'written_off', 'closed'] as const;
export type WriteOffState = (typeof WRITE_OFF_STATES)[number];

/**
 * The life of a write-off. The platform proposes one, a second person approves that where the tenant asks for it, and the lender
 * decides; or the lender decides of itself.
 *
 *     awaiting_approval ──► proposed ──► written_off ──► closed   all of it came in, or was given up
 *             │                 │             ▲
 *             └────────┬────────┘             └── of itself
 *                      ▼
 *                  declined
 */
export const WRITE_OFF = new StateMachine<WriteOffState, 'propose' | 'decline' | 'confirm' | 'close'>(
  'write-off',
  WRITE_OFF_STATES,
  {
    propose: { from: ['awaiting_approval'], to: 'proposed', event: 'financing.write_off.proposed' },
    decline: { from: ['awaiting_approval', 'proposed'], to: 'declined', event: 'financing.write_off.declined' },
    confirm: { from: ['awaiting_approval', 'proposed'], to: 'written_off', event: 'financing.advance.written_off' },
    close: { from: ['written_off'], to: 'closed', event: 'financing.advance.recovered' },
  },
);
