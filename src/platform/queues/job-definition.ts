import { type EventType } from '../../contracts/events.js';

declare const payloadType: unique symbol;

/** A queue and the kind of work it carries: one queue, one payload type, one processor. */
export interface JobDefinition<Payload extends object> {
  /** `<module>.<verb>-<thing>`; also the queue's name in Redis and in every dashboard. */
  readonly queue: string;
  readonly attemptsMax: number;
  readonly firstRetryDelayMs: number;
  /** What is tried until the wait is over: when its tries are used up, it is tried again later. */
  readonly isWatch: boolean;
  readonly [payloadType]?: Payload;
}

/**
 * @param attemptsMax tries in all, the first included
 * @param firstRetryDelayMs doubles with each try, with jitter
 */
export function defineJob<Payload extends object>(
  queue: string,
  { attemptsMax = 8, firstRetryDelayMs = 1_000 }: { attemptsMax?: number; firstRetryDelayMs?: number } = {},
): JobDefinition<Payload> {
  return { queue, attemptsMax, firstRetryDelayMs, isWatch: false };
}

/**
 * A queue of questions to a partner that has not spoken in time, or of what ends at its hour. No error ends them, ours no more
 * than the partner's.
 */
export function defineWatch<Payload extends object>(queue: string): JobDefinition<Payload> {
  return { ...defineJob<Payload>(queue), isWatch: true };
}

/** The payload of a queue that hears events: any of the types that SUBSCRIPTIONS sends to it. */
export interface EventPayload<Type extends EventType = EventType> {
  readonly type: Type;
}

/** A queue that hears events, as SUBSCRIPTIONS names it. */
export function defineSubscriber(queue: string): JobDefinition<EventPayload> {
  return defineJob<EventPayload>(queue, { attemptsMax: 12, firstRetryDelayMs: 500 });
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
