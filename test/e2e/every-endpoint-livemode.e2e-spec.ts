import { randomUUID } from 'node:crypto';

import { BatchDesk, buyers } from '../support/batch-desk.js';
import { type Endpoint } from '../support/endpoint.js';
import { FullHouse } from '../support/full-house.js';
import { MandateDesk } from '../support/mandate-desk.js';
import { BUYER } from '../support/order-samples.js';
import { Person } from '../support/staff.js';
import { type TestTenant } from '../support/test-platform.js';

interface Resource {
  readonly id?: unknown;
  readonly version?: unknown;
  readonly object?: unknown;
  readonly livemode?: unknown;
  readonly code?: string;
}

type Answered = Resource & { readonly data?: unknown };

const SLOW_MS = 180_000;
/** As the house makes ids. */
const ID = /^[a-z]{2,4}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

describe('Every resource says whether it is of a live tenant', () => {
  let house: FullHouse;
  let live: TestTenant;

  beforeAll(async () => {
    house = await FullHouse.open();
    live = await house.platform.tenant('Live', { livemode: true });
  }, SLOW_MS);
  afterAll(() => house.close());

  it('by whatever question it is asked for, alone and in a list', async () => {
    const seen = await Promise.all(house.endpoints.filter(isQuestion).map(askedFor));
    const resources = seen.flat();
    expect(resources.filter(({ livemode }) => livemode !== false)).toEqual([]);
    expect(new Set(resources.map(({ path }) => path)).size).toBeGreaterThan(50);
  });

  it('in the answer to a command, which is the same when it is repeated', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await live.client.post<Resource>('/v1/parties', { ...BUYER, reference: 'LIVE-1' }, headers);
    const again = await live.client.post('/v1/parties', { ...BUYER, reference: 'LIVE-1' }, headers);
    expect([first.status, first.body.livemode, again.text]).toEqual([201, true, first.text]);
    const tried = await live.client.post<Resource>('/v1/parties?dryRun=true', { ...BUYER, reference: 'LIVE-2' });
    expect([tried.status, tried.body.livemode]).toEqual([200, true]);
  });

  it('where a secret is shown once: on both answers', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const order = (): Promise<{ body: Resource & { readonly apiKey: string | null } }> =>
      live.client.post('/v1/api-keys', { name: 'ERP', scopes: ['orders:read'] }, headers);
    const [first, again] = [await order(), await order()];
    expect(again.body).toEqual({ ...first.body, apiKey: null });
    expect(again.body.livemode).toBe(true);
  });

  it('for those who sign in, and for their key', async () => {
    const person = await Person.join(house.platform, live, ['owner']);
    expect((await person.signIn()).body.user).toMatchObject({ livemode: true });
    expect((await (await person.in()).client.get<Resource>('/v1/me')).body.livemode).toBe(true);
    const made = await house.platform.as(null).post<{ firstKey: Resource }>('/v1/sandbox/tenants', { name: 'Trial' });
    expect(made.body.firstKey.livemode).toBe(false);
  });

  it('of the tenant that is acted for', async () => {
    const desk = await MandateDesk.open(house.platform, house.tenant);
    await desk.hold();
    const { body } = await desk.integrator.client.get<{ data: Resource[] }>('/v1/parties', desk.actingFor);
    expect(new Set(body.data.map(({ livemode }) => livemode))).toEqual(new Set([false]));
  });

  it('in bulk: the operation and each result', async () => {
    const operation = await new BatchDesk(house.tenant).order(buyers(2, 'mode-'));
    expect(operation).toMatchObject({ livemode: false });
    const { body } = await house.tenant.client.get<{ data: Resource[] }>(`/v1/operations/${operation.id}/results`);
    expect(body.data.map(({ livemode }) => livemode)).toEqual([false, false]);
  });

  it('but no problem does', async () => {
    const { status, body } = await live.client.get<Resource>('/v1/parties/pty_00000000000000000000000000');
    expect([status, body.livemode]).toEqual([404, undefined]);
  });

  async function askedFor(endpoint: Endpoint): Promise<{ path: string; livemode: unknown }[]> {
    const { path } = endpoint;
    const { status, body } = await house.clientFor(endpoint).get<Answered>(house.address(path));
    if (status !== 200) return [];
    const items = Array.isArray(body.data) ? (body.data as Resource[]) : [];
    return [body, ...items]
      .filter(({ id, version, object }) => ID.test(String(id)) || typeof version === 'number' || object !== undefined)
      .map(({ livemode }) => ({ path, livemode }));
  }
});

/** All but the stream, which ends when the operation does. */
function isQuestion({ method, path }: Endpoint): boolean {
  return method === 'GET' && !path.endsWith('/progress');
}
