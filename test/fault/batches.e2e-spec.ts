import { setTimeout as sleep } from 'node:timers/promises';

import { publicId } from '../../src/kernel/ids.js';
import { buyers, lines, type Operation } from '../support/batch-desk.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackends } from '../support/services.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const ITEMS = 3_000;
const PATIENCE_MS = 90_000;

describe.each(queueBackends())('A batch when something breaks, with the queues on %s', (backend) => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start({ redis: backend === 'redis' });
  });
  beforeEach(async () => {
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  const order = async (): Promise<string> => {
    const answer = await fetch(`${platform.baseUrl}/v1/batches?operation=enterParty`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${trader.apiKey}`,
        'content-type': 'application/x-ndjson',
        'idempotency-key': 'batch',
      },
      body: lines(buyers(ITEMS)),
    });
    expect(answer.status).toBe(202);
    return ((await answer.json()) as Operation).id;
  };
  const look = (id: string): Promise<Operation> => trader.get<Operation>(`/v1/operations/${id}`);
  const moreThan = (id: string, before: number): Promise<Operation> =>
    eventually(
      () => look(id),
      ({ done }) => done > before,
      PATIENCE_MS,
    );

  /** As many were made as succeeded, and the very ones that the results name. */
  const assertEachOnce = async (id: string): Promise<void> => {
    const ended = await eventually(
      () => look(id),
      ({ state }) => state === 'completed',
      PATIENCE_MS,
    );
    expect(ended).toMatchObject({ total: ITEMS, done: ITEMS, failed: 0, cancelled: 0 });
    const made = await platform.rows<{ id: string }>(
      `SELECT id FROM parties.party WHERE tenant_id = $1 AND reference LIKE 'B-%'`,
      [trader.tenantId],
    );
    const told = await platform.rows<{ id: string }>(
      `SELECT resource_id AS id FROM platform.operation_item WHERE tenant_id = $1 AND state = 'succeeded'`,
      [trader.tenantId],
    );
    expect(made).toHaveLength(ITEMS);
    expect(told.map((item) => item.id).sort()).toEqual(made.map((party) => publicId('party', party.id)).sort());
  };

  it('is worked to its end by another worker, each item once, when one is killed', async () => {
    const id = await order();
    for (let kills = 0; kills < 3; kills += 1) {
      const { done } = await look(id);
      await moreThan(id, done);
      await platform.worker.stop('SIGKILL');
      await platform.worker.start();
    }
    await assertEachOnce(id);
  }, 240_000);

  if (backend === 'redis') {
    it('outlasts Redis that goes with all it knew', async () => {
      if (platform.services.redis === null) throw new Error('This test needs a Redis of its own: unset REDIS_URL');
      const id = await order();
      await moreThan(id, 0);
      await platform.services.redis.stop('SIGKILL');
      await sleep(2_000);
      await platform.services.redis.start();
      await assertEachOnce(id);
    }, 240_000);
  }
});
