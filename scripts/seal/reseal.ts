import type pg from 'pg';

import { type Change, type Keys, PLACES, type SealedPlace } from './places.js';

/** Rows read together, in one transaction. */
const BATCH = 500;

/** What became of the rows of one column. */
export interface ResealReport {
  readonly column: string;
  /** Rows that hold a number. */
  readonly found: number;
  /** Of them, those that were in clear or sealed under an old key. */
  readonly rewritten: number;
  /** Of them, those that somebody else wrote at the same moment; the next run takes them. */
  readonly missed: number;
}

interface Row {
  readonly value: unknown;
  readonly key: readonly string[];
}

type Count = Pick<ResealReport, 'found' | 'rewritten' | 'missed'>;

/**
 * Seals under the present key what stands in clear or is sealed under an old one. Nothing is lost when it stops half way, and
 * run again it goes on; rows keep their versions, for nothing is changed that anybody sees.
 * @param client of the owner of the database
 */
export async function resealAll(client: pg.Client, keys: Keys): Promise<ResealReport[]> {
  const tenants = await client.query<{ id: string }>('SELECT id FROM platform.tenant ORDER BY id');
  const reports: ResealReport[] = [];
  for (const place of PLACES) {
    const counts: Count[] = [];
    for (const { id } of tenants.rows) counts.push(await resealOf(client, id, place, keys));
    reports.push({ column: `${place.table}.${place.column}`, ...summed(counts) });
  }
  return reports;
}

async function resealOf(client: pg.Client, tenantId: string, place: SealedPlace, keys: Keys): Promise<Count> {
  const counts: Count[] = [];
  let after: readonly string[] | null = null;
  for (;;) {
    await client.query('BEGIN');
    // Row-level security is forced: where the owner is no superuser, it too must name the tenant.
    await client.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId]);
    const rows: readonly Row[] = await rowsOf(client, tenantId, place, after);
    const count = { found: rows.length, rewritten: 0, missed: 0 };
    for (const row of rows) {
      const change = place.rewrite(row.value as never, { tenantId, keys });
      if (change === null) continue;
      count[(await write(client, tenantId, place, row, change)) ? 'rewritten' : 'missed'] += 1;
    }
    await client.query('COMMIT');
    counts.push(count);
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return summed(counts);
    after = last.key;
  }
}

async function rowsOf(
  client: pg.Client,
  tenantId: string,
  { table, key, column, where = 'true' }: SealedPlace,
  after: readonly string[] | null,
): Promise<Row[]> {
  const values = key.map((_, index) => `$${index + 2}`).join(', ');
  const later = after === null ? '' : `AND (${key.join(', ')}) > (${values})`;
  const { rows } = await client.query<Row>(
    `SELECT ${column} AS value, ARRAY[${key.map((one) => `${one}::text`).join(', ')}] AS key FROM ${table}
     WHERE tenant_id = $1 AND ${column} IS NOT NULL AND ${where} ${later} ORDER BY ${key.join(', ')} LIMIT ${BATCH}`,
    [tenantId, ...(after ?? [])],
  );
  return rows;
}

/** @returns false where the row no longer holds what was read */
async function write(
  client: pg.Client,
  tenantId: string,
  { table, key, column }: SealedPlace,
  row: Row,
  change: Change,
): Promise<boolean> {
  const names = Object.keys(change);
  const set = names.map((name, index) => `${name} = $${index + 1}`).join(', ');
  const at = names.length;
  const where = key.map((name, index) => `${name} = $${at + 3 + index}`).join(' AND ');
  const read = typeof row.value === 'object' && !Buffer.isBuffer(row.value) ? JSON.stringify(row.value) : row.value;
  const { rowCount } = await client.query(
    `UPDATE ${table} SET ${set} WHERE tenant_id = $${at + 1} AND ${column} = $${at + 2} AND ${where}`,
    [...Object.values(change), tenantId, read, ...row.key],
  );
  return rowCount === 1;
}

function summed(counts: readonly Count[]): Count {
  const total = { found: 0, rewritten: 0, missed: 0 };
  for (const { found, rewritten, missed } of counts) {
    total.found += found;
    total.rewritten += rewritten;
    total.missed += missed;
  }
  return total;
}
