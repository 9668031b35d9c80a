import { API_GUIDE } from '../../src/api-guide.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

const ROOT = '/v1/calculations/';

const KINDS = [
  'customs/clearance-channels',
  'customs/declared-weight',
  'customs/import-tax',
  'customs/retail-import-tax',
  'customs/three-document-match',
  'financing/factoring',
  'financing/guarantee-liability',
  'financing/interest',
  'freight/chargeable-weight',
  'freight/container-plan',
  'freight/revenue-tons',
  'freight/verified-gross-mass',
  'fx/conversion',
  'fx/forward-rate',
  'fx/small-seller-status',
  'fx/trade-credit-reports',
  'identifiers/bic',
  'identifiers/container-size-type',
  'identifiers/customs-declaration-number',
  'identifiers/iban',
  'identifiers/imo',
  'identifiers/iso6346',
  'identifiers/lei',
  'identifiers/uscc',
  'margin/exchange-cost',
  'pricing/cif',
  'tax-refund/agency',
  'tax-refund/deadlines',
  'tax-refund/manufacturer',
  'tax-refund/rate',
  'tax-refund/trading',
];

interface Documented {
  readonly post?: {
    readonly requestBody?: { content: { 'application/json': { examples?: { worked: { value: object } } } } };
  };
}

describe('the calculators over HTTP', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let routes: { path: string; example: object }[];

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
    routes = Object.entries(describeApi(platform.api, API_GUIDE).paths as unknown as Record<string, Documented>)
      .filter(([path]) => path.startsWith(ROOT))
      .map(([path, { post }]) => {
        const example = post?.requestBody?.content['application/json'].examples?.worked.value;
        if (example === undefined) throw new Error(`${path} shows no worked example`);
        return { path, example };
      });
  });

  afterAll(() => platform.stop());

  it('answer their documented examples, with rule and working where something was computed', async () => {
    expect(routes.map(({ path }) => path.slice(ROOT.length)).sort()).toEqual(KINDS);
    for (const { path, example } of routes) {
      const { status, body } = await tenant.client.post(path, example);
      expect([path, status]).toEqual([path, 200]);
      if (!path.startsWith(`${ROOT}identifiers/`))
        expect(body).toMatchObject({ rule: {}, steps: expect.any(Array) as unknown });
    }
  });

  it('keep nothing: a key may be sent, and may be sent again with another body', async () => {
    const headers = { 'Idempotency-Key': 'calculation-1' };
    const first = await tenant.client.post(`${ROOT}identifiers/imo`, { value: '8814275' }, headers);
    const other = await tenant.client.post(`${ROOT}identifiers/imo`, { value: '8814274' }, headers);
    expect([first.body['valid'], other.body['valid']]).toEqual([true, false]);
  });

  it('refuse bad input with every fault and its place', async () => {
    const { status, body } = await tenant.client.post(`${ROOT}tax-refund/rate`, {
      hsCode: 85,
      exportDate: 'x',
      fob: 1,
    });
    expect(status).toBe(422);
    const pointers = (body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/hsCode', '/exportDate', '/fob']));
  });

  it.each([['{'], ['[]'], ['"text"'], ['null']])('never break on the body %s', async (text) => {
    const { status } = await tenant.client.post(`${ROOT}identifiers/imo`, text);
    expect([400, 422]).toContain(status);
  });

  it('ask for a key', async () => {
    const { status } = await platform.as(null).post(`${ROOT}identifiers/imo`, { value: '8814275' });
    expect(status).toBe(401);
  });
});
