import { createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 public key as its JWK has it in `x`: 32 bytes of base64url. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

export function isPublicKey(text: string): boolean {
  return PUBLIC_KEY.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text;
}

/** @throws Error when it is not one */
export function publicKeyOf(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}
