import { createHmac, type KeyObject, randomBytes, sign as signEd25519 } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new signing secret in the form of Standard Webhooks: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return PREFIX + randomBytes(32).toString('base64');
}

/** The key inside a `whsec_…` secret; decode once per endpoint, not per message. */
export function signingKey(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), 'base64');
}

/**
 * `v1,<base64 HMAC-SHA256(key, content)>`.
 * Source: Standard Webhooks 1.0.0, "Signature scheme", symmetric.
 * @param content `id.timestamp.body`
 */
export function sign(key: Buffer, content: string | Buffer): string {
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

/** `v1a,<base64 Ed25519(key, content)>`. Source: as above, asymmetric. */
export function signAsymmetric(key: KeyObject, content: string): string {
  return `v1a,${signEd25519(null, Buffer.from(content), key).toString('base64')}`;
}
