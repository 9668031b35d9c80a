import { StateMachine } from '../../kernel/state-machine.js';

export const OPERATION_STATES = ['queued', 'running', 'cancelling', 'completed', 'cancelled'] as const;
export type OperationState = (typeof OPERATION_STATES)[number];
type OperationCommand = 'start' | 'complete' | 'cancel' | 'stop';

/**
 *            start            complete
 *   queued ─────────▶ running ─────────▶ completed
 *      │ cancel          │ cancel
 *      ▼                 ▼       stop
 *      └────────────▶ cancelling ─────▶ cancelled
 *
 * What is in hand when it is cancelled is finished: between the two states its results are still coming in.
 */
export const OPERATION = new StateMachine<OperationState, OperationCommand>('operation', OPERATION_STATES, {
  start: { from: ['queued'], to: 'running' },
  complete: { from: ['running'], to: 'completed', event: 'operations.operation.completed' },
  cancel: { from: ['queued', 'running'], to: 'cancelling', byCaller: true },
  stop: { from: ['cancelling'], to: 'cancelled', event: 'operations.operation.cancelled' },
});

export const ITEM_STATES = ['pending', 'succeeded', 'failed', 'cancelled'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
