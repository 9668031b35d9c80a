import { type Browser } from 'playwright-core';

import { findBrowser, PATIENCE_MS } from '../support/browser.js';
import { ConsoleDesk } from '../support/console-desk.js';
import { ConsolePage, launch } from '../support/console-page.js';

interface Sum {
  readonly amount: string;
}

interface Margin {
  readonly lines: readonly {
    readonly code: string;
    readonly estimate: { readonly amount: Sum } | null;
    readonly actual: { readonly amount: Sum } | null;
  }[];
  readonly estimate: { readonly margin: Sum };
  readonly actual: { readonly margin: Sum };
  readonly expected: { readonly margin: Sum };
}

const BROWSER = findBrowser();

// Visibly skipped on a machine without a browser.
(BROWSER === null ? describe.skip : describe)('The margin in the console', () => {
  let desk: ConsoleDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([ConsoleDesk.open(), launch(BROWSER ?? '')]);
  }, 4 * PATIENCE_MS);
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  const onPage = (work: (page: ConsolePage) => Promise<void>): Promise<void> =>
    ConsolePage.visit(browser, desk.url, work);

  it('says the figures of the margin as the API has them', async () => {
    const margin = await desk.trader.get<Margin>(`/v1/orders/${desk.closed.id}/margin`);
    await onPage(async (page) => {
      await page.withKey(desk.tenant.apiKey);
      await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
      expect(await page.cells('waterfall-table', [3, 4])).toEqual([
        ...margin.lines.map(({ estimate, actual }) => [told(estimate?.amount), told(actual?.amount)]),
        [told(margin.estimate.margin), told(margin.actual.margin)],
      ]);
      const [sums] = await page.cells('margin-table', [2, 3, 4]);
      expect(sums).toEqual([margin.estimate, margin.actual, margin.expected].map((it) => told(it.margin)));
    });
  });

  it('draws them as long as they are', async () => {
    const margin = await desk.trader.get<Margin>(`/v1/orders/${desk.closed.id}/margin`);
    await onPage(async (page) => {
      await page.withKey(desk.tenant.apiKey);
      await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
      for (const column of ['estimate', 'actual'] as const) {
        const bars = await page.bars(column);
        const sums = new Map(margin.lines.map((line) => [line.code, Number(line[column]?.amount.amount)]));
        const perYuan = (bars.get('Revenue') ?? 0) / (sums.get('revenue') ?? 0);
        expect(bars.get('Purchase')).toBeCloseTo((sums.get('purchase') ?? 0) * perYuan, 1);
        expect(bars.get('Freight')).toBeCloseTo((sums.get('freight') ?? 0) * perYuan, 1);
        expect(bars.get('Margin')).toBeCloseTo(Math.abs(Number(margin[column].margin.amount)) * perYuan, 1);
      }
    });
  });
});

/** As the page writes it in English. */
function told(sum: Sum | undefined): string {
  if (sum === undefined) return '–';
  const [whole = '', fraction = ''] = sum.amount.replace('-', '').split('.');
  return `${sum.amount.startsWith('-') ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
