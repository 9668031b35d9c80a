import { Entrepot, type EntrepotOptions } from './client.js';
import {
  type ApiError,
  AuthenticationError,
  ConnectionError,
  IdempotencyError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  RuleError,
  ServerError,
  StaleVersionError,
  StateError,
  TimeoutError,
} from './errors.js';
import { API_VERSION, SDK_VERSION } from './generated/versions.js';
import { Loopback, problem } from './testing/loopback.js';

const PARTY = { kind: 'buyer', reference: 'B-1', country: 'DE', name: 'Hamburg', address: 'Hafen 1' } as const;

describe('The client', () => {
  let server: Loopback;

  beforeEach(async () => {
    server = await Loopback.start();
  });
  afterEach(() => server.stop());

  const client = (options: EntrepotOptions = {}) =>
    new Entrepot({ baseUrl: `${server.url}/`, apiKey: 'ek_test_1', ...options });
  const enter = (options: EntrepotOptions = {}) => client(options).parties.enter(PARTY);

  it('fills ids and parameters into the address, and leaves out what was left open', async () => {
    const { orders } = client();
    await orders.timeline('ord/1', { limit: 5 }).page();
    await orders.list({ state: 'placed,closed', 'createdAt[gte]': '2026-11-01T00:00:00+08:00' }).page();
    await orders.place('ord_1', { dryRun: true, ifMatch: 3 });
    expect(server.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/orders/ord%2F1/timeline?limit=5',
      'GET /v1/orders?state=placed%2Cclosed&createdAt%5Bgte%5D=2026-11-01T00%3A00%3A00%2B08%3A00',
      'POST /v1/orders/ord_1/placement?dryRun=true',
    ]);
    expect(server.sent('if-match')).toEqual([undefined, undefined, '"3"']);
  });

  it('refuses an address with a hole before anything is sent', async () => {
    await expect(client().orders.get('')).rejects.toThrow('/v1/orders/{id} needs id');
    expect(server.asked).toEqual([]);
  });

  it('says who calls, which version it speaks, and what the client was told to say', async () => {
    await client({ actingFor: 'ten_1', language: 'zh-CN' }).orders.get('ord_1');
    await client({ language: 'zh-CN' }).orders.get('ord_1', {
      language: 'en',
      apiVersion: '2020-01-01',
      headers: { 'X-A': 'b' },
    });
    const [first, second] = server.asked.map(({ headers }) => headers);
    expect(first).toMatchObject({
      authorization: 'Bearer ek_test_1',
      'user-agent': `entrepot-sdk/${SDK_VERSION}`,
      'api-version': API_VERSION,
      'acting-for': 'ten_1',
      'accept-language': 'zh-CN',
    });
    expect(first).not.toHaveProperty('idempotency-key');
    expect(second).toMatchObject({ 'accept-language': 'en', 'api-version': '2020-01-01', 'x-a': 'b' });
    expect(second).not.toHaveProperty('acting-for');
  });

  it('gives what came with the answer to who asks for it', async () => {
    const headers = { etag: '"4"', 'idempotent-replayed': 'true', 'x-request-id': 'req-1' };
    server.answer = () => ({ status: 201, headers, body: { id: 'ten_1', version: 4 } });
    const answer = await client().requestAnswer('POST', '/v1/parties', { body: PARTY, idempotencyKey: 'mine' });
    expect(answer).toMatchObject({
      status: 201,
      etag: '"4"',
      replayed: true,
      requestId: 'req-1',
      body: { version: 4 },
    });
    expect(server.sent('idempotency-key')).toEqual(['mine']);
  });

  it('takes text as it is', async () => {
    server.answer = () => ({ status: 200, headers: { 'content-type': 'text/plain' }, body: '; books' });
    expect(await client().request('GET', '/v1/ledger/export', { query: { format: 'hledger' } })).toBe('; books');
  });

  it('takes bytes as they are, and sends them so', async () => {
    const bytes = Uint8Array.from([0, 255, 128]);
    server.answer = () => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body: Buffer.from(bytes) });
    const headers = { 'content-type': 'application/pdf' };
    const answer = await client().request('POST', '/v1/parties', { body: bytes as never, headers });
    expect(answer).toEqual(bytes);
    expect(server.asked[0]?.bytes).toEqual(Buffer.from(bytes));
    expect(server.sent('content-type')).toEqual(['application/pdf']);
  });

  it('needs to know who calls', () => {
    expect(() => new Entrepot({ baseUrl: server.url })).toThrow('ENTREPOT_API_KEY');
  });

  describe('sends again, under the same Idempotency-Key,', () => {
    it.each([
      ['a connection that was cut', 'cut' as const],
      [
        '409, the first one is in hand',
        { ...problem(409, 'IDEMPOTENCY.IN_PROGRESS'), headers: { 'retry-after': '0' } },
      ],
      ['429', { ...problem(429, 'REQUEST.TOO_MANY'), headers: { 'retry-after': '0' } }],
      ['502 of a proxy', { status: 502, body: '<html>' }],
      ['503', problem(503, 'PLATFORM.AWAY')],
      ['504 of a proxy', { status: 504, body: '' }],
    ])('after %s', async (_what, first) => {
      server.answer = (_asked, count) => (count === 0 ? first : { status: 201, body: { id: 'ten_1' } });
      expect(await enter()).toEqual({ id: 'ten_1' });
      const keys = server.sent('idempotency-key');
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
      expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    });

    it('after no answer in time', async () => {
      server.answer = (_asked, count) => (count === 0 ? 'hang' : { status: 201, body: { id: 'ten_1' } });
      expect(await enter({ timeoutMs: 100 })).toEqual({ id: 'ten_1' });
      expect(new Set(server.sent('idempotency-key')).size).toBe(1);
    });

    it('when it was told to, and not before', async () => {
      server.answer = (_asked, count) =>
        count === 0
          ? { ...problem(429, 'REQUEST.TOO_MANY'), headers: { 'retry-after': '1' } }
          : { status: 200, body: {} };
      const start = performance.now();
      await client().orders.get('ord_1');
      expect(performance.now() - start).toBeGreaterThanOrEqual(990);
    });

    it('so often and no more', async () => {
      server.answer = () => 'cut';
      await expect(enter({ maxRetries: 2 })).rejects.toBeInstanceOf(ConnectionError);
      expect(server.asked).toHaveLength(3);
      await expect(enter({ maxRetries: 0 })).rejects.toBeInstanceOf(ConnectionError);
      expect(server.asked).toHaveLength(4);
    });
  });

  describe('sends once what is no use to send again:', () => {
    it.each([
      ['another state of things', problem(409, 'STATE.ILLEGAL_TRANSITION')],
      ['a mistake', problem(422, 'REQUEST.INVALID')],
      ['an error of ours', problem(500, 'INTERNAL')],
      ['a 503 that says it is for good', problem(503, 'PLATFORM.GONE', { retryable: false })],
      ['a wait that is too long', { ...problem(429, 'REQUEST.TOO_MANY'), headers: { 'retry-after': '3600' } }],
    ])('%s', async (_what, answer) => {
      server.answer = () => answer;
      await expect(enter()).rejects.toMatchObject({ status: answer.status });
      expect(server.asked).toHaveLength(1);
    });

    it('each call of its own has a key of its own', async () => {
      await enter();
      await enter();
      expect(new Set(server.sent('idempotency-key')).size).toBe(2);
    });
  });

  it('ends at the word of the caller, on the way as well as between two tries', async () => {
    server.answer = () => 'hang';
    const onTheWay = enterWithin(50);
    await expect(onTheWay).rejects.toThrow('enough');
    server.answer = () => ({ ...problem(503, 'PLATFORM.AWAY'), headers: { 'retry-after': '30' } });
    await expect(enterWithin(150)).rejects.toThrow('enough');
    expect(server.asked).toHaveLength(2);
    await expect(client().orders.get('ord_1', { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow(
      'before',
    );
    expect(server.asked).toHaveLength(2);
  });

  async function enterWithin(milliseconds: number): Promise<unknown> {
    const controller = new AbortController();
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, milliseconds);
    return client().parties.enter(PARTY, { signal: controller.signal });
  }

  it('says that time was up, and what the network said', async () => {
    server.answer = () => 'hang';
    await expect(enter({ timeoutMs: 30, maxRetries: 0 })).rejects.toBeInstanceOf(TimeoutError);
    const nobody = client({ baseUrl: 'http://127.0.0.1:9', maxRetries: 0 });
    await expect(nobody.orders.get('ord_1')).rejects.toThrow(/fetch failed: .+/);
  });

  describe('makes an error of a problem', () => {
    it.each([
      [401, 'AUTH.UNAUTHENTICATED', AuthenticationError],
      [403, 'AUTH.MISSING_SCOPE', PermissionError],
      [404, 'REQUEST.NOT_FOUND', NotFoundError],
      [409, 'FX.QUOTE_EXPIRED', RuleError],
      [409, 'STATE.ILLEGAL_TRANSITION', StateError],
      [412, 'REQUEST.STALE_VERSION', StaleVersionError],
      [422, 'IDEMPOTENCY.KEY_REUSED', IdempotencyError],
      [422, 'REQUEST.INVALID', InvalidRequestError],
      [428, 'REQUEST.IF_MATCH_REQUIRED', StaleVersionError],
      [429, 'REQUEST.TOO_MANY', RateLimitError],
      [500, 'INTERNAL', ServerError],
    ])('%i %s', async (status, code, expected) => {
      server.answer = () => problem(status, code);
      const error = await enter({ maxRetries: 0 }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(expected);
      expect((error as Error).constructor).toBe(expected);
      expect((error as Error).name).toBe(expected.name);
    });

    it('with all that it says', async () => {
      const fault = { pointer: '/country', code: 'too_long', message: 'At most 2 characters' };
      const more = { errors: [fault], details: { known: ['a'] }, allowedActions: ['cancel'] };
      server.answer = () => ({ ...problem(422, 'REQUEST.INVALID', more), headers: { 'retry-after': '7' } });
      const error = (await enter().catch((thrown: unknown) => thrown)) as ApiError;
      expect(error).toMatchObject({
        ...more,
        family: 'REQUEST',
        title: 'A title',
        traceId: 'trace-1',
        retryable: false,
        retryAfterMs: 7_000,
        message: 'REQUEST.INVALID (422): What happened',
      });
    });

    it('even where none of ours came', async () => {
      server.answer = () => ({ status: 413, headers: { 'content-type': 'text/html' }, body: '<h1>Too large</h1>' });
      await expect(enter()).rejects.toMatchObject({ code: 'HTTP.413', retryable: false, detail: '<h1>Too large</h1>' });
    });
  });

  it('writes on the version that it read, and begins anew where somebody was quicker', async () => {
    let version = 1;
    server.answer = ({ method, headers }) => {
      if (method === 'GET') return { status: 200, body: { id: 'ten_1', version } };
      version += 1;
      return headers['if-match'] === '"2"' ? { status: 200, body: { version } } : problem(412, 'REQUEST.STALE_VERSION');
    };
    const { parties, onLatest } = bound(client());
    const amended = await onLatest(
      () => parties.get('ten_1'),
      (party, options) => parties.amend(party.id, { aliases: ['H'] }, options),
    );
    expect(amended.version).toBe(3);
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET', 'PATCH']);
  });

  const bound = (made: Entrepot) => ({ parties: made.parties, onLatest: made.onLatest.bind(made) });
});
