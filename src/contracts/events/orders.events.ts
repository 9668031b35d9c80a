import { type Amount } from './amount.js';

/** The five tracks of an order. `not_applicable` is final. */
export type Track = 'customs' | 'freight' | 'fx' | 'taxRefund' | 'financing';

export interface OrdersEvents {
  /** The order is complete and binding: every service starts its track from it. */
  'orders.order.placed': {
    readonly reference: string;
    readonly incoterm: string;
    readonly value: Amount;
    readonly refundMode: 'trading' | 'manufacturer' | 'agency' | 'none';
    readonly freightBy: 'platform' | 'other';
    readonly refundAdvance: boolean;
  };
  'orders.order.track_changed': { readonly track: Track; readonly from: string; readonly to: string };
  /** `from`: the state it left. No service has heard of an order that was cancelled as a draft. */
  'orders.order.cancelled': { readonly reason: string; readonly from: string };
  /** Every track is final. */
  'orders.order.closed': { readonly margin: Amount };
}
