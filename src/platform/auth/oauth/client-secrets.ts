import { createHash, randomBytes } from 'node:crypto';

/** `es_test_` or `es_live_` and 32 random bytes, as API keys are `ek_…`. */
export function newClientSecret(livemode: boolean): string {
  return `es_${livemode ? 'live' : 'test'}_${randomBytes(32).toString('base64url')}`;
}

export function hashClientSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
