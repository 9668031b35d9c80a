import { StateMachine } from '../../../kernel/state-machine.js';

const CONVERSION_STATES = ['awaiting_approval', 'booked', 'settled', 'failed', 'lapsed'] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];
export type ConversionCommand = 'book' | 'lapse' | 'settle' | 'fail';

/**
 * The life of a conversion.
 *
 *     awaiting_approval ──► booked ──► settled
 *            │                 │
 *            ▼                 └─────► failed       the bank said no: the booking is reversed
 *          lapsed              nobody approved, or it was not to be had any more as it was approved
 *
 * `awaiting_approval` means: a second person is asked; nothing is held, and the price is not firm.
 * `booked` means: the client's funds have changed currency in the books, and the deal with the bank is on its way.
 */
export const CONVERSION = new StateMachine<ConversionState, ConversionCommand>('conversion', CONVERSION_STATES, {
  book: { from: ['awaiting_approval'], to: 'booked', event: 'fx.conversion.booked' },
  lapse: { from: ['awaiting_approval'], to: 'lapsed', event: 'fx.conversion.lapsed' },
  settle: { from: ['booked'], to: 'settled', event: 'fx.conversion.settled' },
  fail: { from: ['booked'], to: 'failed', event: 'fx.conversion.failed' },
});
