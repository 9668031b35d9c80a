import { Webhook } from 'standardwebhooks';

import { type WebhookEvent, WebhookReceiver } from './receiver.js';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const BODY = JSON.stringify({ id: 'evt_1', type: 'customs.declaration.released', orderId: 'ord_1' });

let receiver: WebhookReceiver;
let heard: WebhookEvent[];
beforeEach(async () => {
  heard = [];
  receiver = await WebhookReceiver.open((event) => heard.push(event));
});
afterEach(() => receiver.close());

async function send(id: string, { secret = SECRET, body = BODY, at = new Date() } = {}): Promise<number> {
  const signature = new Webhook(secret).sign(id, at, BODY);
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  return (await fetch(receiver.url, { method: 'POST', body, headers })).status;
}

describe('The receiver of the demo', () => {
  it('takes a message that is signed with its secret, once', async () => {
    receiver.trust(SECRET);
    expect([await send('evt_1'), await send('evt_1')]).toEqual([204, 204]);
    expect(heard.map(({ type }) => type)).toEqual(['customs.declaration.released']);
    expect(receiver.refused).toBe(0);
  });

  it.each([
    ['by somebody else', { secret: `whsec_${Buffer.from('another secret, as long as').toString('base64')}` }],
    ['with another body', { body: BODY.replace('released', 'rejected') }],
    ['an hour ago', { at: new Date(Date.now() - 3_600_000) }],
  ])('refuses what was signed %s', async (_, given) => {
    receiver.trust(SECRET);
    expect(await send('evt_1', given)).toBe(401);
    expect(heard).toEqual([]);
    expect(receiver.refused).toBe(1);
  });

  it('asks for patience while it does not know its secret', async () => {
    expect(await send('evt_1')).toBe(503);
  });
});
