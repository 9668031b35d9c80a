import pg from 'pg';
import { Pool } from 'undici';

import { createTenant } from '../src/platform/operations/create-tenant.js';
import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  inLanes,
  log,
  median,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { JourneyReceiver } from './journey-receiver.js';
import { JourneyTrader } from './journey-trader.js';
import { BenchProcesses } from './processes.js';
import { Helper } from './helper-process.js';

const ORDERS = 32;
/** Before anything is measured: so long it takes until the runtime has compiled what is worth it. */
const WARM_UP_ORDERS = 96;
const TENANTS = 4;
const PLACING_LANES = 12;
/** The default size of the worker's pool, and so of the yardstick's. */
const POOL = 20;
const CLOSED_WITHIN_MS = 90_000;
const LOOK_EVERY_MS = 20;
const HALF_LOAD_MS = 12_000;

/** Nothing more to do now: no due delivery, no event without its place in the feed, no webhook on its way. */
const LEFT = `
  SELECT (SELECT count(*) FROM platform.delivery WHERE due_at <= now())
       + (SELECT count(*) FROM platform.event_unfed)
       + (SELECT count(*) FROM webhooks.endpoint_progress p JOIN platform.event_feed_head h USING (tenant_id)
          WHERE h.position > p.fed_position)
       + (SELECT count(*) FROM webhooks.delivery WHERE state = 'pending') AS left`;
const PROOF = `
  SELECT (SELECT count(*)::int FROM platform.dead_letter) AS dead_letters,
         (SELECT count(*)::int FROM orders.trade_order WHERE state <> 'closed') AS open_orders,
         (SELECT count(*)::int FROM platform.event) AS events,
         (SELECT count(*)::int FROM webhooks.delivery WHERE state = 'delivered') AS webhooks,
         (SELECT count(*)::int FROM financing.advance WHERE state = 'repaid') AS advances`;

/** Where the orders stand that have not come to their end. */
const OPEN = `
  SELECT id, customs_state, freight_state, fx_state, tax_refund_state, financing_state
  FROM orders.trade_order WHERE state <> 'closed' LIMIT 10`;

interface Proof {
  readonly dead_letters: number;
  readonly open_orders: number;
  readonly events: number;
  readonly webhooks: number;
  readonly advances: number;
}

/**
 * Whole orders through the five services on the platform's own processes: the partners answer at once from a process of
 * theirs, every event goes out as a webhook. Beside it as many BullMQ jobs as one round of orders took, each an
 * empty transaction.
 */
export const journeyBench: Bench = {
  name: 'journey',
  async run(given): Promise<BenchResult> {
    const { redisUrl } = given.services;
    if (redisUrl === null) throw new Error('The yardstick of this bench works on Redis, and there is none here');
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const receiver = await JourneyReceiver.open();
    const stops: (() => Promise<void>)[] = [() => admin.end(), () => receiver.close()];
    try {
      const env = { REDIS_URL: redisUrl, DATABASE_URL: given.database.appUrl, POOL_MAX: String(POOL) };
      const yardstick = await Helper.start('yardsticks/journey.js', env);
      stops.push(() => yardstick.stop());
      const processes = await BenchProcesses.start(given, ['sandbox', 'api', 'worker']);
      stops.push(() => processes.stop());
      const journey = new Journey(admin, receiver, processes);
      stops.push(() => journey.close());
      await journey.open(given);
      await journey.round(WARM_UP_ORDERS);
      // What a database does by itself within its first minutes; ours is not that old.
      await admin.query('VACUUM (ANALYZE)');
      return await measure(journey, yardstick);
    } finally {
      for (const stop of stops.toReversed()) await stop();
    }
  },
};

async function measure(journey: Journey, yardstick: Helper): Promise<BenchResult> {
  const jobsOfRounds: number[] = [];
  const ours: Side = {
    name: 'ours',
    async run() {
      jobsOfRounds.push(await journey.round(ORDERS));
      return ORDERS;
    },
    prove: () => journey.prove(ORDERS),
  };
  const empty: Side = {
    name: 'empty jobs',
    async run() {
      await yardstick.ask({ jobs: jobsOfRounds.at(-1) ?? 0 });
      return ORDERS;
    },
    prove: () => Promise.resolve({ orders: ORDERS }),
  };
  const comparison = await compare([ours, empty]);
  const perOrder = median(jobsOfRounds) / ORDERS;
  const ordersPerSecond = rateOf(comparison, 'ours');
  const seconds = await journey.atRate(ordersPerSecond / 2);
  const figures = {
    ours: rounded(ordersPerSecond * perOrder),
    limit: rounded(rateOf(comparison, 'empty jobs') * perOrder),
    ratio: rounded(comparison.ratio('ours', 'empty jobs')),
    ordersPerSecond: rounded(ordersPerSecond),
    p95Seconds: rounded(percentile(seconds, 0.95)),
    medianSeconds: rounded(median(seconds)),
    jobsPerOrder: rounded(perOrder),
    advances: (await journey.advances()) / journey.ordersPlaced,
  };
  return { table: inJobs(comparison, perOrder), figures };
}

