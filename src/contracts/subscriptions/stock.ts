import { type EventType } from '../events.js';

type OfStock = Extract<EventType, `financing.warehouse_receipt.${string}` | `fx.margin_call.${string}`>;

const MARGIN = 'financing.on-margin-news';

/** Who hears what happens to pledged goods, which is nobody but the event feed, and to margin that is called. */
export const STOCK_SUBSCRIPTIONS: Readonly<Record<OfStock, readonly string[]>> = {
  'financing.warehouse_receipt.pledged': [],
  'financing.warehouse_receipt.registered': [],
  'financing.warehouse_receipt.refused': [],
  'financing.warehouse_receipt.revalued': [],
  'financing.warehouse_receipt.top_up_due': [],
  'financing.warehouse_receipt.part_released': [],
  'financing.warehouse_receipt.released': [],
  'financing.warehouse_receipt.withdrawn': [],
  'fx.margin_call.called': [MARGIN],
  'fx.margin_call.paid': [MARGIN],
  'fx.margin_call.released': [MARGIN],
  'fx.margin_call.settled': [MARGIN],
};
