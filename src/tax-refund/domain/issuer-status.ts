import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   submitted ──approve──▶ approved ──revoke──▶ revoked
 *       └──refuse──▶ refused   └──expire──▶ expired     its last day is over
 */
export const ISSUER_STATES = ['submitted', 'approved', 'refused', 'revoked', 'expired'] as const;
export type IssuerState = (typeof ISSUER_STATES)[number];

const TABLE = {
  approve: { from: ['submitted'], to: 'approved', event: 'tax_refund.invoice_issuer.approved', byCaller: true },
  refuse: { from: ['submitted'], to: 'refused', event: 'tax_refund.invoice_issuer.refused', byCaller: true },
  revoke: { from: ['approved'], to: 'revoked', event: 'tax_refund.invoice_issuer.revoked', byCaller: true },
  expire: { from: ['approved'], to: 'expired', event: 'tax_refund.invoice_issuer.expired' },
} as const satisfies Record<string, Transition<IssuerState>>;
export type IssuerCommand = keyof typeof TABLE;

export const ISSUER = new StateMachine<IssuerState, IssuerCommand>('invoice_issuer', ISSUER_STATES, TABLE);