/** Rates in jobs instead of orders. */
function inJobs(comparison: Comparison, perOrder: number): BenchResult['table'] {
  const rates = comparison.rates.map((rate) => ({ ...rate, median: rate.median * perOrder }));
  return rateRows('jobs', { ...comparison, rates }, 'empty jobs');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

/** The platform with a few tenants who trade. */
class Journey {
  private readonly traders: JourneyTrader[] = [];
  private readonly api: Pool;
  private readonly sandbox: Pool;
  private placed = 0;

  constructor(
    private readonly admin: pg.Client,
    private readonly receiver: JourneyReceiver,
    private readonly processes: BenchProcesses,
  ) {
    this.api = new Pool(processes.baseUrl, { connections: 32 });
    this.sandbox = new Pool(processes.sandboxUrl, { connections: 8 });
  }

  get ordersPlaced(): number {
    return this.placed;
  }

  async open({ database }: BenchServices): Promise<void> {
    for (let count = 0; count < TENANTS; count += 1) {
      const { apiKey } = await createTenant(database.adminUrl, { name: 'Bench', livemode: true });
      const trader = new JourneyTrader(this.api, this.sandbox, apiKey);
      await trader.open(this.receiver.url);
      this.traders.push(trader);
    }
  }

  /** Places so many orders and waits for the end of all that follows from them. @returns jobs that it took */
  async round(orders: number): Promise<number> {
    const before = await this.processes.jobsDone();
    const ids: string[] = [];
    await inLanes(orders, PLACING_LANES, async () => ids.push(await this.trade()));
    await this.closed(ids);
    await this.drained();
    return (await this.processes.jobsDone()) - before;
  }

  /** Places orders at an even pace. @returns how long each took from being placed to the news of its end, in seconds */
  async atRate(perSecond: number): Promise<number[]> {
    const started = performance.now();
    const count = Math.ceil((HALF_LOAD_MS / 1_000) * perSecond);
    log(`  ${count} orders at ${rounded(perSecond)} per second`);
    const orders = await Promise.all(
      Array.from({ length: count }, async (_, index) => {
        await waitUntil(started + (index * 1_000) / perSecond);
        const placedAt = performance.now();
        return { placedAt, id: await this.trade() };
      }),
    );
    await this.closed(orders.map(({ id }) => id));
    return orders.map(({ id, placedAt }) => ((this.receiver.closedAt.get(id) ?? Number.NaN) - placedAt) / 1_000);
  }

  /** @throws Error when an order is not closed, a job was buried, or a webhook was not received */
  async prove(orders: number): Promise<{ orders: number }> {
    const proof = await this.proof();
    const isWhole = proof.dead_letters === 0 && proof.open_orders === 0 && proof.webhooks === this.receiver.received;
    if (!isWhole) throw new Error(`Not every order came to its end: ${JSON.stringify(proof)}`);
    return { orders };
  }

  async advances(): Promise<number> {
    return (await this.proof()).advances;
  }

  async close(): Promise<void> {
    await Promise.all([this.api.destroy(), this.sandbox.destroy()]);
  }

  private trade(): Promise<string> {
    const trader = this.traders[this.placed % TENANTS];
    if (trader === undefined) throw new Error('Nobody trades');
    this.placed += 1;
    return trader.trade();
  }

  private async closed(ids: readonly string[]): Promise<void> {
    await eventually(
      () => Promise.resolve(ids.every((id) => this.receiver.closedAt.has(id))),
      async () => JSON.stringify([await this.proof(), (await this.admin.query(OPEN)).rows]),
    );
  }

  private async drained(): Promise<void> {
    const left = async (): Promise<number> => Number((await this.admin.query<{ left: string }>(LEFT)).rows[0]?.left);
    await eventually(
      async () => (await left()) === 0,
      async () => `${await left()} left`,
    );
  }

  private async proof(): Promise<Proof> {
    const { rows } = await this.admin.query<Proof>(PROOF);
    const [proof] = rows;
    if (proof === undefined) throw new Error('No proof');
    return proof;
  }
}

async function eventually(holds: () => Promise<boolean>, standing: () => Promise<string>): Promise<void> {
  const deadline = performance.now() + CLOSED_WITHIN_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`It did not come to an end: ${await standing()}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function waitUntil(time: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}
