import { readFileSync } from 'node:fs';

import { API_GUIDE } from '../../src/api-guide.js';
import { type Change } from '../../src/platform/changelog/changelog.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { type DocumentedApi, operationsOf } from '../support/body-samples.js';
import { TestPlatform } from '../support/test-platform.js';

interface ErrorEntry {
  readonly code: string;
  readonly status: number;
  readonly operations: readonly string[];
}

describe('What the api tells of itself, without a key', () => {
  let platform: TestPlatform;
  let operations: ReturnType<typeof operationsOf>;

  const get = async <Body>(path: string): Promise<{ status: number; body: Body }> => platform.as(null).get<Body>(path);
  const changes = async (query = ''): Promise<readonly Change[]> =>
    (await get<{ data: Change[] }>(`/v1/changelog${query}`)).body.data;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    operations = operationsOf(describeApi(platform.api, API_GUIDE) as unknown as DocumentedApi);
  });
  afterAll(() => platform.stop());

  it('are its changes, newest first, the last of them to the contract of today', async () => {
    const told = await changes();
    const days = told.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(told).toEqual(JSON.parse(readFileSync('src/platform/changelog/changes.json', 'utf8')));
    for (const { summary } of told)
      expect([summary.en === '', /[\u4e00-\u9fff]/.test(summary.zh)]).toEqual([false, true]);
  });

  it('are the changes of one operation, and those since a day', async () => {
    const [first] = (await changes('?operation=placeOrder')).slice(-1);
    expect(first?.operations.added).toContain('placeOrder');
    expect(await changes('?operation=noSuchOperation')).toEqual([]);
    const since = await changes('?since=2026-11-28');
    expect(since.length).toBeGreaterThan(0);
    expect(since.every(({ on }) => on >= '2026-11-28')).toBe(true);
    expect((await get('/v1/changelog?since=yesterday')).status).toBe(400);
  });

  it('names in its changes each operation that it has', async () => {
    const added = new Set((await changes()).flatMap((change) => change.operations.added));
    expect(operations.map(({ operation }) => operation.operationId).filter((id) => !added.has(id))).toEqual([]);
  });

  it('are its problems, each with the operations that answer it, as each operation says of itself', async () => {
    const { body } = await get<{ data: ErrorEntry[] }>('/v1/errors');
    const told = new Map(body.data.map((entry) => [entry.code, entry]));
    const found: string[] = [];
    for (const { operation } of operations) {
      const id = operation.operationId;
      const documented = Object.values((operation as { responses?: object }).responses ?? {}).flatMap((response) => [
        ...String((response as { description?: string }).description).matchAll(/`([A-Z_]+\.[A-Z_]+)`:/g),
      ]);
      for (const [, code = ''] of documented) {
        if (told.get(code)?.operations.includes(id) !== true) found.push(`${id} ${code}`);
      }
    }
    expect(found).toEqual([]);
    const one = await get<ErrorEntry>('/v1/errors/FX.QUOTE_EXPIRED');
    expect(one.body.operations).toEqual(told.get('FX.QUOTE_EXPIRED')?.operations);
    expect(one.body.operations).toContain('convert');
    expect(one.body.operations).not.toContain('createOrder');
  });
});
