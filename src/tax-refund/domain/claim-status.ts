import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   matched ─file─▶ queued ─send─▶ filed ─accept─▶ accepted ─approve─▶ approved ─pay─▶ paid
 *      │             ▲  │            │                │  ▲▲                 ▲
 *      │             │  └──reject────┴──reject──┐     │  ││  query          │
 *   abandon        file (a new attempt)         ▼     └──┼┴────▶ queried ───┤ approve
 *      │             └───────────────────── rejected ◀───┤          │answer │
 *      ▼                                        │        └─query─ answered ─┘
 *   abandoned ◀────────────abandon──────────────┘
 *
 * What is queued goes back to `matched` by `hold`, where the agency agreement ended before it was sent.
 * A claim that the bureau never had goes back from `filed` to `queued` and is sent again under its old reference.
 */
export const CLAIM_STATES = [
  'matched',
  'queued',
  'filed',
  'accepted',
  'queried',
  'answered',
  'approved',
  'rejected',
  'paid',
  'abandoned',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

const TABLE = {
  file: { from: ['matched', 'rejected'], to: 'queued', byCaller: true },
  /** Nobody may file it any more, and the bureau never had it: it waits for another agreement. */
  hold: { from: ['queued'], to: 'matched', event: 'tax_refund.claim.held' },
  send: { from: ['queued'], to: 'filed', event: 'tax_refund.claim.filed' },
  resend: { from: ['filed'], to: 'queued' },
  accept: { from: ['filed'], to: 'accepted', event: 'tax_refund.claim.accepted' },
  query: { from: ['accepted', 'answered'], to: 'queried', event: 'tax_refund.claim.queried' },
  answer: { from: ['queried'], to: 'answered', byCaller: true },
  approve: { from: ['accepted', 'queried', 'answered'], to: 'approved', event: 'tax_refund.claim.approved' },
  pay: { from: ['approved'], to: 'paid', event: 'tax_refund.claim.paid' },
  reject: {
    from: ['queued', 'filed', 'accepted', 'queried', 'answered'],
    to: 'rejected',
    event: 'tax_refund.claim.rejected',
  },
  /** Gives declared items and invoices free again, so that the export can be matched anew. */
  abandon: { from: ['matched', 'rejected'], to: 'abandoned', byCaller: true },
} as const satisfies Record<string, Transition<ClaimState>>;
export type ClaimCommand = keyof typeof TABLE;

export const CLAIM_MACHINE = new StateMachine<ClaimState, ClaimCommand>('claim', CLAIM_STATES, TABLE);
