import { setTimeout as sleep } from 'node:timers/promises';

import { ProcessPlatform } from '../support/process-platform.js';
import { eventually } from '../support/test-platform.js';
import { type Trader } from '../support/trader.js';

/** Answered from memory: it needs no database but for the key, which is believed for a while. */
const FROM_MEMORY = '/v1/event-types';

describe('The request log of an api that is a process', () => {
  let platform: ProcessPlatform;
  let trader: Trader;

  beforeAll(async () => {
    platform = await ProcessPlatform.start({ ownPostgres: true });
    trader = await platform.trader();
  });
  afterAll(() => platform.stop());

  const ask = async (): Promise<{ status: number; id: string }> => {
    const answer = await fetch(platform.baseUrl + FROM_MEMORY, {
      headers: { authorization: `Bearer ${trader.apiKey}` },
    });
    await answer.text();
    return { status: answer.status, id: answer.headers.get('x-request-id') ?? '' };
  };
  const logged = (ids: readonly string[]) =>
    platform.rows(`SELECT 1 FROM platform.request_log WHERE id = ANY($1::uuid[])`, [ids]);
  const dropped = async (): Promise<number> => {
    const metrics = await (await fetch(`${platform.baseUrl}/metrics`)).text();
    return Number(/^request_log_dropped_total (\d+)$/m.exec(metrics)?.[1]);
  };

  it('is written to the end when SIGTERM comes, and counted', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(await platform.api.stop('SIGTERM')).toBe(0);
    expect(await logged(answers.map(({ id }) => id))).toHaveLength(40);
    const [counted] = await platform.rows<{ succeeded: string }>(
      `SELECT sum(succeeded) AS succeeded FROM platform.request_day WHERE tenant_id = $1 AND operation = 'listEventTypes'`,
      [trader.tenantId],
    );
    expect(counted?.succeeded).toBe('40');
    await platform.api.start();
  });

  it('holds up no request while PostgreSQL is stopped, counts what it drops, and goes on afterwards', async () => {
    const { postgres } = platform.services;
    if (postgres === null) throw new Error('This test needs a PostgreSQL of its own: unset DATABASE_URL');
    expect([(await ask()).status, await dropped()]).toEqual([200, 0]);
    const away = new AbortController();
    const asked = (async (): Promise<number[]> => {
      const statuses: number[] = [];
      while (!away.signal.aborted) {
        statuses.push((await ask()).status);
        await sleep(20);
      }
      return statuses;
    })();
    await postgres.stop();
    const lost = await eventually(dropped, (count) => count > 0);
    away.abort();
    const statuses = await asked;
    expect(statuses).toContain(200);
    // The request before these may still have waited to be written.
    expect(1 + statuses.length).toBeGreaterThanOrEqual(lost);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);

    await postgres.start();
    const { id } = await eventually(ask, ({ status }) => status === 200, 20_000);
    await eventually(
      () => logged([id]),
      ({ length }) => length === 1,
    );
  });
});
