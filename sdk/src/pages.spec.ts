import { Entrepot } from './client.js';
import { Loopback } from './testing/loopback.js';

const PAGES: Readonly<Record<string, object>> = {
  '/v1/orders?state=placed': { data: [{ id: 1 }, { id: 2 }], nextCursor: 'two' },
  '/v1/orders?state=placed&cursor=two': { data: [], nextCursor: 'three' },
  '/v1/orders?state=placed&cursor=three': { data: [{ id: 3 }], nextCursor: null },
  '/v1/events?': { data: [{ id: 'evt_1' }], hasMore: true, nextAfter: 'evt_1' },
  '/v1/events?after=evt_1': { data: [{ id: 'evt_2' }], hasMore: false, nextAfter: 'evt_2' },
  '/v1/financing/limits?': { data: [{ id: 7 }] },
};

describe('A list', () => {
  let server: Loopback;
  let client: Entrepot;

  beforeEach(async () => {
    server = await Loopback.start();
    server.answer = ({ url }) => ({ status: 200, body: PAGES[url.includes('?') ? url : `${url}?`] });
    client = new Entrepot({ baseUrl: server.url, apiKey: 'ek_test_1', maxRetries: 0 });
  });
  afterEach(() => server.stop());

  const placed = () => client.orders.list({ state: 'placed' });

  it('is read to its end, over empty pages too, with the same filters', async () => {
    const ids: unknown[] = [];
    for await (const { id } of placed()) ids.push(id);
    expect(ids).toEqual([1, 2, 3]);
    expect(server.asked).toHaveLength(3);
  });

  it('is read no further than it is looked at', async () => {
    for await (const { id } of placed()) if (id === (2 as never)) break;
    expect(await placed().toArray(2)).toHaveLength(2);
    expect(await placed().toArray(0)).toEqual([]);
    expect(server.asked).toHaveLength(2);
  });

  it('can be read page by page, or one page alone', async () => {
    const sizes: number[] = [];
    for await (const { data } of placed().pages()) sizes.push(data.length);
    expect(sizes).toEqual([2, 0, 1]);
    expect((await placed().page()).nextCursor).toBe('two');
  });

  it('of events is read on with after, while there is more', async () => {
    expect((await client.events.list().toArray()).map(({ id }) => id)).toEqual(['evt_1', 'evt_2']);
  });

  it('without pages is one page', async () => {
    expect(await client.financing.limits.list().toArray()).toEqual([{ id: 7 }]);
  });
});
