import { BatchDesk, buyers, type Operation } from '../support/batch-desk.js';
import { statementsOf } from '../support/query-log.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Told {
  readonly id: string;
  readonly event: string;
  readonly data: Operation;
}

describe('The progress of an operation', () => {
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

  const open = (id: string, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<Response> =>
    fetch(`${platform.config.publicUrl}/v1/operations/${id}/progress`, {
      headers: { authorization: `Bearer ${tenant.apiKey}`, ...headers },
      ...(signal === undefined ? {} : { signal }),
    });
  /** All that is told until the stream ends. */
  const follow = async (id: string, headers: Record<string, string> = {}): Promise<Told[]> => {
    const answer = await open(id, headers);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const blocks = (await answer.text()).split('\n\n').filter((block) => block.startsWith('id: '));
    return blocks.map((block) => {
      const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
      return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Operation };
    });
  };

  it('is told as it goes, and ends when the operation does', async () => {
    const { id } = await desk.order(buyers(1_000));
    const told = await follow(id);
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ event: 'end', data: { id, state: 'completed', done: 1_000 } });
    expect(told.slice(0, -1).every(({ event, data }) => event === 'progress' && data.state === 'running')).toBe(true);
    const versions = told.map((one) => Number(one.id));
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(told.at(-1)?.data).toEqual(await desk.look(id));
  });

  it('of one that is over is its end, also for who knew that', async () => {
    const { id } = await desk.order(buyers(1));
    const { version } = await desk.ended(id);
    const told = [await follow(id), await follow(id, { 'last-event-id': String(version) })];
    expect(told.map((events) => events.map(({ event }) => event))).toEqual([['end'], ['end']]);
  });

  describe('while nobody works', () => {
    let id: string;

    beforeAll(() => platform.stopWorker());
    beforeEach(async () => {
      ({ id } = await desk.order(buyers(1)));
    });
    afterAll(() => platform.startWorker());

    /** What comes within a second. */
    const first = async (headers: Record<string, string> = {}): Promise<string> => {
      const answer = await open(id, headers, AbortSignal.timeout(1_000));
      let text = '';
      try {
        for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
      } catch (error) {
        expect((error as Error).name).toBe('TimeoutError');
      }
      return text;
    };

    it('goes on where it was left: nothing is told twice', async () => {
      const { version } = await desk.look(id);
      const [fresh, resumed] = await Promise.all([first(), first({ 'last-event-id': String(version) })]);
      expect(fresh).toContain(`id: ${version}\nevent: progress\n`);
      expect(resumed).toBe('retry: 2000\n\n');
    });

    it('is followed by ten streams of a credential, and by more when those have gone', async () => {
      const ends = new AbortController();
      const streams = await Promise.all(Array.from({ length: 10 }, () => open(id, {}, ends.signal)));
      expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
      const refused = await tenant.client.get<{ code: string }>(`/v1/operations/${id}/progress`);
      expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
        429,
        'BULK.TOO_MANY_STREAMS',
        '5',
      ]);
      ends.abort();
      const again = await eventually(
        () => open(id, {}, AbortSignal.timeout(2_000)),
        ({ status }) => status === 200,
      );
      await again.body?.cancel();
    });

    it('costs one question for all who follow, and none when they have gone', async () => {
      const ends = new AbortController();
      const count = async (ms: number) => {
        const asked = await statementsOf(() => new Promise((resolve) => setTimeout(resolve, ms)));
        return asked.filter((sql) => sql.includes('operation_versions')).length;
      };
      await Promise.all(Array.from({ length: 5 }, () => open(id, {}, ends.signal)));
      expect([1, 2, 3]).toContain(await count(1_100));
      ends.abort();
      await eventually(
        () => count(700),
        (asked) => asked === 0,
      );
    });

    it('ends when the api stops, within the time it has', async () => {
      const other = await platform.anotherApi();
      const answer = await fetch(`${other.url}/v1/operations/${id}/progress`, {
        headers: { authorization: `Bearer ${tenant.apiKey}` },
      });
      const text = answer.text();
      const before = performance.now();
      await other.close();
      expect(await text).toContain('event: progress');
      expect(performance.now() - before).toBeLessThan(5_000);
    });

    it('is nobody else’s', async () => {
      const stranger = await platform.tenant();
      expect((await stranger.client.get(`/v1/operations/${id}/progress`)).status).toBe(404);
    });
  });
});
