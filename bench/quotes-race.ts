import { randomUUID } from 'node:crypto';

import pg from 'pg';
import { Pool } from 'undici';

import { parseId } from '../src/kernel/ids.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type Bench, type BenchResult, type BenchServices, log, rounded } from './harness.js';
import { JourneyTrader } from './journey-trader.js';
import { BenchProcesses } from './processes.js';

/** `BENCH_QUOTES` names another number of quotes. */
const QUOTES = Number(process.env['BENCH_QUOTES'] ?? '500');
const RACERS = 200;
/** A receipt of 10,000 USD is sold dollar by dollar. */
const SELL = { amount: '1.00', currency: 'USD' };
const COLLECTED_WITHIN_MS = 30_000;

/** What the database has of the quotes, whatever was answered. */
const PROOF = `
  SELECT count(*)::int AS conversions, count(DISTINCT quote_id)::int AS quotes FROM fx.conversion
  WHERE tenant_id = $1 AND quote_id IS NOT NULL`;

interface Race {
  readonly won: number;
  readonly refused: number;
  /** Neither a conversion nor the word that the quote is used. */
  readonly other: number;
}

/**
 * Two hundred requests at once, each with a key of its own, for the conversion of one quote, over HTTP on the platform's own
 * processes; five hundred quotes, one after the other. One of them gets it, the others hear that it is used.
 */
export const quotesRaceBench: Bench = {
  name: 'quotes-race',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const processes = await BenchProcesses.start(given, ['sandbox', 'api', 'worker']);
    try {
      return await measure(given, admin, processes);
    } finally {
      await processes.stop();
      await admin.end();
    }
  },
};

async function measure(
  { database }: BenchServices,
  admin: pg.Client,
  { baseUrl, sandboxUrl }: BenchProcesses,
): Promise<BenchResult> {
  const { apiKey, tenantId } = await createTenant(database.adminUrl, { name: 'Race', livemode: true });
  const api = new Pool(baseUrl, { connections: RACERS });
  const sandbox = new Pool(sandboxUrl, { connections: 1 });
  try {
    const trader = new JourneyTrader(api, sandbox, apiKey);
    await trader.open(`${sandboxUrl}/health`);
    const orderId = await trader.trade('manual');
    await collected(admin, tenantId, orderId);
    const course = new Course(api, apiKey, orderId);
    const races: Race[] = [];
    const begun = performance.now();
    for (let number = 0; number < QUOTES; number += 1) races.push(await course.race());
    const seconds = (performance.now() - begun) / 1_000;
    log(`  ${QUOTES} quotes, ${RACERS} racers each`);
    return resultOf(
      races,
      (await admin.query<{ conversions: number; quotes: number }>(PROOF, [tenantId])).rows,
      seconds,
    );
  } finally {
    await Promise.all([api.destroy(), sandbox.destroy()]);
  }
}

class Course {
  constructor(
    private readonly api: Pool,
    private readonly apiKey: string,
    private readonly orderId: string,
  ) {}

  async race(): Promise<Race> {
    const quote = await this.post('/v1/fx/quotes', { sell: SELL, buyCurrency: 'CNY', orderId: this.orderId });
    if (quote.status !== 201) throw new Error(`No quote: ${quote.status} ${quote.text.slice(0, 300)}`);
    const { id: quoteId } = JSON.parse(quote.text) as { id: string };
    const answers = await Promise.all(
      Array.from({ length: RACERS }, () => this.post('/v1/fx/conversions', { quoteId })),
    );
    const won = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ text }) => text.includes('"FX.QUOTE_USED"')).length;
    return { won, refused, other: RACERS - won - refused };
  }

  private async post(path: string, body: object): Promise<{ status: number; text: string }> {
    const answer = await this.api.request({
      method: 'POST',
      path,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  }
}

/** @throws Error when the buyer's money does not arrive */
async function collected(admin: pg.Client, tenantId: string, orderId: string): Promise<void> {
  const deadline = performance.now() + COLLECTED_WITHIN_MS;
  const sql = `SELECT 1 FROM fx.allocation WHERE tenant_id = $1 AND order_id = $2`;
  while ((await admin.query(sql, [tenantId, parseId('order', orderId)])).rowCount === 0) {
    if (performance.now() > deadline) throw new Error('The money of the buyer did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @throws Error where a quote was not used at all, or somebody heard something else: then it was no race */
function resultOf(
  races: readonly Race[],
  [stored]: readonly { readonly conversions: number; readonly quotes: number }[],
  seconds: number,
): BenchResult {
  const sum = (of: (race: Race) => number): number => races.reduce((total, race) => total + of(race), 0);
  const conversions = stored?.conversions ?? 0;
  const answeredTwice = sum(({ won }) => Math.max(0, won - 1));
  const figures = {
    // Quotes that were used, of all there were.
    ours: races.filter(({ won }) => won > 0).length,
    limit: races.length,
    ratio: rounded(races.filter(({ won }) => won > 0).length / races.length),
    racers: RACERS,
    doubleUses: Math.max(answeredTwice, conversions - (stored?.quotes ?? 0)),
    otherAnswers: sum(({ other }) => other),
    requestsPerSecond: rounded((races.length * RACERS) / seconds),
  };
  if (figures.ours !== figures.limit || conversions !== races.length) {
    throw new Error(`Not every quote was used once: ${JSON.stringify({ ...figures, conversions })}`);
  }
  return { table: [figures], figures };
}
