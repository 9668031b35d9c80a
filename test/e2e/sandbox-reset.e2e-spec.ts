import pg from 'pg';

import { newId, publicId } from '../../src/kernel/ids.js';
import { type ApiAnswer, type ApiClient } from '../support/api-client.js';
import { ADDED } from '../support/fleeting-rows.js';
import { FullHouse } from '../support/full-house.js';
import { BUYER, SELLER } from '../support/order-samples.js';
import { rowDigest, tenantTables } from '../support/row-digest.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Outcome {
  readonly erased: number;
  readonly code: string;
}

const SLOW_MS = 180_000;
/** Who may do what, and how much. */
const KEPT = [
  'approvals.policy',
  'platform.api_key',
  'platform.client_secret',
  'platform.client_secret_lookup',
  'platform.key_lookup',
  'platform.mandate',
  'platform.mandate_use',
  'platform.oauth_client',
  'platform.refresh_token',
  'platform.signature_nonce',
  'platform.staff_session',
  'platform.staff_user',
  'platform.tenant',
];
/** What the reset itself leaves: its line, which waits for its seal, and its answer. */
const LEFT = { 'audit.record': 1, 'audit.unsealed': 1, 'platform.idempotency_record': 1 };
const reset = ({ client, tenantId }: Pick<TestTenant, 'client' | 'tenantId'>): Promise<ApiAnswer<Outcome>> =>
  client.post<Outcome>('/v1/sandbox/reset', { tenantId: publicId('tenant', tenantId) }, { 'idempotency-key': newId() });

