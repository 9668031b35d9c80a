/** Whether the filters of endpoint `e` let event `v` through. */
export const LETS_THROUGH = `
  EXISTS (SELECT 1 FROM unnest(e.event_types) AS filter
          WHERE filter = v.type OR (right(filter, 1) = '*' AND starts_with(v.type, left(filter, -1))))
  AND (cardinality(e.resources) = 0
       OR v.resource_type = ANY(e.resources) OR v.resource_type || ':' || v.resource_id = ANY(e.resources))
  AND (cardinality(e.changed_fields) = 0 OR v.changed && e.changed_fields)`;

/** What a delivery to endpoint `e` keeps of event `v` to be sent in its turn: nothing, unless the endpoint is ordered. */
export const TURN = `CASE WHEN e.ordered THEN v.resource_id END AS resource_id, CASE WHEN e.ordered THEN v.sequence END AS sequence`;

/** The id of a delivery, from the (time-ordered) id of its event, so that deliveries sort as their events do. */
export const deliveryId = (eventId: string): string =>
  `overlay(${eventId}::text placing right(gen_random_uuid()::text, 12) from 25)::uuid`;
