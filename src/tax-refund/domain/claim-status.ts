import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   matched ─file─▶ queued ─send─▶ filed ─accept─▶ accepted ─approve─▶ approved ─pay─▶ paid ─close─▶ closed
 *      │             ▲  │            │                │  ▲▲                 ▲
 *      │             │  └──reject────┴──reject──┐     │  ││  query          │
 *   abandon        file (a new attempt)         ▼     └──┼┴────▶ queried ───┤ approve
 *      │             └───────────────────── rejected ◀───┤          │answer │
 *      ▼                                        │        └─query─ answered ─┘
 *   abandoned ◀────────────abandon──────────────┘
 *
 * What is queued goes back to `matched` by `hold`, where the agency agreement ended before it was sent.
 * What is queued is checked first: with doubts it is `doubted` until they are answered or mended, and filed anew.
 * What the bureau is looking at may be `withheld` (暂不办理) and resumed. What was paid may be `clawed_back` (追回), also when it
 * was closed, and is `paid` again once that is settled.
 * A claim that the bureau never had goes back from `filed` to `queued` and is sent again under its old reference.
 */
export const CLAIM_STATES = [
  'matched',
  'queued',
  'doubted',
  'filed',
  'accepted',
  'queried',
  'answered',
  'withheld',
  'approved',
  'rejected',
  'paid',
  'clawed_back',
  'closed',
  'abandoned',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

const TABLE = {
  file: { from: ['matched', 'doubted', 'rejected'], to: 'queued', byCaller: true },
  /** Nobody may file it any more, and the bureau never had it: it waits for another agreement. */
  hold: { from: ['queued'], to: 'matched', event: 'tax_refund.claim.held' },
  /** The self-check found doubts: it is not filed as it is. */
  doubt: { from: ['queued'], to: 'doubted', event: 'tax_refund.claim.doubted' },
  send: { from: ['queued'], to: 'filed', event: 'tax_refund.claim.filed' },
  resend: { from: ['filed'], to: 'queued' },
  accept: { from: ['filed'], to: 'accepted', event: 'tax_refund.claim.accepted' },
  query: { from: ['accepted', 'answered'], to: 'queried', event: 'tax_refund.claim.queried' },
  answer: { from: ['queried'], to: 'answered', byCaller: true },
  withhold: { from: ['accepted', 'queried', 'answered'], to: 'withheld', event: 'tax_refund.claim.withheld' },
  resume: { from: ['withheld'], to: 'accepted', event: 'tax_refund.claim.resumed' },
  approve: {
    from: ['accepted', 'queried', 'answered', 'withheld'],
    to: 'approved',
    event: 'tax_refund.claim.approved',
  },
  pay: { from: ['approved'], to: 'paid', event: 'tax_refund.claim.paid' },
  reject: {
    from: ['queued', 'filed', 'accepted', 'queried', 'answered', 'withheld'],
    to: 'rejected',
    event: 'tax_refund.claim.rejected',
  },
  /** The bureau wants money back that it paid. */
  claw_back: { from: ['paid', 'clawed_back', 'closed'], to: 'clawed_back', event: 'tax_refund.claim.clawed_back' },
  /** All that it wanted back is paid back, or set off. */
  settle: { from: ['clawed_back'], to: 'paid', event: 'tax_refund.claim.settled' },
  close: { from: ['paid'], to: 'closed', event: 'tax_refund.claim.closed', byCaller: true },
  /** Gives declared items and invoices free again, so that the export can be matched anew. */
  abandon: {
    from: ['matched', 'doubted', 'rejected'],
    to: 'abandoned',
    event: 'tax_refund.claim.abandoned',
    byCaller: true,
  },
} as const satisfies Record<string, Transition<ClaimState>>;
export type ClaimCommand = keyof typeof TABLE;

export const CLAIM_MACHINE = new StateMachine<ClaimState, ClaimCommand>('claim', CLAIM_STATES, TABLE);
