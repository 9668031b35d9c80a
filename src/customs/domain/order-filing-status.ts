import { StateMachine, type Transition } from '../../kernel/state-machine.js';

/*
 *   waiting ──send──▶ sent ──accept──▶ accepted
 *                      ▲ └──refuse──▶ refused
 *                      └──────send───────┘
 *
 * What waits lacks a profile, or does not fit the message. Whatever is not accepted by then ends with its order.
 */
export const ORDER_FILING_STATES = ['waiting', 'sent', 'accepted', 'refused', 'cancelled'] as const;
export type OrderFilingState = (typeof ORDER_FILING_STATES)[number];

const TABLE = {
  send: { from: ['waiting', 'refused'], to: 'sent', byCaller: true, event: 'customs.order_filing.sent' },
  accept: { from: ['sent'], to: 'accepted', event: 'customs.order_filing.accepted' },
  refuse: { from: ['sent'], to: 'refused', event: 'customs.order_filing.refused' },
  cancel: { from: ['waiting', 'sent', 'refused'], to: 'cancelled' },
} as const satisfies Record<string, Transition<OrderFilingState>>;
export type OrderFilingCommand = keyof typeof TABLE;

export const ORDER_FILING = new StateMachine<OrderFilingState, OrderFilingCommand>(
  'order filing',
  ORDER_FILING_STATES,
  TABLE,
);
