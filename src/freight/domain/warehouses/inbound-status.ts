import { StateMachine } from '../../../kernel/state-machine.js';

export const INBOUND_STATES = [
  'announced',
  'in_transit',
  'arrived',
  'inspected',
  'stocked',
  'discrepancy',
  'cancelled',
] as const;
export type InboundState = (typeof INBOUND_STATES)[number];
export type InboundCommand = 'depart' | 'arrive' | 'inspect' | 'stock' | 'stock_with_differences' | 'cancel';

/**
 * The life of an inbound notice (入库预约).
 *
 *     announced ──► in_transit ──► arrived ──► inspected ──► stocked      (as announced, all sound)
 *         │             │             │            │
 *         │             │             │            └───────► discrepancy  (in stock; something is missing or damaged)
 *         └─────────────┴─────────────┴──► cancelled
 *
 * Not every carrier tells the departure: what is announced may arrive. What was inspected may be inspected again.
 */
export const INBOUND = new StateMachine<InboundState, InboundCommand>('inbound notice', INBOUND_STATES, {
  depart: { from: ['announced'], to: 'in_transit', event: 'freight.inbound.departed', byCaller: true },
  arrive: { from: ['announced', 'in_transit'], to: 'arrived', event: 'freight.inbound.arrived', byCaller: true },
  inspect: { from: ['arrived', 'inspected'], to: 'inspected', event: 'freight.inbound.inspected', byCaller: true },
  stock: { from: ['inspected'], to: 'stocked', event: 'freight.inbound.stocked', byCaller: true },
  stock_with_differences: { from: ['inspected'], to: 'discrepancy', event: 'freight.inbound.discrepancy' },
  cancel: {
    from: ['announced', 'in_transit', 'arrived'],
    to: 'cancelled',
    event: 'freight.inbound.cancelled',
    byCaller: true,
  },
});
