import fastify, { type FastifyInstance } from 'fastify';

import { TooManyRequestsError } from '../http/rate-limit.js';
import { Allowances } from './allowances.js';
import { Admission } from './admission.js';
import { UnauthenticatedError } from '../http/request.errors.js';
import { SAY } from './auth.sentences.js';
import { Refused, type Verified } from './verified.js';

const GOOD: Verified = {
  tenantId: 'tenant',
  credentialKind: 'apiKey',
  credentialId: 'key',
  actor: 'api_key:key',
  livemode: false,
  scopes: new Set(),
  apiVersion: '2026-11-24',
  networks: null,
  signatureKey: null,
};

/** Keys that begin with `good` are good; answers when it is told to. */
class Keys {
  readonly known = new Set<string>();
  asked = 0;
  private readonly waiting: (() => void)[] = [];

  knows = (key: string): boolean => this.known.has(key);

  async verify(key: string): Promise<Verified | Refused> {
    this.asked += 1;
    if (key.startsWith('slow')) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (key.startsWith('broken')) throw new Error('The database is away');
    if (!key.startsWith('good')) return new Refused(new UnauthenticatedError(SAY.no_credential));
    this.known.add(key);
    return { ...GOOD, credentialId: key, networks: key === 'good-abroad' ? { includes: () => false } : null };
  }

  answer(): void {
    for (const resolve of this.waiting) resolve();
  }
}

describe('Admission', () => {
  let keys: Keys;
  let app: FastifyInstance;
  let used: string[];
  let refused: string[];

  beforeEach(() => {
    keys = new Keys();
    used = [];
    refused = [];
    const uses = { note: ({ credentialId }: Pick<Verified, 'credentialId'>) => used.push(credentialId) };
    const refusals = {
      note: ({ credentialId }: Pick<Verified, 'credentialId'>, { code }: { code: string }) =>
        refused.push(`${credentialId} ${code}`),
    };
    app = fastify();
    app.setErrorHandler((error, _request, reply) => {
      void reply.status(error instanceof TooManyRequestsError ? 429 : 500).send();
    });
    const rateLimits = { perClient: 6, costlyPerClient: 1, failedKeys: 2 };
    new Admission(keys, uses, refusals, new Allowances({ rateLimits })).guard(app);
    app.get('/scoped', { config: { scope: 'orders:read' } }, ({ principal }) => principal?.credentialId ?? 'nobody');
    app.get('/costly', { config: { scope: 'orders:read', isCostly: true } }, () => 'done');
    app.get('/public', () => 'done');
  });
  afterEach(() => app.close());

  const ask = async (path: string, key?: string, address = '192.0.2.1') => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const { statusCode, headers: told, body } = await app.inject({ url: path, headers, remoteAddress: address });
    // How long the minute still lasts is the clock's affair.
    const left = String(told['ratelimit']).replaceAll(/;t=(60|[1-5]?\d)\b/g, '');
    return { status: statusCode, left, policies: told['ratelimit-policy'], body };
  };
  const statuses = async (asks: readonly Promise<{ status: number }>[]) =>
    (await Promise.all(asks)).map(({ status }) => status);

  it('names who calls, and counts each good key for itself', async () => {
    expect(await ask('/scoped', 'good-1')).toMatchObject({ status: 200, left: '"client";r=5', body: 'good-1' });
    expect(await ask('/scoped', 'good-2')).toMatchObject({ status: 200, left: '"client";r=5', body: 'good-2' });
    expect(await ask('/scoped', 'good-1')).toMatchObject({ left: '"client";r=4' });
  });

  it('counts invented keys together, by where they come from, and soon asks about no more of them', async () => {
    expect(await ask('/scoped', 'bad-1')).toMatchObject({
      status: 200,
      body: 'nobody',
      policies: '"client";q=6;w=60, "failed-keys";q=2;w=60',
      left: '"client";r=5, "failed-keys";r=1',
    });
    expect(await ask('/scoped', 'bad-2')).toMatchObject({ status: 200 });
    expect(await ask('/scoped', 'bad-3')).toMatchObject({
      status: 429,
      left: '"client";r=3, "failed-keys";r=0',
    });
    expect(keys.asked).toBe(2);
    expect(await ask('/scoped', 'bad-4', '192.0.2.2')).toMatchObject({ status: 200 });
  });

  it('gives invented keys no fresh allowance where no key is asked for', async () => {
    const asks = Array.from({ length: 7 }, (_, index) => ask('/public', `bad-${index}`));
    expect((await statuses(asks)).filter((status) => status === 429)).toHaveLength(1);
  });

  it('does not lock out a good key that it knows because others guess behind the same address', async () => {
    await ask('/scoped', 'good-1');
    await statuses(['bad-1', 'bad-2', 'bad-3'].map((key) => ask('/scoped', key)));
    expect(await ask('/scoped', 'good-1')).toMatchObject({ status: 200, body: 'good-1' });
  });

  it('counts a question as failed while it is asked: many at once are not many questions', async () => {
    const asks = Array.from({ length: 5 }, (_, index) => ask('/scoped', `slow-${index}`));
    await new Promise((resolve) => setTimeout(resolve, 20));
    keys.answer();
    expect((await statuses(asks)).sort()).toEqual([200, 200, 429, 429, 429]);
    expect(keys.asked).toBe(2);
  });

  it('counts nothing as failed that turned out good, or could not be asked', async () => {
    await statuses(['good-1', 'good-2', 'good-3'].map((key) => ask('/scoped', key)));
    for (const key of ['broken-1', 'broken-2', 'broken-3'])
      expect(await ask('/scoped', key)).toMatchObject({ status: 500 });
    expect(await ask('/scoped', 'bad-1')).toMatchObject({ status: 200 });
  });

  it('lets nobody in from a network that the key is not bound to, and counts that as failed', async () => {
    expect(await ask('/scoped', 'good-abroad')).toMatchObject({
      body: 'nobody',
      left: '"client";r=5, "failed-keys";r=1',
    });
    await ask('/scoped', 'good-1');
    expect([used, refused]).toEqual([['good-1'], ['good-abroad AUTH.ADDRESS_NOT_ALLOWED']]);
  });

  it('has a smaller allowance for costly routes, told beside the other', async () => {
    expect(await ask('/costly', 'good-1')).toMatchObject({
      status: 200,
      policies: '"client";q=6;w=60, "costly";q=1;w=60',
      left: '"client";r=5, "costly";r=0',
    });
    expect(await ask('/costly', 'good-1')).toMatchObject({ status: 429 });
    expect(await ask('/scoped', 'good-1')).toMatchObject({ status: 200, left: '"client";r=3' });
  });
});
