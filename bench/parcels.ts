import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { Client } from 'undici';

import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type Bench, type BenchResult, type BenchServices, log, rounded, type TableRow } from './harness.js';
import { parcelRows, PROFILE } from './parcel-rows.js';
import { BenchProcesses } from './processes.js';

const WARM_UP = 2_000;
const LOOK_EVERY_MS = 100;

/** Everything is worked, and every message with customs. */
const LEFT = `
  SELECT (SELECT coalesce(sum(total - done), 0) FROM platform.operation WHERE ended_at IS NULL)
       + (SELECT count(*) FROM platform.operation WHERE ended_at IS NULL)
       + (SELECT count(*) FROM customs.ceb_message WHERE state = 'queued') AS left`;
const PROOF = `
  SELECT count(*)::int AS rows, coalesce(sum(tax_minor), 0)::text AS tax, md5(string_agg(order_no, ',' ORDER BY order_no)) AS orders`;
const FILED = `
  SELECT coalesce(sum(records), 0)::int AS records FROM customs.ceb_message WHERE message = 'CEB621Message' AND tenant_id = $1`;
/** Customs has cleared all of them, and what it said is taken in. */
const NOT_CLEARED = `
  SELECT (SELECT count(*) FROM customs.parcel WHERE tenant_id = $1 AND state <> 'cleared')
       + (SELECT count(*) FROM platform.delivery WHERE due_at <= now()) AS left`;
/**
 * Longer than any round: filing is measured alone, and customs speaks in a round of its own. The tenants are live, so that
 * customs is not asked meanwhile: who is in the sandbox asks after seconds.
 */
const CUSTOMS_IS_SILENT_MS = 3_600_000;
const YARDSTICK = `
  CREATE SCHEMA IF NOT EXISTS yardstick;
  DROP TABLE IF EXISTS yardstick.parcel;
  CREATE TABLE yardstick.parcel (LIKE customs.parcel INCLUDING ALL)`;

interface Proof {
  readonly rows: number;
  readonly tax: string;
  readonly orders: string;
}

interface Round {
  readonly size: number;
  readonly perSecond: number;
  readonly copyPerSecond: number;
  readonly peakMemoryMb: number;
}

/** How many, smallest first; `BENCH_PARCELS` names others. */
function sizes(): number[] {
  return (process.env['BENCH_PARCELS'] ?? '10000,1000000').split(',').map(Number);
}

/**
 * Retail imports in bulk: one upload of NDJSON, each row with order, payment, waybill and list, until every parcel is checked,
 * matched, taxed, reserved for its buyer, kept, and its list with the simulated customs in a signed message. Beside it one
 * connection that copies the very rows of the parcels into a table with the same indexes. In a first round customs answers at
 * once: until all receipts and tax bills of every parcel are taken in, and it is cleared. Two workers, as composed.
 */
export const parcelsBench: Bench = {
  name: 'parcels',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    try {
      const withReceipts = await withProcesses(given, 0, async (processes) => {
        await cleared(given, { admin, processes }, WARM_UP);
        return cleared(given, { admin, processes }, sizes()[0] ?? WARM_UP);
      });
      const rounds = await withProcesses(given, CUSTOMS_IS_SILENT_MS, async (processes) => {
        const done: Round[] = [];
        await round(given, { admin, processes }, WARM_UP);
        for (const size of sizes()) done.push(await round(given, { admin, processes }, size));
        return done;
      });
      return resultOf(rounds, withReceipts);
    } finally {
      await admin.end();
    }
  },
};

async function withProcesses<Result>(
  given: BenchServices,
  customsWaitsMs: number,
  work: (processes: BenchProcesses) => Promise<Result>,
): Promise<Result> {
  const processes = await BenchProcesses.start(given, ['sandbox', 'api', 'worker', 'worker'], customsWaitsMs);
  try {
    return await work(processes);
  } finally {
    await processes.stop();
  }
}

interface Stage {
  readonly admin: pg.Client;
  readonly processes: BenchProcesses;
}

async function round({ database }: BenchServices, stage: Stage, size: number): Promise<Round> {
  const { admin, processes } = stage;
  log(`  ${size} parcels`);
  const { apiKey, tenantId } = await createTenant(database.adminUrl, { name: `Bench ${size}`, livemode: true });
  const api = new Client(processes.baseUrl, { bodyTimeout: 0, headersTimeout: 0 });
  try {
    const profileId = await openProfile(api, apiKey);
    const start = performance.now();
    await upload(api, { apiKey, profileId, size });
    await until(stage, LEFT);
    const perSecond = size / ((performance.now() - start) / 1_000);
    const proof = await proofOf(admin, 'customs.parcel', tenantId);
    const [filed] = (await admin.query<{ records: number }>(FILED, [tenantId])).rows;
    if (proof.rows !== size || filed?.records !== size)
      throw new Error(`Not all is filed: ${JSON.stringify({ proof, filed })}`);
    const peakMemoryMb = processes.peakMemoryMb(['api', 'worker']);
    const copyPerSecond = await copied(admin, tenantId, proof);
    log(`  ${Math.round(perSecond)} per second, ${Math.round(copyPerSecond)} copied, ${Math.round(peakMemoryMb)} MB`);
    return { size, perSecond, copyPerSecond, peakMemoryMb };
  } finally {
    await api.close();
  }
}

