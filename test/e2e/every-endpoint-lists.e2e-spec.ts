import { type Endpoint, isList } from '../support/endpoint.js';
import { FullHouse } from '../support/full-house.js';
import { BUYER } from '../support/order-samples.js';
import { type TestTenant } from '../support/test-platform.js';

interface List {
  readonly data: readonly { readonly id?: string; readonly createdAt?: string }[];
}

const SLOW_MS = 180_000;
const LOG = '/v1/request-log';

describe('Every list whose resources have a createdAt', () => {
  let house: FullHouse;
  let dated: { readonly endpoint: Endpoint; readonly address: string; readonly newest: string }[];

  beforeAll(async () => {
    house = await FullHouse.open();
    const look = async (endpoint: Endpoint) => {
      const address = house.address(endpoint.path);
      const { body } = await house.tenant.client.get<List>(address);
      return { endpoint, address, newest: body.data[0]?.createdAt };
    };
    const lists = house.endpoints.filter(isList);
    const seen = await Promise.all(lists.filter(({ path }) => path !== LOG).map(look));
    // Each question makes the log of requests longer: it is read when all else has been.
    seen.push(...(await Promise.all(lists.filter(({ path }) => path === LOG).map(look))));
    dated = seen.flatMap(({ newest, ...list }) => (newest === undefined ? [] : [{ ...list, newest }]));
  }, SLOW_MS);
  afterAll(() => house.close());

  it('can be bounded by it from both sides', () => {
    const unbounded = dated.filter(({ endpoint: { operation } }) => {
      const names = (operation.parameters ?? []).map(({ name }) => name);
      return !['gte', 'gt', 'lte', 'lt'].every((bound) => names.includes(`createdAt[${bound}]`));
    });
    expect(unbounded.map(({ endpoint }) => endpoint.path)).toEqual([]);
    expect(dated.length).toBeGreaterThan(18);
  });

  it.each([
    ['gte', 0, true],
    ['lt', 0, false],
    // Some rows are dated more finely than the answer shows, within the millisecond.
    ['gt', 1, false],
    ['lte', 1, true],
  ])('by createdAt[%s] of the newest and %s ms: it is there: %s', async (bound, ms, isThere) => {
    const judge = async ({ endpoint, address, newest }: (typeof dated)[number]): Promise<string[]> => {
      const instant = new Date(Date.parse(newest) + ms).toISOString();
      const { body } = await house.tenant.client.get<List>(`${address}?createdAt[${bound}]=${instant}&limit=100`);
      return body.data.some(({ createdAt }) => createdAt === newest) === isThere ? [] : [endpoint.path];
    };
    const isLog = ({ endpoint }: (typeof dated)[number]): boolean => endpoint.path === LOG;
    // The log of requests first: there are more lists than rows on a page, and each question is a row of it.
    const ofLog = await Promise.all(dated.filter(isLog).map(judge));
    const wrong = [...ofLog, ...(await Promise.all(dated.filter((list) => !isLog(list)).map(judge)))];
    expect(wrong.flat()).toEqual([]);
  });

  it('goes by the test clock where the tenant has one, whatever the ids say', async () => {
    const tenant = await house.platform.tenant('Of another time');
    await house.platform.rows(`UPDATE platform.tenant SET test_clock = '2031-05-06T07:08:09.123Z' WHERE id = $1`, [
      tenant.tenantId,
    ]);
    await enterBuyer(tenant);
    expect(await found(tenant, 'createdAt[gte]=2031-05-06T15:08:09.123%2B08:00')).toBe(1);
    expect(await found(tenant, 'createdAt[lte]=2031-05-06T07:08:09.123Z&createdAt[gt]=2031-05-06T07:08:09.122Z')).toBe(
      1,
    );
    expect(await found(tenant, 'createdAt[gt]=2031-05-06T07:08:09.123Z')).toBe(0);
    expect(await found(tenant, 'createdAt[lt]=2031-05-06T07:08:09.123Z')).toBe(0);
  });

  it('goes by the time in a live tenant, where the ids help', async () => {
    const tenant = await house.platform.tenant('Live', { livemode: true });
    await enterBuyer(tenant);
    const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    expect(await found(tenant, `createdAt[gte]=${at(-0.1)}&createdAt[lt]=${at(0.1)}`)).toBe(1);
    expect(await found(tenant, `createdAt[lt]=${at(-0.1)}`)).toBe(0);
    expect(await found(tenant, `createdAt[gt]=${at(0.1)}`)).toBe(0);
    expect(await found(tenant, `createdAt[gt]=${at(3)}`)).toBe(0);
    expect(await found(tenant, `createdAt[gte]=1970-01-01T00:00:00Z&createdAt[lte]=9999-12-31T23:59:59Z`)).toBe(1);
  });

  it.each(['2026-02-30T00:00:00Z', '2026-11-24', '0000-01-01T00:00:00Z', '2026-11-24T12:00:00%2B23:59', 'now', ''])(
    'is not bounded by %j',
    async (instant) => {
      const { status } = await house.tenant.client.get(`/v1/parties?createdAt[gte]=${instant}`);
      expect(status).toBe(400);
    },
  );

  async function enterBuyer({ client }: TestTenant): Promise<void> {
    expect((await client.post('/v1/parties', BUYER)).status).toBe(201);
  }

  async function found({ client }: TestTenant, query: string): Promise<number> {
    return (await client.get<List>(`/v1/parties?${query}`)).body.data.length;
  }
});
