import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *             correct                                   cancel (draft, blocked, rejected, withdrawn)
 *            ┌───────┐                                        ──▶ cancelled
 *   draft ───┤       ├──▶ blocked
 *     │      └───────┘
 *     │ submit           ┌── resend (customs never had it) ──┐
 *     ▼                  ▼                                   │
 *   queued ──send──▶ submitted ──accept──▶ accepted ─▶ reviewing ─▶ concluded ─▶ inspecting
 *     ▲  │               │                    │            │            │            │
 *     │  └──── reject ───┴──── reject ────────┴────────────┴────────────┴────────────┤
 *  resubmit              │                    └──── withdraw ──▶ withdrawn           │ release
 *     ├──────────── rejected                                        ▲                ▼
 *     └──────────── withdrawn                                       └─ withdraw ─ released ─▶ departed ─▶ cleared
 *                                           exit_cancelled ◀──── cancel_exit ────────┘
 *
 * What is queued goes back to `blocked` by `hold`, where the broker's mandate ended before it was sent.
 * From `accepted` on, each step may be skipped towards the right: customs does not review or inspect everything.
 * What is imported does not depart: it is cleared from `released`.
 * Nothing leads from `released` back to a declaration that customs still looks at.
 */
export const DECLARATION_STATES = [
  'draft',
  'blocked',
  'queued',
  'submitted',
  'accepted',
  'reviewing',
  'concluded',
  'inspecting',
  'released',
  'departed',
  'cleared',
  'rejected',
  'cancelled',
  'withdrawn',
  'exit_cancelled',
] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** How the form is mended in a state; elsewhere it is corrected. */
export const MENDED_BY: Readonly<Partial<Record<DeclarationState, 'amend' | 'revise'>>> = {
  rejected: 'amend',
  withdrawn: 'revise',
};

const WITH_CUSTOMS: readonly DeclarationState[] = [
  'queued',
  'submitted',
  'accepted',
  'reviewing',
  'concluded',
  'inspecting',
];

const TABLE = {
  correct: { from: ['draft', 'blocked'], to: 'draft', byCaller: true },
  block: { from: ['draft'], to: 'blocked', event: 'customs.declaration.blocked' },
  submit: { from: ['draft'], to: 'queued', byCaller: true },
  /** A correction of what customs sent back; it waits for its resubmission. */
  amend: { from: ['rejected'], to: 'rejected', byCaller: true },
  /** The same of what was withdrawn from customs. */
  revise: { from: ['withdrawn'], to: 'withdrawn', byCaller: true },
  resubmit: { from: ['rejected', 'withdrawn'], to: 'queued', byCaller: true },
  cancel: {
    from: ['draft', 'blocked', 'rejected', 'withdrawn'],
    to: 'cancelled',
    byCaller: true,
    event: 'customs.declaration.cancelled',
  },
  /** Nobody may declare it any more, and customs never had it: it waits for another mandate. */
  hold: { from: ['queued'], to: 'blocked', event: 'customs.declaration.blocked' },
  send: { from: ['queued'], to: 'submitted', event: 'customs.declaration.submitted' },
  resend: { from: ['submitted'], to: 'queued' },
  accept: { from: ['queued', 'submitted'], to: 'accepted', event: 'customs.declaration.accepted' },
  review: { from: ['accepted'], to: 'reviewing' },
  conclude: { from: ['accepted', 'reviewing'], to: 'concluded' },
  inspect: {
    from: ['accepted', 'reviewing', 'concluded'],
    to: 'inspecting',
    event: 'customs.declaration.inspection_ordered',
  },
  release: {
    from: ['accepted', 'reviewing', 'concluded', 'inspecting'],
    to: 'released',
    event: 'customs.declaration.released',
  },
  depart: { from: ['released'], to: 'departed', event: 'customs.declaration.departed' },
  clear: { from: ['released', 'departed'], to: 'cleared', event: 'customs.declaration.cleared' },
  reject: { from: WITH_CUSTOMS, to: 'rejected', event: 'customs.declaration.rejected' },
  /** 撤单, granted by customs on request; it may be declared anew. */
  withdraw: {
    from: ['accepted', 'reviewing', 'concluded', 'inspecting', 'released'],
    to: 'withdrawn',
    event: 'customs.declaration.withdrawn',
  },
  /** 退关, granted by customs on request: what was released does not leave. */
  cancel_exit: { from: ['released'], to: 'exit_cancelled', event: 'customs.declaration.exit_cancelled' },
} as const satisfies Record<string, Transition<DeclarationState>>;
export type DeclarationCommand = keyof typeof TABLE;

export const DECLARATION_MACHINE = new StateMachine<DeclarationState, DeclarationCommand>(
  'declaration',
  DECLARATION_STATES,
  TABLE,
);
