import { createHash, randomBytes } from 'node:crypto';

/** `ek_test_` or `ek_live_` and 32 random bytes: recognisable to secret scanners, impossible to guess. */
export function newApiKey(livemode: boolean): string {
  return `ek_${livemode ? 'live' : 'test'}_${randomBytes(32).toString('base64url')}`;
}

/** Keys are random, so one round of SHA-256 is enough, and the hash can be looked up by an index. */
export function hashApiKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

export function looksLikeApiKey(text: string): boolean {
  return /^ek_(test|live)_[\w-]{43}$/.test(text);
}
