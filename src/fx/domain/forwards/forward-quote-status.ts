import { StateMachine } from '../../../kernel/state-machine.js';

export type ForwardQuoteState = 'open' | 'used';
export type ForwardQuoteCommand = 'accept';

/** What a forward quote is for: a new contract, another last day of one, or the end of one before its day. */
export const PURPOSES = ['new', 'rollover', 'close_out'] as const;
export type Purpose = (typeof PURPOSES)[number];

/**
 * The life of a forward quote.
 *
 *     open ──► used        once, whoever races
 *
 * It also ends by time: an open quote past `expiresAt` is shown as `expired` and makes nothing.
 */
export const FORWARD_QUOTE = new StateMachine<ForwardQuoteState, ForwardQuoteCommand>(
  'forward quote',
  ['open', 'used'],
  { accept: { from: ['open'], to: 'used', byCaller: true } },
);
