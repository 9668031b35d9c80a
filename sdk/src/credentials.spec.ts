import { Entrepot, type EntrepotOptions } from './client.js';
import { OAuthError } from './errors.js';
import { Loopback, problem } from './testing/loopback.js';

describe('A client with OAuth credentials', () => {
  let server: Loopback;
  let tokens: number;
  let seconds: number;

  beforeEach(async () => {
    server = await Loopback.start();
    [tokens, seconds] = [0, 3_600];
    server.answer = ({ url }) =>
      url === '/oauth/token' ? token() : { status: 200, body: { data: [], nextCursor: null } };
  });
  afterEach(() => server.stop());

  const token = () => {
    tokens += 1;
    return { status: 200, body: { access_token: `at-${tokens}`, token_type: 'Bearer', expires_in: seconds } };
  };
  const client = (options: EntrepotOptions = {}) =>
    new Entrepot({ baseUrl: server.url, clientId: 'erp:1', clientSecret: 's e+cret', ...options });
  const toApi = () => server.asked.filter(({ url }) => url !== '/oauth/token');
  const tokenRequests = () => server.asked.filter(({ url }) => url === '/oauth/token');

  it('asks for a token as RFC 6749 says, form-encoded before Basic', async () => {
    await client({ scope: 'orders:read events:read' }).orders.list().page();
    const [asked] = tokenRequests();
    expect(asked).toMatchObject({
      method: 'POST',
      body: 'grant_type=client_credentials&scope=orders%3Aread+events%3Aread',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from('erp%3A1:s+e%2Bcret').toString('base64')}`,
      },
    });
    expect(toApi()[0]?.headers.authorization).toBe('Bearer at-1');
  });

  it('asks once for all that wait for it, and keeps it', async () => {
    const made = client();
    await Promise.all([made.orders.list().page(), made.parties.list().page(), made.events.list().page()]);
    await made.orders.list().page();
    expect(tokenRequests()).toHaveLength(1);
    expect(toApi()).toHaveLength(4);
  });

  it('asks anew before the token ends', async () => {
    seconds = 0;
    const made = client();
    await made.orders.list().page();
    await made.orders.list().page();
    expect(toApi().map(({ headers }) => headers.authorization)).toEqual(['Bearer at-1', 'Bearer at-2']);
  });

  it('asks anew, once, when the platform no longer knows the token', async () => {
    server.answer = ({ url, headers }) => {
      if (url === '/oauth/token') return token();
      return headers.authorization === 'Bearer at-2' ? { status: 200, body: {} } : problem(401, 'AUTH.UNAUTHENTICATED');
    };
    await client().orders.get('ord_1');
    expect(tokenRequests()).toHaveLength(2);
    server.answer = ({ url }) => (url === '/oauth/token' ? token() : problem(401, 'AUTH.UNAUTHENTICATED'));
    await expect(client().orders.get('ord_1')).rejects.toMatchObject({ code: 'AUTH.UNAUTHENTICATED' });
    expect(tokenRequests()).toHaveLength(4);
  });

  it.each([
    [400, { error: 'invalid_scope', error_description: 'No such scope' }, 'invalid_scope: No such scope'],
    [401, { error: 'invalid_client' }, 'invalid_client'],
    [401, problem(401, 'AUTH.UNAUTHENTICATED').body, 'AUTH.UNAUTHENTICATED: What happened'],
    [200, { token_type: 'Bearer' }, 'no_token'],
  ])('says why there is none: %i %j', async (status, body, words) => {
    server.answer = () => ({ status, body });
    const error = await client()
      .orders.get('ord_1')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OAuthError);
    expect((error as Error).message).toContain(words);
    expect(server.asked).toHaveLength(1);
  });

  it('asks again where the token endpoint is down', async () => {
    server.answer = ({ url }) => {
      if (url !== '/oauth/token') return { status: 200, body: {} };
      return tokenRequests().length === 1 ? { status: 503, body: '' } : token();
    };
    await client().orders.get('ord_1');
    expect([tokenRequests().length, toApi().length]).toEqual([2, 1]);
  });

  it('does not take a token from others that wait when one gives up', async () => {
    server.answer = ({ url }) => (url === '/oauth/token' ? 'hang' : { status: 200, body: {} });
    const made = client({ timeoutMs: 400, maxRetries: 0 });
    const controller = new AbortController();
    const impatient = made.orders.get('ord_1', { signal: controller.signal });
    const patient = made.orders.get('ord_2');
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 50);
    await expect(impatient).rejects.toThrow('enough');
    await expect(patient).rejects.toThrow('in time');
    expect(tokenRequests()).toHaveLength(1);
  });
});
