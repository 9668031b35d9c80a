import { StateMachine } from '../../../kernel/state-machine.js';

export const CALL_STATES = ['open', 'covered'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** The life of a call: open while a shortfall is left to be called again, covered when the lender has everything. */
export const GUARANTEE_CALL = new StateMachine<CallState, 'collect' | 'cover'>('guarantee call', CALL_STATES, {
  collect: { from: ['open'], to: 'open', event: 'financing.guarantee_call.collected', byCaller: true },
  cover: { from: ['open'], to: 'covered', event: 'financing.guarantee_call.covered' },
});

export const RECOURSE_STATES = ['open', 'settled'] as const;
export type RecourseState = (typeof RECOURSE_STATES)[number];

/** The life of a recourse claim: open while the defaulted member owes of it. */
export const RECOURSE_CLAIM = new StateMachine<RecourseState, 'repay' | 'settle'>('recourse claim', RECOURSE_STATES, {
  repay: { from: ['open'], to: 'open', event: 'financing.recourse_claim.repaid', byCaller: true },
  settle: { from: ['open'], to: 'settled', event: 'financing.recourse_claim.settled' },
});
