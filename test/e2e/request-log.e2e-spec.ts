import pg from 'pg';

import { RequestLog } from '../../src/platform/request-log/request-log.js';
import { SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Line {
  readonly id: string;
  readonly requestId: string;
  readonly operation: string;
  readonly status: number;
}

const LOG = '/v1/request-log';
const KEY = { 'idempotency-key': 'seller-1' };

describe('The request log', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const flush = (): Promise<void> => platform.api.get(RequestLog).flush();
  const list = async (query = ''): Promise<Line[]> => {
    await flush();
    return (await tenant.client.get<{ data: Line[] }>(`${LOG}${query}`)).body.data;
  };
  const logged = (tenantId = tenant.tenantId): Promise<object[]> =>
    platform.rows(`SELECT * FROM platform.request_log WHERE tenant_id = $1`, [tenantId]);

  it('finds a refused request by the X-Request-Id of its answer, with its faults and none of its values', async () => {
    const misplaced = { ...SELLER, name: 7, ErikaMustermann: SELLER.bankAccount.accountNumber };
    const refused = await tenant.client.post('/v1/parties?dryRun=true', misplaced, KEY);
    expect(refused.status).toBe(422);
    const requestId = refused.headers['x-request-id'] as string;
    await flush();
    const { body } = await tenant.client.get<Line>(`${LOG}/${requestId}`);
    expect(body).toMatchObject({
      requestId,
      operation: 'enterParty',
      method: 'POST',
      route: '/v1/parties',
      status: 422,
      problem: refused.body['code'],
      idempotencyKey: 'seller-1',
      replayed: false,
      resource: null,
      requestBytes: Buffer.byteLength(JSON.stringify(misplaced)),
    });
    expect(body).toHaveProperty('faults', expect.arrayContaining([{ pointer: '', code: 'unknown_field' }]));
    expect((await tenant.client.get(`${LOG}/${body.id}`)).body).toEqual(body);
    const kept = JSON.stringify(await logged());
    const values = ['Mustermann', SELLER.nameEn, SELLER.address, SELLER.uscc, SELLER.bankAccount.accountNumber];
    expect(values.filter((value) => kept.includes(value))).toEqual([]);
    expect(kept).not.toContain(tenant.apiKey);
  });

  it('tells what was made and what was answered a second time', async () => {
    const made = await tenant.client.post<{ id: string }>('/v1/parties', SELLER, KEY);
    await tenant.client.post('/v1/parties', SELLER, KEY);
    await tenant.client.get(`/v1/parties/${made.body.id}`);
    const lines = await list(`?resource=${made.body.id}`);
    expect(lines.map(({ operation, status }) => [operation, status])).toEqual([
      ['getParty', 200],
      ['enterParty', 201],
      ['enterParty', 201],
    ]);
    expect(await list('?idempotencyKey=seller-1')).toMatchObject([{ replayed: true }, { replayed: false }]);
  });

  it('knows the operation of streamed answers and of newcomers’ routes too', async () => {
    await tenant.client.get('/v1/operations/opr_none/progress');
    await fetch(`${platform.config.publicUrl}/v1/ledger/export?format=hledger`, {
      headers: { authorization: `Bearer ${tenant.apiKey}` },
    }).then((answer) => answer.text());
    await tenant.client.post('/v1/sandbox/tenants', {});
    expect((await list()).map(({ operation }) => operation)).toEqual([
      'createSandboxTenant',
      'exportLedger',
      'followOperation',
    ]);
  });

  it.each([
    ['status=404', ['getParty']],
    ['status=4xx', ['getParty']],
    ['method=POST', ['enterParty']],
    ['operation=listParties', ['listParties']],
    ['route=/v1/parties&status=2xx&method=GET', ['listParties']],
    ['problem=REQUEST.MALFORMED_ID', ['getParty']],
    ['actor=nobody', []],
    ['createdAt[gte]=2099-01-01T00:00:00Z', []],
  ])('is filtered by %s', async (filter, operations) => {
    await tenant.client.post('/v1/parties', SELLER, KEY);
    await tenant.client.get('/v1/parties');
    await tenant.client.get('/v1/parties/pty_none');
    expect((await list(`?${filter}`)).map(({ operation }) => operation)).toEqual(operations);
  });

  it('is each tenant’s own, and of no caller that is not known', async () => {
    const { headers } = await tenant.client.get('/v1/parties');
    await platform.as('sk_nobodys').get('/v1/parties');
    await flush();
    const stranger = await platform.tenant();
    expect((await stranger.client.get(`${LOG}/${headers['x-request-id'] as string}`)).status).toBe(404);
    expect((await stranger.client.get(LOG)).body['data']).toEqual([]);
    expect(await logged()).toHaveLength(1);
    expect(await platform.rows(`SELECT FROM platform.request_log WHERE status = 401`)).toEqual([]);
  });

  it('can be read by the api, and neither changed nor emptied nor written past the one function', async () => {
    const client = new pg.Client(platform.database.appUrl);
    await client.connect();
    try {
      for (const statement of [
        `UPDATE platform.request_log SET status = 200`,
        `DELETE FROM platform.request_log`,
        `INSERT INTO platform.request_log (id) VALUES (NULL)`,
      ]) {
        await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
      await tenant.client.get('/v1/parties');
      await flush();
      expect((await client.query(`SELECT FROM platform.request_log`)).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('holds up no answer when it cannot be written, and counts what it has not', async () => {
    const written = 'EXECUTE ON FUNCTION platform.log_requests(jsonb)';
    await flush();
    await platform.rows(`REVOKE ${written} FROM entrepot_app`);
    try {
      expect((await tenant.client.get('/v1/parties')).status).toBe(200);
      await flush();
    } finally {
      await platform.rows(`GRANT ${written} TO entrepot_app`);
    }
    expect(await logged()).toEqual([]);
    const metrics = await (await fetch(`${platform.config.publicUrl}/metrics`)).text();
    expect(metrics).toMatch(/^request_log_dropped_total 1$/m);
  });

  it('is written to the end when the api stops', async () => {
    const api = await platform.anotherApi();
    const answer = await fetch(`${api.url}/v1/parties`, { headers: { authorization: `Bearer ${tenant.apiKey}` } });
    await answer.text();
    await api.close();
    expect(await logged()).toMatchObject([{ id: answer.headers.get('x-request-id'), status: 200 }]);
  });

  it('is kept for 30 days', async () => {
    await tenant.client.get('/v1/parties');
    await tenant.client.get('/v1/orders');
    await flush();
    const age = `UPDATE platform.request_log SET created_at = now() - make_interval(days => $2)
                 WHERE tenant_id = $1 AND operation = $3`;
    await platform.rows(age, [tenant.tenantId, 31, 'listParties']);
    await platform.rows(age, [tenant.tenantId, 29, 'listOrders']);
    await platform.rows(`UPDATE platform.schedule SET next_at = now() WHERE name = 'platform.purge-request-log'`);
    const left = await eventually(
      () => logged(),
      (rows) => rows.length < 2,
    );
    expect(left).toMatchObject([{ operation: 'listOrders' }]);
  });
});
