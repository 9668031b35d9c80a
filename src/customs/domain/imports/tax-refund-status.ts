import { StateMachine, type Transition } from '../../../kernel/state-machine.js';

export const TAX_REFUND_STATES = ['asked', 'granted', 'refused', 'paid'] as const;
export type TaxRefundState = (typeof TAX_REFUND_STATES)[number];

/*
 *   asked ──grant──▶ granted ──receive──▶ paid
 *     └──refuse──▶ refused
 *
 * `asked`: the request is on its way to customs, or with a second person here. `granted`: the treasury is to pay it back.
 */
const TABLE = {
  grant: { from: ['asked'], to: 'granted', event: 'customs.import_tax_refund.granted' },
  refuse: { from: ['asked'], to: 'refused', event: 'customs.import_tax_refund.refused' },
  receive: { from: ['granted'], to: 'paid', event: 'customs.import_tax_refund.paid' },
} as const satisfies Record<string, Transition<TaxRefundState>>;
export type TaxRefundCommand = keyof typeof TABLE;

/** The life of a refund of taxes on an import. */
export const TAX_REFUND = new StateMachine<TaxRefundState, TaxRefundCommand>(
  'importTaxRefund',
  TAX_REFUND_STATES,
  TABLE,
);
