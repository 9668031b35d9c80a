import { StateMachine } from '../../kernel/state-machine.js';

export const ADVANCE_STATES = ['requested', 'drawn', 'repaid', 'declined', 'ineligible'] as const;
export type AdvanceState = (typeof ADVANCE_STATES)[number];

/**
 * The life of an advance.
 *
 *     requested ──► drawn ──► repaid
 *         │
 *         └──► declined                 ineligible (never left the platform)
 *
 * `requested` means: the limit is reserved and the lender is asked; nothing is certain yet.
 */
export const ADVANCE = new StateMachine<AdvanceState, 'disburse' | 'decline' | 'settle'>('advance', ADVANCE_STATES, {
  disburse: { from: ['requested'], to: 'drawn', event: 'financing.advance.drawn' },
  decline: { from: ['requested'], to: 'declined', event: 'financing.advance.declined' },
  settle: { from: ['drawn'], to: 'repaid', event: 'financing.advance.repaid' },
});
