import { type EventType } from '../events.js';

type OfConsignments = Extract<EventType, `freight.consignment.${string}`>;

/** Who hears what happens to consignments: nobody but the event feed, as no track of an order follows them. */
export const CONSIGNMENT_SUBSCRIPTIONS: Readonly<Record<OfConsignments, readonly string[]>> = {
  'freight.consignment.requested': [],
  'freight.consignment.accepted': [],
  'freight.consignment.collected': [],
  'freight.consignment.in_transit': [],
  'freight.consignment.delivered': [],
  'freight.consignment.rejected': [],
  'freight.consignment.cancelled': [],
  'freight.consignment.cancellation_declined': [],
  'freight.consignment.returned': [],
  'freight.consignment.lost': [],
  'freight.consignment.overdue': [],
  'freight.consignment.milestone': [],
};
