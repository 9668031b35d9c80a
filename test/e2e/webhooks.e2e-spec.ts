import { Webhook } from 'standardwebhooks';

import { newId, publicId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { Receiver } from '../support/receiver.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly disabledReason: string | null;
  readonly version: number;
}

interface DeliveryList {
  readonly data: {
    readonly id: string;
    readonly state: string;
    readonly attempts: number;
    readonly lastStatus: number | null;
  }[];
}

describe('Webhooks', () => {
  let platform: TestPlatform;
  let receiver: Receiver;
  let tenant: TestTenant;

  beforeAll(async () => {
    [platform, receiver] = await Promise.all([TestPlatform.start(), Receiver.start()]);
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answer = () => 204;
    tenant = await platform.tenant();
  });
  afterAll(async () => {
    await platform.stop();
    await receiver.stop();
  });

  const listen = async (eventTypes: string[], path = '/hook'): Promise<Endpoint> =>
    (await tenant.client.post<Endpoint>('/v1/webhooks/endpoints', { url: receiver.url + path, eventTypes })).body;

  /** An order is closed: an event that no service works on. */
  const happen = async (orderId = newId(), times = 1): Promise<string> => {
    const caller = { tenantId: tenant.tenantId, actor: 'test', traceparent: null };
    await platform.api.get(UnitOfWork).run(caller, (tx) => {
      for (let count = 0; count < times; count++) {
        const resource = { type: 'order', id: orderId };
        const margin = { amount: '0.00', currency: 'CNY' };
        publish(tx, { type: 'orders.order.closed', resource, orderId, data: { margin } });
      }
      return Promise.resolve();
    });
    return orderId;
  };

  const deliveries = async (endpointId: string): Promise<DeliveryList['data']> =>
    (await tenant.client.get<DeliveryList>(`/v1/webhooks/deliveries?endpointId=${endpointId}`)).body.data;

  it('are signed so that the reference library of Standard Webhooks accepts them, and a changed body is refused', async () => {
    const { secret } = await listen(['orders.*']);
    await happen();
    await eventually(
      () => Promise.resolve(receiver.received.length),
      (count) => count === 1,
    );

    const [message] = receiver.received;
    const webhook = new Webhook(secret);
    expect(webhook.verify(message?.body ?? '', message?.headers as Record<string, string>)).toMatchObject({
      type: 'orders.order.closed',
      id: message?.headers['webhook-id'],
    });
    expect(() => webhook.verify(`${message?.body ?? ''} `, message?.headers as Record<string, string>)).toThrow();
  });

  it('carry the very JSON of GET /v1/events, with a sequence per resource that has no gaps', async () => {
    await listen(['*']);
    const orderId = await happen(newId(), 2);
    await happen(orderId);
    await eventually(
      () => Promise.resolve(receiver.received.length),
      (count) => count === 3,
    );

    const { body } = await tenant.client.get<{ data: { id: string; sequence: number }[] }>(
      `/v1/events?resourceId=${publicId('order', orderId)}`,
    );
    expect(body.data.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    const sent = receiver.received.map((message) => JSON.parse(message.body) as { id: string });
    for (const event of body.data) expect(sent.find(({ id }) => id === event.id)).toEqual(event);
  });

  it('keep what a change leaves out', async () => {
    const { id, version } = await listen(['orders.*']);
    const path = `/v1/webhooks/endpoints/${id}`;
    await tenant.client.send('PATCH', path, { description: 'ERP' }, { 'if-match': `"${version}"` });
    const { body } = await tenant.client.get(path);
    expect(body).toMatchObject({ description: 'ERP', url: `${receiver.url}/hook`, eventTypes: ['orders.*'] });
  });

  it('let through only what the filters name', async () => {
    await listen(['customs.*', 'fx.collection.matched']);
    const all = await listen(['*'], '/all');
    await happen();
    await eventually(
      () => deliveries(all.id),
      ([first]) => first?.state === 'delivered',
    );
    expect(receiver.received.map(({ path }) => path)).toEqual(['/all']);
  });

  it('are tried again when the receiver fails, and the log says what it answered', async () => {
    receiver.answer = () => 500;
    const { id } = await listen(['*']);
    await happen();
    const [failed] = await eventually(
      () => deliveries(id),
      ([first]) => first?.attempts === 1,
    );
    expect(failed).toMatchObject({ state: 'pending', lastStatus: 500 });

    receiver.answer = () => 204;
    await platform.admin.query(`UPDATE webhooks.delivery SET next_attempt_at = now()`);
    await eventually(
      () => deliveries(id),
      ([first]) => first?.state === 'delivered',
    );
    const { body } = await tenant.client.get<{ log: { number: number; status: number }[] }>(
      `/v1/webhooks/deliveries/${failed?.id ?? ''}`,
    );
    expect(body.log.map(({ number, status }) => [number, status])).toEqual([
      [1, 500],
      [2, 204],
    ]);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  it('stop when the receiver says 410, and other endpoints hear of it', async () => {
    receiver.answer = ({ path }) => (path === '/gone' ? 410 : 204);
    const gone = await listen(['orders.*'], '/gone');
    await listen(['webhooks.*'], '/sibling');
    await happen();
    await eventually(
      async () => (await tenant.client.get<Endpoint>(`/v1/webhooks/endpoints/${gone.id}`)).body,
      ({ state, disabledReason }) => state === 'disabled' && disabledReason === 'gone',
    );
    await eventually(
      () => Promise.resolve(receiver.received.filter(({ path }) => path === '/sibling').length),
      (count) => count === 1,
    );
  });

  it('can be sent again by hand, under the same webhook-id', async () => {
    const { id } = await listen(['*']);
    await happen();
    const [delivered] = await eventually(
      () => deliveries(id),
      ([first]) => first?.state === 'delivered',
    );
    const path = `/v1/webhooks/deliveries/${delivered?.id ?? ''}/redelivery`;
    expect((await tenant.client.post(path)).status).toBe(202);
    await eventually(
      () => Promise.resolve(receiver.received.length),
      (count) => count === 2,
    );
    expect(receiver.received[1]?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id']);
  });

  it('reach a good endpoint at once while another hangs on to everything', async () => {
    const dead = await listen(['*'], '/dead');
    await platform.admin.query(`UPDATE webhooks.endpoint SET url = 'http://127.0.0.1:9' WHERE id = $1`, [
      (await platform.rows<{ id: string }>(`SELECT id FROM webhooks.endpoint ORDER BY created_at DESC LIMIT 1`))[0]?.id,
    ]);
    const good = await listen(['*'], '/good');
    await happen(newId(), 100);
    await eventually(
      () => Promise.resolve(receiver.received.filter(({ path }) => path === '/good').length),
      (count) => count === 100,
    );
    expect((await deliveries(good.id)).every(({ state }) => state !== 'failed')).toBe(true);
    expect((await deliveries(dead.id)).every(({ state }) => state === 'pending')).toBe(true);
  });

  it.each([
    ['http://example.com/hook', 'plain http'],
    ['https://10.0.0.8/hook', 'a private address'],
    ['https://169.254.169.254/latest/meta-data', 'the metadata service of a cloud'],
    ['https://[::ffff:10.0.0.8]/hook', 'a private address inside an IPv6 one'],
    ['https://[fd00::1]/hook', 'a unique local address'],
    ['https://intranet/hook', 'a name without a dot'],
    ['https://user:pass@example.com/hook', 'credentials in the URL'],
    ['ftp://example.com/hook', 'another protocol'],
  ])('are refused to %s: %s', async (url) => {
    const answer = await tenant.client.post<{ errors: { pointer: string }[] }>('/v1/webhooks/endpoints', {
      url,
      eventTypes: ['*'],
    });
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, '/url']);
  });

  it('show every fault of a request at once, and change nothing', async () => {
    const answer = await tenant.client.post<{ errors: { pointer: string; code: string }[] }>('/v1/webhooks/endpoints', {
      url: 7,
      eventTypes: [],
      colour: 'red',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/url', '/eventTypes', '/colour']),
    );
    expect(await platform.rows(`SELECT 1 FROM webhooks.endpoint WHERE tenant_id = $1`, [tenant.tenantId])).toEqual([]);
  });

  it("are another tenant's secret", async () => {
    const { id } = await listen(['*']);
    const stranger = await platform.tenant('Stranger');
    expect((await stranger.client.get(`/v1/webhooks/endpoints/${id}`)).status).toBe(404);
    expect((await stranger.client.delete(`/v1/webhooks/endpoints/${id}`)).status).toBe(404);
  });
});
