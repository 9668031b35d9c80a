import { type EventType } from '../events.js';

type OfDisputes = Extract<EventType, `financing.dispute.${string}` | `financing.screening.${string}`>;

/** Who hears of disputes and screenings: nobody but the event feed. Whoever lends looks at them when it is asked. */
export const DISPUTE_SUBSCRIPTIONS: Readonly<Record<OfDisputes, readonly string[]>> = {
  'financing.dispute.opened': [],
  'financing.dispute.resolved': [],
  'financing.screening.recorded': [],
};
