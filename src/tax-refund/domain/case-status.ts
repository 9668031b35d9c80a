import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   gathering ──claim──▶ claimed
 *     │ ▲                   │
 *     │ └──────reopen───────┘   the claim was abandoned
 *     │  waive_consumption_tax   leaves it where it is
 *     │
 *     └──close──▶ closed        the order was cancelled
 */
export const CASE_STATES = ['gathering', 'claimed', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

const TABLE = {
  claim: { from: ['gathering'], to: 'claimed' },
  reopen: { from: ['claimed'], to: 'gathering' },
  waive_consumption_tax: { from: ['gathering'], to: 'gathering', byCaller: true },
  close: { from: ['gathering'], to: 'closed' },
} as const satisfies Record<string, Transition<CaseState>>;
export type CaseCommand = keyof typeof TABLE;

export const CASE_MACHINE = new StateMachine<CaseState, CaseCommand>('refund case', CASE_STATES, TABLE);
