import { createHmac, hash, timingSafeEqual } from 'node:crypto';

/** `t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + body)>`: the time is signed, so an old body cannot be replayed. */
export function signature(secret: string, unixSeconds: number, body: string): string {
  const mac = createHmac('sha256', secret)
    .update(`${String(unixSeconds)}.`)
    .update(body)
    .digest('hex');
  return `t=${String(unixSeconds)},v1=${mac}`;
}

export function fingerprint(body: string): string {
  return hash('sha256', body);
}

/** Compares in a time that tells nothing about where the two differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(fingerprint(given)), Buffer.from(fingerprint(expected)));
}
