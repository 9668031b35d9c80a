import { OverdueError } from './errors.js';
import { pause } from './pause.js';

/** What waits for a partner says until when. */
export interface Awaitable {
  readonly id: string;
  readonly expectedBy?: string | null;
  readonly updatedAt?: string;
  readonly createdAt?: string;
}

export interface WaitOptions {
  /** Instead of the time that `expectedBy` allows. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const PATIENCE_MS = 60_000;
/** After `expectedBy` the platform asks the partner itself, and hears something. */
const GRACE_MS = 60_000;

/** Reads it, less and less often, until the predicate holds. @throws OverdueError when it takes longer than was expected */
export async function waitUntil<Resource extends Awaitable>(
  first: Resource,
  read: (signal: AbortSignal | undefined) => Promise<Resource>,
  holds: (resource: Resource) => boolean,
  { timeoutMs, signal }: WaitOptions,
): Promise<Resource> {
  const start = performance.now();
  let resource = first;
  let deadline = start + (timeoutMs ?? patienceFor(resource));
  for (let waitMs = FIRST_PAUSE_MS; !holds(resource); waitMs = Math.min(waitMs * 1.5, LONGEST_PAUSE_MS)) {
    const left = deadline - performance.now();
    if (left <= 0) throw new OverdueError(`${resource.id} is not what was waited for`, resource);
    await pause(Math.min(waitMs, left), signal);
    const before = resource;
    resource = await read(signal);
    // Each word of the partner may set another time for the next.
    if (timeoutMs === undefined && resource.expectedBy !== before.expectedBy)
      deadline = performance.now() + patienceFor(resource);
  }
  return resource;
}

/** By the resource's own clock alone: that of a sandbox tenant may be any time. */
export function patienceFor({ expectedBy, updatedAt, createdAt }: Awaitable): number {
  const since = updatedAt ?? createdAt;
  if (typeof expectedBy !== 'string' || since === undefined) return PATIENCE_MS;
  return Math.max(0, Date.parse(expectedBy) - Date.parse(since)) + GRACE_MS;
}
