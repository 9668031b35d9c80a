import { HookDesk } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

interface Statistics {
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly lastSuccessAt: string | null;
  readonly lastFailureAt: string | null;
  readonly consecutiveFailures: number;
  readonly breaker: { readonly state: string; readonly until: string | null };
}

describe('Statistics of a webhook endpoint', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  const statistics = async (id: string, window = '24h'): Promise<Statistics> =>
    (await desk.tenant.client.get<Statistics>(`/v1/webhooks/endpoints/${id}/statistics?window=${window}`)).body;

  it('are nothing before anything has happened', async () => {
    const { id } = await desk.listen();
    expect(await statistics(id)).toMatchObject({
      ...{ delivered: 0, failed: 0, pending: 0, p50Ms: null, p95Ms: null },
      ...{ lastSuccessAt: null, lastFailureAt: null, consecutiveFailures: 0 },
      breaker: { state: 'closed', until: null },
    });
  });

  it('count what was delivered, given up and waits, by the time of the events; samples nowhere', async () => {
    const { id } = await desk.listen();
    await desk.happen({ times: 4 });
    await desk.until(id, 'delivered', 4);
    await desk.tenant.client.post(`/v1/webhooks/endpoints/${id}/test`, { eventType: 'fx.payout.sent' });
    await desk.until(id, 'delivered', 5);
    const of = `WHERE id IN (SELECT id FROM webhooks.delivery WHERE tenant_id = $1 AND sample IS NULL LIMIT 1)`;
    await desk.platform.rows(`UPDATE webhooks.delivery SET state = 'failed' ${of}`, [desk.tenant.tenantId]);
    const { p50Ms, p95Ms, ...counts } = await statistics(id);
    expect(counts).toMatchObject({ delivered: 3, failed: 1, pending: 0, lastSuccessAt: expect.any(String) as string });
    expect(p95Ms).toBeGreaterThanOrEqual(p50Ms ?? Infinity);

    await desk.platform.rows(
      `UPDATE webhooks.delivery SET event_id = ('00000000' || substr(event_id::text, 9))::uuid WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    expect(await statistics(id, '7d')).toMatchObject({ delivered: 0, failed: 0 });
  });

  it('show the breaker open after five failures, and half open when its time is over', async () => {
    desk.receiver.answer = () => 500;
    const { id } = await desk.listen();
    await desk.happen({ times: 6 });
    const open = await eventually(
      () => statistics(id),
      ({ breaker }) => breaker.state === 'open',
    );
    expect(open).toMatchObject({ delivered: 0, pending: 6, lastSuccessAt: null });
    expect(open.consecutiveFailures).toBeGreaterThanOrEqual(5);
    expect(Date.parse(open.breaker.until ?? '')).toBeGreaterThan(Date.now());
    expect(open.lastFailureAt).not.toBeNull();

    await desk.platform.stopWorker();
    try {
      await desk.platform.rows(`UPDATE webhooks.endpoint_progress SET open_until = now() WHERE tenant_id = $1`, [
        desk.tenant.tenantId,
      ]);
      expect((await statistics(id)).breaker).toEqual({ state: 'half_open', until: null });
    } finally {
      await desk.platform.startWorker();
    }
  });
});
