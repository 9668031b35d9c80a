import { Entrepot } from './client.js';
import { NotFoundError } from './errors.js';
import { type TailOptions } from './tail.js';
import { Loopback, problem } from './testing/loopback.js';

/** A feed of numbered events, of which the first so many have happened. */
describe('The tail of events', () => {
  let server: Loopback;
  let client: Entrepot;
  let happened: number;

  beforeEach(async () => {
    server = await Loopback.start();
    happened = 3;
    server.answer = ({ url }) => page(url);
    client = new Entrepot({ baseUrl: server.url, apiKey: 'ek_test_1', maxRetries: 0 });
  });
  afterEach(() => server.stop());

  /** Two events a page. */
  function page(url: string) {
    const { searchParams } = new URL(url, server.url);
    if (searchParams.get('start') === 'newest') {
      return { status: 200, body: { data: [], hasMore: false, nextAfter: happened === 0 ? null : `evt_${happened}` } };
    }
    const after = Number(searchParams.get('after')?.slice('evt_'.length) ?? 0);
    const numbers = Array.from({ length: happened - after }, (_, index) => after + index + 1);
    const data = numbers.slice(0, 2).map((number) => ({ id: `evt_${number}` }));
    const nextAfter = data.at(-1)?.id ?? (after === 0 ? null : `evt_${after}`);
    return { status: 200, body: { data, hasMore: numbers.length > 2, nextAfter } };
  }

  /** Takes so many, and then ends it by the signal, as a process that is told to stop does. */
  async function take(count: number, options: TailOptions = {}): Promise<string[]> {
    const controller = new AbortController();
    const ids: string[] = [];
    for await (const { id } of client.events.tail({ pollMs: 10, ...options, signal: controller.signal })) {
      if (ids.push(id) === count) controller.abort();
    }
    return ids;
  }

  it('begins with the oldest, and goes on with what happens later', async () => {
    setTimeout(() => {
      happened = 5;
    }, 100);
    expect(await take(5)).toEqual(['evt_1', 'evt_2', 'evt_3', 'evt_4', 'evt_5']);
  });

  it('begins after the event that is named', async () => {
    expect(await take(1, { after: 'evt_2', types: ['a.b.c', 'd.e.f'], orderId: 'ord_1' })).toEqual(['evt_3']);
    expect(server.asked[0]?.url).toBe('/v1/events?type=a.b.c%2Cd.e.f&orderId=ord_1&after=evt_2&limit=100');
  });

  it('begins now where that is wanted: what was before is not even read', async () => {
    setTimeout(() => {
      happened = 4;
    }, 150);
    expect(await take(1, { from: 'now' })).toEqual(['evt_4']);
    expect(server.asked.slice(0, 2).map(({ url }) => url)).toEqual([
      '/v1/events?start=newest&limit=100',
      '/v1/events?after=evt_3&limit=100',
    ]);
  });

  it('begins with the first that ever happens where there is none yet', async () => {
    happened = 0;
    setTimeout(() => {
      happened = 2;
    }, 150);
    expect(await take(2, { from: 'now' })).toEqual(['evt_1', 'evt_2']);
  });

  it('begins where the cursor says, and saves an event once it has been dealt with', async () => {
    const saved: string[] = [];
    const cursor = {
      load: () => saved.at(-1) ?? 'evt_1',
      save: (id: string) => void saved.push(id),
    };
    const dealtWith: [string, number][] = [];
    const feed = client.events.tail({ cursor, pollMs: 10 });
    for await (const { id } of feed) {
      dealtWith.push([id, saved.length]);
      if (id === 'evt_3') break;
    }
    expect(dealtWith).toEqual([
      ['evt_2', 0],
      ['evt_3', 1],
    ]);
    expect(await take(1, { cursor })).toEqual(['evt_3']); // its work was broken off: it comes again
  });

  it('begins now only once: after a restart it goes on from what was saved', async () => {
    const saved: string[] = [];
    const cursor = { load: () => saved.at(-1) ?? null, save: (id: string) => void saved.push(id) };
    const controller = new AbortController();
    const first = client.events.tail({ cursor, from: 'now', pollMs: 10, signal: controller.signal });
    setTimeout(() => {
      controller.abort();
    }, 150);
    expect((await first.next()).done).toBe(true);
    expect(saved).toEqual(['evt_3']);
    happened = 5;
    expect(await take(2, { cursor, from: 'now' })).toEqual(['evt_4', 'evt_5']);
  });

  it('outlives an outage', async () => {
    server.answer = ({ url }, count) => (count === 1 ? problem(503, 'PLATFORM.AWAY') : page(url));
    expect(await take(3)).toEqual(['evt_1', 'evt_2', 'evt_3']);
  });

  it('ends with what is for good', async () => {
    server.answer = () => problem(404, 'REQUEST.NOT_FOUND');
    await expect(take(1, { after: 'evt_0' })).rejects.toBeInstanceOf(NotFoundError);
  });
});
