import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *              approve (the last of those needed)
 *   pending ──────────────────────────────────────▶ approved     carried out once, if it is still what was approved
 *      │
 *      ├── refuse ──▶ refused
 *      ├── expire ──▶ expired
 *      └── withdraw ─▶ withdrawn     by who asked, or because what was asked for has changed
 */
export const APPROVAL_STATES = ['pending', 'approved', 'refused', 'expired', 'withdrawn'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

const TABLE = {
  approve: { from: ['pending'], to: 'approved', event: 'approvals.request.approved', byCaller: true },
  refuse: { from: ['pending'], to: 'refused', event: 'approvals.request.refused', byCaller: true },
  withdraw: { from: ['pending'], to: 'withdrawn', event: 'approvals.request.withdrawn', byCaller: true },
  expire: { from: ['pending'], to: 'expired', event: 'approvals.request.expired' },
} as const satisfies Record<string, Transition<ApprovalState>>;
export type ApprovalVerb = keyof typeof TABLE;

export const APPROVAL = new StateMachine<ApprovalState, ApprovalVerb>('approval', APPROVAL_STATES, TABLE);
