import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   recorded ──cancel──▶ cancelled    red-flushed, re-issued, or entered wrongly; never while a claim stands on it
 *    ▲   │
 *    └─assign   to the order it was bought for
 */
export const INVOICE_STATES = ['recorded', 'cancelled'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];

const TABLE = {
  assign: { from: ['recorded'], to: 'recorded', byCaller: true },
  cancel: { from: ['recorded'], to: 'cancelled', byCaller: true },
} as const satisfies Record<string, Transition<InvoiceState>>;
export type InvoiceCommand = keyof typeof TABLE;

export const INVOICE_MACHINE = new StateMachine<InvoiceState, InvoiceCommand>('invoice', INVOICE_STATES, TABLE);
