import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';
import { Client } from 'undici';

import { parseId } from '../src/kernel/ids.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import {
  type Bench,
  type BenchResult,
  compare,
  type Comparison,
  log,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { makeBook, type MatchingBook } from './matching-book.js';
import { forgetMatches, storeBook, type StoredBook } from './matching-rows.js';
import { BenchProcesses } from './processes.js';
import { EXACT_JOIN, JOIN_ONLY } from './yardsticks/matching.js';

const LOOK_EVERY_MS = 50;
/** A run that stands still for so long is over. */
const STANDSTILL_MS = 120_000;
const STANDS = `SELECT state, done FROM platform.operation WHERE tenant_id = $1 AND id = $2`;
const FOUND = `SELECT collection_id AS receipt, order_id AS "order", amount_minor::text AS minor FROM fx.allocation WHERE tenant_id = $1`;
/** No receipt pays more than came, and no order takes more than it is owed and its tolerance. */
const OVER = `
  SELECT (SELECT count(*)::int FROM fx.collection c JOIN (
            SELECT collection_id, sum(amount_minor) AS minor FROM fx.allocation WHERE tenant_id = $1 GROUP BY 1) AS a
          ON a.collection_id = c.id WHERE c.tenant_id = $1 AND a.minor + c.surplus_minor <> c.amount_minor) AS receipts,
         (SELECT count(*)::int FROM fx.receivable r JOIN (
            SELECT order_id, sum(amount_minor) AS minor FROM fx.allocation WHERE tenant_id = $1 GROUP BY 1) AS a
          ON a.order_id = r.id
          WHERE r.tenant_id = $1 AND (a.minor <> r.received_minor OR a.minor > r.expected_minor + greatest(5000, r.expected_minor / 200))) AS debts`;

/** How many; `BENCH_MATCHING` names another number. */
function size(): number {
  return Number(process.env['BENCH_MATCHING'] ?? '200000');
}

/** How many of what was matched are right, and how much of what could be matched was. */
interface Quality {
  readonly precision: number;
  readonly recall: number;
}

/**
 * Receipts held against orders by the platform's own processes: from the order of the run until the last is judged, and what
 * it pays for is kept, told and audited. In turns with it the same join by exact reference only. What the generator did to
 * each receipt it alone knows: by that precision and recall are counted.
 */
export const matchingBench: Bench = {
  name: 'matching',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    // The bank answers what follows from a match: boards, declarations.
    const processes = await BenchProcesses.start(given, ['sandbox', 'api', 'worker']);
    try {
      const book = makeBook(size());
      const { apiKey, tenantId } = await createTenant(given.database.adminUrl, { name: 'Bench', livemode: true });
      const stored = await storeBook(admin, tenantId, book);
      log(`  ${book.receipts.length} receipts, ${book.orders.length} orders`);
      const stage = { admin, processes, apiKey, stored };
      const ours = new Ours(stage, book);
      const sides = [
        ours,
        new Joined(stage, 'join', EXACT_JOIN, book),
        new Joined(stage, 'join only', JOIN_ONLY, book),
      ];
      const comparison = await compare(sides);
      return resultOf(comparison, ours.quality, processes.peakMemoryMb(['api', 'worker']));
    } finally {
      await processes.stop();
      await admin.end();
    }
  },
};

interface Stage {
  readonly admin: pg.Client;
  readonly processes: BenchProcesses;
  readonly apiKey: string;
  readonly stored: StoredBook;
}

class Ours implements Side {
  readonly name = 'ours';
  quality: Quality = { precision: 0, recall: 0 };

  constructor(
    private readonly stage: Stage,
    private readonly book: MatchingBook,
  ) {}

  prepare(): Promise<void> {
    return forgetMatches(this.stage.admin, this.stage.stored);
  }

  async run(): Promise<number> {
    const { stage, book } = this;
    await ended(stage, await order(stage));
    return book.receipts.length;
  }

  /** @throws Error when an amount is used twice, or what is wrong was matched */
  async prove(): Promise<{ receipts: number }> {
    const { admin, stored } = this.stage;
    const [over] = (await admin.query<Record<'receipts' | 'debts', number>>(OVER, [stored.tenantId])).rows;
    if (over?.receipts !== 0 || over.debts !== 0) throw new Error(`Used twice: ${JSON.stringify(over)}`);
    const { rows } = await admin.query<Record<'receipt' | 'order' | 'minor', string>>(FOUND, [stored.tenantId]);
    const wanted = new Map(this.book.truth.map(({ receipt, order: id, minor }) => [`${receipt} ${id}`, minor]));
    const right = rows.filter(({ receipt, order: id, minor }) => wanted.get(`${receipt} ${id}`) === Number(minor));
    this.quality = { precision: right.length / rows.length, recall: right.length / wanted.size };
    if (right.length < rows.length) log(`  ${rows.length - right.length} wrong of ${rows.length}`);
    return { receipts: this.book.receipts.length };
  }
}

class Joined implements Side {
  constructor(
    private readonly stage: Stage,
    readonly name: string,
    private readonly sql: string,
    private readonly book: MatchingBook,
  ) {}

  prepare(): Promise<void> {
    return forgetMatches(this.stage.admin, this.stage.stored);
  }

  /** Every receipt is held against the debts, though only those that name one as it is written are found. */
  async run(): Promise<number> {
    await this.stage.admin.query(this.sql, [this.stage.stored.tenantId]);
    return this.book.receipts.length;
  }

  prove(): Promise<{ receipts: number }> {
    return Promise.resolve({ receipts: this.book.receipts.length });
  }
}

/** @returns the operation of the run */
async function order({ processes, apiKey }: Stage): Promise<string> {
  const api = new Client(processes.baseUrl);
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await api.request({ method: 'POST', path: '/v1/fx/match-runs', headers });
    const text = await answer.body.text();
    if (answer.statusCode !== 202) throw new Error(text);
    return parseId('operation', (JSON.parse(text) as { id: string }).id);
  } finally {
    await api.close();
  }
}

/** @throws Error when a process has ended, or nothing moves any more */
async function ended({ admin, processes, stored }: Stage, id: string): Promise<void> {
  let [last, since] = [-1, performance.now()];
  for (;;) {
    const [run] = (await admin.query<{ state: string; done: number }>(STANDS, [stored.tenantId, id])).rows;
    if (run?.state === 'completed') return;
    processes.assertRunning();
    const done = run?.done ?? 0;
    if (done !== last) [last, since] = [done, performance.now()];
    else if (performance.now() - since > STANDSTILL_MS) throw new Error(`The run stands still at ${done}`);
    await sleep(LOOK_EVERY_MS);
  }
}

function resultOf(comparison: Comparison, quality: Quality, peakMemoryMb: number): BenchResult {
  return {
    table: rateRows('receipts', comparison, 'join').map((row) =>
      row['side'] === 'ours' ? { ...row, ...quality } : row,
    ),
    figures: {
      ours: rateOf(comparison, 'ours'),
      limit: rateOf(comparison, 'join'),
      ratio: rounded(comparison.ratio('ours', 'join')),
      ratioToJoinOnly: rounded(comparison.ratio('ours', 'join only')),
      precision: quality.precision,
      recall: rounded(quality.recall),
      peakMemoryMb: Math.round(peakMemoryMb),
    },
  };
}
