import { newId, publicId } from '../../src/kernel/ids.js';
import { PurgeEventFeed } from '../../src/platform/operations/schedules/housekeeping.js';
import { HookDesk } from '../support/hook-desk.js';
import { eventually } from '../support/test-platform.js';

interface Consumer {
  readonly id: string;
  readonly name: string;
  readonly lag: number;
  readonly acknowledgedAt: string | null;
}

interface Batch {
  readonly data: readonly { readonly id: string; readonly sequence: number }[];
  readonly hasMore: boolean;
  readonly nextAfter?: string | null;
}

const DAY_MS = 86_400_000;

describe('Event consumers', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  beforeEach(() => desk.clear());
  afterAll(() => desk.close());

  const create = async (start: object, name = 'erp'): Promise<Consumer> => {
    const answer = await desk.tenant.client.post<Consumer>('/v1/event-consumers', { name, ...start });
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };
  const read = ({ id }: Consumer) => desk.tenant.client.get<Consumer>(`/v1/event-consumers/${id}`);
  const next = ({ id }: Consumer, limit = 2) =>
    desk.tenant.client.get<Batch>(`/v1/event-consumers/${id}/events?limit=${limit}`);
  const acknowledge = ({ id }: Consumer, eventId: string) =>
    desk.tenant.client.post<Consumer>(`/v1/event-consumers/${id}/acknowledgement`, { eventId });
  const sequences = ({ data }: Batch): number[] => data.map(({ sequence }) => sequence);

  it('read batch by batch, the same again until they say that it is done', async () => {
    const consumer = await create({ start: 'newest' });
    await desk.happen({ times: 5 });
    await desk.untilFed(5);
    const { body: first } = await next(consumer);
    expect([sequences(first), first.hasMore]).toEqual([[1, 2], true]);
    expect(sequences((await next(consumer)).body)).toEqual([1, 2]);

    const { body } = await acknowledge(consumer, first.data[1]?.id ?? '');
    expect(body).toMatchObject({ lag: 3, acknowledgedAt: expect.any(String) as string });
    const { body: second } = await next(consumer, 100);
    expect([sequences(second), second.hasMore]).toEqual([[3, 4, 5], false]);
    await acknowledge(consumer, second.data[2]?.id ?? '');
    expect((await next(consumer)).body.data).toEqual([]);
  });

  it('are not put back by a late repeat, and are by a reset', async () => {
    const consumer = await create({ start: 'oldest' });
    await desk.happen({ times: 3 });
    const events = await desk.untilFed(3);
    await acknowledge(consumer, events[2]?.id ?? '');
    expect((await acknowledge(consumer, events[0]?.id ?? '')).body.lag).toBe(0);
    await desk.tenant.client.post(`/v1/event-consumers/${consumer.id}/reset`, { start: 'oldest' });
    expect((await read(consumer)).body.lag).toBe(3);
  });

  it('begin with what happens from now on, with the oldest there is, or at an instant', async () => {
    await desk.happen({ times: 2 });
    await desk.untilFed(2);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const instant = new Date().toISOString();
    await desk.happen({ times: 3 });
    await desk.untilFed(5);
    const lags = [
      await create({ start: 'newest' }, 'newest'),
      await create({ start: 'oldest' }, 'oldest'),
      await create({ start: 'since', since: instant }, 'since'),
      await create({ start: 'since', since: '2099-01-01T00:00:00Z' }, 'later'),
    ].map(({ lag }) => lag);
    expect(lags).toEqual([0, 5, 3, 0]);
  });

  it('that fell behind the feed are told so, with the oldest event there is, and go on after a reset', async () => {
    const consumer = await create({ start: 'newest' });
    await desk.happen({ times: 2 });
    await desk.untilFed(2);
    await desk.platform.rows(`UPDATE platform.event_feed SET event_id = $2 WHERE tenant_id = $1 AND position = 1`, [
      desk.tenant.tenantId,
      idOf(new Date(Date.now() - 91 * DAY_MS)),
    ]);
    await desk.platform.inWorker(PurgeEventFeed).run();
    const [second] = await desk.untilFed(1);
    const answer = await next(consumer);
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: 'EVENTS.CONSUMER_BEHIND', details: { oldestEventId: second?.id } },
    ]);
    await desk.tenant.client.post(`/v1/event-consumers/${consumer.id}/reset`, { start: 'oldest' });
    expect(sequences((await next(consumer)).body)).toEqual([2]);
  });

  it('have names of their own, and end when they are removed', async () => {
    const consumer = await create({ start: 'newest' });
    const again = await desk.tenant.client.post('/v1/event-consumers', { name: 'erp', start: 'oldest' });
    expect([again.status, again.body]).toMatchObject([409, { code: 'EVENTS.CONSUMER_EXISTS' }]);
    expect((await desk.tenant.client.delete(`/v1/event-consumers/${consumer.id}`)).status).toBe(200);
    expect((await read(consumer)).status).toBe(404);
    expect((await create({ start: 'oldest' })).name).toBe('erp');
  });

  it.each([
    [{ start: 'since' }, 'no instant'],
    [{ start: 'newest', since: '2026-11-24T00:00:00Z' }, 'an instant too many'],
  ])('are refused with %j: %s', async (start, _why) => {
    const answer = await desk.tenant.client.post<{ errors: { pointer: string }[] }>('/v1/event-consumers', {
      name: 'erp',
      ...start,
    });
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, '/since']);
  });

  it("acknowledge nothing that is not the tenant's", async () => {
    const consumer = await create({ start: 'newest' });
    expect((await acknowledge(consumer, publicId('event', newId()))).status).toBe(404);
    const stranger = await desk.platform.tenant('Stranger');
    expect((await stranger.client.get(`/v1/event-consumers/${consumer.id}/events`)).status).toBe(404);
  });
});

describe('The feed of events', () => {
  let desk: HookDesk;

  beforeAll(async () => {
    desk = await HookDesk.open();
  });
  afterAll(() => desk.close());

  it('can be begun at its newest event, without reading what was', async () => {
    const feed = (query: string) => desk.tenant.client.get<Batch>(`/v1/events?${query}`);
    expect((await feed('start=newest')).body).toEqual({ data: [], hasMore: false, nextAfter: null });
    await desk.happen({ times: 3 });
    const events = await desk.untilFed(3);
    const { body } = await feed('start=newest');
    expect(body).toEqual({ data: [], hasMore: false, nextAfter: events[2]?.id });
    await desk.happen();
    const { body: rest } = await eventually(
      () => feed(`after=${body.nextAfter ?? ''}`),
      (answer) => answer.body.data.length > 0,
    );
    expect(rest.data).toHaveLength(1);
    expect((await feed(`start=newest&after=${body.nextAfter ?? ''}`)).status).toBe(400);
  });
});

/** The id that an event of that time would have. */
function idOf(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
}
