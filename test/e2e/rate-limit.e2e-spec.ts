import { randomBytes } from 'node:crypto';

import { request } from 'undici';

import { TestPlatform } from '../support/test-platform.js';

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

describe('A client that asks too often', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({
      worker: false,
      env: {
        RATE_LIMIT_PER_MINUTE: '3',
        RATE_LIMIT_COSTLY_PER_MINUTE: '1',
        RATE_LIMIT_FAILED_KEYS_PER_MINUTE: '2',
        TRUSTED_PROXIES: '127.0.0.1',
      },
    });
  });
  afterAll(async () => {
    await platform.stop();
  });

  it('is told what is left, then to wait, while another client is served', async () => {
    const { apiKey } = await platform.tenant();
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await ask('/v1/events', apiKey));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => /;r=(\d+);/.exec(String(headers['ratelimit']))?.[1])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[3]).toMatchObject({
      headers: { 'ratelimit-policy': '"client";q=3;w=60', 'retry-after': expect.stringMatching(/^\d+$/) as string },
      body: {
        code: 'REQUEST.TOO_MANY',
        status: 429,
        retryable: true,
        details: { policy: 'client', limitPerMinute: 3 },
      },
    });

    const other = await platform.tenant();
    expect((await ask('/v1/events', other.apiKey)).status).toBe(200);
  });

  it.each(['/v1/audit/verification', '/v1/ledger/trial-balance', '/v1/ledger/export?format=hledger'])(
    'of what is costly, such as %s, has a smaller allowance for that',
    async (path) => {
      const { apiKey } = await platform.tenant();
      const answers = [await ask(path, apiKey), await ask(path, apiKey), await ask('/v1/events', apiKey)];
      expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
      expect(answers[1]).toMatchObject({
        headers: { 'ratelimit-policy': '"client";q=3;w=60, "costly";q=1;w=60' },
        body: { code: 'REQUEST.TOO_MANY', details: { policy: 'costly', limitPerMinute: 1 } },
      });
    },
  );

  it('with keys that it invents is counted by its address, behind the balancer too, and soon not listened to', async () => {
    const { apiKey } = await platform.tenant();
    const guess = (from: string): Promise<Told> =>
      ask('/v1/events', `ek_test_${randomBytes(32).toString('base64url')}`, from);
    expect((await ask('/v1/events', apiKey, '192.0.2.1')).status).toBe(200);

    const guesses = [await guess('192.0.2.1'), await guess('192.0.2.1'), await guess('192.0.2.1')];
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 429]);
    expect(guesses[2]).toMatchObject({
      headers: { 'ratelimit-policy': '"client";q=3;w=60, "failed-keys";q=2;w=60' },
      body: { code: 'REQUEST.TOO_MANY', details: { policy: 'failed-keys', limitPerMinute: 2 } },
    });
    expect((await guess('192.0.2.2')).status).toBe(401);
    expect((await ask('/v1/events', apiKey, '192.0.2.1')).status).toBe(200);
  });

  it('gets no fresh allowance by a fresh key where no key is needed', async () => {
    const statuses = [];
    for (let count = 0; count < 4; count += 1) {
      statuses.push((await ask('/v1/errors', `key-${count}`, '192.0.2.3')).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('does not keep the machinery around us from asking how we are', async () => {
    const url = `${platform.config.publicUrl}/health/live`;
    for (let count = 0; count < 5; count += 1) expect((await request(url)).statusCode).toBe(200);
  });

  async function ask(path: string, apiKey: string, from = '192.0.2.99'): Promise<Told> {
    const headers = { authorization: `Bearer ${apiKey}`, 'x-forwarded-for': from };
    const answer = await request(platform.config.publicUrl + path, { headers });
    const text = await answer.body.text();
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  }
});
