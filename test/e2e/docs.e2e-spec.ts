import { randomUUID } from 'node:crypto';

import { describeApi } from '../../src/platform/http/openapi.js';
import { PAPER_SHAPES } from '../../src/customs/domain/parcels/papers.js';
import { DIRECTIONS } from '../../src/customs/domain/parcels/profile.js';
import { type Group, type Leaf } from '../../src/customs/domain/parcels/shape.js';
import { API_GUIDE } from '../../src/api-guide.js';
import { DocsPage, findBrowser, PATIENCE_MS } from '../support/browser.js';
import { bodySamples, type DocumentedApi, operationsOf } from '../support/body-samples.js';
import { BUYER, orderBody, SELLER } from '../support/order-samples.js';
import { takesPerson } from '../support/endpoint.js';
import { Person } from '../support/staff.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface DescribedField {
  readonly description?: string;
  readonly $ref?: string;
  readonly allOf?: readonly { readonly $ref?: string }[];
  readonly items?: { readonly $ref?: string };
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly maximum?: number;
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
}

/** Ids of the examples, and what each stands for in a tenant that has them. */
const EXAMPLE_ID = /[a-z]+_01jdq3x7k2e9ta6v0m8r4c5wzb$/;

describe('The documentation of the API', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let api: DocumentedApi;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
    api = describeApi(platform.api, API_GUIDE) as unknown as DocumentedApi;
  });
  afterAll(() => platform.stop());

  it('is the same each time it is written', () => {
    expect(describeApi(platform.api, API_GUIDE)).toEqual(api);
  });

  it('puts every operation under a heading that the guide explains, and leaves no heading empty', () => {
    const used = operationsOf(api).flatMap(({ operation }) => operation.tags ?? []);
    expect([...new Set(used)].sort()).toEqual(API_GUIDE.tags.map(({ name }) => name).sort());
  });

  it('gives every operation a name of its own, a summary, a description and its problems', () => {
    const operations = operationsOf(api);
    const poor = operations.filter(
      ({ operation: { summary = '', description = '', responses } }) =>
        summary === '' ||
        description.length < 20 ||
        !Object.values(responses).some((it) => it.description?.startsWith('`')),
    );
    expect(poor.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('describes the papers of parcels field by field, each with its limits, as they are held against', () => {
    const bare = DIRECTIONS.flatMap((direction) =>
      Object.entries(PAPER_SHAPES[direction]).flatMap(([kind, { form }]) => {
        const paper = api.components.schemas['ParcelDocumentsRequest']?.properties?.[kind] ?? {};
        const models = (paper.anyOf ?? paper.allOf ?? [paper]).map(({ $ref = '' }) => $ref);
        const of = models.map((ref) => bareFields(form, ref)).sort((left, right) => left.length - right.length);
        return (of[0] ?? [`there is no ${kind}`]).map((field) => `${direction} ${kind}: ${field}`);
      }),
    );
    expect(bare).toEqual([]);
  });

  it('says of every parameter what it is', () => {
    const silent = operationsOf(api).flatMap(({ method, path, operation }) =>
      (operation.parameters ?? []).filter((it) => !it.description).map(({ name }) => `${method} ${path} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  it('has no example of a body that the API would find fault with', async () => {
    const sellerId = await made('/v1/parties', SELLER);
    const own: Record<string, string> = {
      sellerId,
      importerId: sellerId,
      partyId: sellerId,
      buyerId: await made('/v1/parties', BUYER),
    };
    const makerId = await made('/v1/parties', { ...SELLER, reference: 'SME-2', enterpriseKind: 'manufacturer' });
    own['orderId'] = await made('/v1/orders', orderBody(sellerId, own['buyerId'] ?? ''));
    const { client: staff } = await (await Person.join(platform, tenant, ['owner'])).in();
    const operations = new Map(operationsOf(api).map((each) => [each.operation.operationId, each]));
    const faults: string[] = [];
    for (const { method, path, operationId, name, body } of bodySamples(api)) {
      const address = path.replace('{period}', '202610').replace('{id}', 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb');
      const isForStaff = takesPerson(operations.get(operationId));
      const answer = await (isForStaff ? staff : tenant.client).send<Problem>(
        method as 'POST',
        address.replace(/\{\w+\}/g, 'x'),
        withIds(body, operationId === 'declareTaxPeriod' ? { sellerId: makerId } : own),
        { 'idempotency-key': randomUUID(), 'if-match': '"1"' },
      );
      const wrong = answer.status >= 500 || answer.status === 400 || answer.body.code === 'REQUEST.INVALID';
      if (wrong) faults.push(`${operationId} (${name}): ${answer.status} ${JSON.stringify(answer.body.errors)}`);
    }
    expect(faults).toEqual([]);
  });

  it.each([
    ['POST', '/v1/orders', 201, ['ETag', 'Location', 'Idempotent-Replayed']],
    ['POST', '/v1/orders', 409, ['Retry-After']],
    ['POST', '/v1/orders', 429, ['Retry-After']],
    ['GET', '/v1/orders', 200, ['Link']],
    ['GET', '/v1/orders/{id}', 200, ['ETag']],
    ['GET', '/v1/orders/{id}', 401, ['WWW-Authenticate']],
    ['PATCH', '/v1/orders/{id}', 200, ['ETag', 'Idempotent-Replayed']],
    ['GET', '/v1/orders/{id}/margin', 200, []],
    ['POST', '/v1/calculations/identifiers/imo', 200, []],
  ])('says which headers the answer to %s %s has with %s: %j, and those of every answer', (...row) => {
    const [method, path, status, own] = row;
    const found = operationsOf(api).find((each) => each.method === method && each.path === path);
    const headers = Object.keys(found?.operation.responses[String(status)]?.headers ?? {});
    const always = ['Access-Control-Allow-Origin', 'Api-Version', 'RateLimit', 'RateLimit-Policy', 'X-Request-Id'];
    expect(headers.sort()).toEqual([...always, ...own].sort());
  });

  it('offers the version of the API on every operation', () => {
    const without = operationsOf(api).filter(
      ({ operation: { parameters = [] } }) =>
        !parameters.some(({ name, in: at }) => at === 'header' && name === 'Api-Version'),
    );
    expect(without).toEqual([]);
  });

  it('offers Acting-For where a tenant can let another act, and nowhere else', () => {
    const asked = (isOffered: boolean): string[] => {
      const found = operationsOf(api).filter(
        ({ operation: { parameters = [] } }) => parameters.some(({ name }) => name === 'Acting-For') === isOffered,
      );
      return found.map(({ operation }) => (operation as { 'x-scope'?: string })['x-scope'] ?? 'none');
    };
    const business = [
      'any',
      'approvals:decide',
      'approvals:write',
      'financing:consents',
      'financing:terms',
      'webhooks:write',
    ];
    const door = ['keys:read', 'keys:write', 'mandates:read', 'mandates:write', 'users:read', 'users:write'];
    const never = [...business, ...door, 'none', 'self:use'];
    expect([...new Set(asked(false))].sort()).toEqual(never.sort());
    expect(never.filter((scope) => asked(true).includes(scope))).toEqual([]);
  });

  it('promises a Link on pages of lists, and gives it', async () => {
    const first = await tenant.client.get('/v1/parties?limit=1&kind=seller,buyer');
    const [, next = ''] = /^<(.*)>; rel="next"$/.exec(String(first.headers['link'])) ?? [];
    const second = await tenant.client.get<{ data: object[]; nextCursor: string | null }>(next);
    expect([second.status, second.body.data.length]).toEqual([200, 1]);
    const last = await tenant.client.get('/v1/parties?limit=100');
    expect(last.headers['link']).toBeUndefined();
  });

  /** Fields of a form that the document has not, or neither describes nor bounds. */
  function bareFields(form: Leaf | Group, ref: string): string[] {
    const schema = api.components.schemas[ref.replace('#/components/schemas/', '')];
    if (schema === undefined) return [`no schema ${ref}`];
    if (!('fields' in form)) return [];
    return Object.entries(form.fields).flatMap(([name, field]) => {
      const told = schema.properties?.[name] as DescribedField | undefined;
      if (told?.description === undefined) return [name];
      if (schema.required?.includes(name) !== field.required && field.required) return [`${name} is required`];
      const refs = told.$ref ?? told.allOf?.[0]?.$ref ?? told.items?.$ref;
      if ('fields' in field.form) return bareFields(field.form, refs ?? '').map((inner) => `${name}/${inner}`);
      const bound = {
        text: told.maxLength,
        decimal: told.pattern,
        money: refs,
        instant: told.format,
        integer: told.maximum,
      };
      return bound[field.form.kind] === undefined ? [`${name} has no bound`] : [];
    });
  }

  async function made(path: string, body: object): Promise<string> {
    const answer = await tenant.client.post<{ id: string }>(path, body, { 'idempotency-key': randomUUID() });
    return answer.body.id;
  }
});

const BROWSER = findBrowser();

// Visibly skipped on a machine without a browser.
(BROWSER === null ? describe.skip : describe)('The page of the documentation', () => {
  let platform: TestPlatform;
  let docs: DocsPage;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    docs = await DocsPage.open(BROWSER ?? '', `${platform.config.publicUrl}/docs`);
  }, 2 * PATIENCE_MS);
  afterAll(async () => {
    await docs.close();
    await platform.stop();
  });

  it('shows the headings of the guide in its order', async () => {
    const headings = await docs.page.locator('.opblock-tag').all();
    const names = await Promise.all(headings.map((heading) => heading.getAttribute('data-tag')));
    expect(names).toEqual(API_GUIDE.tags.map(({ name }) => name));
  });

  it(
    'answers 401 before an API key is given',
    async () => {
      expect(await docs.execute(await docs.tryOut('Parties', 'listParties'))).toBe(401);
    },
    PATIENCE_MS,
  );

  it(
    'places an order with nothing but an API key and its own examples',
    async () => {
      const { apiKey } = await platform.tenant();
      await docs.authorize(apiKey);
      const party = await docs.tryOut('Parties', 'enterParty');
      expect(await docs.execute(party)).toBe(201);
      await docs.chooseExample(party, 'buyer');
      await party.locator('button.btn-clear').click();
      expect(await docs.execute(party)).toBe(201);
      expect(await docs.execute(await docs.tryOut('Orders', 'createOrder'))).toBe(201);
      expect(await docs.execute(await docs.tryOut('Orders', 'getOrder'))).toBe(200);
      const list = await docs.tryOut('Orders', 'listOrders');
      expect(await docs.execute(list)).toBe(200);
      expect(await list.locator('.live-responses-table').innerText()).toContain('SO-2026-0001');
    },
    5 * PATIENCE_MS,
  );

  it(
    'signs in by client credentials, and by the token of a person',
    async () => {
      const tenant = await platform.tenant();
      const { body: client } = await tenant.client.post<{ id: string; clientSecret: string }>('/v1/oauth-clients', {
        name: 'Page',
        scopes: ['parties:read'],
      });
      await docs.signOut('apiKey');
      await docs.authorizeClient(client);
      const list = await docs.tryOut('Parties', 'getParty');
      // There is no such party here, but there is somebody who may ask for it.
      expect(await docs.execute(list)).toBe(404);
      await docs.signOut('oauth');
      const { session } = await (await Person.join(platform, tenant, ['viewer'])).in();
      await docs.authorize(session.accessToken, 'staff');
      expect(await docs.execute(await docs.tryOut('Sign-in', 'getMe'))).toBe(200);
    },
    5 * PATIENCE_MS,
  );

  it('is a picture with something in it, and complains of nothing', async () => {
    const picture = await docs.page.screenshot(
      process.env['DOCS_SCREENSHOT'] === undefined ? {} : { path: process.env['DOCS_SCREENSHOT'] },
    );
    // An empty page of this size packs into some 5 kB.
    expect(picture.length).toBeGreaterThan(20_000);
    // The 401 and 404 above are what the browser reports by itself.
    expect(docs.complaints.filter((it) => !/40[14]/.test(it))).toEqual([]);
  });
});

/** The body with ids that exist, by the name of the field. */
function withIds(body: unknown, own: Readonly<Record<string, string>>): unknown {
  return JSON.parse(JSON.stringify(body), (field, value: unknown) =>
    typeof value === 'string' && EXAMPLE_ID.test(value) ? (own[field] ?? value) : value,
  ) as unknown;
}
