import pg from 'pg';

import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('A database of one test file', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  it('is migrated', async () => {
    const applied = await ask<{ count: string }>(first.adminUrl, `SELECT count(*) FROM schema_migration`);
    expect(Number(applied?.count)).toBeGreaterThan(0);
  });

  it('shares nothing with another', async () => {
    await ask(first.adminUrl, `CREATE TABLE only_in_the_first (id int)`);
    const found = await ask(second.adminUrl, `SELECT to_regclass('only_in_the_first') AS name`);
    expect(found).toEqual({ name: null });
  });

  it.each([
    ['api', (database: TestDatabase) => database.appUrl],
    ['worker', (database: TestDatabase) => database.workerUrl],
  ])('lets the %s in as a user that owns nothing and cannot pass row-level security', async (_process, url) => {
    const user = await ask(
      url(first),
      `SELECT rolsuper, rolbypassrls, rolcreaterole, (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
         FROM pg_roles WHERE rolname = current_user`,
    );
    expect(user).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
  });
});

async function ask<Row extends object>(url: string, sql: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}
