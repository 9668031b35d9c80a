/** Whether the filters of endpoint `e` let event `v` through. */
export const LETS_THROUGH = `
  EXISTS (SELECT 1 FROM unnest(e.event_types) AS filter
          WHERE filter = v.type OR (right(filter, 1) = '*' AND starts_with(v.type, left(filter, -1))))`;

/** The id of a delivery, from the (time-ordered) id of its event, so that deliveries sort as their events do. */
export const deliveryId = (eventId: string): string =>
  `overlay(${eventId}::text placing right(gen_random_uuid()::text, 12) from 25)::uuid`;
