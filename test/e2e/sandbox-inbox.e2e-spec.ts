import { Webhook } from 'standardwebhooks';

import { parseId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { HookDesk } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

interface Inbox {
  readonly endpointId: string;
  readonly url: string;
  readonly secret: string | null;
  readonly status: number;
  readonly delayMs: number;
  readonly messages: number;
  readonly version: number;
  readonly code: string;
}

interface Message {
  readonly receivedHeaders: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  readonly signatureVerified: boolean;
  readonly answeredStatus: number;
}

const NOBODY = 'ten_01jdq3x7k2e9ta6v0m8r4c5wzb';
const TOKEN = 'a'.repeat(43);

describe('The inbox of a sandbox tenant', () => {
  let desk: HookDesk;
  let inbox: Inbox;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(async () => {
    await desk.clear();
    inbox = (await create()).body;
  });
  afterAll(() => desk.close());

  const create = (headers = {}): Promise<ApiAnswer<Inbox>> =>
    desk.tenant.client.post<Inbox>('/v1/sandbox/inbox', {}, headers);
  const read = async (): Promise<Inbox> => (await desk.tenant.client.get<Inbox>('/v1/sandbox/inbox')).body;
  const messages = async (): Promise<Message[]> =>
    (await desk.tenant.client.get<{ data: Message[] }>('/v1/sandbox/inbox/messages?limit=100')).body.data;
  const untilHeld = (count: number): Promise<Message[]> => eventually(messages, (found) => found.length === count);

  const answerWith = async (answer: object): Promise<void> => {
    const { version } = await read();
    const headers = { 'if-match': `"${version}"` };
    const { status, text } = await desk.tenant.client.send('PUT', '/v1/sandbox/inbox', answer, headers);
    if (status !== 200) throw new Error(text);
  };

  const headersOf = (message: Message | undefined): Record<string, string> =>
    Object.fromEntries((message?.receivedHeaders ?? []).map(({ name, value }) => [name.toLowerCase(), value]));

  const knock = async (url: string, body = '{}', headers: Record<string, string> = {}): Promise<number> =>
    (await fetch(url, { method: 'POST', body, headers })).status;

  it('holds what was sent word for word, so that the reference library takes it', async () => {
    await desk.happen();
    const [message] = await untilHeld(1);
    if (message === undefined) throw new Error('Nothing came');

    const event = new Webhook(inbox.secret ?? '').verify(message.body, headersOf(message));
    expect(event).toMatchObject({ type: 'orders.order.closed', id: headersOf(message)['webhook-id'] });
    expect(headersOf(message)).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Entrepot-Webhooks/1.0',
    });
    expect(message).toMatchObject({ signatureVerified: true, answeredStatus: 204 });
    await desk.until(inbox.endpointId, 'delivered', 1);
    expect(await read()).toMatchObject({ messages: 1, status: 204, delayMs: 0 });
  });

  it('verifies by the keys of the platform where the endpoint has chosen them, and by an old secret while it signs', async () => {
    await desk.patch(inbox.endpointId, { signature: 'v1a' });
    await desk.happen();
    await untilHeld(1);
    await desk.patch(inbox.endpointId, { signature: 'v1' });
    await desk.tenant.client.post(`/v1/webhooks/endpoints/${inbox.endpointId}/secret-rotation`);
    await desk.happen();
    const found = await untilHeld(2);

    expect(found.map((each) => headersOf(each)['webhook-signature']?.replace(/,[^ ]+/g, ''))).toEqual(['v1 v1', 'v1a']);
    expect(found.map(({ signatureVerified }) => signatureVerified)).toEqual([true, true]);
    const [newest] = found;
    expect(new Webhook(inbox.secret ?? '').verify(newest?.body ?? '', headersOf(newest))).toBeDefined();
  });

  it('keeps what others send to it, and says that it is not genuine', async () => {
    await desk.happen();
    const [genuine] = await untilHeld(1);
    const body = genuine?.body ?? '';
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headersOf(genuine);
    const signed = { 'webhook-id': id ?? '', 'webhook-timestamp': at ?? '', 'webhook-signature': signature ?? '' };
    const hourAgo = new Date(Date.now() - 3_600_000);
    const stale = new Webhook(inbox.secret ?? '').sign(id ?? '', hourAgo, body);
    const oldTimestamp = String(Math.floor(hourAgo.getTime() / 1_000));

    for (const [sent, headers] of [
      [body, signed],
      [`${body} `, signed],
      [body, {}],
      [body, { ...signed, 'webhook-signature': 'v1,AAAA v1a,AAAA nonsense' }],
      [body, { ...signed, 'webhook-timestamp': oldTimestamp, 'webhook-signature': stale }],
      ['', {}],
    ] as const) {
      expect(await knock(inbox.url, sent, headers)).toBe(204);
    }
    const found = (await messages()).reverse();
    expect(found.map(({ signatureVerified }) => signatureVerified)).toEqual([
      true,
      true,
      ...Array<boolean>(5).fill(false),
    ]);
    expect(found.map((each) => each.body)).toEqual([body, body, `${body} `, body, body, body, '']);
  });

  it('answers as it is told, so that retries can be rehearsed', async () => {
    await answerWith({ status: 503 });
    await desk.happen();
    expect(await untilHeld(1)).toMatchObject([{ answeredStatus: 503 }]);
    const [failed] = await eventually(
      () => desk.deliveries(inbox.endpointId),
      ([first]) => first?.attempts === 1,
    );
    expect(failed).toMatchObject({ state: 'pending', lastStatus: 503 });

    await answerWith({ status: 204 });
    await desk.until(inbox.endpointId, 'delivered', 1);
    const [second, first] = await messages();
    expect([second?.answeredStatus, first?.answeredStatus]).toEqual([204, 503]);
    expect(headersOf(second)['webhook-id']).toBe(headersOf(first)['webhook-id']);
  });

  it('takes its time as it is told', async () => {
    await answerWith({ status: 204, delayMs: 700 });
    await desk.happen();
    const [delivery] = await desk.until(inbox.endpointId, 'delivered', 1);
    const { body } = await desk.tenant.client.get<{ log: { durationMs: number }[] }>(
      `/v1/webhooks/deliveries/${delivery?.id ?? ''}`,
    );
    expect(body.log[0]?.durationMs).toBeGreaterThanOrEqual(700);
  });

  it('disables its endpoint by 410, as any receiver does', async () => {
    await answerWith({ status: 410 });
    await desk.happen();
    const { body } = await eventually(
      () => desk.tenant.client.get(`/v1/webhooks/endpoints/${inbox.endpointId}`),
      (answer) => answer.body['state'] === 'disabled',
    );
    expect(body['disabledReason']).toBe('gone');
  });

  it('is told only by who has read it', async () => {
    const put = (headers: Record<string, string>): Promise<ApiAnswer<Inbox>> =>
      desk.tenant.client.send<Inbox>('PUT', '/v1/sandbox/inbox', { status: 500 }, headers);
    expect((await put({})).status).toBe(428);
    expect((await put({ 'if-match': '"7"' })).status).toBe(412);
    expect((await put({ 'if-match': '"1"' })).body).toMatchObject({ status: 500, delayMs: 0, version: 2 });
    expect((await put({ 'if-match': '"1"' })).status).toBe(412);
  });

  it('is emptied', async () => {
    await knock(inbox.url);
    await knock(inbox.url);
    expect((await desk.tenant.client.delete('/v1/sandbox/inbox/messages')).body).toEqual({ deleted: 2 });
    expect(await messages()).toEqual([]);
    await knock(inbox.url);
    expect(await messages()).toHaveLength(1);
  });

  it('keeps the newest thousand, none above 256 KiB', async () => {
    await desk.platform.rows(
      `INSERT INTO webhooks.inbox_message (tenant_id, id, received_at, headers, body, signature_verified, answered_status)
       SELECT $1, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), '[]', '\\x', false, 204
       FROM generate_series(1, 1000) n`,
      [desk.tenant.tenantId],
    );
    await knock(inbox.url, 'x'.repeat(262_144));
    expect((await read()).messages).toBe(1_000);
    expect((await messages())[0]?.body).toHaveLength(262_144);
    const [oldest] = await desk.platform.rows<{ id: string }>(
      `SELECT id FROM webhooks.inbox_message WHERE tenant_id = $1 ORDER BY id LIMIT 1`,
      [desk.tenant.tenantId],
    );
    expect(oldest?.id).toBe('00000000-0000-7000-8000-000000000002');

    expect(await knock(inbox.url, 'x'.repeat(262_145))).toBe(413);
    expect((await messages())[0]?.body).toHaveLength(262_144);
  });

  it('lets nobody in without its token', async () => {
    const other = await desk.platform.tenant();
    const theirs = (await other.client.post<Inbox>('/v1/sandbox/inbox')).body;
    const [token, tenant] = inbox.url.split('/').reverse();
    const start = inbox.url.slice(0, inbox.url.indexOf(`/${tenant ?? ''}`));
    for (const path of [
      `${publicId('tenant', other.tenantId)}/${token ?? ''}`,
      `${tenant ?? ''}/${TOKEN}`,
      `${NOBODY}/${TOKEN}`,
      `nonsense/${TOKEN}`,
      `${tenant ?? ''}/%00`,
    ]) {
      expect(await knock(`${start}/${path}`)).toBe(404);
    }
    expect(await knock(theirs.url)).toBe(204);
    expect(await messages()).toEqual([]);
  });

  it('is one for each tenant; removed with its endpoint, it can be made anew, at another address', async () => {
    const again = await create();
    expect([again.status, again.body.code]).toEqual([409, 'SANDBOX.INBOX_EXISTS']);
    await desk.tenant.client.delete(`/v1/webhooks/endpoints/${inbox.endpointId}`);
    expect((await desk.tenant.client.get('/v1/sandbox/inbox')).status).toBe(404);
    expect(await knock(inbox.url)).toBe(404);

    const made = (await Promise.all([create(), create(), create()])).filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect(made[0]?.body.url).not.toBe(inbox.url);
    expect(await knock(inbox.url)).toBe(404);
    expect(await knock(made[0]?.body.url ?? '')).toBe(204);
  });

  it('shows its secret once, and keeps nothing of its token but a hash', async () => {
    await desk.tenant.client.delete(`/v1/webhooks/endpoints/${inbox.endpointId}`);
    const headers = { 'idempotency-key': 'once' };
    const first = await create(headers);
    const repeat = await create(headers);
    expect(first.body.secret).toMatch(/^whsec_/);
    expect(repeat.body).toEqual({ ...first.body, secret: null });
    const [row] = await desk.platform.rows<{ token_hash: Buffer }>(
      `SELECT token_hash FROM webhooks.inbox WHERE endpoint_id = $1`,
      [parseId('webhookEndpoint', first.body.endpointId)],
    );
    expect(row?.token_hash).toHaveLength(32);
  });

  it('is nothing for a live tenant', async () => {
    const { client } = await desk.platform.tenant('Live', { livemode: true });
    const codes = await Promise.all(
      (
        [
          ['POST', '/v1/sandbox/inbox'],
          ['GET', '/v1/sandbox/inbox'],
          ['PUT', '/v1/sandbox/inbox'],
          ['GET', '/v1/sandbox/inbox/messages'],
          ['DELETE', '/v1/sandbox/inbox/messages'],
        ] as const
      ).map(async ([method, path]) => {
        const body = method === 'GET' ? undefined : method === 'PUT' ? { status: 204 } : {};
        const headers = { 'if-match': '"1"' };
        return (await client.send<{ code: string }>(method, path, body, headers)).body.code;
      }),
    );
    expect(codes).toEqual(Array(5).fill('SANDBOX.LIVE_CALLER'));
  });
});
