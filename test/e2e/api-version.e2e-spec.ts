import { request } from 'undici';

import { parseId } from '../../src/kernel/ids.js';
import { API_VERSIONS, CURRENT_API_VERSION } from '../../src/platform/http/api-version.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

interface Key {
  readonly id: string;
  readonly apiKey: string;
  readonly apiVersion: string;
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** Of a day before there was an API: what a key would be pinned to if there were an older version. */
const OLDER = '2020-02-02';

describe('The version of the API', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  it('is said on every answer: good, refused, public, or of nothing', async () => {
    const answers = await Promise.all([
      tenant.client.get('/v1/parties'),
      tenant.client.post('/v1/parties', {}),
      platform.as(null).get('/v1/parties'),
      platform.as(null).get('/v1/errors'),
      tenant.client.get('/v1/nothing'),
    ]);
    expect(answers.map(({ status, headers }) => [status, headers['api-version']])).toEqual(
      [200, 422, 401, 200, 404].map((status) => [status, CURRENT_API_VERSION]),
    );
  });

  it.each([
    ['is not encoded', '/v1/orders/%', 400, 'REQUEST.MALFORMED'],
    ['is too long', `/v1/orders/${'a'.repeat(400)}`, 404, 'REQUEST.NO_SUCH_ROUTE'],
  ])('is said, in a problem, even where the address %s', async (_why, path, status, code) => {
    const answer = await request(platform.config.publicUrl + path);
    const { statusCode, headers } = answer;
    expect([statusCode, headers['content-type'], headers['api-version']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      CURRENT_API_VERSION,
    ]);
    expect(await answer.body.json()).toMatchObject({ code, status, traceId: headers['x-request-id'] });
  });

  it.each(API_VERSIONS.map((version) => [version]))('can be asked for: %s', async (version) => {
    const { status, headers } = await tenant.client.get('/v1/parties', { 'api-version': version });
    expect([status, headers['api-version']]).toEqual([200, version]);
  });

  it.each(['1999-01-01', '1', 'latest', '', `${CURRENT_API_VERSION}, ${CURRENT_API_VERSION}`])(
    'that is asked for as %j does not exist, and the answer names those that do',
    async (version) => {
      for (const client of [tenant.client, platform.as(null)]) {
        const { status, headers, body } = await client.get<Problem>('/v1/errors', { 'api-version': version });
        expect([status, headers['api-version']]).toEqual([400, CURRENT_API_VERSION]);
        expect(body).toMatchObject({
          code: 'REQUEST.UNKNOWN_API_VERSION',
          errors: [{ pointer: '#Api-Version', message: `Must be one of ${API_VERSIONS.join(', ')}` }],
          details: { known: API_VERSIONS },
        });
      }
    },
  );

  it('refuses a command before it has any effect', async () => {
    const made = await tenant.client.post<Problem>(
      '/v1/api-keys',
      { name: 'ERP', scopes: ['orders:read'] },
      { 'api-version': '1999-01-01' },
    );
    expect([made.status, made.body.code]).toEqual([400, 'REQUEST.UNKNOWN_API_VERSION']);
    expect((await tenant.client.get<{ data: object[] }>('/v1/api-keys')).body.data).toHaveLength(1);
  });

  it('is pinned to a key when that is made, shown with it, and goes over to its successor', async () => {
    const made = await makeKey();
    expect(made.apiVersion).toBe(CURRENT_API_VERSION);
    await pin(made, OLDER);
    expect((await tenant.client.get<Key>(`/v1/api-keys/${made.id}`)).body.apiVersion).toBe(OLDER);
    const rotated = await tenant.client.post<Key>(`/v1/api-keys/${made.id}/rotation`, {
      oldKeyExpiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    expect(rotated.body.apiVersion).toBe(OLDER);
    const { headers } = await platform.as(rotated.body.apiKey).get('/v1/parties');
    expect(headers['api-version']).toBe(OLDER);
  });

  it('of the key is spoken also in problems; the header goes before it', async () => {
    const made = await makeKey();
    await pin(made, OLDER);
    const client = platform.as(made.apiKey);
    const [plain, refused, asked] = [
      await client.get('/v1/parties'),
      await client.get('/v1/parties?colour=red'),
      await client.get('/v1/parties', { 'api-version': CURRENT_API_VERSION }),
    ];
    expect([plain, refused, asked].map(({ headers }) => headers['api-version'])).toEqual([
      OLDER,
      OLDER,
      CURRENT_API_VERSION,
    ]);
  });

  it('is not heard in callbacks of partners, whose standards have such a header of their own', async () => {
    const answer = await request(`${platform.config.publicUrl}/v1/inbound/carrier/ten_00000000000000000000000000`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'api-version': '2' },
      body: '{}',
    });
    // Not signed; but not refused for its version.
    expect([answer.statusCode, answer.headers['api-version']]).toEqual([401, undefined]);
    await answer.body.dump();
  });

  async function makeKey(): Promise<Key> {
    const { body } = await tenant.client.post<Key>('/v1/api-keys', { name: 'ERP', scopes: ['parties:read'] });
    return body;
  }

  async function pin({ id }: Key, version: string): Promise<void> {
    await platform.rows(`UPDATE platform.api_key SET api_version = $2 WHERE id = $1`, [parseId('apiKey', id), version]);
  }
});
