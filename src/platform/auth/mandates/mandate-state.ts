import { StateMachine } from '../../../kernel/state-machine.js';

const MANDATE_STATES = ['offered', 'active', 'declined', 'revoked', 'expired'] as const;
export type MandateState = (typeof MANDATE_STATES)[number];
export type MandateCommand = 'accept' | 'decline' | 'revoke' | 'expire';

/**
 *   offered ──accept──► active ──revoke──► revoked
 *      │                   └────expire──► expired
 *      ├──decline──► declined
 *      ├──revoke───► revoked
 *      └──expire───► expired
 */
export const MANDATE = new StateMachine<MandateState, MandateCommand>('mandate', MANDATE_STATES, {
  accept: { from: ['offered'], to: 'active', event: 'mandates.mandate.accepted', byCaller: true },
  decline: { from: ['offered'], to: 'declined', event: 'mandates.mandate.declined', byCaller: true },
  revoke: { from: ['offered', 'active'], to: 'revoked', event: 'mandates.mandate.revoked', byCaller: true },
  expire: { from: ['offered', 'active'], to: 'expired', event: 'mandates.mandate.expired' },
});

export type MandateRole = 'granted' | 'received';

/** Only who received an offer can answer it; either side can end what holds. */
export const ANSWERS: ReadonlySet<MandateCommand> = new Set(['accept', 'decline']);
