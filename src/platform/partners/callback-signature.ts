import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signed callback may be, either way. */
const TOLERANCE_SECONDS = 300;

/**
 * Verifies `X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + body)>` over the raw body.
 * @param nowSeconds the real time: signatures are made by clocks outside the tenant's test clock
 */
export function verifyCallback(
  header: string | undefined,
  rawBody: Buffer,
  secret: string,
  nowSeconds: number,
): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (match === null) return false;
  const [, time = '', signature = ''] = match;
  if (Math.abs(nowSeconds - Number(time)) > TOLERANCE_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
