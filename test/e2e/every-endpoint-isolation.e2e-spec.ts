import pg from 'pg';
import { TypeID } from 'typeid-js';

import { newId } from '../../src/kernel/ids.js';
import { SCOPES } from '../../src/platform/auth/scopes.js';
import { BUYER, SELLER } from '../support/order-samples.js';
import { type ApiClient } from '../support/api-client.js';
import { type Endpoint, hasId, isList, isPublic, isRead, takesPerson } from '../support/endpoint.js';
import { FullHouse } from '../support/full-house.js';
import { statementsOf } from '../support/query-log.js';
import { rowDigest, tenantTables } from '../support/row-digest.js';
import { Person } from '../support/staff.js';
import { type TestTenant } from '../support/test-platform.js';

const SLOW_MS = 180_000;
/** What a process sends by the clock, or once per connection. */
const BESIDE_REQUESTS = /log_requests|note_uses|set_config\('app\.tenant', \$1, false\)/;
/** What is kept for ever, as it was: nobody may rewrite it, not even a process that was taken over. */
const IMMUTABLE = [
  'audit.record',
  'ledger.transfer',
  'ledger.posting',
  'platform.event',
  'platform.inbox_message',
  'platform.partner_exchange',
];

/** The tariffs of the platform and of customs are there for all. */
const SAME_FOR_ALL = [
  '/v1/freight/places',
  '/v1/freight/rates',
  '/v1/reference/hs-codes',
  '/v1/reference/tax-classification-codes',
];

/** What needs no key: what explains, and what has the proof in its body. */
const OPEN = [
  'GET /.well-known/jwks.json',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/webhook-keys',
  'GET /v1/changelog',
  'GET /v1/errors',
  'GET /v1/errors/{code}',
  'POST /oauth/token',
  'POST /v1/invitations/acceptance',
  'POST /v1/sandbox/tenants',
  'POST /v1/sessions',
  'POST /v1/sessions/refresh',
];
/** An empty body proves nothing. */
const OPEN_ANSWERS = [200, 400, 422];
/** Open to those who show no key; one that is shown must be good. */
const FOR_NEWCOMERS = ['/v1/sandbox/tenants'];

