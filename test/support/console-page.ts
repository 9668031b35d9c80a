import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

import { FLAGS } from './browser.js';

const PATIENCE_MS = 20_000;
const STROKES_MAX = 60;
export const PHONE = { width: 320, height: 720 };

/** What the browser reports of answers that the page is made to show. */
const REFUSALS = /status of 40[0-9]/;

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** The console in a window of its own. */
export class ConsolePage {
  /** What the page complained of: errors, and whatever its policy forbade. */
  private readonly complaints: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSALS.test(message.text())) this.complaints.push(message.text());
    });
  }

  private static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<ConsolePage> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript({ content: axe.source });
    const page = await context.newPage();
    const opened = new ConsolePage(context, page);
    await page.goto(url);
    return opened;
  }

  /** Works on a page of its own, which must complain of nothing. @throws Error when it has */
  static async visit(
    browser: Browser,
    url: string,
    work: (page: ConsolePage) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const opened = await ConsolePage.open(browser, url, options);
    try {
      await work(opened);
      if (opened.complaints.length > 0) throw new Error(opened.complaints.join('\n'));
    } finally {
      await opened.close();
    }
  }

  async signIn(proof: { tenantId: string; email: string; password: string; code?: string }): Promise<void> {
    await this.page.locator('#tenant').fill(proof.tenantId);
    await this.page.locator('#email').fill(proof.email);
    await this.page.locator('#password').fill(proof.password);
    await this.page.locator('#code').fill(proof.code ?? '');
    await this.page.locator('#staff-send').click();
  }

  async withKey(apiKey: string): Promise<void> {
    await this.page.locator('#with-key-open').click();
    await this.page.locator('#key').fill(apiKey);
    await this.page.locator('#key-send').click();
    await this.heading('Orders', '订单');
  }

  /** Waits until a view with one of these headings is shown. */
  async heading(...names: readonly string[]): Promise<void> {
    await this.page
      .locator('main:not([aria-busy]) h1', { hasText: new RegExp(`^(${names.join('|')})$`) })
      .waitFor({ state: 'visible' });
  }

  /** Goes to a place as a link would. */
  async goTo(place: string, ...headings: readonly string[]): Promise<void> {
    await this.page.evaluate((hash) => {
      (globalThis as unknown as { location: { hash: string } }).location.hash = hash;
    }, place);
    await this.heading(...headings);
  }

  /** Serious and critical findings, with where. */
  async findings(): Promise<string[]> {
    const { violations } = await this.page.evaluate(() => {
      const { axe: inPage } = globalThis as unknown as { axe: { run: () => Promise<axe.AxeResults> } };
      return inPage.run();
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
  }

  /** How much wider the page is than its window, if it is. */
  async overflow(): Promise<string[]> {
    const wider = await this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    return wider > 0 ? [`${wider} px too wide`] : [];
  }

  /** Presses Tab until this has the focus. @throws Error when it never has */
  async tabTo(id: string, stroke = 'Tab'): Promise<void> {
    for (let strokes = 0; strokes < STROKES_MAX; strokes += 1) {
      await this.page.keyboard.press(stroke);
      if ((await this.page.evaluate<string>('document.activeElement.id')) === id) return;
    }
    throw new Error(`${id} is not reached by ${stroke}`);
  }

  /** Opens whatever can be opened. */
  async openAll(): Promise<void> {
    await this.page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
  }

  /** What a table says in these columns, counted from 1, row by row. */
  async cells(id: string, columns: readonly number[]): Promise<string[][]> {
    const rows = await this.page.locator(`#${id} tbody tr`).all();
    return Promise.all(
      rows.map((row) =>
        Promise.all(columns.map(async (column) => (await row.locator(`:nth-child(${column})`).textContent()) ?? '')),
      ),
    );
  }

  /** How wide each bar of the waterfall is drawn, by what is written before it. */
  async bars(column: 'estimate' | 'actual'): Promise<Map<string, number>> {
    const rows = await this.page.locator('.fall-row').all();
    const drawn = await Promise.all(
      rows.map(async (row) => {
        const bar = row.locator(`.bar-${column}`);
        const width = (await bar.count()) === 0 ? 0 : Number(await bar.getAttribute('width'));
        return [(await row.locator('.fall-name').textContent()) ?? '', width] as const;
      }),
    );
    return new Map(drawn);
  }

  /** Everything that outlives the page: both storages, and the cookies that it sees; and its address. */
  kept(): Promise<string[]> {
    return this.page.evaluate<string[]>(
      '[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href]',
    );
  }

  private async close(): Promise<void> {
    await this.context.close();
  }
}
