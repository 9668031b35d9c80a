import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   unverified ──pass──▶ verified ──┐
 *      ▲  ││ └──refuse─▶ refused ───┤ ask: it is asked about once more
 *      │  │└─decline─▶ declined ────┤  the authority will not look at it, and says why
 *      │  └──drop─▶ dropped         │  the invoice was cancelled
 *      └────────────────────────────┘
 */
export const VERIFICATION_STATES = ['unverified', 'verified', 'refused', 'declined', 'dropped'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

const TABLE = {
  pass: { from: ['unverified'], to: 'verified', event: 'tax_refund.invoice.verified' },
  refuse: { from: ['unverified'], to: 'refused', event: 'tax_refund.invoice.refused' },
  decline: { from: ['unverified'], to: 'declined', event: 'tax_refund.invoice.check_declined' },
  ask: { from: ['verified', 'refused', 'declined'], to: 'unverified', byCaller: true },
  drop: { from: ['unverified', 'verified', 'refused', 'declined'], to: 'dropped' },
} as const satisfies Record<string, Transition<VerificationState>>;
export type VerificationCommand = keyof typeof TABLE;

export const VERIFICATION = new StateMachine<VerificationState, VerificationCommand>(
  'invoice_check',
  VERIFICATION_STATES,
  TABLE,
);
