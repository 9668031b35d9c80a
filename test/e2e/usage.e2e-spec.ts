import pg from 'pg';

import { RequestLog } from '../../src/platform/request-log/request-log.js';
import { SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Counts {
  readonly requests: number;
}
interface Usage {
  readonly from: string;
  readonly to: string;
  readonly total: Counts;
  readonly days: (Counts & { readonly day: string })[];
  readonly operations: (Counts & { readonly operation: string })[];
  readonly actors: (Counts & { readonly actor: string })[];
}

const TODAY = new Date().toISOString().slice(0, 10);

describe('Usage', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const usage = async (query = '', client = tenant.client): Promise<Usage> => {
    await platform.api.get(RequestLog).flush();
    return (await client.get<Usage>(`/v1/usage${query}`)).body;
  };
  const ask = async (): Promise<void> => {
    await tenant.client.get('/v1/parties');
    await tenant.client.get('/v1/parties');
    await tenant.client.get('/v1/parties/pty_none');
    await tenant.client.post('/v1/parties', SELLER, { 'idempotency-key': 'seller-1' });
  };

  it('counts requests by day, operation and actor, and by what came of them', async () => {
    await ask();
    const told = await usage();
    expect(told.total).toEqual({ requests: 4, succeeded: 3, refused: 1, rateLimited: 0, failed: 0 });
    expect(told.days).toEqual([{ day: TODAY, ...told.total }]);
    expect(told.actors).toEqual([{ actor: expect.stringMatching(/^api_key:key_/) as string, ...told.total }]);
    expect(Object.fromEntries(told.operations.map(({ operation, requests }) => [operation, requests]))).toEqual({
      listParties: 2,
      getParty: 1,
      enterParty: 1,
    });
    expect([told.operations[0]?.operation, told.to]).toEqual(['listParties', TODAY]);
  });

  it('adds up what later batches bring', async () => {
    await ask();
    await usage();
    await ask();
    const { operations } = await usage('?operation=listParties');
    expect(operations).toMatchObject([{ operation: 'listParties', requests: 4 }]);
  });

  it.each([
    ['operation=getParty', 1],
    ['actor=nobody', 0],
    ['to=2026-01-31&from=2026-01-01', 0],
    [`from=${TODAY}&to=${TODAY}`, 4],
  ])('is filtered by %s', async (filter, requests) => {
    await ask();
    expect((await usage(`?${filter}`)).total.requests).toBe(requests);
  });

  it.each(['from=2026-02-02&to=2026-02-01', 'from=2025-01-01&to=2026-01-01', 'from=yesterday'])(
    'is not told of %s',
    async (period) => {
      const { status, body } = await tenant.client.get(`/v1/usage?${period}`);
      expect([status, body['code']]).toEqual([400, 'REQUEST.MALFORMED']);
    },
  );

  it('is each tenant’s own, and written by the one function only', async () => {
    await ask();
    expect((await usage()).total.requests).toBe(4);
    const stranger = await platform.tenant();
    expect((await usage('', stranger.client)).total.requests).toBe(0);
    const client = new pg.Client(platform.database.appUrl);
    await client.connect();
    try {
      expect((await client.query(`SELECT FROM platform.request_day`)).rowCount).toBe(0);
      for (const statement of [`DELETE FROM platform.request_day`, `UPDATE platform.request_day SET failed = 1`]) {
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
    } finally {
      await client.end();
    }
  });

  it('counts what the rate limits refuse', async () => {
    const entry = { method: 'GET', route: '/v1/parties', operation: 'listParties', latency_ms: 1, faults: [] };
    const log = platform.api.get(RequestLog);
    for (const [index, status] of [200, 429, 429, 503, 404].entries()) {
      log.note({
        ...entry,
        tenant_id: tenant.tenantId,
        id: `0193b1e2-6f00-7000-8000-00000000000${index}`,
        created_at: new Date().toISOString(),
        status,
        problem: null,
        trace_id: null,
        actor: 'api_key:one',
        network: '203.0.113.7',
        api_version: '2026-11-24',
        idempotency_key: null,
        replayed: false,
        resource: null,
        request_bytes: null,
        response_bytes: null,
      });
    }
    const { total } = await usage('?actor=api_key:one');
    expect(total).toEqual({ requests: 5, succeeded: 1, refused: 1, rateLimited: 2, failed: 1 });
  });

  it('is kept for 400 days', async () => {
    await ask();
    await usage();
    const age = `UPDATE platform.request_day SET day = current_date - $2::int WHERE tenant_id = $1 AND operation = $3`;
    await platform.rows(age, [tenant.tenantId, 402, 'listParties']);
    await platform.rows(age, [tenant.tenantId, 399, 'getParty']);
    await platform.rows(`UPDATE platform.schedule SET next_at = now() WHERE name = 'platform.purge-request-log'`);
    const days = `SELECT operation FROM platform.request_day WHERE tenant_id = $1 AND day < current_date - 300`;
    const left = await eventually(
      () => platform.rows(days, [tenant.tenantId]),
      (rows) => rows.length < 2,
    );
    expect(left).toEqual([{ operation: 'getParty' }]);
  });
});
