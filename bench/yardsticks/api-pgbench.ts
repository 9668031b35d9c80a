import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { newId } from '../../src/kernel/ids.js';
import { CREATE } from './api-sql.js';

const SECONDS = 5;
const FOLDERS = (process.env['PATH'] ?? '').split(path.delimiter);

/**
 * Orders per second when `pgbench` sends the very statement: what the database alone can do. @returns null where the
 * machine has no `pgbench`
 */
export async function pgbenchRate(
  databaseUrl: string,
  values: readonly (string | boolean | null)[],
  clients: number,
): Promise<number | null> {
  const binary = FOLDERS.map((folder) => path.join(folder, 'pgbench')).find((file) => existsSync(file));
  if (binary === undefined) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'entrepot-pgbench-'));
  try {
    const script = path.join(folder, 'create.sql');
    writeFileSync(script, `${statement(values)};\n`);
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(SECONDS), '-f', script];
    const env = { ...process.env, PGOPTIONS: '-c session_replication_role=replica' };
    const { stdout } = await promisify(execFile)(binary, [...options, databaseUrl], { env });
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The statement with its values written in, and fresh ids and keys for each run of it. */
function statement(values: readonly (string | boolean | null)[]): string {
  const fresh: Readonly<Record<number, string>> = {
    2: '(SELECT id FROM fresh)',
    3: `(SELECT 'PGB-' || id FROM fresh)`,
    26: '(SELECT event_id FROM fresh)',
    29: '(SELECT audit_id FROM fresh)',
    30: `(SELECT 'PGB-' || id FROM fresh)`,
  };
  const ids = `WITH fresh AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS event_id, gen_random_uuid() AS audit_id), head AS (`;
  return CREATE.replace('WITH head AS (', ids)
    .replace(/\$2::text\b/g, '(SELECT id::text FROM fresh)')
    .replace(/\$(\d+)/g, (_, place: string) => fresh[Number(place)] ?? literal(values[Number(place) - 1] ?? null))
    .replaceAll('\n', ' ');
}

function literal(value: string | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return String(value);
  // A colon before a word would be a variable of pgbench.
  return `'${value.replaceAll("'", "''").replace(/:(?=\w)/g, ': ')}'${UUID.test(value) ? '::uuid' : ''}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Values as the bare yardstick would send them, in the order of its placeholders. */
export function createValues(desk: { tenantId: string; sellerId: string; buyerId: string }, queues: readonly string[]) {
  const line = {
    hs_code: '8516609000',
    goods_name: '电烤箱',
    goods_name_en: 'Electric oven',
    declaration_elements: 'EO-35',
    quantity: '1000',
    unit: '001',
    first_quantity: '1000',
    first_unit: '001',
    unit_price: '10',
    total_minor: '1000000',
    net_weight_kg: '8000',
    gross_weight_kg: '9000',
    volume_cbm: '27.5',
    packages: 1000,
    package_type: '22',
    source_district: '33029',
    origin_country: 'CN',
    purchase_minor: '6000000',
    vat_rate: '0.13',
    refund_rate: '0.13',
    refund_rate_version: 'bench',
  };
  const lines = [1, 2, 3].map((number) => ({ line_number: number, id: newId(), ...line }));
  const { tenantId, sellerId, buyerId } = desk;
  return [
    tenantId,
    null,
    null,
    'NB20261101',
    sellerId,
    buyerId,
    'FOB',
    '3000000',
    'USD',
    '0110',
    'CNNGB',
    'DEHAM',
    'DE',
    '3104',
    '3104',
    'sea',
    'platform',
    'fcl',
    '[{"sizeType" : "22G1", "count" : 1}]',
    '2026-12-01',
    'trading',
    false,
    'automatic',
    '7.1',
    JSON.stringify(lines),
    null,
    '{"reference" : "PGB"}',
    `{${queues.join(',')}}`,
    null,
    null,
    'fingerprint',
    'x'.repeat(2_000),
    newId(),
  ];
}
