import { type TestPlatform } from './test-platform.js';

/** Every table of ours that holds rows of tenants, as `schema.table`. */
export async function tenantTables(platform: TestPlatform): Promise<string[]> {
  const rows = await platform.rows<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('public', 'bullmq')
     ORDER BY 1`);
  return rows.map(({ name }) => name);
}

/** Written by the clock, not by a request; what a request asks for changes neither. */
const BY_THE_CLOCK = [
  'platform.credential_use',
  'platform.request_log',
  'platform.request_day',
  'financing.accrual_run',
  'financing.loan_account',
];

/** How many rows a tenant has in each table, and a digest of what they hold: equal before and after when nothing changed. */
export async function rowDigest(platform: TestPlatform, tenantId: string): Promise<Record<string, string>> {
  const tables = (await tenantTables(platform)).filter((table) => !BY_THE_CLOCK.includes(table));
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest
         FROM ${table} t WHERE tenant_id = $1`,
  );
  const clock = `SELECT 'platform.tenant', md5(t::text) FROM platform.tenant t WHERE id = $1`;
  const rows = await platform.rows<{ name: string; digest: string }>([...parts, clock].join(' UNION ALL '), [tenantId]);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
