import { type EventType } from '../events.js';

type OfStock = Extract<EventType, `financing.warehouse_receipt.${string}`>;

/** Who hears what happens to pledged warehouse receipts: nobody but the event feed. */
export const STOCK_SUBSCRIPTIONS: Readonly<Record<OfStock, readonly string[]>> = {
  'financing.warehouse_receipt.pledged': [],
  'financing.warehouse_receipt.registered': [],
  'financing.warehouse_receipt.refused': [],
  'financing.warehouse_receipt.revalued': [],
  'financing.warehouse_receipt.top_up_due': [],
  'financing.warehouse_receipt.part_released': [],
  'financing.warehouse_receipt.released': [],
  'financing.warehouse_receipt.withdrawn': [],
};
