import { WebhookVerificationError } from './errors.js';
import { type EntrepotEvent } from './operations.js';

/** As node:http, Fetch and every framework between them hand headers on. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

export interface VerifyOptions {
  /** How old, or how far ahead, a message may be; 300 unless said. */
  readonly toleranceSeconds?: number | undefined;
  /** Now, in milliseconds; the system's unless said. */
  readonly now?: number | undefined;
}

export interface SignedMessage {
  readonly id: string;
  /** The very text that is sent. */
  readonly body: string;
  readonly timestampSeconds: number;
}

const PREFIX = 'whsec_';
const PUBLIC_PREFIX = 'whpk_';
const SCHEME = 'v1';
const TOLERANCE_SECONDS = 300;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const ED25519 = 'Ed25519';

interface Verifier {
  readonly scheme: string;
  readonly algorithm: typeof HMAC | typeof ED25519;
  readonly key: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
}

interface Given {
  readonly scheme: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/**
 * The event of a webhook that is genuine: signed with one of the secrets (while one is replaced there are two), and of
 * now. Signatures are compared in constant time, by WebCrypto.
 *
 * Source: Standard Webhooks 1.0.0, symmetric (`v1`) and asymmetric (`v1a`) signatures.
 *
 * @param body the very bytes that came, before anybody parsed them
 * @param secrets `whsec_…` of the endpoint; or `whpk_…` of `/.well-known/webhook-keys`, where it has chosen `v1a`
 * @throws WebhookVerificationError with the reason
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  { toleranceSeconds = TOLERANCE_SECONDS, now = Date.now() }: VerifyOptions = {},
): Promise<EntrepotEvent> {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookVerificationError('webhook-timestamp is no number of seconds');
  if (Math.abs(now / 1_000 - Number(timestamp)) > toleranceSeconds) {
    throw new WebhookVerificationError(`webhook-timestamp is more than ${toleranceSeconds} s away from now`);
  }
  const content = joined(`${id}.${timestamp}.`, body);
  const given = signatures.split(' ').flatMap(readSignature);
  for (const secret of [secrets].flat()) {
    const { scheme, algorithm, key } = await verifierOf(secret);
    for (const { signature } of given.filter((one) => one.scheme === scheme)) {
      if (await crypto.subtle.verify(algorithm, key, signature, content)) return parse(body);
    }
  }
  throw new WebhookVerificationError('No signature is made with one of the secrets');
}

/** The headers of a webhook, as the platform signs them: for what forwards or imitates it. */
export async function signWebhook(
  { id, body, timestampSeconds }: SignedMessage,
  secret: string,
): Promise<Record<string, string>> {
  const content = joined(`${id}.${timestampSeconds}.`, body);
  const signature = await crypto.subtle.sign(HMAC, await keyOf(secret, 'sign'), content);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': `${SCHEME},${toBase64(new Uint8Array(signature))}`,
  };
}

/** `whsec_` and 32 random bytes. */
export function newWebhookSecret(): string {
  return PREFIX + toBase64(crypto.getRandomValues(new Uint8Array(32)));
}

function headerOf(headers: WebhookHeaders, name: string): string {
  const found = headers instanceof Headers ? headers.get(name) : valueOf(headers, name);
  if (typeof found !== 'string' || found === '') throw new WebhookVerificationError(`${name} is missing`);
  return found;
}

/** A plain object may have its names in any case. */
function valueOf(headers: Exclude<WebhookHeaders, Headers>, name: string): unknown {
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return Array.isArray(value) ? (value as readonly unknown[])[0] : value;
}

/** Signatures of other schemes stand beside ours. */
function readSignature(text: string): Given[] {
  const [scheme = '', value] = text.split(',');
  const signature = value === undefined ? null : fromBase64(value);
  return signature === null ? [] : [{ scheme, signature }];
}

async function verifierOf(secret: string): Promise<Verifier> {
  if (!secret.startsWith(PUBLIC_PREFIX)) {
    return { scheme: SCHEME, algorithm: HMAC, key: await keyOf(secret, 'verify') };
  }
  const bytes = fromBase64(secret.slice(PUBLIC_PREFIX.length));
  if (bytes?.length !== 32) throw new WebhookVerificationError('A public key is whpk_ and 32 bytes of base64');
  const key = await crypto.subtle.importKey('raw', bytes, ED25519, false, ['verify']);
  return { scheme: `${SCHEME}a`, algorithm: ED25519, key };
}

function keyOf(secret: string, use: 'sign' | 'verify'): ReturnType<typeof crypto.subtle.importKey> {
  const bytes = secret.startsWith(PREFIX) ? fromBase64(secret.slice(PREFIX.length)) : null;
  if (bytes === null || bytes.length === 0) throw new WebhookVerificationError('A secret is whsec_ and base64');
  return crypto.subtle.importKey('raw', bytes, HMAC, false, [use]);
}

function parse(body: string | Uint8Array): EntrepotEvent {
  return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body)) as EntrepotEvent;
}

function joined(head: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [head, body].map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
