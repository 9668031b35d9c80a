import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { Client } from 'undici';

import { parseId } from '../src/kernel/ids.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  log,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { BenchProcesses } from './processes.js';
import { forgetRuns, storeBook, YARDSTICK } from './refund-match-rows.js';

const LOOK_EVERY_MS = 50;
/** A run that stands still for so long is over. */
const STANDSTILL_MS = 120_000;

const STANDS = `SELECT state, done FROM platform.operation WHERE tenant_id = $1 AND id = $2`;
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

interface Measured {
  readonly size: number;
  readonly comparison: Comparison;
  readonly matched: number;
  readonly peakMemoryMb: number;
}

/** How many, smallest first; `BENCH_REFUND_MATCH` names others. */
function sizes(): number[] {
  return (process.env['BENCH_REFUND_MATCH'] ?? '100000,1000000').split(',').map(Number);
}

/**
 * Declared items, invoice lines and collections of a tenant matched n to m by the platform's own processes: from the order of
 * the run until every item is judged by all checks, its takes and its reasons are kept. In turns with it one hash join of the
 * same tables that only sums. Every round matches the same book: what the round before took is forgotten first.
 */
export const refundMatchBench: Bench = {
  name: 'refund-match',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const processes = await BenchProcesses.start(given, ['api', 'worker', 'worker']);
    try {
      const measured: Measured[] = [];
      for (const size of sizes()) measured.push(await measure(given, { admin, processes }, size));
      return resultOf(measured);
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

async function measure({ database }: BenchServices, stage: Stage, size: number): Promise<Measured> {
  log(`  ${size} items`);
  const { apiKey, tenantId } = await createTenant(database.adminUrl, { name: `Bench ${size}`, livemode: true });
  await storeBook(stage.admin, tenantId, size);
  const ours = new Ours(stage, { apiKey, tenantId }, size);
  const comparison = await compare([ours, new Joined(stage.admin, tenantId)]);
  const peakMemoryMb = stage.processes.peakMemoryMb(['api', 'worker']);
  log(
    `  ${rateOf(comparison, 'ours')} per second, ${rateOf(comparison, 'join')} joined, ${Math.round(peakMemoryMb)} MB`,
  );
  return { size, comparison, matched: ours.matched, peakMemoryMb };
}

interface BookOwner {
  readonly apiKey: string;
  readonly tenantId: string;
}

class Ours implements Side {
  readonly name = 'ours';
  matched = 0;

  constructor(
    private readonly stage: Stage,
    private readonly owner: BookOwner,
    private readonly size: number,
  ) {}

  prepare(): Promise<void> {
    return forgetRuns(this.stage.admin);
  }

  async run(): Promise<number> {
    const { stage, owner, size } = this;
    const id = await order(stage.processes.baseUrl, owner.apiKey);
    await ended(stage, owner.tenantId, id);
    return size;
  }

  /** @throws Error when something is left out, or taken twice */
  async prove(): Promise<{ items: number }> {
    const { stage, owner, size } = this;
    const { rows } = await stage.admin.query<Record<'matched' | 'worked' | 'taken' | 'over', number>>(PROOF, [
      owner.tenantId,
    ]);
    const [proof] = rows;
    if (proof?.worked !== size || proof.taken !== proof.matched || proof.over !== 0) {
      throw new Error(`Not the same work: ${JSON.stringify(proof)}`);
    }
    this.matched = proof.matched;
    return { items: proof.worked };
  }
}

class Joined implements Side {
  readonly name = 'join';
  private items = 0;

  constructor(
    private readonly admin: pg.Client,
    private readonly tenantId: string,
  ) {}

  async run(): Promise<number> {
    const [sums] = (await this.admin.query<{ items: number }>(YARDSTICK, [this.tenantId])).rows;
    this.items = sums?.items ?? 0;
    return this.items;
  }

  prove(): Promise<{ items: number }> {
    return Promise.resolve({ items: this.items });
  }
}

/** @returns the operation of the run */
async function order(baseUrl: string, apiKey: string): Promise<string> {
  const api = new Client(baseUrl);
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await api.request({ method: 'POST', path: '/v1/tax-refund/match-runs', headers });
    const text = await answer.body.text();
    if (answer.statusCode !== 202) throw new Error(text);
    return parseId('operation', (JSON.parse(text) as { id: string }).id);
  } finally {
    await api.close();
  }
}

/** @throws Error when a process has ended, or nothing moves any more */
async function ended({ admin, processes }: Stage, tenantId: string, id: string): Promise<void> {
  let [last, since] = [-1, performance.now()];
  for (;;) {
    const [run] = (await admin.query<{ state: string; done: number }>(STANDS, [tenantId, id])).rows;
    if (run?.state === 'completed') return;
    processes.assertRunning();
    const done = run?.done ?? 0;
    if (done !== last) [last, since] = [done, performance.now()];
    else if (performance.now() - since > STANDSTILL_MS) throw new Error(`The run stands still at ${done}`);
    await sleep(LOOK_EVERY_MS);
  }
}

function resultOf(measured: readonly Measured[]): BenchResult {
  const [first, last] = [measured[0], measured.at(-1)];
  if (first === undefined || last === undefined) throw new Error('No sizes');
  return {
    table: measured.flatMap(({ size, comparison, matched, peakMemoryMb }) =>
      rateRows(`${size} items`, comparison, 'join').map((row) => ({
        ...row,
        ...(row['side'] === 'ours' ? { matched, peakMemoryMb: Math.round(peakMemoryMb) } : {}),
      })),
    ),
    figures: {
      ours: rateOf(last.comparison, 'ours'),
      limit: rateOf(last.comparison, 'join'),
      ratio: rounded(last.comparison.ratio('ours', 'join')),
      ...Object.fromEntries(
        measured.map(({ size, comparison }) => [`ratio${size}`, rounded(comparison.ratio('ours', 'join'))]),
      ),
      // Time for an item at the largest size over that at the smallest.
      linear: rounded(rateOf(first.comparison, 'ours') / rateOf(last.comparison, 'ours')),
      peakMemoryMb: Math.round(last.peakMemoryMb),
    },
  };
}
