import { type Principal } from '../../http/request.js';
import { SAY } from '../../platform.sentences.js';
import { KeyExpiryError, ScopeBeyondOwnError } from './api-key.errors.js';

/** A client that has not picked up its new key after this long never will. */
const OVERLAP_DAYS_MAX = 30;
const DAY_MS = 86_400_000;

/** @throws ScopeBeyondOwnError when somebody would give rights that they do not have */
export function assertWithinOwn(caller: Pick<Principal, 'scopes'>, scopes: readonly string[]): void {
  const beyond = scopes.filter((scope) => !caller.scopes.has(scope));
  if (beyond.length > 0) throw new ScopeBeyondOwnError(SAY.scopes_beyond, { scopes: beyond });
}

/** @throws KeyExpiryError when it is not in the future */
export function assertFuture(instant: Date, now: Date): void {
  if (instant <= now) throw new KeyExpiryError(SAY.end_in_past, { expiresAt: instant.toISOString() });
}

/**
 * When what was rotated ends.
 * @param own when it would have ended by itself
 * @throws KeyExpiryError
 */
export function assertEnd(instant: Date, now: Date, own: Date | null): void {
  assertFuture(instant, now);
  const latest = now.getTime() + OVERLAP_DAYS_MAX * DAY_MS;
  if (instant.getTime() > Math.min(latest, own?.getTime() ?? latest)) {
    throw new KeyExpiryError(SAY.old_key_too_long, { expiresAt: instant.toISOString() });
  }
}