describe('A reset of a sandbox tenant that has a whole trade behind it', () => {
  let house: FullHouse;
  let app: pg.Client;
  let live: TestTenant;

  const countsOf = async (tenantId: string): Promise<Map<string, number>> => {
    const digest = await rowDigest(house.platform, tenantId);
    return new Map(Object.entries(digest).map(([name, text]) => [name, Number(text.split(' ')[0])]));
  };
  const loggedOf = async (tenantId: string): Promise<number> => {
    const sql = `SELECT count(*)::int AS count FROM platform.request_log WHERE tenant_id = $1`;
    const [row] = await house.platform.rows<{ count: number }>(sql, [tenantId]);
    return row?.count ?? 0;
  };
  const kept = async (tenantId: string): Promise<object> => {
    const digest = await rowDigest(house.platform, tenantId);
    return Object.fromEntries(KEPT.map((name) => [name, digest[name]]));
  };

  beforeAll(async () => {
    house = await FullHouse.open();
    for (const statement of ADDED) await house.platform.rows(statement, [house.tenant.tenantId]);
    live = await house.platform.tenant('Live', { livemode: true });
    for (const party of [SELLER, BUYER]) await live.client.post('/v1/parties', party);
    app = new pg.Client({ connectionString: house.platform.database.appUrl });
    await app.connect();
  }, SLOW_MS);
  afterAll(async () => {
    await app.end();
    await house.close();
  });

  it('is refused to a live tenant, to who names another, and without its scope; nothing has changed', async () => {
    const { tenant, integrator } = house;
    const digests = (): Promise<object[]> =>
      Promise.all([tenant, live].map(({ tenantId }) => rowDigest(house.platform, tenantId)));
    const { body: weak } = await integrator.client.post<{ apiKey: string }>('/v1/api-keys', {
      name: 'weak',
      scopes: ['operations:read'],
    });
    const before = await digests();
    const refused = async (client: ApiClient, { tenantId }: TestTenant): Promise<unknown[]> => {
      const { status, body } = await reset({ client, tenantId });
      return [status, body.code];
    };
    expect(await refused(live.client, live)).toEqual([403, 'SANDBOX.LIVE_CALLER']);
    expect(await refused(integrator.client, tenant)).toEqual([409, 'SANDBOX.OTHER_TENANT']);
    expect(await refused(tenant.client, live)).toEqual([409, 'SANDBOX.OTHER_TENANT']);
    expect(await refused(house.platform.as(weak.apiKey), integrator)).toEqual([403, 'AUTH.MISSING_SCOPE']);
    expect(await digests()).toEqual(before);
  });

  it.each([
    ['a live tenant', () => live.tenantId],
    ['nobody', () => ''],
    ['somebody who is not there', () => newId()],
  ])('is refused by the database itself for %s', async (_who, tenantId) => {
    const before = await rowDigest(house.platform, live.tenantId);
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [tenantId()]);
    await expect(app.query(`SELECT platform.reset_sandbox()`)).rejects.toThrow('Only a sandbox tenant is reset');
    expect(await rowDigest(house.platform, live.tenantId)).toEqual(before);
  });

  it('has something to erase in each table that is not kept, and something to keep in each that is', async () => {
    const counts = await countsOf(house.tenant.tenantId);
    const empty = [...counts].filter(([name, count]) => count === 0 && name !== 'platform.tenant');
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('erases every table but those that say who may do what, and nothing of another tenant', async () => {
    const { tenant, integrator, platform } = house;
    const others = (): Promise<object[]> =>
      Promise.all([integrator, live].map(({ tenantId }) => rowDigest(platform, tenantId)));
    const [keptBefore, othersBefore] = [await kept(tenant.tenantId), await others()];
    const before = await countsOf(tenant.tenantId);
    const logged = await loggedOf(tenant.tenantId);

    const { status, body } = await reset(tenant);
    expect(status).toBe(200);
    const after = await countsOf(tenant.tenantId);
    const left = [...after].filter(([name, count]) => count > 0 && !KEPT.includes(name));
    expect(Object.fromEntries(left)).toEqual(LEFT);
    expect(await kept(tenant.tenantId)).toEqual(keptBefore);
    expect(await others()).toEqual(othersBefore);
    const erased = [...before].filter(([name]) => !KEPT.includes(name)).reduce((sum, [, count]) => sum + count, 0);
    // Lines of the request log may still have been on their way.
    expect(logged).toBeGreaterThan(0);
    expect(body.erased).toBeGreaterThanOrEqual(erased + logged);
  });

  it('begins the audit anew with the line that says so, and the chain holds', async () => {
    await house.platform.startWorker();
    const { client } = house.tenant;
    const { body } = await client.get<{ data: object[] }>('/v1/audit/records');
    expect(body.data).toEqual([
      expect.objectContaining({ action: 'sandbox.reset', actor: expect.stringMatching(/^api_key:/) as string }),
    ]);
    await client.post('/v1/parties', BUYER);
    const { body: report } = await eventually(
      () => client.get<{ intact: boolean; verified: number }>('/v1/audit/verification'),
      (answer) => answer.body.verified === 2,
    );
    expect(report.intact).toBe(true);
    await house.platform.stopWorker();
  });

  it('reaches tables that come later, those that hang on others first', async () => {
    const { tenant, integrator, platform } = house;
    await platform.rows(`CREATE SCHEMA later`);
    await platform.rows(`CREATE TABLE later.a_parent (tenant_id uuid, id int, PRIMARY KEY (tenant_id, id))`);
    await platform.rows(`
      CREATE TABLE later.z_child (tenant_id uuid, parent int, above int, id int UNIQUE REFERENCES later.z_child (id),
        FOREIGN KEY (tenant_id, parent) REFERENCES later.a_parent (tenant_id, id))`);
    for (const { tenantId } of [tenant, integrator]) {
      await platform.rows(`INSERT INTO later.a_parent VALUES ($1, 1)`, [tenantId]);
      await platform.rows(`INSERT INTO later.z_child VALUES ($1, 1)`, [tenantId]);
    }
    expect(await tenantTables(platform)).toEqual(expect.arrayContaining(['later.a_parent', 'later.z_child']));
    expect((await reset(tenant)).status).toBe(200);
    const left = await platform.rows<{ tenant_id: string }>(`
      SELECT tenant_id FROM later.a_parent UNION ALL SELECT tenant_id FROM later.z_child`);
    expect(left).toEqual([{ tenant_id: integrator.tenantId }, { tenant_id: integrator.tenantId }]);
    await platform.rows(`DROP SCHEMA later CASCADE`);
  });

  it('does not touch what a caller has made for itself, whose triggers would run as the owner', async () => {
    await app.query(`CREATE TEMP TABLE mine (tenant_id uuid)`);
    await app.query(`
      CREATE FUNCTION pg_temp.rise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'as %', current_user; END $$`);
    await app.query(`CREATE TRIGGER rise BEFORE DELETE ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.rise()`);
    await app.query(`INSERT INTO mine VALUES ($1)`, [house.tenant.tenantId]);
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [house.tenant.tenantId]);
    await app.query(`SELECT platform.reset_sandbox()`);
    expect((await app.query(`SELECT FROM mine`)).rowCount).toBe(1);
    await app.query(`DROP TABLE mine`);
  });

  it('works for an owner who is no superuser', async () => {
    const { platform, tenant } = house;
    const owner = `owner_${newId().slice(-12)}`;
    await platform.rows(`CREATE ROLE ${owner}`);
    await platform.rows(HAND_OVER.replaceAll('$OWNER', owner));
    await tenant.client.post('/v1/parties', { ...SELLER, reference: 'SME-9' });
    const { status } = await reset(tenant);
    const left = await countsOf(tenant.tenantId);
    await platform.rows(HAND_OVER.replaceAll('$OWNER', 'CURRENT_USER'));
    await platform.rows(`DROP OWNED BY ${owner}`);
    await platform.rows(`DROP ROLE ${owner}`);
    expect([status, left.get('parties.party'), left.get('audit.record')]).toEqual([200, 0, 1]);
  });
});

