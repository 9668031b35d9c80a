import { type EventType } from '../../contracts/events.js';

declare const payloadType: unique symbol;

/**
 * What waits for the same things waits together: a worker has one BullMQ queue, with connections of its own, for each lane of
 * each module. News ask the database alone; work may ask the module's partner; a watch asks a partner that is late; bulk is
 * what comes by the thousand, and holds up nothing but itself.
 */
export type Lane = 'news' | 'work' | 'watch' | 'bulk';

/** A queue and the kind of work it carries: one queue, one payload type, one processor. */
export interface JobDefinition<Payload extends object> {
  /** `<module>.<verb>-<thing>`; also the job's name in BullMQ and in every dashboard. */
  readonly queue: string;
  readonly lane: Lane;
  readonly attemptsMax: number;
  readonly firstRetryDelayMs: number;
  readonly [payloadType]?: Payload;
}

/**
 * @param attemptsMax tries in all, the first included
 * @param firstRetryDelayMs doubles with each try, with jitter
 * @param lane `bulk` for what comes by the thousand
 */
export function defineJob<Payload extends object>(
  queue: string,
  { attemptsMax = 8, firstRetryDelayMs = 1_000, lane = 'work' }: Partial<Omit<JobDefinition<Payload>, 'queue'>> = {},
): JobDefinition<Payload> {
  return { queue, lane, attemptsMax, firstRetryDelayMs };
}

/**
 * A queue of questions to a partner that has not spoken in time, or of what ends at its hour. No error ends them, ours no more
 * than the partner's: when its tries are used up, it is tried again later, until the wait is over.
 */
export function defineWatch<Payload extends object>(queue: string): JobDefinition<Payload> {
  return defineJob<Payload>(queue, { lane: 'watch' });
}

/** The payload of a queue that hears events: any of the types that SUBSCRIPTIONS sends to it. */
export interface EventPayload<Type extends EventType = EventType> {
  readonly type: Type;
}

/** A queue that hears events, as SUBSCRIPTIONS names it. */
export function defineSubscriber(queue: string): JobDefinition<EventPayload> {
  return defineJob<EventPayload>(queue, { attemptsMax: 12, firstRetryDelayMs: 500, lane: 'news' });
}

/** The BullMQ queue that carries it: `fx.news`. */
export function laneOf({ queue, lane }: JobDefinition<object>): string {
  return `${queue.slice(0, queue.indexOf('.'))}.${lane}`;
}

/** What travels through Redis: ids, and the trace. */
export interface JobData {
  readonly tenantId: string;
  readonly messageId: string;
  readonly topic: string;
  /** Present for ordered work (ids only); an event's data stay in the database until they are claimed. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly traceparent: string | null;
}
