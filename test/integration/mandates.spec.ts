import pg from 'pg';

import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const ID = '01a20d60-e8f7-7cc8-9c45-3d459e08f51e';
const OFFER = `
  INSERT INTO platform.mandate (tenant_id, id, integrator_id, grantor_name, scopes, state, created_at, expires_at, accepted_at)
  VALUES ($1, $2, $3, 'SME', $4, $5, now(), now() + interval '1 day', now())`;
const ACCEPT = `UPDATE platform.mandate SET state = 'active', accepted_at = now() WHERE id = '${ID}'`;
const END = `UPDATE platform.mandate SET state = 'revoked', ended_at = now(), ended_by = 'grantor' WHERE id = '${ID}'`;

describe('The rows of mandates, to the role of the api', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let sme: string;
  let integrator: string;
  let stranger: string;
  let live: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    const make = async (livemode: boolean): Promise<string> =>
      (await createTenant(database.adminUrl, { name: 'Any', livemode })).tenantId;
    [sme, integrator, stranger, live] = [await make(false), await make(false), await make(false), await make(true)];
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));

  const as = (tenant: string) => client.query(`SELECT set_config('app.tenant', $1, true)`, [tenant]);
  const offer = async (by: string, to: string, { state = 'offered', scopes = ['orders:read'], tenant = by } = {}) => {
    await as(by);
    return client.query(OFFER, [tenant, ID, to, scopes, state]);
  };
  const changes = async (by: string, sql: string): Promise<number | null> => {
    await as(by);
    return (await client.query(sql)).rowCount;
  };
  const seen = (by: string) => changes(by, 'SELECT 1 FROM platform.mandate');

  it('are seen by both sides and by nobody else', async () => {
    await offer(sme, integrator);
    expect([await seen(sme), await seen(integrator), await seen(stranger)]).toEqual([1, 1, 0]);
  });

  it('are written by nobody for another', async () => {
    await expect(offer(integrator, integrator, { tenant: sme })).rejects.toThrow(/row-level security/);
  });

  it.each([
    ['already accepted', () => offer(sme, integrator, { state: 'active' }), /row-level security/],
    ['to a tenant of the other mode', () => offer(sme, live), /row-level security/],
    ['to oneself', () => offer(sme, sme), /row-level security|ck_mandate_sides/],
    [
      'with the keys of the house',
      () => offer(sme, integrator, { scopes: ['orders:read', 'keys:write'] }),
      /ck_mandate_scopes/,
    ],
  ])('are not made %s', async (_how, make, refusal) => {
    await expect(make()).rejects.toThrow(refusal);
  });

  it('are accepted by the integrator, and not by the grantor or a stranger', async () => {
    await offer(sme, integrator);
    expect(await changes(stranger, ACCEPT)).toBe(0);
    await client.query('SAVEPOINT before');
    await expect(changes(sme, ACCEPT)).rejects.toThrow(/row-level security/);
    await client.query('ROLLBACK TO SAVEPOINT before');
    expect(await changes(integrator, ACCEPT)).toBe(1);
  });

  it('are ended by either, and never begin anew', async () => {
    await offer(sme, integrator);
    expect(await changes(stranger, END)).toBe(0);
    expect(await changes(sme, END)).toBe(1);
    expect([await changes(integrator, ACCEPT), await changes(sme, END)]).toEqual([0, 0]);
  });

  it.each(['scopes', 'expires_at', 'per_day_minor', 'integrator_id', 'tenant_id', 'grantor_name'])(
    'keep their %s',
    async (column) => {
      await offer(sme, integrator);
      await expect(changes(sme, `UPDATE platform.mandate SET ${column} = ${column}`)).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  it('cannot be deleted, nor can anybody look up another tenant’s mode', async () => {
    await offer(sme, integrator);
    for (const sql of ['DELETE FROM platform.mandate', 'SELECT * FROM platform.tenant_mode']) {
      await client.query('SAVEPOINT before');
      await expect(changes(sme, sql)).rejects.toThrow(/permission denied/);
      await client.query('ROLLBACK TO SAVEPOINT before');
    }
  });
});
