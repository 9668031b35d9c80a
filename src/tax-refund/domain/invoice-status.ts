import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   recorded ──cancel──▶ cancelled     re-issued, or entered wrongly; never while a claim stands on it
 *    ▲   │ ▲
 *    │   │ └──restore── red_flushed    the red-letter invoice was entered wrongly
 *    │   └────flush────────▲           red-letter invoices have taken all of it back
 *    └─assign   to the order it was bought for
 */
export const INVOICE_STATES = ['recorded', 'red_flushed', 'cancelled'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

const TABLE = {
  assign: { from: ['recorded'], to: 'recorded', byCaller: true },
  cancel: { from: ['recorded'], to: 'cancelled', byCaller: true },
  flush: { from: ['recorded'], to: 'red_flushed', event: 'tax_refund.invoice.red_flushed' },
  restore: { from: ['red_flushed'], to: 'recorded' },
} as const satisfies Record<string, Transition<InvoiceState>>;
export type InvoiceCommand = keyof typeof TABLE;

export const INVOICE_MACHINE = new StateMachine<InvoiceState, InvoiceCommand>('invoice', INVOICE_STATES, TABLE);
