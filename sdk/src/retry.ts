import { ApiError, ConnectionError, type EntrepotError } from './errors.js';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8_000;
/** Who is told to wait longer is not kept waiting: the error says `retryAfterMs`. */
const LONGEST_RETRY_AFTER_MS = 60_000;
const GATEWAY = [502, 503, 504];

/**
 * How long to wait before the same request goes out again, or null where that is no use. Every write carries an
 * Idempotency-Key, so that a second try has no second effect.
 */
export function retryDelay(error: EntrepotError, tries: number, random: () => number = Math.random): number | null {
  if (!isWorthRetrying(error)) return null;
  const told = error instanceof ApiError ? error.retryAfterMs : null;
  if (told !== null) return told > LONGEST_RETRY_AFTER_MS ? null : told;
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
  return ceiling / 2 + random() * (ceiling / 2);
}

/** No answer, the first request still in hand, too many requests, or something on the way is down. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  if (!(error instanceof ApiError) || !error.retryable) return false;
  return error.code === 'IDEMPOTENCY.IN_PROGRESS' || error.status === 429 || GATEWAY.includes(error.status);
}
