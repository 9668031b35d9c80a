import { HookDesk } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

interface Replay {
  readonly id: string;
  readonly state: string;
  readonly left: number;
  readonly queued: number;
}

describe('Replays of webhooks', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  const replay = (id: string, request: object, headers = {}) =>
    desk.tenant.client.post<Replay>(`/v1/webhooks/endpoints/${id}/replays`, request, headers);

  const completed = async (id: string, request: object): Promise<Replay> => {
    const started = await replay(id, request);
    expect([started.status, started.body.state]).toEqual([202, 'running']);
    const { body } = await eventually(
      () => desk.tenant.client.get<Replay>(`/v1/webhooks/replays/${started.body.id}`),
      (answer) => answer.body.state === 'completed',
    );
    return body;
  };

  it('bring what happened before the endpoint was there, in pieces, and say how far they are', async () => {
    await desk.happen({ times: 700 });
    await eventually(
      () => desk.platform.rows(`SELECT 1 FROM platform.event_feed WHERE tenant_id = $1`, [desk.tenant.tenantId]),
      (rows) => rows.length === 700,
    );
    const { id } = await desk.listen();
    expect(await completed(id, { since: '2020-01-01T00:00:00Z' })).toMatchObject({ left: 0, queued: 700 });
    const sent = await desk.untilSent(700);
    expect(new Set(sent.map(({ sequence }) => sequence)).size).toBe(700);
  });

  it('send one event again under the same webhook-id, whatever the filters say', async () => {
    await desk.happen();
    const [event] = await desk.untilFed(1);
    const { id } = await desk.listen({ eventTypes: ['customs.*'] });
    expect(await completed(id, { eventId: event?.id })).toMatchObject({ left: 0, queued: 1 });
    await desk.untilSent(1);
    expect(desk.receiver.received[0]?.headers['webhook-id']).toBe(event?.id);
  });

  it('of what is missing bring what was given up and what was never sent, and nothing else', async () => {
    const { id } = await desk.listen();
    await desk.happen();
    await desk.until(id, 'delivered', 1);
    await desk.happen();
    const [, second] = await desk.untilFed(2);
    await desk.until(id, 'delivered', 2);
    await desk.platform.rows(
      `UPDATE webhooks.delivery SET state = 'failed' WHERE tenant_id = $1 AND event_id =
      (SELECT id FROM platform.event WHERE tenant_id = $1 ORDER BY id DESC LIMIT 1)`,
      [desk.tenant.tenantId],
    );
    await desk.patch(id, { state: 'disabled' });
    await desk.happen();
    const events = await desk.untilFed(3);
    await eventually(
      () =>
        desk.platform.rows<{ fed: string }>(
          `SELECT fed_position AS fed FROM webhooks.endpoint_progress WHERE tenant_id = $1`,
          [desk.tenant.tenantId],
        ),
      ([row]) => row?.fed === '3',
    );
    await desk.patch(id, { state: 'enabled' });
    desk.receiver.received.length = 0;
    expect(await completed(id, { missing: true })).toMatchObject({ queued: 2 });
    const sent = await desk.untilSent(2);
    expect(sent.map((each) => each.id).sort()).toEqual([second?.id, events[2]?.id].sort());
  });

  it('keep to the filters and to the time', async () => {
    await desk.happen();
    const [early] = await desk.untilFed(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await desk.happen();
    const [, late] = await desk.untilFed(2);
    const { id } = await desk.listen();
    expect(await completed(id, { since: early?.occurredAt, until: late?.occurredAt })).toMatchObject({ queued: 1 });
    const deaf = await desk.listen({ eventTypes: ['customs.*'] }, '/deaf');
    expect(await completed(deaf.id, { since: early?.occurredAt })).toMatchObject({ queued: 0 });
  });

  it('come with switching an endpoint on again, where that is asked for', async () => {
    const { id } = await desk.listen();
    await desk.patch(id, { state: 'disabled' });
    await desk.happen();
    await desk.untilFed(1);
    expect((await desk.patch(id, { state: 'enabled', replayMissing: true })).status).toBe(200);
    await desk.untilSent(1);
  });

  it('are started once under one Idempotency-Key, and no second beside the first', async () => {
    const { id } = await desk.listen();
    await desk.platform.stopWorker();
    try {
      const key = { 'idempotency-key': 'replay-1' };
      const [first, again] = [await replay(id, { missing: true }, key), await replay(id, { missing: true }, key)];
      expect(again.body.id).toBe(first.body.id);
      const other = await replay(id, { missing: true });
      expect([other.status, other.body]).toMatchObject([409, { code: 'WEBHOOKS.REPLAY_RUNNING' }]);
      await desk.tenant.client.delete(`/v1/webhooks/endpoints/${id}`);
      const { body } = await desk.tenant.client.get<Replay>(`/v1/webhooks/replays/${first.body.id}`);
      expect(body.state).toBe('stopped');
    } finally {
      await desk.platform.startWorker();
    }
  });

  it('are refused for an endpoint that is off', async () => {
    const { id } = await desk.listen();
    await desk.patch(id, { state: 'disabled' });
    expect((await replay(id, { missing: true })).body).toMatchObject({ code: 'WEBHOOKS.ENDPOINT_DISABLED' });
  });

  it.each([
    [{}, 'nothing'],
    [{ missing: false }, 'nothing either'],
    [{ eventId: 'evt_01jdq3x7k2e9ta6v0m8r4c5wzb', missing: true }, 'both'],
    [{ eventId: 'evt_01jdq3x7k2e9ta6v0m8r4c5wzb', until: '2026-01-01T00:00:00Z' }, 'one, and a time'],
  ])('are refused where %j says %s', async (request, _what) => {
    const { id } = await desk.listen();
    expect((await replay(id, request)).status).toBe(422);
  });
});
