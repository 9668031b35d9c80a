import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive } from '../../scripts/services/data-folder.js';
import { assertOneEffect, settled } from '../support/one-effect.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackends } from '../support/services.js';
import { eventually } from '../support/test-platform.js';
import { type OrderView, type Trader } from '../support/trader.js';

const ORDERS = 4;

/** All but the one that asks for it. */
const END_CONNECTIONS = `
  SELECT application_name, usename, pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;

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
    platform = await ProcessPlatform.start({ redis: backend === 'redis', ownPostgres: true });
  });
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
  }, 240_000);

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

  it('connections that PostgreSQL ends, at work and idle, cost a warning and no process', async () => {
    const pids = [platform.api.pid, platform.worker.pid];
    const written = { api: platform.log('api').length, worker: platform.log('worker').length };
    const orders = trades(trader);
    await sleep(600);
    await platform.rows(END_CONNECTIONS);
    const placed = await orders;
    await settled(platform, trader, placed);
    const ended = await platform.rows<{ application_name: string; usename: string }>(END_CONNECTIONS);
    const pools = ended.map(({ application_name: pool, usename }) => `${pool} of ${usename}`);
    const { username: api } = new URL(platform.database.appUrl);
    const { username: worker } = new URL(platform.database.workerUrl);
    expect(pools).toEqual(expect.arrayContaining([`entrepot of ${api}`, `entrepot of ${worker}`]));
    if (backend === 'postgres') expect(pools).toContain(`entrepot-queues of ${worker}`);
    for (const name of ['api', 'worker'] as const) {
      await eventually(
        () => Promise.resolve(platform.log(name).slice(written[name])),
        (log) => log.includes('An idle connection was lost'),
      );
    }
    const more = await trader.trade();
    await settled(platform, trader, [more]);
    expect([platform.api.pid, platform.worker.pid]).toEqual(pids);
    for (const pid of pids) expect(isAlive(pid ?? 0)).toBe(true);
    await assertOneEffect(platform, trader, [...placed, more]);
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
