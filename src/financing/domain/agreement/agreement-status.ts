import { StateMachine } from '../../../kernel/state-machine.js';

export const AGREEMENT_STATES = ['offered', 'signed', 'lapsed'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/**
 * The life of the agreement on one loan (借款合同).
 *
 *     offered ──► signed
 *        └───────────┴──► lapsed   nobody has signed in time, or the lender has declined the loan
 */
export const AGREEMENT = new StateMachine<AgreementState, 'sign' | 'lapse'>('loan agreement', AGREEMENT_STATES, {
  sign: { from: ['offered'], to: 'signed', event: 'financing.agreement.signed', byCaller: true },
  lapse: { from: ['offered', 'signed'], to: 'lapsed', event: 'financing.agreement.lapsed' },
});