describe('A reset, and others at the same time:', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
  });
  afterAll(() => platform.stop());

  it('under one key it is done once', async () => {
    const { client, tenantId } = await platform.tenant();
    const body = { tenantId: publicId('tenant', tenantId) };
    const headers = { 'idempotency-key': 'once' };
    await client.post('/v1/parties', BUYER);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post<Outcome>('/v1/sandbox/reset', body, headers)),
    );
    const done = answers.filter(({ status }) => status === 200);
    const codes = answers.filter(({ status }) => status !== 200).map(({ body: { code } }) => code);
    expect(codes.filter((code) => code !== 'IDEMPOTENCY.IN_PROGRESS')).toEqual([]);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    expect((await client.get<{ data: object[] }>('/v1/audit/records')).body.data).toHaveLength(1);
  });

  it('another reset is told to come again', async () => {
    const tenant = await platform.tenant();
    const answers = await Promise.all(Array.from({ length: 8 }, () => reset(tenant)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeLessThan(8);
    for (const { status, body, headers } of refused) {
      expect([status, body.code, headers['retry-after'] !== undefined]).toEqual([409, 'SANDBOX.BUSY', true]);
    }
  });

  it('what is done meanwhile is done wholly before it or wholly after it', async () => {
    const tenant = await platform.tenant();
    const enter = (number: number): Promise<ApiAnswer> =>
      tenant.client.post('/v1/parties', { ...BUYER, reference: `BUYER-${number}` });
    await Promise.all([
      ...Array.from({ length: 40 }, (_, number) => enter(number)),
      reset(tenant),
      ...Array.from({ length: 40 }, (_, number) => enter(100 + number)),
    ]);
    const [row] = await platform.rows<{ parties: number; lines: number }>(
      `SELECT (SELECT count(*)::int FROM parties.party WHERE tenant_id = $1) AS parties,
              (SELECT count(*)::int FROM audit.record WHERE tenant_id = $1 AND resource_type = 'party') AS lines`,
      [tenant.tenantId],
    );
    expect(row?.parties).toBe(row?.lines);
  });
});

/** All that the reset touches, and what it is made of, becomes another one's. */
const HAND_OVER = `
  DO $$ DECLARE thing text; BEGIN
    FOR thing IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public|bullmq)' LOOP
      EXECUTE format('GRANT USAGE ON SCHEMA %I TO $OWNER', thing);
    END LOOP;
    FOR thing IN SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^(pg_|information_schema|public|bullmq)' LOOP
      EXECUTE format('ALTER TABLE %s OWNER TO $OWNER', thing);
    END LOOP;
    ALTER FUNCTION platform.tables_of_tenants() OWNER TO $OWNER;
    ALTER FUNCTION platform.reset_sandbox() OWNER TO $OWNER;
    GRANT EXECUTE ON FUNCTION platform.current_tenant() TO $OWNER;
  END $$`;
