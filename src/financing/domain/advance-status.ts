import { StateMachine } from '../../kernel/state-machine.js';

export const ADVANCE_STATES = [
  'awaiting_approval',
  'requested',
  'drawn',
  'repaid',
  'written_off',
  'recovered',
  'declined',
  'ineligible',
] as const;
export type AdvanceState = (typeof ADVANCE_STATES)[number];

/**
 * The life of an advance.
 *
 *     awaiting_approval ──► requested ──► drawn ──► repaid
 *              │                │
 *              └────────────────┴──► declined      └──► written_off ──► recovered
 *                                                             ineligible (never left the platform)
 *
 * `awaiting_approval` means: a second person has to approve it first; nothing is reserved, and nobody is asked.
 * `written_off` means: its lender has given it up in its books; it is owed still, and what comes in is a recovery.
 * `requested` means: the limit is reserved and the lender is asked; nothing is certain yet.
 */
export const ADVANCE = new StateMachine<
  AdvanceState,
  'ask' | 'disburse' | 'decline' | 'extend' | 'write_off' | 'recover' | 'settle'
>('advance', ADVANCE_STATES, {
  ask: { from: ['awaiting_approval'], to: 'requested', event: 'financing.advance.requested' },
  disburse: { from: ['requested'], to: 'drawn', event: 'financing.advance.drawn' },
  decline: { from: ['awaiting_approval', 'requested'], to: 'declined', event: 'financing.advance.declined' },
  extend: { from: ['drawn'], to: 'drawn', event: 'financing.advance.extended' },
  write_off: { from: ['drawn'], to: 'written_off', event: 'financing.advance.written_off' },
  recover: { from: ['written_off'], to: 'recovered', event: 'financing.advance.recovered' },
  settle: { from: ['drawn'], to: 'repaid', event: 'financing.advance.repaid' },
});
