import { Readable } from 'node:stream';

import { assertOneEffect, settled } from '../support/one-effect.js';
import { COMPANY_EXPORTS } from '../support/order-filing-desk.js';
import { importParcel, IMPORTS, ndjson, type SeenBatch, type SeenOperation } from '../support/parcel-desk.js';
import { ProcessPlatform } from '../support/process-platform.js';
import { queueBackend } from '../support/services.js';
import { eventually } from '../support/test-platform.js';
import { type OrderView, type Trader } from '../support/trader.js';

/** Rows that are kept, and worked, together. */
const CHUNK = 500;
const PATIENCE_MS = 90_000;

const PARCELS = `
  SELECT count(*)::int AS parcels, count(DISTINCT list_guid)::int AS lists, count(DISTINCT invt_no)::int AS numbers,
         (SELECT sum(records)::int FROM customs.ceb_message m WHERE m.tenant_id = $1 AND m.message = 'CEB621Message') AS filed,
         count(*) FILTER (WHERE state = 'cleared')::int AS cleared
  FROM customs.parcel p WHERE p.tenant_id = $1`;

let platform: ProcessPlatform;
let trader: Trader;

beforeAll(async () => {
  platform = await ProcessPlatform.start({ redis: queueBackend() === 'redis' });
});
beforeEach(async () => {
  await platform.switchAll({});
  trader = await platform.trader();
});
afterAll(() => platform.stop());

const killWorker = async (): Promise<void> => {
  await platform.worker.stop('SIGKILL');
  await platform.worker.start();
};
const assertTakenOnce = async (): Promise<void> => {
  const answer = await fetch(`${platform.sandboxUrl}/control/received?partner=customs`);
  const { counts } = (await answer.json()) as { counts: Record<string, { taken: number }> };
  expect(Object.entries(counts).filter(([, { taken }]) => taken > 1)).toEqual([]);
};

describe('A batch of parcels', () => {
  let profile: string;

  beforeEach(async () => {
    profile = (await trader.post<{ id: string }>('/v1/customs/ecommerce-profiles', IMPORTS)).id;
  });

  const upload = (body: string | Readable): Promise<Response> =>
    fetch(`${platform.baseUrl}/v1/customs/parcel-batches?profileId=${profile}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${trader.apiKey}`,
        'content-type': 'application/x-ndjson',
        'idempotency-key': 'parcels',
      },
      body: body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body,
      duplex: 'half',
    });
  const batchOf = async (answer: Response): Promise<SeenBatch> => {
    expect(answer.status).toBe(202);
    return (await answer.json()) as SeenBatch;
  };
  const rows = (count: number): string[] =>
    Array.from({ length: count }, (_, number) => ndjson([importParcel(`P-${number}`)]));
  const until = (id: string, wanted: (operation: SeenOperation) => boolean): Promise<SeenOperation> =>
    eventually(() => trader.get<SeenOperation>(`/v1/operations/${id}`), wanted, PATIENCE_MS);

  /** Each row is one parcel, each parcel one list with one number, each list in one message, each message taken once. */
  const assertEachOnce = async (id: string, parcels: number): Promise<void> => {
    const ended = await until(id, ({ state }) => state === 'completed');
    expect(ended).toMatchObject({ total: parcels, done: parcels, failed: 0, cancelled: 0, refusal: null });
    const [found] = await eventually(
      () => platform.rows<{ cleared: number }>(PARCELS, [trader.tenantId]),
      ([counted]) => counted?.cleared === parcels,
      PATIENCE_MS,
    );
    expect(found).toEqual({ parcels, lists: parcels, numbers: parcels, filed: parcels, cleared: parcels });
    await assertTakenOnce();
  };

  it('goes on where it broke off when the api is killed amidst the upload', async () => {
    const all = rows(2 * CHUNK);
    const stillOpen = new AbortController();
    async function* brokenOff(): AsyncGenerator<string> {
      yield all.slice(0, CHUNK + 100).join('');
      await new Promise((resolve) => {
        stillOpen.signal.addEventListener('abort', resolve);
      });
    }
    const broken = upload(Readable.from(brokenOff())).then(
      ({ status }) => status,
      () => 'broken off',
    );
    await eventually(
      () => platform.rows(`SELECT FROM customs.parcel_chunk WHERE tenant_id = $1`, [trader.tenantId]),
      ({ length }) => length === 1,
    );
    await platform.api.stop('SIGKILL');
    expect(await broken).toBe('broken off');
    stillOpen.abort();
    await platform.api.start();
    const batch = await batchOf(await upload(all.join('')));
    expect([batch.rows, batch.resumedAfter]).toEqual([2 * CHUNK, CHUNK]);
    await assertEachOnce(batch.id, 2 * CHUNK);
  }, 180_000);

  it('is worked to its end by another worker when one is killed amidst its chunks', async () => {
    const { id } = await batchOf(await upload(rows(4 * CHUNK).join('')));
    for (let kills = 0, before = -1; kills < 2; kills += 1) {
      // A worker may be through before anybody looks.
      const { done } = await until(id, (operation) => operation.done > before || operation.state === 'completed');
      before = done;
      await killWorker();
    }
    await assertEachOnce(id, 4 * CHUNK);
  }, 240_000);
});

describe('An order that customs must have before its declaration', () => {
  it('is filed and declared once, however often the worker is killed on the way', async () => {
    await trader.post('/v1/customs/ecommerce-profiles', { ...COMPANY_EXPORTS, supervisionMode: '9710' });
    await platform.switchAll({ latencyMs: 300 });
    const placing = (async () => {
      const orders: OrderView[] = [];
      for (let count = 0; count < 3; count += 1)
        orders.push(await trader.trade({ salesChannel: '9710', refund: { mode: 'trading', advance: true } }));
      return orders;
    })();
    for (let kills = 0; kills < 4; kills += 1) {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await killWorker();
    }
    const orders = await placing;
    await settled(platform, trader, orders);
    await assertOneEffect(platform, trader, orders);
    const filings = await platform.rows(
      `SELECT order_id, state, attempt FROM customs.order_filing WHERE tenant_id = $1`,
      [trader.tenantId],
    );
    expect(filings).toHaveLength(orders.length);
    expect(filings).toEqual(filings.map((filing) => ({ ...filing, state: 'accepted', attempt: 1 })));
    const sent = await platform.rows(
      `SELECT state FROM customs.ceb_message WHERE tenant_id = $1 AND message = 'CEB303Message'`,
      [trader.tenantId],
    );
    expect(sent).toEqual(orders.map(() => ({ state: 'answered' })));
  }, 240_000);
});
