import { request } from 'undici';

import { TestPlatform } from '../support/test-platform.js';

describe('A client that asks too often', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false, env: { RATE_LIMIT_PER_MINUTE: '3' } });
  });
  afterAll(async () => {
    await platform.stop();
  });

  it('is told what is left, then to wait, while another client is served', async () => {
    const { apiKey } = await platform.tenant();
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await listEvents(apiKey));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers.map(({ headers }) => /;r=(\d+);/.exec(String(headers['ratelimit']))?.[1])).toEqual([
      '2',
      '1',
      '0',
      '0',
    ]);
    expect(answers[3]).toMatchObject({
      headers: { 'ratelimit-policy': '"client";q=3;w=60', 'retry-after': expect.stringMatching(/^\d+$/) as string },
      body: { code: 'REQUEST.TOO_MANY', status: 429, retryable: true, details: { limitPerMinute: 3 } },
    });

    const other = await platform.tenant();
    expect((await listEvents(other.apiKey)).status).toBe(200);
  });

  it('does not keep the machinery around us from asking how we are', async () => {
    const url = `${platform.config.publicUrl}/health/live`;
    for (let count = 0; count < 5; count += 1) expect((await request(url)).statusCode).toBe(200);
  });

  async function listEvents(apiKey: string) {
    const headers = { authorization: `Bearer ${apiKey}` };
    const answer = await request(`${platform.config.publicUrl}/v1/events`, { headers });
    return { status: answer.statusCode, headers: answer.headers, body: await answer.body.json() };
  }
});
