import { StateMachine } from '../../kernel/state-machine.js';

export type ConversionState = 'booked' | 'settled' | 'failed';
export type ConversionCommand = 'settle' | 'fail';

/**
 * The life of a conversion.
 *
 *     booked ──► settled
 *        │
 *        └─────► failed       the bank said no: the booking is reversed
 *
 * `booked` means: the client's funds have changed currency in the books, and the deal with the bank is on its way.
 */
export const CONVERSION = new StateMachine<ConversionState, ConversionCommand>(
  'conversion',
  ['booked', 'settled', 'failed'],
  {
    settle: { from: ['booked'], to: 'settled', event: 'fx.conversion.settled' },
    fail: { from: ['booked'], to: 'failed', event: 'fx.conversion.failed' },
  },
);
