import { setTimeout as sleep } from 'node:timers/promises';

import { assertOneEffect, settled } from '../support/one-effect.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackends } from '../support/services.js';
import { type OrderView, type Trader } from '../support/trader.js';

const ORDERS = 4;

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
