import { createPublicKey, verify } from 'node:crypto';

import { verifyWebhook } from '../../sdk/src/webhooks.js';
import { RotateWebhookKeys } from '../../src/webhooks/application/rotate-webhook-keys.js';
import { WebhookKeys } from '../../src/webhooks/application/webhook-keys.js';
import { HookDesk } from '../support/hook-desk.js';
import { type Received } from '../support/receiver.js';

interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
  readonly whpk: string;
}

describe('Webhooks signed with a key of the platform', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  const published = async (): Promise<PublicKey[]> =>
    (await desk.platform.as(null).get<{ keys: PublicKey[] }>('/.well-known/webhook-keys')).body.keys;

  const received = async (): Promise<Received> => {
    await desk.happen();
    await desk.untilSent(1);
    const [message] = desk.receiver.received;
    if (message === undefined) throw new Error('Nothing came');
    return message;
  };

  const signaturesOf = ({ headers }: Received): string[] => String(headers['webhook-signature']).split(' ');

  /** By node's own crypto, from nothing but the key and the message. */
  const isBy = ({ kty, crv, x }: PublicKey, message: Received): boolean => {
    const { headers, body } = message;
    const content = Buffer.from(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`);
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
    return signaturesOf(message)
      .filter((one) => one.startsWith('v1a,'))
      .some((one) => verify(null, content, key, Buffer.from(one.slice(4), 'base64')));
  };

  it('are genuine by the published key, and not when a sign has changed', async () => {
    await desk.listen({ signature: 'v1a' });
    const message = await received();
    const [key] = await published();
    if (key === undefined) throw new Error('No key is published');
    expect(signaturesOf(message)).toHaveLength(1);
    expect(isBy(key, message)).toBe(true);
    expect(isBy(key, { ...message, body: `${message.body} ` })).toBe(false);
  });

  it('are taken by the SDK with the key as Standard Webhooks writes it, and with no other', async () => {
    await desk.listen({ signature: 'v1a' });
    const { body, headers } = await received();
    const [key] = await published();
    expect(await verifyWebhook(body, headers, key?.whpk ?? '')).toMatchObject({ type: 'orders.order.closed' });
    const other = `whpk_${keyOfNobody()}`;
    await expect(verifyWebhook(body, headers, other)).rejects.toThrow('No signature is made with');
    await expect(verifyWebhook(`${body} `, headers, key?.whpk ?? '')).rejects.toThrow('No signature is made with');
  });

  it('carry the endpoint’s own signature too, where both are chosen', async () => {
    const { secret } = await desk.listen({ signature: 'both' });
    const message = await received();
    expect(signaturesOf(message).map((one) => one.split(',')[0])).toEqual(['v1', 'v1a']);
    expect(await verifyWebhook(message.body, message.headers, secret)).toMatchObject({ object: 'event' });
  });

  it('are signed otherwise once the endpoint chooses otherwise', async () => {
    const { id } = await desk.listen();
    await desk.patch(id, { signature: 'v1a' });
    expect(signaturesOf(await received())[0]).toMatch(/^v1a,/);
  });

  it('outlive a change of the key: it is published before it signs, and both sign for a while', async () => {
    const rotate = () => desk.platform.inWorker(RotateWebhookKeys).run();
    const age = (days: number) =>
      desk.platform.rows(
        `UPDATE webhooks.signing_key SET created_at = created_at - make_interval(days => $1),
                active_from = active_from - make_interval(days => $1)`,
        [days],
      );
    await rotate();
    const [old] = await published();
    await age(180);
    await rotate();
    await desk.platform.api.get(WebhookKeys).newestMadeAt();
    const both = await published();
    expect(both).toHaveLength(2);
    await desk.listen({ signature: 'v1a' });
    expect(signaturesOf(await received())).toHaveLength(1);

    await age(8);
    await desk.platform.inWorker(WebhookKeys).newestMadeAt();
    desk.receiver.received.length = 0;
    const message = await received();
    expect(signaturesOf(message)).toHaveLength(2);
    expect(both.map((key) => isBy(key, message))).toEqual([true, true]);

    await age(30);
    await rotate();
    await desk.platform.api.get(WebhookKeys).newestMadeAt();
    const left = await published();
    expect(left).toHaveLength(1);
    expect(left[0]?.kid).not.toBe(old?.kid);
  });

  it('have private keys that are in the database only sealed', async () => {
    await published();
    const [row] = await desk.platform.rows<{ box: Buffer }>(`SELECT private_box AS box FROM webhooks.signing_key`);
    expect(row?.box.toString('latin1')).not.toContain('PRIVATE KEY');
  });
});

/** 32 bytes that are a point of the curve and nobody's key: the public key of RFC 8032, 7.1, test 1. */
function keyOfNobody(): string {
  return Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64');
}
