import { Webhook } from 'standardwebhooks';

import { WebhookVerificationError } from './errors.js';
import { newWebhookSecret, signWebhook, verifyWebhook } from './webhooks.js';

const NOW = 1_795_519_138_000;
const BODY = JSON.stringify({ id: 'evt_1', object: 'event', data: { name: '宁波' } });
const SECRET = newWebhookSecret();
const OTHER = newWebhookSecret();

/** As the reference library signs. */
function signed(secret = SECRET, seconds = NOW / 1_000): Record<string, string> {
  return {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': new Webhook(secret).sign('evt_1', new Date(seconds * 1_000), BODY),
  };
}

const verify = (
  headers: Record<string, string | undefined>,
  body: string | Uint8Array = BODY,
  secrets: string | string[] = SECRET,
) => verifyWebhook(body, headers, secrets, { now: NOW });

describe('A webhook', () => {
  it('of the reference library is believed, as text and as bytes, with headers of every kind', async () => {
    const event = { id: 'evt_1', data: { name: '宁波' } };
    expect(await verify(signed())).toMatchObject(event);
    expect(await verify(signed(), Buffer.from(BODY))).toMatchObject(event);
    expect(await verifyWebhook(BODY, new Headers(signed()), SECRET, { now: NOW })).toMatchObject(event);
    const upper = Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]));
    expect(await verify(upper)).toMatchObject(event);
  });

  it('that we sign is believed by the reference library', async () => {
    const timestampSeconds = Math.floor(Date.now() / 1_000);
    const headers = await signWebhook({ id: 'evt_1', body: BODY, timestampSeconds }, SECRET);
    expect(new Webhook(SECRET).verify(BODY, headers)).toMatchObject({ id: 'evt_1' });
  });

  it('is believed while its secret is being replaced, signed with either or with both', async () => {
    const both = {
      ...signed(),
      'webhook-signature': `v1a,xx ${signed(OTHER)['webhook-signature']} ${signed()['webhook-signature']}`,
    };
    expect(await verify(signed(), BODY, [OTHER, SECRET])).toMatchObject({ id: 'evt_1' });
    expect(await verify(both)).toMatchObject({ id: 'evt_1' });
  });

  it.each([
    ['another body', signed(), BODY.replace('evt_1', 'evt_2'), /No signature/],
    ['another secret', signed(OTHER), BODY, /No signature/],
    ['another id', { ...signed(), 'webhook-id': 'evt_2' }, BODY, /No signature/],
    ['another time', { ...signed(), 'webhook-timestamp': String(NOW / 1_000 + 1) }, BODY, /No signature/],
    [
      'another scheme',
      { ...signed(), 'webhook-signature': signed()['webhook-signature']?.replace('v1,', 'v2,') },
      BODY,
      /No signature/,
    ],
    ['no base64', { ...signed(), 'webhook-signature': 'v1,%%' }, BODY, /No signature/],
    ['no signature', { ...signed(), 'webhook-signature': undefined }, BODY, /webhook-signature is missing/],
    ['no id', { ...signed(), 'webhook-id': '' }, BODY, /webhook-id is missing/],
    ['no time', { ...signed(), 'webhook-timestamp': 'now' }, BODY, /no number/],
    ['five minutes ago and a second', signed(SECRET, NOW / 1_000 - 301), BODY, /more than 300 s/],
    ['ahead of its time', signed(SECRET, NOW / 1_000 + 301), BODY, /more than 300 s/],
  ])('with %s is not', async (_what, headers, body, reason) => {
    const thrown = await verify(headers, body).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(WebhookVerificationError);
    expect((thrown as Error).message).toMatch(reason);
  });

  it('may be as old as the receiver allows', async () => {
    const old = signed(SECRET, NOW / 1_000 - 600);
    expect(await verifyWebhook(BODY, old, SECRET, { now: NOW, toleranceSeconds: 600 })).toMatchObject({ id: 'evt_1' });
  });

  it('is not believed by what is no secret', async () => {
    await expect(verify(signed(), BODY, 'whsec_')).rejects.toThrow('whsec_ and base64');
    await expect(verify(signed(), BODY, SECRET.slice('whsec_'.length))).rejects.toThrow('whsec_ and base64');
  });
});
