import { StateMachine } from '../../../kernel/state-machine.js';

const CONVERSION_STATES = [
  'awaiting_approval',
  'booked',
  'dealt',
  'changing',
  'settled',
  'failed',
  'lapsed',
  'cancelled',
] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];
export type ConversionCommand = 'book' | 'lapse' | 'deal' | 'settle' | 'fail' | 'amend' | 'cancel' | 'keep' | 'drop';

/**
 * The life of a conversion.
 *
 *     awaiting_approval ──► booked ──────────────► settled
 *            │                │ │                    ▲
 *            ▼                │ └──► dealt ──────────┘      value on a later day: the money moves then
 *          lapsed             │       │ ▲
 *                             ▼       ▼ │
 *                           failed   changing ──► cancelled
 *
 * `awaiting_approval` means: a second person is asked; nothing is held, and the price is not firm.
 * `lapsed` means: nobody approved, or it was not to be had any more as it was approved.
 * `booked` means: the client's funds have changed currency in the books, and the deal with the bank is on its way.
 * `failed` means: the bank said no, and the booking is reversed.
 * `dealt` means: the bank has dealt for a later value date; what was bought is held until then.
 * `changing` means: the bank is asked to amend or cancel at the market price of that moment.
 */
export const CONVERSION = new StateMachine<ConversionState, ConversionCommand>('conversion', CONVERSION_STATES, {
  book: { from: ['awaiting_approval'], to: 'booked', event: 'fx.conversion.booked' },
  lapse: { from: ['awaiting_approval'], to: 'lapsed', event: 'fx.conversion.lapsed' },
  deal: { from: ['booked'], to: 'dealt', event: 'fx.conversion.dealt' },
  settle: { from: ['booked', 'dealt'], to: 'settled', event: 'fx.conversion.settled' },
  fail: { from: ['booked'], to: 'failed', event: 'fx.conversion.failed' },
  amend: { from: ['dealt'], to: 'changing', byCaller: true },
  cancel: { from: ['dealt'], to: 'changing', byCaller: true },
  keep: { from: ['changing'], to: 'dealt' },
  drop: { from: ['changing'], to: 'cancelled', event: 'fx.conversion.cancelled' },
});
