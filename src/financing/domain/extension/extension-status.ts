import { StateMachine } from '../../../kernel/state-machine.js';

export const EXTENSION_STATES = ['requested', 'granted', 'refused', 'lapsed'] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/**
 * The life of one request for a later due date.
 *
 *     requested ──► granted
 *         ├───────► refused   by the lender, with its reason
 *         └───────► lapsed    the loan was over before the lender spoke
 */
export const EXTENSION = new StateMachine<ExtensionState, 'grant' | 'refuse' | 'lapse'>('extension', EXTENSION_STATES, {
  grant: { from: ['requested'], to: 'granted', event: 'financing.advance.extended' },
  refuse: { from: ['requested'], to: 'refused', event: 'financing.extension.refused' },
  lapse: { from: ['requested'], to: 'lapsed', event: 'financing.extension.lapsed' },
});
