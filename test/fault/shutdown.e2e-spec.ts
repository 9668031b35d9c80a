import { setTimeout as sleep } from 'node:timers/promises';

import { BUYER } from '../support/order-samples.js';
import { assertOneEffect, settled } from '../support/one-effect.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackends } from '../support/services.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

const LATENCY_MS = 1_500;
const WAITING_FOR_A_LOCK = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;

describe.each(queueBackends())('Told to stop by SIGTERM, with the queues on %s,', (backend) => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start({ redis: backend === 'redis', env: { REDELIVER_AFTER_MS: '60000' } });
  });
  beforeEach(async () => {
    await platform.switchAll({});
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  const exchanges = (operation: string) =>
    platform.rows<{ status: number | null; error: string | null }>(
      `SELECT status, error FROM platform.partner_exchange WHERE tenant_id = $1 AND operation = $2`,
      [trader.tenantId, operation],
    );
  /** Handed over to its queue, and not acted on yet. */
  const inHand = (queue: string) =>
    platform.rows(
      `SELECT 1 FROM platform.delivery WHERE tenant_id = $1 AND queue = $2 AND sent_at < now() - interval '0.3 seconds'`,
      [trader.tenantId, queue],
    );

  it('a worker in the middle of partner calls ends them, records what was said, and exits with 0', async () => {
    await platform.switchAll({ latencyMs: LATENCY_MS });
    const order = trader.trade({ refund: { mode: 'trading', advance: true } });
    await eventually(
      () => inHand('freight.send-booking'),
      ({ length }) => length === 1,
    );
    expect(await exchanges('create-booking')).toEqual([]); // the carrier is thinking
    expect(await platform.worker.stop('SIGTERM')).toBe(0);
    expect(await exchanges('create-booking')).toEqual([{ status: 202, error: null }]);
    expect(await inHand('freight.send-booking')).toEqual([]);
    await platform.switchAll({});
    await platform.worker.start();
    const placed = [await order];
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
  });

  it('a worker that is restarted again and again loses nothing and does nothing twice', async () => {
    await platform.switchAll({ latencyMs: 300 });
    const orders = Promise.all([1, 2, 3].map(() => trader.trade({ refund: { mode: 'trading', advance: true } })));
    const codes: (number | null)[] = [];
    for (let restarts = 0; restarts < 4; restarts += 1) {
      await sleep(700);
      codes.push(await platform.worker.stop('SIGTERM'));
      await platform.worker.start();
    }
    expect(codes).toEqual([0, 0, 0, 0]);
    const placed = await orders;
    await settled(platform, trader, placed);
    await assertOneEffect(platform, trader, placed);
    expect(await platform.rows(`SELECT queue, error_code FROM platform.dead_letter`)).toEqual([]);
  }, 180_000);

  it('an api answers the request in hand, takes no new one, and exits with 0', async () => {
    const lock = await platform.admin.connect();
    await lock.query('BEGIN; LOCK TABLE parties.party IN EXCLUSIVE MODE');
    const answer = enterParty('P-77');
    await eventually(
      () => platform.rows(WAITING_FOR_A_LOCK),
      ({ length }) => length > 0,
    );
    const code = platform.api.stop('SIGTERM');
    await eventually(isRefused, (refused) => refused);
    await lock.query('ROLLBACK');
    lock.release();
    expect((await answer).status).toBe(201);
    expect(await code).toBe(0);
    await platform.api.start();
    const { data } = await trader.get<{ data: { reference: string }[] }>('/v1/parties');
    expect(data.filter(({ reference }) => reference === 'P-77')).toHaveLength(1);
  });

  /** Once, without the second tries of a careful client. */
  const enterParty = (reference: string) =>
    fetch(`${platform.baseUrl}/v1/parties`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${trader.apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': reference,
      },
      body: JSON.stringify({ ...BUYER, reference }),
    });
  const isRefused = () =>
    fetch(`${platform.baseUrl}/health/live`).then(
      () => false,
      () => true,
    );
});
