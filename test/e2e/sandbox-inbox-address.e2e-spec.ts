import { readConfig } from '../../src/platform/config/app-config.js';
import { Sender } from '../../src/webhooks/application/sender.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const NOBODY = 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb';
const TOKEN = 'a'.repeat(43);

describe('Where webhooks may go to public addresses only', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ env: { WEBHOOKS_ALLOW_LOOPBACK: 'false' } });
  });
  afterAll(() => platform.stop());

  it('the inbox is sent to all the same, and nothing else of the platform', async () => {
    const { client } = await platform.tenant();
    const { body: inbox } = await client.post<{ endpointId: string; url: string }>('/v1/sandbox/inbox');
    await client.post(`/v1/webhooks/endpoints/${inbox.endpointId}/test`, { eventType: 'orders.order.closed' });
    const { body } = await eventually(
      () => client.get<{ data: { signatureVerified: boolean }[] }>('/v1/sandbox/inbox/messages'),
      (found) => found.body.data.length === 1,
    );
    expect(body.data[0]?.signatureVerified).toBe(true);

    const { publicUrl } = platform.config;
    const refused = await Promise.all(
      [`${publicUrl}/metrics`, `${publicUrl}/v1/inbound/bank/${NOBODY}`, `${inbox.url}?a=1`, `${inbox.url}/..`].map(
        async (url) => (await client.post('/v1/webhooks/endpoints', { url, eventTypes: ['*'] })).status,
      ),
    );
    expect(refused).toEqual([422, 422, 422, 422]);
    const live = await platform.tenant('Live', { livemode: true });
    const { status } = await live.client.post('/v1/webhooks/endpoints', { url: inbox.url, eventTypes: ['*'] });
    expect(status).toBe(422);
  });

  it('no other path of the platform’s host is reached by a name, not even over a connection that is open', async () => {
    const receiver = await Receiver.start();
    const publicUrl = receiver.url.replace('127.0.0.1', 'localhost');
    const sender = new Sender({
      ...readConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nowhere/nothing', PUBLIC_URL: publicUrl }),
      webhooksAllowLoopback: false,
    });
    try {
      const send = async (path: string): Promise<number | null> =>
        (await sender.post(new URL(publicUrl + path), {}, '{}')).status;
      const own = `/v1/inbound/inbox/${NOBODY}/${TOKEN}`;
      expect([await send(own), await send('/metrics'), await send(`${own}?a=1`)]).toEqual([204, null, null]);
      expect(receiver.received.map(({ path }) => path)).toEqual([own]);
    } finally {
      await sender.onApplicationShutdown();
      await receiver.stop();
    }
  });
});
