import { newId } from '../../kernel/ids.js';

/** Of a delivery that carries several events: their ids are its payload. */
export const BUNDLE_TOPIC = 'events';

/** So many of one transaction for one queue are worth being carried together. */
const BUNDLE_MIN = 32;
/** As many as share a transaction where they come one by one. */
const BUNDLE_MAX = 64;

/** A row of `platform.delivery` that is due at once, unless its news are held. */
export interface EventDelivery {
  readonly message_id: string;
  readonly queue: string;
  readonly topic: string;
  readonly payload: object;
  readonly due_at: string | null;
  /** Whose end it waits for. */
  readonly held_by: string | null;
  readonly traceparent: string | null;
}

/**
 * What one transaction tells a queue by the thousand goes to it in bundles: one row and one job for many events. A queue
 * that hears a few gets each by itself, as they come.
 */
export function bundled(deliveries: readonly EventDelivery[]): readonly EventDelivery[] {
  if (deliveries.length < BUNDLE_MIN) return deliveries.map(atOnce);
  const alike = Map.groupBy(deliveries, ({ queue, traceparent, held_by }) => `${queue} ${traceparent} ${held_by}`);
  return [...alike.values()].flatMap((some) => (some.length < BUNDLE_MIN ? some.map(atOnce) : bundlesOf(some)));
}

/** What is told of a few is no burden to anybody: it is never held. */
function atOnce(delivery: EventDelivery): EventDelivery {
  return { ...delivery, due_at: null, held_by: null };
}

function bundlesOf(deliveries: readonly EventDelivery[]): EventDelivery[] {
  const bundles: EventDelivery[] = [];
  for (let from = 0; from < deliveries.length; from += BUNDLE_MAX) {
    const [first, ...others] = deliveries.slice(from, from + BUNDLE_MAX);
    if (first === undefined) break;
    const ids = [first, ...others].map(({ message_id }) => message_id);
    bundles.push({ ...first, message_id: newId(), topic: BUNDLE_TOPIC, payload: { ids } });
  }
  return bundles;
}
