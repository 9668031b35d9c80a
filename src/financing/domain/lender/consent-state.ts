import { StateMachine } from '../../../kernel/state-machine.js';

export const CONSENT_STATES = ['offered', 'active', 'declined', 'revoked'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];
export type ConsentCommand = 'accept' | 'decline' | 'revoke';

/**
 * A tenant's consent that a lender sees what it lends.
 *
 *     offered ──accept──► active ──revoke──► revoked
 *        ├──decline──► declined
 *        └──revoke───► revoked
 */
export const LENDER_CONSENT = new StateMachine<ConsentState, ConsentCommand>('lender_consent', CONSENT_STATES, {
  accept: { from: ['offered'], to: 'active', event: 'financing.lender_consent.accepted', byCaller: true },
  decline: { from: ['offered'], to: 'declined', event: 'financing.lender_consent.declined', byCaller: true },
  revoke: { from: ['offered', 'active'], to: 'revoked', event: 'financing.lender_consent.revoked', byCaller: true },
});

export type ConsentNews = 'offered' | 'accepted' | 'declined' | 'revoked';
