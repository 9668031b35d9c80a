import type pg from 'pg';
import { DataSource } from 'typeorm';

import { dataSourceOptions, loadEntities, loadMigrations } from '../../src/platform/database/data-source.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';

const OUR_TABLES = `
  SELECT c.oid, c.oid::regclass::text AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
         EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id') AS "ofTenant"
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema', 'public', 'bullmq')`;

interface Table {
  readonly name: string;
  readonly secured: boolean;
  /** Even for the owner of the table. */
  readonly forced: boolean;
}

/** Kept for all tenants at once, by the worker or by one function; each tenant reads its own rows. */
const SECURED_BUT_FOR_THE_OWNER = ['platform.credential_use', 'platform.event_feed_head'];
/** Rows of the platform itself, a tariff that every tenant may use. */
const SHARED = ['freight.rate: shared_tariff', 'freight.tariff: shared_tariff'];

/** What TypeORM would undo because entities do not repeat it: indexes, checks, keys and defaults live in the SQL alone. */
const NOT_IN_ENTITIES =
  /^(DROP INDEX|ALTER TABLE \S+ DROP CONSTRAINT|ALTER TABLE \S+ ALTER COLUMN \S+ (DROP|SET) DEFAULT)/;

describe('The schema', () => {
  let database: TestDatabase;
  let admin: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = ownerPool(database.adminUrl, 2);
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('has row-level security, forced, wherever rows have a tenant and a process can reach them', async () => {
    const reachable = await rows<Table>(`
      SELECT * FROM (${OUR_TABLES}) t
       WHERE "ofTenant" AND (has_any_column_privilege('entrepot_worker', oid, 'SELECT, INSERT, UPDATE')
                             OR has_table_privilege('entrepot_worker', oid, 'DELETE'))`);
    const names = (tables: readonly Table[]): string[] => tables.map(({ name }) => name).sort();
    expect(reachable.length).toBeGreaterThan(20);
    expect(names(reachable.filter(({ secured }) => !secured))).toEqual([]);
    expect(names(reachable.filter(({ secured, forced }) => secured && !forced))).toEqual(SECURED_BUT_FOR_THE_OWNER);
  });

  it('keeps from the api what is not secured', async () => {
    const open = await rows(`
      SELECT name FROM (${OUR_TABLES}) t
       WHERE "ofTenant" AND NOT secured AND has_any_column_privilege('entrepot_app', oid, 'SELECT, INSERT, UPDATE')`);
    expect(open).toEqual([]);
  });

  it('lets the api see by the tenant it has named, and by nothing else', async () => {
    const policies = await rows<{ name: string }>(`
      SELECT format('%I.%I: %I', schemaname, tablename, policyname) AS name FROM pg_policies
       WHERE roles && '{public,entrepot_app}' AND coalesce(qual, with_check) NOT LIKE '%current_tenant()%' ORDER BY 1`);
    expect(policies.map(({ name }) => name)).toEqual(SHARED);
  });

  it('can be spread by tenant: it leads every key, and no foreign key leaves it or its schema', async () => {
    const keys = await rows<{ name: string; first: string }>(`
      SELECT t.name, (SELECT attname FROM pg_attribute WHERE attrelid = t.oid AND attnum = i.indkey[0]) AS first
        FROM (${OUR_TABLES}) t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
       WHERE t."ofTenant"`);
    // Before its key or secret is verified a request has no tenant.
    expect(keys.filter(({ first }) => first !== 'tenant_id').sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'platform.client_secret_lookup', first: 'hash' },
      { name: 'platform.key_lookup', first: 'hash' },
    ]);

    const crossing = await rows(`
      SELECT k.conname FROM pg_constraint k
        JOIN (${OUR_TABLES}) child ON child.oid = k.conrelid JOIN (${OUR_TABLES}) parent ON parent.oid = k.confrelid
       WHERE k.contype = 'f'
         AND (split_part(child.name, '.', 1) <> split_part(parent.name, '.', 1)
              OR parent."ofTenant" AND pg_get_constraintdef(k.oid) NOT LIKE 'FOREIGN KEY (tenant_id,%')`);
    expect(crossing).toEqual([]);
  });

  it('has the columns that the entities say', async () => {
    const entities = await loadEntities();
    const source = await new DataSource({ ...dataSourceOptions(database.adminUrl), entities }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(entities.length).toBeGreaterThan(10);
    expect(upQueries.map(({ query }) => query).filter((query) => !NOT_IN_ENTITIES.test(query))).toEqual([]);
  });

  it('goes back to nothing and comes again, the same', async () => {
    const before = await columns();
    const migrations = await loadMigrations();
    const source = await new DataSource({ ...dataSourceOptions(database.adminUrl), migrations }).initialize();
    const applied = await rows<{ name: string }>(`SELECT name FROM schema_migration ORDER BY id`);
    for (let left = applied.length; left > 0; left -= 1) await source.undoLastMigration({ transaction: 'each' });
    expect(await rows(OUR_TABLES)).toEqual([]);
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
    expect(await columns()).toEqual(before);
  });

  async function rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await admin.query<Row>(sql)).rows;
  }

  function columns(): Promise<object[]> {
    return rows(`
      SELECT table_schema, table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'bullmq') AND table_name <> 'schema_migration'
       ORDER BY 1, 2, 3`);
  }
});