describe('Between tenants', () => {
  let house: FullHouse;
  let stranger: TestTenant;
  let strangerInPerson: ApiClient;
  let before: Record<string, string>;

  beforeAll(async () => {
    house = await FullHouse.open();
    stranger = await house.platform.tenant('Stranger');
    strangerInPerson = (await (await Person.join(house.platform, stranger, ['owner'])).in()).client;
    before = await rowDigest(house.platform, house.tenant.tenantId);
  }, SLOW_MS);
  afterEach(async () => {
    expect(await rowDigest(house.platform, house.tenant.tenantId)).toEqual(before);
  });
  afterAll(() => house.close());

  it('each resource that one reads is 404 to the other', async () => {
    const reads = house.endpoints.filter((each) => isRead(each) && hasId(each));
    expect(reads.length).toBeGreaterThan(20);
    const found: string[] = [];
    for (const { path } of reads) {
      const own = await house.tenant.client.get(house.address(path));
      const theirs = await stranger.client.get(house.address(path));
      if (own.status !== 200 || theirs.status !== 404) found.push(`${path}: ${own.status} and ${theirs.status}`);
    }
    expect(found).toEqual([]);
  });

  it('each list that one has is empty to the other', async () => {
    const found: string[] = [];
    for (const { path } of house.endpoints.filter((each) => isList(each) && !hasId(each))) {
      const own = await house.tenant.client.get<{ data: { id?: string; orderId?: string }[] }>(`${path}?limit=100`);
      const theirs = await stranger.client.get<{ data: { id?: string; orderId?: string }[] }>(`${path}?limit=100`);
      if (own.body.data.length === 0) found.push(`${path}: nothing to hide`);
      const seen = new Set(theirs.body.data.map(({ id, orderId }) => id ?? orderId));
      const shared = own.body.data.filter(({ id, orderId }) => seen.has(id ?? orderId));
      if (shared.length > 0 && !SAME_FOR_ALL.includes(path)) found.push(`${path}: ${JSON.stringify(shared)}`);
    }
    expect(found).toEqual([]);
  });

  it('no command on what one has is done for the other: 404', async () => {
    const commands = house.endpoints.filter((each) => !isRead(each) && hasId(each));
    expect(commands.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const endpoint of commands) {
      const body = house.bodyFor(endpoint) ?? {};
      const client = takesPerson(endpoint) ? strangerInPerson : stranger.client;
      const answer = await client.send(endpoint.method, house.address(endpoint.path), body, house.headers());
      if (answer.status !== 404) found.push(`${endpoint.method} ${endpoint.path}: ${answer.status} ${answer.text}`);
    }
    expect(found).toEqual([]);
  });

  it('what is not theirs is answered like what never was: the same words after the same statements', async () => {
    const found: string[] = [];
    for (const endpoint of house.endpoints.filter(hasId)) {
      const client = takesPerson(endpoint) ? strangerInPerson : stranger.client;
      const body = isRead(endpoint) ? undefined : (house.bodyFor(endpoint) ?? {});
      const ask = async (id: string): Promise<string> => {
        let answer: object = {};
        const statements = await statementsOf(async () => {
          const address = house.address(endpoint.path, id);
          const { status, body: problem } = await client.send(endpoint.method, address, body, house.headers());
          answer = { status, problem: { ...(problem as object), traceId: null, instance: null } };
        });
        const ofRequest = statements.filter((text) => !BESIDE_REQUESTS.test(text));
        if (ofRequest.length === 0) found.push(`${endpoint.method} ${endpoint.path}: nothing was asked`);
        return JSON.stringify({ answer, ofRequest });
      };
      const own = house.idFor(endpoint.path);
      const differs = async (): Promise<string | null> => {
        const [theirs, nobodys] = [await ask(own), await ask(neverWas(own))];
        return theirs === nobodys ? null : `${endpoint.method} ${endpoint.path}: ${theirs} but ${nobodys}`;
      };
      // What is believed of a caller is asked again after a while: that happens to either, and to neither twice.
      const difference = (await differs()) === null ? null : await differs();
      if (difference !== null) found.push(difference);
    }
    expect(found).toEqual([]);
  });

  it('what one has is not found in a body of the other either', async () => {
    const own = async (party: object): Promise<string> =>
      (await stranger.client.post<{ id: string }>('/v1/parties', party, house.headers())).body.id;
    const parties = { sellerId: await own(SELLER), buyerId: await own(BUYER) };
    const naming = house.endpoints.filter(
      (each) =>
        !isRead(each) &&
        !hasId(each) &&
        !isPublic(each) &&
        // They name a tenant that both may name.
        !['grantMandate', 'offerLenderConsent'].includes(each.operation.operationId) &&
        // Its `dxpId` is a number at the exchange, and no id of ours.
        each.operation.operationId !== 'openEcommerceProfile' &&
        // Its `memberId` is whatever the caller calls a member.
        each.operation.operationId !== 'calculateGuaranteeLiability' &&
        /"(\w+)Id":"/.test(JSON.stringify(house.bodyFor(each))),
    );
    expect(naming.length).toBeGreaterThan(5);
    const found: string[] = [];
    for (const endpoint of naming) {
      const bodies = [house.bodyFor(endpoint), { ...house.bodyFor(endpoint), ...mixed(endpoint, parties) }];
      for (const body of bodies) {
        const answer = await stranger.client.send(endpoint.method, house.address(endpoint.path), body, house.headers());
        const isRefused = [404, 409, 422].includes(answer.status);
        if (!isRefused) found.push(`${endpoint.method} ${endpoint.path}: ${answer.status} ${answer.text}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('a filter by what one has finds nothing for the other', async () => {
    const found: string[] = [];
    for (const { path, operation } of house.endpoints.filter(isList)) {
      const names = (operation.parameters ?? []).map(({ name }) => name).filter((name) => name === 'orderId');
      for (const name of names) {
        const { body } = await stranger.client.get<{ data: object[] }>(
          `${path}?${name}=${house.idFor('/v1/orders/{id}')}`,
        );
        if (body.data.length > 0) found.push(`${path}?${name}`);
      }
    }
    expect(found).toEqual([]);
  });

  /** Two of one's own parties, but the other's order; and the like. */
  function mixed({ operation }: Endpoint, parties: { sellerId: string; buyerId: string }): object {
    return operation.operationId === 'createOrder' ? { sellerId: parties.sellerId } : {};
  }
});

describe('Without the right key', () => {
  let house: FullHouse;

  beforeAll(async () => {
    house = await FullHouse.open({ furnished: false });
  }, SLOW_MS);
  afterAll(() => house.close());

  it('every operation is 401, but for those that are documented as open', async () => {
    const { client } = house.tenant;
    const made = await client.post<{ id: string; apiKey: string }>('/v1/api-keys', {
      name: 'x',
      scopes: ['orders:read'],
    });
    await client.post(`/v1/api-keys/${made.body.id}/revocation`);
    const keys = [null, 'nonsense', made.body.apiKey, `${house.tenant.apiKey}x`, house.tenant.apiKey.toUpperCase()];
    const open = house.endpoints.filter(isPublic);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(OPEN);
    const found: string[] = [];
    for (const endpoint of house.endpoints) {
      for (const apiKey of keys) {
        const { status } = await send(endpoint, apiKey);
        const isOpen = isPublic(endpoint) && (apiKey === null || !FOR_NEWCOMERS.includes(endpoint.path));
        const expected = isOpen ? OPEN_ANSWERS : [401];
        if (!expected.includes(status)) found.push(`${endpoint.method} ${endpoint.path} ${String(apiKey)}: ${status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('that lacks the one scope of an operation, it is 403, and names the scope', async () => {
    const { client } = house.tenant;
    const found: string[] = [];
    for (const scope of SCOPES) {
      const scopes = SCOPES.filter((each) => each !== scope);
      const { body } = await client.post<{ apiKey: string }>('/v1/api-keys', { name: `without ${scope}`, scopes });
      const needing = house.endpoints.filter(({ operation }) => scopeOf(operation) === scope);
      for (const endpoint of needing) {
        const answer = await send(endpoint, body.apiKey);
        const told = (answer.body as { details?: { scope?: string } }).details?.scope;
        if (answer.status !== 403 || told !== scope)
          found.push(`${endpoint.method} ${endpoint.path}: ${answer.status}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('that has every scope a key can have, what takes a person is 403', async () => {
    const found: string[] = [];
    for (const endpoint of house.endpoints.filter(takesPerson)) {
      const { status } = await send(endpoint, house.tenant.apiKey);
      if (status !== 403) found.push(`${endpoint.method} ${endpoint.path}: ${status}`);
    }
    expect(found).toEqual([]);
    expect(house.endpoints.filter(takesPerson).length).toBeGreaterThan(5);
  });

  function send({ method, path, operation }: Endpoint, apiKey: string | null) {
    const body = operation.requestBody === undefined ? undefined : {};
    return house.platform.as(apiKey).send(method, house.address(path, 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb'), body, {});
  }
});

describe('In the database', () => {
  let house: FullHouse;
  let app: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    house = await FullHouse.open();
    tables = await tenantTables(house.platform);
    app = new pg.Client({ connectionString: house.platform.database.appUrl });
    await app.connect();
  }, SLOW_MS);
  afterAll(async () => {
    await app.end();
    await house.close();
  });

  it('the api sees no row of a tenant that it has not named, in whatever table', async () => {
    expect(tables.length).toBeGreaterThan(30);
    const stranger = await house.platform.tenant('Stranger');
    const found: string[] = [];
    for (const named of [null, '', newId(), stranger.tenantId, 'nonsense']) {
      await app.query(`SELECT set_config('app.tenant', $1, false)`, [named]);
      for (const table of tables) {
        const seen = await count(`SELECT count(*) FROM ${table} WHERE tenant_id = $1`, [house.tenant.tenantId]);
        if (seen !== 'refused' && seen !== '0') found.push(`${table} as ${String(named)}: ${seen}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('the api changes no row of another tenant, and makes none for it', async () => {
    await app.query(`SELECT set_config('app.tenant', $1, false)`, [newId()]);
    const before = await rowDigest(house.platform, house.tenant.tenantId);
    for (const table of tables) {
      await count(`WITH gone AS (DELETE FROM ${table} RETURNING 1) SELECT count(*) FROM gone`);
      await count(`WITH moved AS (UPDATE ${table} SET tenant_id = tenant_id RETURNING 1) SELECT count(*) FROM moved`);
      await count(`INSERT INTO ${table} (tenant_id) VALUES ($1)`, [house.tenant.tenantId]);
    }
    expect(await rowDigest(house.platform, house.tenant.tenantId)).toEqual(before);
  });

  it.each(IMMUTABLE)('%s is never changed nor emptied, by the api or by the worker', async (table) => {
    const worker = new pg.Client({ connectionString: house.platform.database.workerUrl });
    await worker.connect();
    try {
      for (const client of [app, worker]) {
        await client.query(`SELECT set_config('app.tenant', $1, false)`, [house.tenant.tenantId]);
        for (const statement of [
          `UPDATE ${table} SET tenant_id = tenant_id`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table}`,
        ]) {
          await expect(client.query(statement)).rejects.toThrow(/permission denied|immutable/);
        }
      }
    } finally {
      await worker.end();
    }
  });

  /** A number of rows, or that the database would not say. */
  async function count(sql: string, values: unknown[] = []): Promise<string> {
    try {
      return (await app.query<{ count: string }>(sql, values)).rows[0]?.count ?? '0';
    } catch (error) {
      if (error instanceof pg.DatabaseError) return 'refused';
      throw error;
    }
  }
});

/** An id of the same kind that nothing has. */
function neverWas(id: string): string {
  return TypeID.fromUUID(id.slice(0, 3), newId()).toString();
}

function scopeOf(operation: object): string | undefined {
  return (operation as Readonly<Record<string, string | undefined>>)['x-scope'];
}