/** @returns parcels per second, from the upload's first byte until the last of them is cleared */
async function cleared({ database }: BenchServices, stage: Stage, size: number): Promise<number> {
  log(`  ${size} parcels, until they are cleared`);
  const { apiKey, tenantId } = await createTenant(database.adminUrl, {
    name: `Bench cleared ${size}`,
    livemode: false,
  });
  const api = new Client(stage.processes.baseUrl, { bodyTimeout: 0, headersTimeout: 0 });
  try {
    const profileId = await openProfile(api, apiKey);
    const start = performance.now();
    await upload(api, { apiKey, profileId, size });
    await until(stage, LEFT);
    await until(stage, NOT_CLEARED, [tenantId]);
    const perSecond = size / ((performance.now() - start) / 1_000);
    log(`  ${Math.round(perSecond)} per second`);
    return perSecond;
  } finally {
    await api.close();
  }
}

async function openProfile(api: Client, apiKey: string): Promise<string> {
  const answer = await api.request({
    method: 'POST',
    path: '/v1/customs/ecommerce-profiles',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(PROFILE),
  });
  const { id } = (await answer.body.json()) as { id: string };
  return id;
}

async function upload(
  api: Client,
  { apiKey, profileId, size }: { readonly apiKey: string; readonly profileId: string; readonly size: number },
): Promise<void> {
  const answer = await api.request({
    method: 'POST',
    path: `/v1/customs/parcel-batches?profileId=${profileId}`,
    headers: {
      authorization: `Bearer ${apiKey}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': `bench-${size}`,
    },
    body: parcelRows(size, `B${size}-`),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 202) throw new Error(text);
}

async function until({ admin, processes }: Stage, left: string, values: readonly string[] = []): Promise<void> {
  for (;;) {
    const [row] = (await admin.query<{ left: string }>(left, [...values])).rows;
    if (Number(row?.left) === 0) return;
    processes.assertRunning();
    await sleep(LOOK_EVERY_MS);
  }
}

/** Copies the rows out and in again, by one connection; only the way in counts. */
async function copied(admin: pg.Client, tenantId: string, proof: Proof): Promise<number> {
  const file = path.join(tmpdir(), `entrepot-parcels-${process.pid}.copy`);
  try {
    await admin.query(YARDSTICK);
    await admin.query(
      `COPY (SELECT * FROM customs.parcel WHERE tenant_id = '${tenantId}') TO '${file}' (FORMAT binary)`,
    );
    const start = performance.now();
    await admin.query(`COPY yardstick.parcel FROM '${file}' (FORMAT binary)`);
    const seconds = (performance.now() - start) / 1_000;
    const copy = await proofOf(admin, 'yardstick.parcel', tenantId);
    if (JSON.stringify(copy) !== JSON.stringify(proof))
      throw new Error(`Not the same rows: ${JSON.stringify({ copy, proof })}`);
    return proof.rows / seconds;
  } finally {
    rmSync(file, { force: true });
  }
}

async function proofOf(admin: pg.Client, table: string, tenantId: string): Promise<Proof> {
  const [proof] = (await admin.query<Proof>(`${PROOF} FROM ${table} WHERE tenant_id = $1`, [tenantId])).rows;
  if (proof === undefined) throw new Error('An aggregate without a row');
  return proof;
}

function resultOf(rounds: readonly Round[], withReceipts: number): BenchResult {
  const last = rounds.at(-1);
  const first = rounds[0];
  if (last === undefined || first === undefined) throw new Error('No sizes');
  const table: TableRow[] = rounds.map(({ size, perSecond, copyPerSecond, peakMemoryMb }) => ({
    parcels: size,
    perSecond: Math.round(perSecond),
    copied: Math.round(copyPerSecond),
    ratio: rounded(perSecond / copyPerSecond),
    peakMemoryMb: Math.round(peakMemoryMb),
  }));
  const memory = Object.fromEntries(
    rounds.map(({ size, peakMemoryMb }) => [`peakMemoryMb${size}`, Math.round(peakMemoryMb)]),
  );
  return {
    table,
    figures: {
      ours: rounded(last.perSecond),
      limit: rounded(last.copyPerSecond),
      ratio: rounded(last.perSecond / last.copyPerSecond),
      perSecond: rounded(last.perSecond),
      perSecondWithReceipts: rounded(withReceipts),
      ...memory,
      memoryGrowth: rounded(last.peakMemoryMb / first.peakMemoryMb),
    },
  };
}
