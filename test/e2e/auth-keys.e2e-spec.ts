import { CredentialUses } from '../../src/platform/auth/credential-uses.js';
import { BUYER, orderBody, SELLER } from '../support/order-samples.js';
import { statementsOf } from '../support/query-log.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface ApiKey {
  readonly id: string;
  readonly apiKey: string;
  readonly allowedNetworks: string[] | null;
  readonly requiresSignature: boolean;
  readonly successorId: string | null;
  readonly lastUsedAt: string | null;
}
interface AuditLine {
  readonly actor: string;
  readonly action: string;
  readonly resourceId: string;
  readonly details: { readonly code: string; readonly network: string; readonly route: string };
}

const HERE = { 'x-forwarded-for': '203.0.113.7' };

describe('An API key', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false, env: { TRUSTED_PROXIES: '127.0.0.1' } });
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const make = async (more: object = {}, { client } = tenant): Promise<ApiKey> => {
    const answer = await client.post<ApiKey>('/v1/api-keys', { name: 'ERP', scopes: ['parties:read'], ...more });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const use = async ({ apiKey }: ApiKey, headers: Record<string, string> = {}) => {
    const { status, body } = await platform.as(apiKey).get('/v1/parties', headers);
    return [status, body['code']];
  };
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const refusals = async ({ client } = tenant) => {
    const { body } = await client.get<{ data: AuditLine[] }>('/v1/audit/records?action=auth.refused');
    return body.data;
  };

  it.each([
    [['203.0.113.7'], '203.0.113.7', 200],
    [['203.0.113.0/29'], '203.0.113.7', 200],
    [['203.0.113.0/29'], '203.0.113.8', 403],
    [['2001:db8::/32'], '2001:db8:1::9', 200],
    [['2001:db8::/32', '198.51.100.1'], '2001:db9::9', 403],
    [['198.51.100.1'], '::ffff:198.51.100.1', 200],
  ])('that is bound to %j is used from %s: %s', async (allowedNetworks, address, status) => {
    const key = await make({ allowedNetworks });
    expect(key.allowedNetworks).toEqual(allowedNetworks);
    const [answered, code] = await use(key, { 'x-forwarded-for': address });
    expect([answered, code]).toEqual([status, status === 200 ? undefined : 'AUTH.ADDRESS_NOT_ALLOWED']);
  });

  it.each([['203.0.113.0/33'], ['203.0.113'], ['2001:db8::/129'], ['fe80::1%eth0'], ['example.com'], ['']])(
    'is not bound to %j',
    async (network) => {
      const request = { name: 'ERP', scopes: ['parties:read'], allowedNetworks: [network] };
      const { status, body } = await tenant.client.post<{ errors: { pointer: string; message: string }[] }>(
        '/v1/api-keys',
        request,
        { 'accept-language': 'zh' },
      );
      expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/allowedNetworks']]);
      expect(body.errors[0]?.message).toContain('网段');
    },
  );

  it('hands its bounds on to its successor, and is rotated once: two live, never three', async () => {
    const old = await make({ allowedNetworks: ['203.0.113.0/24'] });
    const rotate = (id: string) =>
      tenant.client.post<ApiKey & { code: string; details: object }>(`/v1/api-keys/${id}/rotation`, {
        oldKeyExpiresAt: inHours(1),
      });
    const { body: young } = await rotate(old.id);
    expect(young.allowedNetworks).toEqual(['203.0.113.0/24']);
    expect([await use(old, HERE), await use(young, HERE)]).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    const third = await rotate(old.id);
    expect([third.status, third.body.code, third.body.details]).toEqual([
      409,
      'KEYS.ALREADY_ROTATED',
      { successorId: young.id },
    ]);
    expect((await tenant.client.get<ApiKey>(`/v1/api-keys/${old.id}`)).body.successorId).toBe(young.id);
  });

  it('that was revoked is told so, at once, by every process', async () => {
    const key = await make();
    const other = await platform.anotherApi();
    try {
      const there = async (): Promise<number> =>
        (await fetch(`${other.url}/v1/parties`, { headers: { authorization: `Bearer ${key.apiKey}` } })).status;
      expect([await use(key), await there()]).toEqual([[200, undefined], 200]);
      await tenant.client.post(`/v1/api-keys/${key.id}/revocation`);
      // Well within the two seconds that an answer is believed.
      await eventually(there, (status) => status === 401, 1_000);
      await eventually(
        () => use(key),
        ([status]) => status === 401,
        1_000,
      );
      expect(await use(key)).toEqual([401, 'AUTH.CREDENTIAL_REVOKED']);
    } finally {
      await other.close();
    }
  });

  it('that has run out is told so to the instant, though it was believed good', async () => {
    const key = await make({ expiresAt: new Date(Date.now() + 900).toISOString() });
    expect(await use(key)).toEqual([200, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 950));
    expect(await use(key)).toEqual([401, 'AUTH.CREDENTIAL_EXPIRED']);
  });

  it('that is refused leaves one line in the audit of its tenant, however often it tries', async () => {
    const key = await make({ allowedNetworks: ['203.0.113.0/24'] });
    for (let tries = 0; tries < 5; tries += 1) await use(key, { 'x-forwarded-for': '198.51.100.9' });
    await platform.as(key.apiKey).get('/v1/orders', HERE);
    await tenant.client.post(`/v1/api-keys/${key.id}/revocation`);
    await eventually(
      () => use(key, HERE),
      ([status]) => status === 401,
      1_000,
    );
    const lines = await eventually(refusals, ({ length }) => length >= 3);
    // Refusals for different reasons are written beside each other: their order is not promised.
    const told = lines.map(
      ({ actor, resourceId, details: { code, network, route } }) =>
        `${actor} ${resourceId} ${code} ${network} ${route}`,
    );
    expect(told.sort()).toEqual([
      `api_key:${key.id} ${key.id} AUTH.ADDRESS_NOT_ALLOWED 198.51.100.9 /v1/parties`,
      `api_key:${key.id} ${key.id} AUTH.CREDENTIAL_REVOKED 203.0.113.7 /v1/parties`,
      `api_key:${key.id} ${key.id} AUTH.MISSING_SCOPE 203.0.113.7 /v1/orders`,
    ]);
  });

  it('that never was is in nobody’s audit', async () => {
    const count = async () => (await platform.rows<{ n: number }>(`SELECT count(*)::int AS n FROM audit.record`))[0]?.n;
    const before = await count();
    const { status, body } = await platform.as(`ek_test_${'x'.repeat(43)}`).get('/v1/parties');
    expect([status, body['code'], await count()]).toEqual([401, 'AUTH.UNAUTHENTICATED', before]);
  });

  it('that was stolen from another tenant opens nothing but that tenant', async () => {
    const { body: party } = await tenant.client.post<{ id: string }>('/v1/parties', BUYER);
    const stolen = await make({}, await platform.tenant('Another'));
    expect((await platform.as(stolen.apiKey).get(`/v1/parties/${party.id}`)).status).toBe(404);
    expect((await tenant.client.get(`/v1/api-keys/${stolen.id}`)).status).toBe(404);
  });

  it('shows when it was last used, which is written apart from the requests', async () => {
    const key = await make();
    const before = Date.now();
    await use(key);
    const last = async () => (await tenant.client.get<ApiKey>(`/v1/api-keys/${key.id}`)).body.lastUsedAt;
    expect(await last()).toBeNull();
    await platform.api.get(CredentialUses).flush();
    expect(Date.parse((await last()) ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('costs no question of its own to requests that come one after the other', async () => {
    const key = await make({ scopes: ['parties:read', 'parties:write'], allowedNetworks: ['203.0.113.0/24'] });
    const client = platform.as(key.apiKey);
    const { body: party } = await client.post<{ id: string }>('/v1/parties', BUYER, HERE);
    const texts = await statementsOf(async () => {
      for (let read = 0; read < 20; read += 1) await client.get(`/v1/parties/${party.id}`, HERE);
    });
    const ofKeys = texts.filter((text) => /find_key|credential|nonce/.test(text));
    expect(ofKeys.length).toBeLessThanOrEqual(1);
    // The tenant is set once on each connection; the rest is the row itself.
    expect(texts.length - ofKeys.length).toBeLessThanOrEqual(20 + 12);
    expect(texts.length).toBeGreaterThanOrEqual(20);
  });

  it('costs none to orders that are created either', async () => {
    const { client } = tenant;
    const made = async (body: object) => (await client.post<{ id: string }>('/v1/parties', body)).body.id;
    const [sellerId, buyerId] = [await made(SELLER), await made(BUYER)];
    const texts = await statementsOf(async () => {
      for (let at = 0; at < 10; at += 1) {
        const headers = { 'idempotency-key': `order-${at}` };
        const { status } = await client.post('/v1/orders', orderBody(sellerId, buyerId, `SO-${at}`), headers);
        expect(status).toBe(201);
      }
    });
    expect(texts.filter((text) => text.includes('trade_order')).length).toBeGreaterThanOrEqual(10);
    expect(texts.filter((text) => /find_key|credential|nonce/.test(text)).length).toBeLessThanOrEqual(1);
  });
});
