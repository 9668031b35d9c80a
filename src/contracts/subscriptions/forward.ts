import { type EventType } from '../events.js';

type OfForwards = Extract<EventType, `fx.forward.${string}`>;

/** Who hears what becomes of forwards: nobody but the event feed, and who gives unused margin back. */
export const FORWARD_SUBSCRIPTIONS: Readonly<Record<OfForwards, readonly string[]>> = {
  'fx.forward.booked': [],
  'fx.forward.refused': [],
  'fx.forward.lapsed': [],
  'fx.forward.delivered': [],
  'fx.forward.rolled': [],
  'fx.forward.closed_out': [],
  'fx.forward.move_refused': [],
  'fx.forward.falling_due': [],
  'fx.forward.past_due': [],
  'fx.forward.over_hedged': [],
  'fx.forward.margin_unused': ['financing.on-margin-news'],
  'fx.forward.overdue': [],
};
