import { StateMachine } from '../../../kernel/state-machine.js';

export type QuoteState = 'open' | 'used';
export type QuoteCommand = 'convert';

/**
 * The life of a quote.
 *
 *     open ──► used        once, whoever races
 *
 * It also ends by time: an open quote past `expiresAt` is shown as `expired` and converts nothing.
 */
export const FX_QUOTE = new StateMachine<QuoteState, QuoteCommand>('FX quote', ['open', 'used'], {
  convert: { from: ['open'], to: 'used', byCaller: true },
});
