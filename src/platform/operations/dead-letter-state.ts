import { StateMachine } from '../../kernel/state-machine.js';

export const DEAD_LETTER_STATES = ['open', 'retried', 'discarded'] as const;
export type DeadLetterState = (typeof DEAD_LETTER_STATES)[number];
type DeadLetterCommand = 'retry' | 'discard';

/**
 *            retry
 *   open ───────────▶ retried
 *     │   discard
 *     └─────────────▶ discarded
 *
 * A retried delivery that fails for good again is another dead letter.
 */
export const DEAD_LETTER = new StateMachine<DeadLetterState, DeadLetterCommand>('dead letter', DEAD_LETTER_STATES, {
  retry: { from: ['open'], to: 'retried', byCaller: true },
  discard: { from: ['open'], to: 'discarded', byCaller: true },
});
