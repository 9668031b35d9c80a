import { setTimeout as sleep } from 'node:timers/promises';

import { queueBackends } from '../support/services.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { type OrderView, type Trader } from '../support/trader.js';

const ORDERS = 4;
const PATIENCE_MS = 120_000;

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
  // One payout of the collection and one of the refund.
  expect(await counted('fx.payout')).toBe(2 * orders.length);
  const gaps = await platform.rows(
    `SELECT resource_id FROM platform.event WHERE tenant_id = $1
     GROUP BY resource_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
    [trader.tenantId],
  );
  expect(gaps).toEqual([]);
  for (const partner of ['customs', 'carrier', 'bank', 'tax-bureau']) {
    const { counts } = (await (await fetch(`${platform.sandboxUrl}/control/received?partner=${partner}`)).json()) as {
      counts: Record<string, { taken: number }>;
    };
    expect(Object.entries(counts).filter(([, { taken }]) => taken > 1)).toEqual([]);
  }
}

const trades = async (trader: Trader, change: object = {}): Promise<OrderView[]> => {
  const orders: OrderView[] = [];
  for (let count = 0; count < ORDERS; count += 1) orders.push(await trader.trade(change));
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
    await trader.closed(placed, PATIENCE_MS);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  it('partners that say everything three times and in disorder are understood once', async () => {
    await platform.switchAll({ repeat: 3, outOfOrder: true });
    const placed = await trades(trader);
    await trader.closed(placed, PATIENCE_MS);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  it('partners that are down for a while, and then lose half of what they say, are asked', async () => {
    await platform.switchAll({ down: true });
    const orders = trades(trader);
    await sleep(3_000);
    await platform.switchAll({ lossy: 0.5, seed: 7 });
    const placed = await orders;
    await trader.closed(placed, PATIENCE_MS);
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
    await trader.closed(placed, PATIENCE_MS);
    await assertOneEffect(platform, trader, placed);
  }, 180_000);

  if (backend === 'redis') {
    it('Redis away for twenty seconds and back with nothing in it costs only delay, and the API answers all the while', async () => {
      if (platform.services.redis === null) throw new Error('This test needs a Redis of its own: unset REDIS_URL');
      const before = await trades(trader);
      await platform.services.redis.stop('SIGKILL');
      const during = await trader.post<OrderView[]>('/v1/orders', {}).catch((error: unknown) => error as Error);
      expect(String(during)).toContain('422'); // it answers, and judges
      await sleep(20_000);
      await platform.services.redis.start();
      await trader.closed(before, PATIENCE_MS);
      await assertOneEffect(platform, trader, before);
    }, 240_000);
  }
});
