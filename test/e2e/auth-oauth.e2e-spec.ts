import { type ApiAnswer } from '../support/api-client.js';
import { basic, type Client, GRANT, OauthDesk, type Token } from '../support/oauth-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

const PARTIES = '/v1/parties';
/** What RFC 6749 allows in a description. */
const RFC_TEXT = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/;

describe('OAuth 2.0 client credentials', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let desk: OauthDesk;
  let client: Client;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false, env: { TRUSTED_PROXIES: '127.0.0.1' } });
    desk = new OauthDesk(platform);
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
    client = await desk.make(tenant);
  });
  afterAll(() => platform.stop());

  const tokenOf = (of = client) => desk.tokenOf(of);
  const use: OauthDesk['use'] = (...of) => desk.use(...of);
  const wrong = ({ status, body }: ApiAnswer<Token>) => [status, body.error, body.error_uri];
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const refusals = async ({ client: by } = tenant) =>
    (await by.get<{ data: { actor: string; details: { code: string } }[] }>('/v1/audit/records?action=auth.refused'))
      .body.data;

  it('gives a token by either way of proof, for all scopes of the client or for some', async () => {
    const all = await desk.ask(GRANT, basic(client));
    expect([all.status, all.headers['cache-control'], all.body]).toEqual([
      200,
      'no-store',
      {
        access_token: expect.any(String) as string,
        token_type: 'Bearer',
        expires_in: 900,
        scope: 'parties:read orders:read',
      },
    ]);
    const form = { ...GRANT, client_id: client.id, client_secret: client.clientSecret, scope: 'parties:read' };
    const some = await desk.ask(form);
    expect([some.status, some.body.scope]).toEqual([200, 'parties:read']);
    expect([await use(all.body.access_token), await use(some.body.access_token)]).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect(await use(some.body.access_token, '/v1/orders')).toEqual([403, 'AUTH.MISSING_SCOPE']);
  });

  it('names the client in the audit of what it does', async () => {
    const writer = await desk.make(tenant, { scopes: ['keys:write', 'orders:read'] });
    const made = await platform
      .as(await tokenOf(writer))
      .post('/v1/api-keys', { name: 'by token', scopes: ['orders:read'] });
    expect(made.status).toBe(201);
    const { body } = await tenant.client.get<{ data: { actor: string }[] }>('/v1/audit/records?action=keys.made');
    expect(body.data[0]?.actor).toBe(`client:${writer.id}`);
  });

  it.each<[string, (of: Client) => [Record<string, string> | string, Record<string, string>?], number, string, string]>(
    [
      [
        'another secret',
        (of) => [GRANT, basic({ ...of, clientSecret: `${of.clientSecret}x` })],
        401,
        'invalid_client',
        'INVALID_CLIENT',
      ],
      ['no client', () => [GRANT], 401, 'invalid_client', 'INVALID_CLIENT'],
      ['a client that is none', (of) => [GRANT, basic({ ...of, id: 'erp' })], 401, 'invalid_client', 'INVALID_CLIENT'],
      ['a header of nonsense', () => [GRANT, { authorization: 'Basic !!' }], 401, 'invalid_client', 'INVALID_CLIENT'],
      ['a bearer', () => [GRANT, { authorization: 'Bearer x' }], 401, 'invalid_client', 'INVALID_CLIENT'],
      [
        'half an escape',
        () => [GRANT, { authorization: `Basic ${btoa('%:%')}` }],
        401,
        'invalid_client',
        'INVALID_CLIENT',
      ],
      [
        'both ways at once',
        (of) => [{ ...GRANT, client_secret: of.clientSecret }, basic(of)],
        400,
        'invalid_request',
        'INVALID_REQUEST',
      ],
      ['two clients', (of) => [{ ...GRANT, client_id: 'other' }, basic(of)], 400, 'invalid_request', 'INVALID_REQUEST'],
      ['no grant', (of) => [{}, basic(of)], 400, 'invalid_request', 'INVALID_REQUEST'],
      [
        'a parameter twice',
        (of) => ['grant_type=client_credentials&grant_type=client_credentials', basic(of)],
        400,
        'invalid_request',
        'INVALID_REQUEST',
      ],
      [
        'JSON',
        (of) => [GRANT, { ...basic(of), 'content-type': 'application/json' }],
        400,
        'invalid_request',
        'INVALID_REQUEST',
      ],
      [
        'a password',
        (of) => [{ grant_type: 'password' }, basic(of)],
        400,
        'unsupported_grant_type',
        'UNSUPPORTED_GRANT_TYPE',
      ],
      [
        'more than it has',
        (of) => [{ ...GRANT, scope: 'parties:read fx:write' }, basic(of)],
        400,
        'invalid_scope',
        'INVALID_SCOPE',
      ],
      [
        'a scope that is none',
        (of) => [{ ...GRANT, scope: '"\\全部' }, basic(of)],
        400,
        'invalid_scope',
        'INVALID_SCOPE',
      ],
      [
        'a scope of people',
        (of) => [{ ...GRANT, scope: 'self:use' }, basic(of)],
        400,
        'invalid_scope',
        'INVALID_SCOPE',
      ],
      ['blanks for scopes', (of) => [{ ...GRANT, scope: '  ' }, basic(of)], 400, 'invalid_scope', 'INVALID_SCOPE'],
    ],
  )('gives none for %s, as RFC 6749 says it', async (what, request, status, error, code) => {
    const [form, headers] = request(client);
    const answer =
      what === 'JSON'
        ? await platform.as(null).send<Token>('POST', '/oauth/token', form, headers ?? {})
        : await desk.ask(form, headers);
    expect(wrong(answer)).toEqual([status, error, `/v1/errors/OAUTH.${code}`]);
    expect(answer.body.error_description).toMatch(RFC_TEXT);
    expect(answer.headers['www-authenticate']?.slice(0, 5)).toBe(status === 401 ? 'Basic' : undefined);
    expect((await platform.as(null).get(answer.body.error_uri)).status).toBe(200);
  });

  it('tells the owner of a secret that somebody tried it for another client', async () => {
    const stranger = await platform.tenant('Stranger');
    const stolen = await desk.make(stranger);
    const answer = await desk.ask(GRANT, basic({ ...client, clientSecret: stolen.clientSecret }));
    expect(answer.status).toBe(401);
    const lines = await eventually(
      () => refusals(stranger),
      ({ length }) => length > 0,
    );
    expect(lines.map(({ actor, details }) => [actor, details.code])).toEqual([
      [`client:${stolen.id}`, 'OAUTH.INVALID_CLIENT'],
    ]);
    expect(await refusals()).toEqual([]);
  });

  it('keeps to the networks of the client, for the token and with it', async () => {
    const bound = await desk.make(tenant, { allowedNetworks: ['203.0.113.0/24'] });
    const [here, there] = [{ 'x-forwarded-for': '203.0.113.7' }, { 'x-forwarded-for': '198.51.100.7' }];
    expect(wrong(await desk.ask(GRANT, { ...basic(bound), ...there }))).toEqual([
      401,
      'invalid_client',
      '/v1/errors/AUTH.ADDRESS_NOT_ALLOWED',
    ]);
    const { body } = await desk.ask(GRANT, { ...basic(bound), ...here });
    expect(await use(body.access_token, PARTIES, here)).toEqual([200, undefined]);
    expect(await use(body.access_token, PARTIES, there)).toEqual([403, 'AUTH.ADDRESS_NOT_ALLOWED']);
  });

  it('shows a secret once, and keeps it nowhere', async () => {
    const request = { name: 'Once', scopes: ['orders:read'] };
    const post = () => tenant.client.post<Client>('/v1/oauth-clients', request, { 'idempotency-key': 'once' });
    const [first, again] = [await post(), await post()];
    expect([again.body.id, again.body.clientSecret]).toEqual([first.body.id, null]);
    const read = await tenant.client.get<Client>(`/v1/oauth-clients/${first.body.id}`);
    expect(read.text).not.toContain(first.body.clientSecret);
    expect(read.body.secrets.map(({ lastFour }) => lastFour)).toEqual([first.body.clientSecret.slice(-4)]);
  });

  it('lets two secrets live beside one another for a change-over, never three', async () => {
    const rotate = async () =>
      (await tenant.client.post<Client>(`/v1/oauth-clients/${client.id}/rotation`, { oldSecretExpiresAt: inHours(1) }))
        .body;
    const early = await tokenOf();
    const second = await rotate();
    expect(second.secrets).toHaveLength(2);
    expect([(await desk.ask(GRANT, basic(client))).status, (await desk.ask(GRANT, basic(second))).status]).toEqual([
      200, 200,
    ]);
    const third = await rotate();
    expect(third.secrets.map(({ lastFour }) => lastFour)).toEqual(
      [third, second].map((it) => it.clientSecret.slice(-4)),
    );
    expect(wrong(await desk.ask(GRANT, basic(client)))).toEqual([
      401,
      'invalid_client',
      '/v1/errors/AUTH.CREDENTIAL_EXPIRED',
    ]);
    expect([(await desk.ask(GRANT, basic(second))).status, (await desk.ask(GRANT, basic(third))).status]).toEqual([
      200, 200,
    ]);
    // A change-over takes no token from anybody.
    expect(await use(early)).toEqual([200, undefined]);
  });

  it.each([
    ['in the past', -1],
    ['too far ahead', 31 * 24],
  ])('lets no old secret end %s', async (_when, hours) => {
    const path = `/v1/oauth-clients/${client.id}/rotation`;
    const { status, body } = await tenant.client.post<Client>(path, { oldSecretExpiresAt: inHours(hours) });
    expect([status, body.code]).toEqual([422, 'KEYS.EXPIRY_OUT_OF_RANGE']);
  });

  it('ends a secret that has leaked at once, and every token with it, in every process', async () => {
    const token = await tokenOf();
    const other = await platform.anotherApi();
    try {
      const there = async () =>
        (await fetch(`${other.url}${PARTIES}`, { headers: { authorization: `Bearer ${token}` } })).status;
      expect([await use(token), await there()]).toEqual([[200, undefined], 200]);
      const { body: fresh } = await tenant.client.post<Client>(`/v1/oauth-clients/${client.id}/rotation`);
      await eventually(there, (status) => status === 401, 1_000);
      await eventually(
        () => use(token),
        ([status]) => status === 401,
        1_000,
      );
      expect(await use(token)).toEqual([401, 'AUTH.CREDENTIAL_REVOKED']);
      expect((await desk.ask(GRANT, basic(client))).status).toBe(401);
      expect(await use(await tokenOf(fresh))).toEqual([200, undefined]);
    } finally {
      await other.close();
    }
  });

  it('refuses a client that was revoked, its secret, its tokens and its rotation', async () => {
    const token = await tokenOf();
    expect(await use(token)).toEqual([200, undefined]);
    const path = `/v1/oauth-clients/${client.id}/revocation`;
    const { body: revoked } = await tenant.client.post(path);
    expect((await tenant.client.post(path)).body).toEqual(revoked);
    await eventually(
      () => use(token),
      ([status]) => status === 401,
      1_000,
    );
    expect(wrong(await desk.ask(GRANT, basic(client)))).toEqual([
      401,
      'invalid_client',
      '/v1/errors/AUTH.CREDENTIAL_REVOKED',
    ]);
    const rotation = await tenant.client.post<Client>(`/v1/oauth-clients/${client.id}/rotation`);
    expect([rotation.status, rotation.body.code]).toEqual([409, 'CLIENTS.REVOKED']);
    const lines = await eventually(refusals, ({ length }) => length > 0);
    expect(lines.map(({ details }) => details.code)).toEqual(['AUTH.CREDENTIAL_REVOKED']);
  });

  it('cannot be given what its maker does not have', async () => {
    const narrow = await desk.make(tenant, { scopes: ['keys:write', 'orders:read'] });
    const by = platform.as(await tokenOf(narrow));
    const answer = await by.post<Client>('/v1/oauth-clients', { name: 'x', scopes: ['fx:write'] });
    expect([answer.status, answer.body.code]).toEqual([403, 'KEYS.SCOPE_BEYOND_OWN']);
    expect((await by.post(`/v1/oauth-clients/${client.id}/rotation`)).status).toBe(403);
  });

  it('belongs to one tenant', async () => {
    const stranger = await platform.tenant('Stranger');
    expect((await stranger.client.get(`/v1/oauth-clients/${client.id}`)).status).toBe(404);
    expect((await stranger.client.post(`/v1/oauth-clients/${client.id}/revocation`)).status).toBe(404);
  });
});
