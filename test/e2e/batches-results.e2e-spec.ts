import { setTimeout as sleep } from 'node:timers/promises';

import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { Entrepot, type OperationResult } from '../../sdk/src/index.js';
import { BatchDesk, buyers, type Operation } from '../support/batch-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const NDJSON = { accept: 'application/x-ndjson' };

describe('What became of the items of a batch', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: BatchDesk;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    desk = new BatchDesk(tenant);
  });
  afterAll(() => platform.stop());

  const rowsOf = (text: string): OperationResult[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as OperationResult);

  /** An operation that is over, of which every item failed; each with so much to say. */
  const big = async (items: number, words: number): Promise<string> => {
    const { id } = await desk.order(buyers(1));
    await desk.ended(id);
    await platform.rows(
      `INSERT INTO platform.operation_item (tenant_id, operation_id, index, state, status, problem)
       SELECT $1, $2, n, 'failed', 422, json_build_object('code', 'REQUEST.INVALID', 'detail', repeat('x', $4))
       FROM generate_series(1, $3::int - 1) n`,
      [tenant.tenantId, parseId('operation', id), items, words],
    );
    return id;
  };

  it('comes one a line where that is asked for: the same as page by page, all, or those in a state', async () => {
    const { id } = await desk.order([...buyers(600), ...buyers(1)]);
    await desk.ended(id);
    const answer = await tenant.client.get(`/v1/operations/${id}/results?limit=1`, NDJSON);
    expect([answer.status, answer.headers['content-type'], answer.headers['vary']]).toEqual([
      200,
      'application/x-ndjson',
      expect.stringContaining('Accept'),
    ]);
    expect(rowsOf(answer.text)).toEqual(await desk.results(id));
    const failed = await tenant.client.get(`/v1/operations/${id}/results?state=failed`, NDJSON);
    expect(rowsOf(failed.text).map(({ status }) => status)).toEqual([409]);
    const none = await tenant.client.get(`/v1/operations/${id}/results?state=cancelled`, NDJSON);
    expect([none.status, none.text]).toEqual([200, '']);
  });

  it('goes on behind a page', async () => {
    const { id } = await desk.order(buyers(5));
    await desk.ended(id);
    const page = await tenant.client.get<{ nextCursor: string }>(`/v1/operations/${id}/results?limit=3`);
    const rest = await tenant.client.get(`/v1/operations/${id}/results?cursor=${page.body.nextCursor}`, NDJSON);
    expect(rowsOf(rest.text).map(({ index }) => index)).toEqual([3, 4]);
  });

  it('is not for others', async () => {
    const { id } = await desk.order(buyers(1));
    const stranger = (await platform.tenant()).client;
    const { status, body } = await stranger.get(`/v1/operations/${id}/results`, NDJSON);
    expect([status, body['code']]).toEqual([404, 'REQUEST.NOT_FOUND']);
    await desk.ended(id);
  });

  it('is read by the SDK, all ten thousand in order', async () => {
    const client = new Entrepot({ baseUrl: platform.config.publicUrl, apiKey: tenant.apiKey });
    const id = await big(10_000, 10);
    let index = 0;
    for await (const result of client.operationResults(id)) {
      if (result.index !== index) throw new Error(`${result.index} came where ${index} was to`);
      index += 1;
    }
    expect(index).toBe(10_000);
    const failed: number[] = [];
    for await (const result of client.operationResults(id, { state: 'failed' })) failed.push(result.index);
    expect([failed.length, failed[0]]).toEqual([9_999, 1]);
    await expect(client.operationResults(publicId('operation', newId())).next()).rejects.toMatchObject({ status: 404 });
  });

  it('is read no faster than the client takes it: what it has not come to is not in memory', async () => {
    const id = await big(10_000, 8_000);
    const headers = { ...NDJSON, authorization: `Bearer ${tenant.apiKey}` };
    const answer = await fetch(`${platform.config.publicUrl}/v1/operations/${id}/results`, { headers });
    await sleep(500);
    // Had they been read already, they would come all the same.
    await platform.rows(`DELETE FROM platform.operation_item WHERE tenant_id = $1 AND index >= 5000`, [
      tenant.tenantId,
    ]);
    expect(rowsOf(await answer.text())).toHaveLength(5_000);
  });

  describe('whose job is given up', () => {
    /** As it is where every try of the job failed. */
    const giveUp = async (id: string): Promise<string> => {
      const letter = newId();
      const buried = await platform.rows(
        `WITH taken AS (
           DELETE FROM platform.delivery WHERE tenant_id = $1 AND queue = 'operations.work-batch'
             AND payload ->> 'operationId' = $3 RETURNING *)
         INSERT INTO platform.dead_letter (tenant_id, id, message_id, queue, topic, payload, error_code, error_message,
                                           attempts, failed_at, state)
         SELECT tenant_id, $2, message_id, queue, topic, payload, 'INTERNAL', 'no disk', 12, now(), 'open'
         FROM taken RETURNING 1`,
        [tenant.tenantId, letter, parseId('operation', id)],
      );
      expect(buried).toHaveLength(1);
      return publicId('deadLetter', letter);
    };
    const stalled = async (): Promise<{ id: string; letter: string }> => {
      await platform.stopWorker();
      const { id } = await desk.order(buyers(3));
      expect((await desk.look(id)).stalled).toBeNull();
      const letter = await giveUp(id);
      await platform.startWorker();
      return { id, letter };
    };

    it('is told with the dead letter, and goes on when that is retried', async () => {
      const { id, letter } = await stalled();
      const { state, stalled: why } = await desk.look(id);
      expect([state, why]).toEqual(['running', { deadLetter: letter, code: 'INTERNAL', since: why?.since }]);
      const { body } = await tenant.client.get<{ data: Operation[] }>('/v1/operations?state=running');
      expect(body.data.map((operation) => operation.stalled?.deadLetter)).toEqual([letter]);
      expect((await tenant.client.get(`/v1/operations/dead-letters/${letter}`)).status).toBe(200);
      const retried = await tenant.client.post(`/v1/operations/dead-letters/${letter}/retry`);
      expect([retried.status, (await desk.look(id)).stalled]).toEqual([200, null]);
      expect(await desk.ended(id)).toMatchObject({ state: 'completed', done: 3, failed: 0 });
    });

    it('can be cancelled, so that the next begins', async () => {
      const { id, letter } = await stalled();
      await tenant.client.post(`/v1/operations/dead-letters/${letter}/discard`);
      expect((await desk.look(id)).stalled?.deadLetter).toBe(letter);
      const next = await desk.order(buyers(1, 'next'));
      expect(next.state).toBe('queued');
      await tenant.client.post(`/v1/operations/${id}/cancellation`);
      expect(await desk.ended(id)).toMatchObject({ state: 'cancelled', cancelled: 3, stalled: null });
      await eventually(
        () => desk.look(next.id),
        ({ state }) => state === 'completed',
      );
    });
  });
});
