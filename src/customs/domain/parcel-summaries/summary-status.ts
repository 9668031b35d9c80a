import { StateMachine, type Transition } from '../../../kernel/state-machine.js';

/*
 *   open ──warn──▶ due ──expire──▶ overdue
 *     ▲             │                 │
 *     └──reopen── done ◀──complete────┘
 *
 * `open`: lists of the month have been cleared, and its day is far. `due`: it is near. `done`: all of them are in summaries
 * that customs has taken; what is cleared of the month later opens it again.
 */
export const PARCEL_SUMMARY_STATES = ['open', 'due', 'overdue', 'done'] as const;
export type ParcelSummaryState = (typeof PARCEL_SUMMARY_STATES)[number];

const TABLE = {
  warn: { from: ['open'], to: 'due', event: 'customs.parcel_summary.due' },
  expire: { from: ['open', 'due'], to: 'overdue', event: 'customs.parcel_summary.overdue' },
  complete: { from: ['open', 'due', 'overdue'], to: 'done', event: 'customs.parcel_summary.completed' },
  reopen: { from: ['done'], to: 'open' },
} as const satisfies Record<string, Transition<ParcelSummaryState>>;
type ParcelSummaryCommand = keyof typeof TABLE;

export const PARCEL_SUMMARY = new StateMachine<ParcelSummaryState, ParcelSummaryCommand>(
  'parcel summary',
  PARCEL_SUMMARY_STATES,
  TABLE,
);
