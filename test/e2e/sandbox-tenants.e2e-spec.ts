import pg from 'pg';

import { newId, parseId } from '../../src/kernel/ids.js';
import { SCOPES } from '../../src/platform/auth/scopes.js';
import { type ApiAnswer, type ApiClient } from '../support/api-client.js';
import { orderBody } from '../support/order-samples.js';
import { TestPlatform } from '../support/test-platform.js';

interface SandboxTenant {
  readonly id: string;
  readonly name: string;
  readonly livemode: boolean;
  readonly firstKey: { readonly apiKey: string; readonly scopes: readonly string[] };
  readonly seed: readonly { readonly id: string; readonly kind: string; readonly variant: string | null }[];
  readonly code: string;
}

const make = (client: ApiClient, name = 'Trial'): Promise<ApiAnswer<SandboxTenant>> =>
  client.post<SandboxTenant>('/v1/sandbox/tenants', { name });

describe('A sandbox tenant by one call', () => {
  let platform: TestPlatform;
  let made: ApiAnswer<SandboxTenant>;
  let client: ApiClient;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    made = await make(platform.as(null));
    client = platform.as(made.body.firstKey.apiKey);
  });
  afterAll(() => platform.stop());

  it('is for anybody, with a key for everything, which no cache keeps', async () => {
    expect([made.status, made.body.name, made.body.livemode]).toEqual([201, 'Trial', false]);
    expect(made.headers['cache-control']).toBe('no-store');
    const { body } = await client.get<SandboxTenant>(String(made.headers['location']));
    expect(body).toMatchObject({ id: made.body.id, name: 'Trial', livemode: false, scopes: [...SCOPES] });
    const keys = await client.get<{ data: object[] }>('/v1/api-keys');
    expect(keys.body.data).toEqual([expect.objectContaining({ name: 'first key' })]);
  });

  it('has sellers of each kind, buyers and suppliers', async () => {
    const kinds = made.body.seed.map(({ kind, variant }) => (variant === null ? kind : `${kind} ${variant}`));
    expect(kinds).toEqual(['seller trading', 'seller manufacturer', 'buyer', 'buyer', 'supplier', 'supplier']);
    const { body } = await client.get<{ data: { id: string; warnings: string[] }[] }>('/v1/parties');
    expect(body.data.map(({ id }) => id).sort()).toEqual(made.body.seed.map(({ id }) => id).sort());
    expect(body.data.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('takes its first order from what it has', async () => {
    const seeded = (kind: string): string => made.body.seed.find((each) => each.kind === kind)?.id ?? '';
    const body = orderBody(seeded('seller'), seeded('buyer'), 'FIRST');
    expect((await client.post('/v1/orders', body, { 'idempotency-key': 'first' })).status).toBe(201);
  });

  it('notes how it came to be', async () => {
    const { body } = await client.get<{ data: { actor: string }[] }>('/v1/audit/records?action=tenants.made');
    expect(body.data.map(({ actor }) => actor)).toEqual(['sandbox:sign-up']);
  });

  it('is made by a caller of another sandbox tenant too, who is told apart and notes it', async () => {
    const integrator = await platform.tenant('Integrator');
    const { status, body } = await make(integrator.client, 'One of their SMEs');
    expect(status).toBe(201);
    const own = await platform.as(body.firstKey.apiKey).get<SandboxTenant>('/v1/tenant');
    expect(own.body).toMatchObject({ id: body.id, name: 'One of their SMEs' });
    const [line] = await platform.rows<{ tenant_id: string; resource_id: string }>(
      `SELECT tenant_id, resource_id FROM audit.record WHERE action = 'sandbox.tenant.made'`,
    );
    expect(line).toEqual({ tenant_id: integrator.tenantId, resource_id: parseId('tenant', body.id) });
  });

  it('is not made with a credential that is no good, is live, or lacks the scope', async () => {
    const refused = async (one: ApiClient): Promise<unknown[]> => {
      const { status, body } = await make(one);
      return [status, body.code];
    };
    const { apiKey } = await platform.tenant('Live', { livemode: true });
    const weak = await client.post<{ apiKey: string }>('/v1/api-keys', { name: 'weak', scopes: ['orders:read'] });
    expect(await refused(platform.as(`${made.body.firstKey.apiKey}x`))).toEqual([401, 'AUTH.UNAUTHENTICATED']);
    expect(await refused(platform.as(apiKey))).toEqual([403, 'SANDBOX.LIVE_CALLER']);
    expect(await refused(platform.as(weak.body.apiKey))).toEqual([403, 'AUTH.MISSING_SCOPE']);
  });

  it('leaves a credential of one scope able to ask whose it is', async () => {
    const weak = await client.post<{ apiKey: string }>('/v1/api-keys', { name: 'weak', scopes: ['orders:read'] });
    const { body } = await platform.as(weak.body.apiKey).get<{ scopes: string[] }>('/v1/tenant');
    expect(body.scopes).toEqual(['orders:read']);
  });

  it('is the only kind of tenant that the api can make, and is made without becoming it', async () => {
    const app = new pg.Client({ connectionString: platform.database.appUrl });
    await app.connect();
    try {
      const [mine, id] = [newId(), newId()];
      const insert = `INSERT INTO platform.tenant (id, name, livemode, created_at) VALUES ($1, 'x', false, now())`;
      await app.query(`SELECT set_config('app.tenant', $1, false)`, [mine]);
      await expect(app.query(insert, [mine])).rejects.toThrow('permission denied');
      await app.query(`SELECT platform.create_sandbox_tenant($1, 'x')`, [id]);
      const named = await app.query<{ tenant: string }>(`SELECT platform.current_tenant() AS tenant`);
      expect(named.rows).toEqual([{ tenant: mine }]);
      const made = await platform.rows(`SELECT livemode, test_clock FROM platform.tenant WHERE id = $1`, [id]);
      expect(made).toEqual([{ livemode: false, test_clock: null }]);
    } finally {
      await app.end();
    }
  });
});

describe('Where sign-up is closed', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    const env = { SANDBOX_SIGN_UP: 'closed', SANDBOX_TENANTS_PER_HOUR: '2' };
    platform = await TestPlatform.start({ worker: false, env });
  });
  afterAll(() => platform.stop());

  it('strangers get no tenant; callers of a sandbox tenant do, a few an hour, faults not counted', async () => {
    const stranger = await make(platform.as(null));
    expect([stranger.status, stranger.body.code]).toEqual([403, 'SANDBOX.SIGN_UP_CLOSED']);
    const { client } = await platform.tenant();
    expect((await client.post('/v1/sandbox/tenants', {})).status).toBe(422);

    const first = await make(client);
    expect(first.headers['ratelimit-policy']).toContain(', "sandbox-tenants";q=2;w=3600');
    const second = await make(platform.as(first.body.firstKey.apiKey));
    const third = await make(platform.as(second.body.firstKey.apiKey));
    expect([first, second, third].map(({ status }) => status)).toEqual([201, 201, 429]);
    expect(third.body).toMatchObject({
      code: 'REQUEST.TOO_MANY',
      details: { policy: 'sandbox-tenants', limitPerHour: 2 },
    });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(3_000);
  });
});
