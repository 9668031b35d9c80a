import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   open ──file──▶ queued ──send──▶ filed          the bureau has it; from here each claim goes its own way
 *                    ├──refuse──▶ refused           the bureau does not take the message: every claim is sent back
 *                    └──empty──▶ emptied            the self-check left none of its claims in it
 */
export const FILING_BATCH_STATES = ['open', 'queued', 'filed', 'refused', 'emptied'] as const;
export type FilingBatchState = (typeof FILING_BATCH_STATES)[number];

const TABLE = {
  file: { from: ['open'], to: 'queued', byCaller: true },
  send: { from: ['queued'], to: 'filed', event: 'tax_refund.filing_batch.filed' },
  refuse: { from: ['queued'], to: 'refused', event: 'tax_refund.filing_batch.refused' },
  empty: { from: ['queued'], to: 'emptied', event: 'tax_refund.filing_batch.emptied' },
} as const satisfies Record<string, Transition<FilingBatchState>>;
export type FilingBatchCommand = keyof typeof TABLE;

export const FILING_BATCH = new StateMachine<FilingBatchState, FilingBatchCommand>(
  'filing_batch',
  FILING_BATCH_STATES,
  TABLE,
);
