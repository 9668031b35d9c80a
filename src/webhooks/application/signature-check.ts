import { type IncomingHttpHeaders } from 'node:http';
import { type KeyObject, timingSafeEqual, verify } from 'node:crypto';

import { sign } from './signature.js';

const TOLERANCE_SECONDS = 300;

/** What a receiver knows of who signs. */
export interface Signers {
  readonly secrets: readonly Buffer[];
  readonly publicKeys: readonly KeyObject[];
}

/**
 * Whether a message is signed by one of these, and not long ago, over the very bytes that came.
 * Source: Standard Webhooks 1.0.0, "Verifying webhook authenticity".
 */
export function isSigned(headers: IncomingHttpHeaders, body: Buffer, signers: Signers, nowSeconds: number): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(nowSeconds - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return signatures.split(' ').some((signature) => isBySome(signature, content, signers));
}

function isBySome(signature: string, content: Buffer, { secrets, publicKeys }: Signers): boolean {
  if (signature.startsWith('v1,')) return secrets.some((secret) => isSame(signature, sign(secret, content)));
  if (!signature.startsWith('v1a,')) return false;
  const bytes = Buffer.from(signature.slice('v1a,'.length), 'base64');
  return publicKeys.some((key) => verify(null, content, key, bytes));
}

function isSame(given: string, ours: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(ours)];
  return left.length === right.length && timingSafeEqual(left, right);
}
