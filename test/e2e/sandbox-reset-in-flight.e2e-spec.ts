import { setTimeout as sleep } from 'node:timers/promises';

import { newId, publicId } from '../../src/kernel/ids.js';
import { INBOUND_JOBS } from '../../src/platform/partners/inbound.jobs.js';
import { queueBackends } from '../support/services.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';
import { Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;

describe.each(queueBackends())('A reset while a trade runs, with queues in %s', (backend) => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ backend });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const trader = (): Promise<Trader> =>
    Trader.open({
      baseUrl: platform.config.publicUrl,
      sandboxUrl: platform.sandbox.url,
      apiKey: tenant.apiKey,
      tenantId: tenant.tenantId,
    });

  const reset = async (): Promise<void> => {
    const body = { tenantId: publicId('tenant', tenant.tenantId) };
    await eventually(
      () => tenant.client.post('/v1/sandbox/reset', body, { 'idempotency-key': newId() }),
      ({ status }) => status === 200,
    );
  };

  const count = async (table: string): Promise<number> => {
    const sql = `SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`;
    const [row] = await platform.rows<{ count: number }>(sql, [tenant.tenantId]);
    return row?.count ?? 0;
  };

  /** How many callbacks the partners have yet to get rid of. */
  const owed = async (): Promise<number> => {
    const answer = await fetch(`${platform.sandbox.url}/control/state`);
    const partners = (await answer.json()) as Record<string, { callbacks: { owed: number } }>;
    return Object.values(partners).reduce((sum, { callbacks }) => sum + callbacks.owed, 0);
  };

  /** Dead letters but for those of partners who call back about what is gone: whatever else has failed. */
  const otherLetters = async (): Promise<object[]> => {
    const { body } = await tenant.client.get<{ data: { queue: string }[] }>('/v1/operations/dead-letters?limit=100');
    const callbacks = Object.values(INBOUND_JOBS).map(({ queue }) => queue);
    return body.data.filter(({ queue }) => !callbacks.includes(queue));
  };

  it(
    'leaves nothing that comes back to life, whenever it comes; what is traded afterwards closes',
    async () => {
      await tenant.client.post('/v1/sandbox/inbox');
      for (const pauseMs of [0, 2_000, 900, 400, 150]) {
        await (await trader()).trade({ refund: { mode: 'trading', advance: true } });
        await sleep(pauseMs);
        await reset();
      }
      // Partners go on with what they were asked for, and call back about what is not there any more.
      await eventually(
        () => Promise.all([owed(), count('platform.delivery')]),
        ([callbacks, deliveries]) => callbacks + deliveries === 0,
      );
      expect([await count('orders.trade_order'), await count('platform.event')]).toEqual([0, 0]);
      expect(await otherLetters()).toEqual([]);

      const again = await trader();
      const order = await again.trade({ refund: { mode: 'trading', advance: true } });
      await again.closed([order], PATIENCE_MS);
      const { body } = await tenant.client.get<{ data: object[] }>('/v1/orders');
      expect(body.data).toHaveLength(1);
      expect(await otherLetters()).toEqual([]);
    },
    2 * PATIENCE_MS,
  );
});
