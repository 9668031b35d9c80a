import { type EntrepotEvent } from './operations.js';
import { type Page } from './pages.js';
import { pause } from './pause.js';
import { isWorthRetrying } from './retry.js';

/** Remembers how far the feed was read, in a file, a table, anywhere that outlives the process. */
export interface Cursor {
  /** The last event that was saved; null at the first start. */
  load(): Promise<string | null> | string | null;
  /** Called when the next event is asked for, so when this one has been dealt with. */
  save(eventId: string): Promise<void> | void;
}

export interface TailOptions {
  /** Only what came after this event. */
  readonly after?: string | undefined;
  /** Where to begin without `after` and without a saved position: `oldest` (of 90 days) unless said. */
  readonly from?: 'oldest' | 'now' | undefined;
  readonly cursor?: Cursor | undefined;
  /** Only these types. */
  readonly types?: readonly string[] | undefined;
  readonly resourceId?: string | undefined;
  readonly orderId?: string | undefined;
  /** How long to wait before asking again when there was nothing new. */
  readonly pollMs?: number | undefined;
  /** Ends it, without an error. */
  readonly signal?: AbortSignal | undefined;
}

type ReadFeed = (
  query: Readonly<Record<string, string | number | undefined>>,
  signal: AbortSignal | undefined,
) => Promise<Page<EntrepotEvent>>;

const PAGE = 100;
const POLL_MS = 1_000;
const LONGEST_OUTAGE_WAIT_MS = 30_000;

/**
 * The feed, read on for ever. An outage is waited out. At least once: where the process ends before it asked for the next
 * event, the last one comes again after the restart.
 */
export async function* tail(read: ReadFeed, options: TailOptions = {}): AsyncGenerator<EntrepotEvent, void, undefined> {
  const { cursor, signal, pollMs = POLL_MS } = options;
  try {
    let after = options.after ?? (await cursor?.load()) ?? undefined;
    let start = after === undefined && options.from === 'now' ? 'newest' : undefined;
    for (;;) {
      const query = { ...filtersOf(options), after, start, limit: PAGE };
      const page = await patiently(() => read(query, signal), signal);
      for (const event of page.data) {
        if (signal?.aborted === true) return;
        yield event;
        after = event.id;
        await cursor?.save(event.id);
      }
      after = page.nextAfter ?? after;
      if (page.hasMore === true) continue;
      if (start !== undefined && after !== undefined) await cursor?.save(after);
      start = undefined;
      await pause(pollMs, signal);
    }
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

function filtersOf({ types, resourceId, orderId }: TailOptions): Record<string, string | undefined> {
  return { type: types?.join(','), resourceId, orderId };
}

async function patiently<Value>(work: () => Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  for (let waitMs = POLL_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_OUTAGE_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isWorthRetrying(error)) throw error;
      await pause(waitMs, signal);
    }
  }
}
