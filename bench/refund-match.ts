import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { Client } from 'undici';

import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type Bench, type BenchResult, type BenchServices, log, median, rounded, type TableRow } from './harness.js';
import { BenchProcesses } from './processes.js';
import { storeBook, YARDSTICK } from './refund-match-rows.js';

const WARM_UP = 20_000;
const LOOK_EVERY_MS = 50;
const YARDSTICKS = 5;
/** A run that stands still for so long is over. */
const STANDSTILL_MS = 120_000;

const STANDS = `SELECT state, total, done FROM platform.operation WHERE tenant_id = $1 AND kind = 'refund-matching'`;
/** Nothing is taken twice, and no more of an invoice than there is; what is matched is what was said. */
const PROOF = `
  SELECT (SELECT coalesce(sum(matched), 0)::int FROM tax_refund.match_chunk WHERE tenant_id = $1) AS matched,
         (SELECT coalesce(sum(matched + waiting + blocked), 0)::int FROM tax_refund.match_chunk WHERE tenant_id = $1) AS worked,
         (SELECT count(DISTINCT item_no)::int FROM tax_refund.match_take WHERE tenant_id = $1) AS taken,
         (SELECT count(*)::int FROM (
            SELECT l.no FROM tax_refund.match_invoice_line l
            JOIN tax_refund.match_take t ON t.tenant_id = l.tenant_id AND t.invoice_no = l.no
            WHERE l.tenant_id = $1 GROUP BY l.no, l.quantity, l.amount_minor
            HAVING sum(t.quantity) > l.quantity OR sum(t.amount_minor) > l.amount_minor) AS over) AS over`;

interface Round {
  readonly size: number;
  readonly perSecond: number;
  readonly joinedPerSecond: number;
  readonly matched: number;
  readonly peakMemoryMb: number;
}

/** How many, smallest first; `BENCH_REFUND_MATCH` names others. */
function sizes(): number[] {
  return (process.env['BENCH_REFUND_MATCH'] ?? '100000,1000000').split(',').map(Number);
}

/**
 * Declared items, invoice lines and collections of a tenant matched n to m by the platform's own processes: from the order of
 * the run until every item is judged by all checks, its takes and its reasons are kept. Beside it one hash join of the same
 * tables that only sums, as often before as after it.
 */
export const refundMatchBench: Bench = {
  name: 'refund-match',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const processes = await BenchProcesses.start(given, ['api', 'worker']);
    try {
      const rounds: Round[] = [];
      await round(given, { admin, processes }, WARM_UP);
      for (const size of sizes()) rounds.push(await round(given, { admin, processes }, size));
      return resultOf(rounds);
    } finally {
      await processes.stop();
      await admin.end();
    }
  },
};

interface Stage {
  readonly admin: pg.Client;
  readonly processes: BenchProcesses;
}

async function round({ database }: BenchServices, { admin, processes }: Stage, size: number): Promise<Round> {
  log(`  ${size} items`);
  const { apiKey, tenantId } = await createTenant(database.adminUrl, { name: `Bench ${size}`, livemode: true });
  await storeBook(admin, tenantId, size);
  const before = await joined(admin, tenantId, size);
  const start = performance.now();
  await order(processes.baseUrl, apiKey);
  await ended({ admin, processes }, tenantId);
  const perSecond = size / ((performance.now() - start) / 1_000);
  const matched = await proven(admin, tenantId, size);
  const joinedPerSecond = median([...before, ...(await joined(admin, tenantId, size))]);
  const peakMemoryMb = processes.peakMemoryMb(['api', 'worker']);
  log(`  ${Math.round(perSecond)} per second, ${Math.round(joinedPerSecond)} joined, ${Math.round(peakMemoryMb)} MB`);
  return { size, perSecond, joinedPerSecond, matched, peakMemoryMb };
}

async function order(baseUrl: string, apiKey: string): Promise<void> {
  const api = new Client(baseUrl);
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await api.request({ method: 'POST', path: '/v1/tax-refund/match-runs', headers });
    const text = await answer.body.text();
    if (answer.statusCode !== 202) throw new Error(text);
  } finally {
    await api.close();
  }
}

/** @throws Error when a process has ended, or nothing moves any more */
async function ended({ admin, processes }: Stage, tenantId: string): Promise<void> {
  let [last, since] = [-1, performance.now()];
  for (;;) {
    const [run] = (await admin.query<{ state: string; done: number }>(STANDS, [tenantId])).rows;
    if (run?.state === 'completed') return;
    processes.assertRunning();
    const done = run?.done ?? 0;
    if (done !== last) [last, since] = [done, performance.now()];
    else if (performance.now() - since > STANDSTILL_MS) throw new Error(`The run stands still at ${done}`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** @returns how many are matched. @throws Error when something is left out, or taken twice */
async function proven(admin: pg.Client, tenantId: string, size: number): Promise<number> {
  const [proof] = (await admin.query<Record<'matched' | 'worked' | 'taken' | 'over', number>>(PROOF, [tenantId])).rows;
  if (proof?.worked !== size || proof.taken !== proof.matched || proof.over !== 0) {
    throw new Error(`Not the same work: ${JSON.stringify(proof)}`);
  }
  return proof.matched;
}

/** Items per second of the join. */
async function joined(admin: pg.Client, tenantId: string, size: number): Promise<number[]> {
  const rates: number[] = [];
  for (let turn = 0; turn < YARDSTICKS; turn += 1) {
    const start = performance.now();
    const [sums] = (await admin.query<{ items: number }>(YARDSTICK, [tenantId])).rows;
    const seconds = (performance.now() - start) / 1_000;
    if (sums?.items !== size) throw new Error(`Joined ${sums?.items ?? 0} items`);
    rates.push(size / seconds);
  }
  return rates;
}

function resultOf(rounds: readonly Round[]): BenchResult {
  const [first, last] = [rounds[0], rounds.at(-1)];
  if (first === undefined || last === undefined) throw new Error('No sizes');
  const table: TableRow[] = rounds.map(({ size, perSecond, joinedPerSecond, matched, peakMemoryMb }) => ({
    items: size,
    matched,
    perSecond: Math.round(perSecond),
    joined: Math.round(joinedPerSecond),
    ratio: rounded(perSecond / joinedPerSecond),
    peakMemoryMb: Math.round(peakMemoryMb),
  }));
  return {
    table,
    figures: {
      ours: rounded(last.perSecond),
      limit: rounded(last.joinedPerSecond),
      ratio: rounded(last.perSecond / last.joinedPerSecond),
      // Time for an item at the largest size over that at the smallest.
      linear: rounded(first.perSecond / last.perSecond),
      peakMemoryMb: Math.round(last.peakMemoryMb),
    },
  };
}
