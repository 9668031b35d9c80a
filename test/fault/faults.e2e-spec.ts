import { setTimeout as sleep } from 'node:timers/promises';

import { queueBackends } from '../support/services.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { type OrderView, type Trader } from '../support/trader.js';

const ORDERS = 4;
const PATIENCE_MS = 100_000;

/** Every effect once: what the partners took, what the books hold, what the events say. */
async function assertOneEffect(platform: ProcessPlatform, trader: Trader, orders: readonly OrderView[]): Promise<void> {
  const { currencies } = await trader.get<{ currencies: { difference: { amount: string } }[] }>(
    '/v1/ledger/trial-balance',
  );
  for (const { difference } of currencies) expect(Number(difference.amount)).toBe(0);
  const counted = async (table: string): Promise<number> =>
    (await platform.rows(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [trader.tenantId])).length;
  expect(await counted('customs.declaration')).toBe(orders.length);
  expect(await counted('freight.booking')).toBe(orders.length);
  expect(await counted('fx.collection')).toBe(orders.length);
  expect(await counted('fx.conversion')).toBe(orders.length);
  expect(await counted('tax_refund.claim')).toBe(orders.length);
  // One payout of the collection, one of the refund, and one of each advance that was drawn.
  const advances = await platform.rows<{ state: string; outstanding_minor: string }>(
    `SELECT state, outstanding_minor FROM financing.advance WHERE tenant_id = $1`,
    [trader.tenantId],
  );
  expect(advances.filter(({ state }) => state === 'requested' || state === 'drawn')).toEqual([]);
  const repaid = advances.filter(({ state }) => state === 'repaid');
  expect(repaid.every(({ outstanding_minor: left }) => left === '0')).toBe(true);
  expect(await counted('fx.payout')).toBe(2 * orders.length + repaid.length);
  expect(await counted('financing.repayment')).toBe(repaid.length);
  const gaps = await platform.rows(
    `SELECT resource_id FROM platform.event WHERE tenant_id = $1
     GROUP BY resource_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
    [trader.tenantId],
  );
  expect(gaps).toEqual([]);
  for (const partner of ['customs', 'carrier', 'bank', 'lender', 'tax-bureau']) {
    const { counts } = (await (await fetch(`${platform.sandboxUrl}/control/received?partner=${partner}`)).json()) as {
      counts: Record<string, { taken: number }>;
    };
    expect(Object.entries(counts).filter(([, { taken }]) => taken > 1)).toEqual([]);
  }
}

/** Waits until all are closed; when they are not, says what still waits, and where. */
async function settled(platform: ProcessPlatform, trader: Trader, orders: readonly OrderView[]): Promise<void> {
  try {
    await trader.closed(orders, PATIENCE_MS);
  } catch (error) {
    const waiting = await platform.rows(
      `SELECT queue, topic, payload, due_at, sent_at FROM platform.delivery WHERE tenant_id = $1 AND due_at < now() + interval '60 seconds'`,
      [trader.tenantId],
    );
    const dead = await platform.rows(`SELECT queue, error_code, error_message FROM platform.dead_letter`);
    const unmatched = await platform.rows(
      `SELECT state, remittance, explanation, created_at FROM fx.collection WHERE tenant_id = $1 AND state <> 'matched'`,
      [trader.tenantId],
    );
    const debts = await platform.rows(`SELECT * FROM fx.receivable WHERE tenant_id = $1`, [trader.tenantId]);
    throw new Error(`${String(error)}\n${JSON.stringify({ waiting, dead, unmatched, debts }, null, 1)}`);
  }
}

const trades = async (trader: Trader, change: object = {}): Promise<OrderView[]> => {
  const orders: OrderView[] = [];
  for (let count = 0; count < ORDERS; count += 1)
    orders.push(await trader.trade({ refund: { mode: 'trading', advance: true }, ...change }));
  return orders;
};

describe.each(queueBackends())('When something breaks, with the queues on %s', (backend) => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start({ redis: backend === 'redis' });
  }, 60_000);
  beforeEach(async () => {
    await platform.switchAll({});
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  it('a worker killed between the call to a partner and its record changes nothing twice', async () => {
    await platform.switchAll({ latencyMs: 300 });
    const orders = trades(trader);
    for (let kills = 0; kills < 5; kills += 1) {
      await sleep(900);
      await platform.worker.stop('SIGKILL');
      await platform.worker.start();
    }
    const placed = await orders;
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  it('partners that say everything three times and in disorder are understood once', async () => {
    await platform.switchAll({ repeat: 3, outOfOrder: true });
    const placed = await trades(trader);
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  it('partners that are down for a while, and then lose half of what they say, are asked', async () => {
    await platform.switchAll({ down: true });
    const orders = trades(trader);
    await sleep(3_000);
    await platform.switchAll({ lossy: 0.5, seed: 7 });
    const placed = await orders;
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  it('PostgreSQL restarted under load loses no posting and doubles none', async () => {
    if (platform.services.postgres === null)
      throw new Error('This test needs a PostgreSQL of its own: unset DATABASE_URL');
    const orders = trades(trader);
    await sleep(600);
    await platform.services.postgres.stop();
    await sleep(500);
    await platform.services.postgres.start();
    const placed = await orders;
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  if (backend === 'redis') {
    it('Redis away for twenty seconds and back with nothing in it costs only delay, and the API answers all the while', async () => {
      if (platform.services.redis === null) throw new Error('This test needs a Redis of its own: unset REDIS_URL');
      const before = await trades(trader);
      await platform.services.redis.stop('SIGKILL');
      const judged = await trader.post('/v1/orders', {}).then(
        () => 'placed',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
      expect(judged).toContain('422'); // it answers, and judges
      await sleep(20_000);
      await platform.services.redis.start();
      await settled(platform, trader, before);
      await assertOneEffect(platform, trader, before);
    }, 240_000);
  }
});
