import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

/** The one without a window of its own first: it opens a page in a third of the time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The page describes a hundred operations: a busy machine takes its time over it. */
export const PATIENCE_MS = 60_000;
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of this machine: `CHROMIUM`, or one on the PATH; null where there is none. */
export function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...candidates].find((file) => file !== '' && existsSync(file)) ?? null;
}

/** The documentation at `/docs` in a headless browser with a profile of its own. */
export class DocsPage {
  /** What the page complained of. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async open(browser: string, url: string): Promise<DocsPage> {
    const profile = mkdtempSync(path.join(tmpdir(), 'entrepot-browser-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browser,
      headless: true,
      args: FLAGS,
      viewport: { width: 1280, height: 1000 },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const docs = new DocsPage(context, profile, context.pages()[0] ?? (await context.newPage()));
    await docs.page.goto(url);
    await docs.page.locator('.opblock-tag').first().waitFor();
    return docs;
  }

  /** @param scheme `apiKey` or `staff` */
  async authorize(token: string, scheme = 'apiKey'): Promise<void> {
    await this.inAuthorization(scheme, async (form) => {
      await form.locator('input').fill(token);
      await form.locator('.authorize').click();
    });
  }

  async authorizeClient({ id, clientSecret }: { id: string; clientSecret: string }): Promise<void> {
    await this.inAuthorization('oauth', async (form) => {
      await form.locator('[data-name=clientId]').fill(id);
      await form.locator('[data-name=clientSecret]').fill(clientSecret);
      await form.locator('.authorize').click();
    });
  }

  /** Forgets what was given. */
  async signOut(scheme: string): Promise<void> {
    await this.inAuthorization(scheme, (form) => form.getByRole('button', { name: 'Remove authorization' }).click(), {
      isIn: false,
    });
  }

  private async inAuthorization(
    scheme: string,
    work: (form: Locator) => Promise<void>,
    { isIn = true } = {},
  ): Promise<void> {
    await this.page.locator('.auth-wrapper .authorize').first().click();
    const form = this.page.locator('.auth-container', {
      has: this.page.locator('h4', { hasText: new RegExp(`^${scheme}\\W`) }),
    });
    await work(form);
    await form.getByText(isIn ? 'Logout' : 'Authorize', { exact: true }).waitFor();
    await this.page.locator('.modal-ux .close-modal').click();
  }

  /** Opens an operation and its form. @param id `Orders-listOrders` */
  async tryOut(tag: string, operationId: string): Promise<Locator> {
    const block = this.page.locator(`[id="operations-${tag.replaceAll(' ', '_')}-${operationId}"]`);
    if ((await block.count()) === 0) await this.page.locator(`[data-tag="${tag}"]`).click();
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    return block;
  }

  /** Sends the request of an open form. @returns the status that the page then shows */
  async execute(block: Locator): Promise<number> {
    await block.locator('button.execute').click();
    const status = block.locator('.live-responses-table tbody td.response-col_status').first();
    await status.waitFor();
    return Number.parseInt(await status.innerText(), 10);
  }

  async chooseExample(block: Locator, name: string): Promise<void> {
    await block.locator('.examples-select select').first().selectOption(name);
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
