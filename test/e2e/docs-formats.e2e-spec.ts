import { createRequire } from 'node:module';

import { chromium, type Page } from 'playwright-core';
import { type Collection, type Item, type ItemGroup } from 'postman-collection';

import { API_GUIDE } from '../../src/api-guide.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { type DocumentedApi, operationsOf } from '../support/body-samples.js';
import { findBrowser, PATIENCE_MS } from '../support/browser.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';

const postman = createRequire(import.meta.url)('postman-collection') as {
  Collection: new (definition: object) => Collection;
};

describe('The contract, in other forms:', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let operations: ReturnType<typeof operationsOf>;

  beforeAll(async () => {
    platform = await TestPlatform.start({ worker: false });
    tenant = await platform.tenant();
    operations = operationsOf(describeApi(platform.api, API_GUIDE) as unknown as DocumentedApi);
  });
  afterAll(() => platform.stop());

  async function get(path: string): Promise<{ type: string; text: string }> {
    const answer = await fetch(`${platform.config.publicUrl}${path}`);
    expect(answer.status).toBe(200);
    return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  }

  describe('the Postman collection', () => {
    let collection: Collection;
    let items: Item[];

    beforeAll(async () => {
      collection = new postman.Collection(JSON.parse((await get('/postman.json')).text) as object);
      items = [];
      collection.forEachItem((item) => void items.push(item));
    });

    it('has every operation once, in the folder of its tag', () => {
      const told = items.map((item) => {
        const path = item.request.url.getPath({ unresolved: true }).replaceAll(/:(\w+)/g, '{$1}');
        return `${(item.parent() as ItemGroup<Item> | undefined)?.name ?? ''}: ${item.request.method} ${path}`;
      });
      const all = operations.map(({ method, path, operation }) => `${operation.tags?.[0] ?? ''}: ${method} ${path}`);
      expect(told.sort()).toEqual(all.sort());
    });

    it('sends what the API takes, to where it was fetched from', async () => {
      const [enter] = items.filter(({ name }) => name === operation('enterParty').summary);
      expect(collection.variables.get('baseUrl')).toBe(platform.config.publicUrl);
      expect(enter?.request.url.toString()).toBe('{{baseUrl}}/v1/parties');
      const answer = await tenant.client.post('/v1/parties', JSON.parse(enter?.request.body?.raw ?? ''));
      expect(answer.status).toBe(201);
    });

    it('makes an Idempotency-Key anew for each request that needs one', () => {
      const [place] = items.filter(({ name }) => name === operation('createOrder').summary);
      expect(place?.request.headers.get('Idempotency-Key')).toBe('{{$guid}}');
    });
  });

  it('/llms.txt names every operation in one line', async () => {
    const { type, text } = await get('/llms.txt');
    expect(type).toContain('text/markdown');
    expect(text).toMatch(/^# Entrepot\n\n> The backend of a foreign-trade service platform/);
    for (const {
      method,
      path,
      operation: { summary = '' },
    } of operations) {
      expect(text).toContain(`- \`${method} ${path}\` `);
      expect(text).toContain(summary);
    }
  });

  const browser = findBrowser();
  (browser === null ? it.skip : it)(
    '/reference shows it in a browser, and fetches nothing from anywhere else',
    async () => {
      const chrome = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox', '--disable-gpu'] });
      try {
        const page = await chrome.newPage();
        const seen = watch(page);
        await page.goto(`${platform.config.publicUrl}/reference`);
        await page.getByRole('heading', { name: 'Entrepot', exact: true }).first().waitFor({ timeout: PATIENCE_MS });
        await page.getByRole('link', { name: 'Orders' }).first().waitFor({ timeout: PATIENCE_MS });
        expect(seen.addresses.filter((address) => !address.startsWith(platform.config.publicUrl))).toEqual([]);
        expect(seen.complaints).toEqual([]);
      } finally {
        await chrome.close();
      }
    },
    PATIENCE_MS * 2,
  );

  function operation(id: string): { summary?: string } {
    return operations.find((each) => each.operation.operationId === id)?.operation ?? {};
  }
});

/** What a page asks for, and what it complains of. */
function watch(page: Page): { addresses: string[]; complaints: string[] } {
  const seen = { addresses: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) seen.addresses.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  return seen;
}
