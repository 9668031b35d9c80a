import { StateMachine } from '../../../kernel/state-machine.js';

export type BopState = 'draft' | 'submitted' | 'accepted' | 'rejected' | 'deletion_submitted' | 'deleted';
export type BopCommand =
  'submit' | 'accept' | 'reject' | 'correct' | 'delete' | 'drop' | 'confirm_deletion' | 'refuse_deletion';

/**
 * The life of a declaration of foreign receipts (涉外收入申报).
 *
 *     draft ──submit──▶ submitted ──▶ accepted ──delete──▶ deletion_submitted ──▶ deleted
 *       ▲                   │            │  ▲                      │
 *       │                   ▼            │  └───── the bank's no ──┘
 *       └────correct──── rejected        │
 *       └────────────────correct─────────┘        what was said before is kept as a revision
 *
 * `drop`: what the bank never had is deleted at once; a draft or a refused revision of what it has is deleted as that is.
 * The number stays with it, so that none is missing.
 */
export const BOP = new StateMachine<BopState, BopCommand>(
  'bop declaration',
  ['draft', 'submitted', 'accepted', 'rejected', 'deletion_submitted', 'deleted'],
  {
    submit: { from: ['draft'], to: 'submitted', event: 'fx.bop_declaration.submitted', byCaller: true },
    accept: { from: ['submitted'], to: 'accepted', event: 'fx.bop_declaration.accepted' },
    reject: { from: ['submitted'], to: 'rejected', event: 'fx.bop_declaration.rejected' },
    correct: {
      from: ['accepted', 'rejected'],
      to: 'draft',
      event: 'fx.bop_declaration.corrected',
      byCaller: true,
    },
    delete: { from: ['accepted', 'draft', 'rejected'], to: 'deletion_submitted', byCaller: true },
    drop: { from: ['draft', 'rejected'], to: 'deleted', event: 'fx.bop_declaration.deleted' },
    confirm_deletion: { from: ['deletion_submitted'], to: 'deleted', event: 'fx.bop_declaration.deleted' },
    refuse_deletion: { from: ['deletion_submitted'], to: 'accepted', event: 'fx.bop_declaration.rejected' },
  },
);
