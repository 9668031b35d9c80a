import { type Browser } from 'playwright-core';
import { request } from 'undici';

import { findBrowser, PATIENCE_MS } from '../support/browser.js';
import { ConsoleDesk } from '../support/console-desk.js';
import { ConsolePage, launch, PHONE } from '../support/console-page.js';
import { PASSWORD, Person, WRONG } from '../support/staff.js';

const BROWSER = findBrowser();

// Visibly skipped on a machine without a browser.
(BROWSER === null ? describe.skip : describe)('The console', () => {
  let desk: ConsoleDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([ConsoleDesk.open(), launch(BROWSER ?? '')]);
  }, 4 * PATIENCE_MS);
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });

  const onPage = (work: (page: ConsolePage) => Promise<void>, options = {}): Promise<void> =>
    ConsolePage.visit(browser, desk.url, work, options);

  describe('at the door', () => {
    it('lets a person with a second factor in, and out again', async () => {
      const { person, app } = await desk.person();
      const proof = { tenantId: person.tenantId, email: person.user.email, password: PASSWORD };
      await onPage(async (page) => {
        await page.signIn(proof);
        await page.page.getByRole('alert').getByText('AUTH.SECOND_FACTOR_NEEDED').waitFor();
        expect(await page.page.locator('#code').getAttribute('required')).not.toBeNull();
        await page.signIn({ ...proof, code: app.generate({ timestamp: Date.now() + 30_000 }) });
        await page.heading('Orders');
        await page.page.locator('#sign-out').click();
        await page.heading('Sign in');
        expect(await page.page.locator('main').innerText()).not.toContain(desk.closed.reference);
      });
    });

    it('shows a refusal as the API tells it, with what to do and the number of the request', async () => {
      const { person } = await desk.person();
      await onPage(async (page) => {
        await page.signIn({ tenantId: person.tenantId, email: person.user.email, password: WRONG });
        const alert = page.page.getByRole('alert');
        await alert.getByText('What to do:').waitFor();
        expect(await alert.innerText()).toMatch(/AUTH\.SIGN_IN_REFUSED · for support [0-9a-f-]{36}/);
      });
    });

    it('goes on with a session whose access token has run out, by its refresh token', async () => {
      const person = await Person.join(desk.platform, desk.tenant, ['viewer']);
      await onPage(async (page) => {
        await page.page.clock.install();
        await page.signIn({ tenantId: person.tenantId, email: person.user.email, password: PASSWORD });
        await page.heading('Orders');
        const refreshed = page.page.waitForResponse(/\/v1\/sessions\/refresh$/);
        await page.page.clock.fastForward('09:45');
        expect((await refreshed).status()).toBe(200);
        await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
      });
    });

    it('ends what nobody touches for a quarter of an hour', async () => {
      await onPage(async (page) => {
        await page.page.clock.install();
        await page.withKey(desk.tenant.apiKey);
        await page.page.clock.fastForward('15:01');
        await page.page.getByText('Nobody used this page for a quarter of an hour.').waitFor();
      });
    });

    it('shows the door again when the session was ended elsewhere', async () => {
      const person = await Person.join(desk.platform, desk.tenant, ['viewer']);
      await onPage(async (page) => {
        await page.signIn({ tenantId: person.tenantId, email: person.user.email, password: PASSWORD });
        await page.heading('Orders');
        await desk.tenant.client.post(`/v1/users/${person.user.id}/disabling`, {});
        await page.page.getByRole('alert').waitFor();
        await page.heading('Sign in');
      });
    });

    it('keeps nothing that proves anything: not in storage, not in cookies, not in the address', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        const kept = await page.kept();
        expect(kept.join()).not.toContain(desk.tenant.apiKey);
        await page.page.reload();
        await page.heading('Sign in');
      });
    });
  });

  describe('inside', () => {
    it('goes from the list to an order and back by the keyboard alone', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.tabTo(desk.closed.id);
        await page.page.keyboard.press('Enter');
        await page.heading(desk.closed.reference);
        expect(await page.page.evaluate('document.activeElement.tagName')).toBe('H1');
        await page.tabTo('back', 'Shift+Tab');
        await page.page.keyboard.press('Enter');
        await page.heading('Orders');
      });
    });

    it('finds orders by state and by reference, and marks those that wait for a person', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        const rows = page.page.locator('.orders tbody tr');
        expect(await rows.allInnerTexts()).toHaveLength(2);
        await page.page.locator('#state-attention').click();
        await page.page.locator('#state-attention[aria-current]').waitFor();
        expect(await rows.allInnerTexts()).toEqual([expect.stringMatching(/SO-2026-0002[^]*Customs: Rejected/)]);
        await page.page.locator('#state-all').click();
        await page.page.locator(`[id="${desk.closed.id}"]`).waitFor();
        await page.page.locator('#reference').fill('SO-2026-0001');
        await page.page.keyboard.press('Enter');
        await page.page.locator(`[id="${desk.stuck.id}"]`).waitFor({ state: 'detached' });
        expect(await rows.locator('th').allInnerTexts()).toEqual(['SO-2026-0001']);
      });
    });

    it('turns the pages of a long list', async () => {
      const { apiKey } = await desk.drafts(27);
      await onPage(async (page) => {
        await page.withKey(apiKey);
        const references = page.page.locator('.orders tbody th');
        expect(await references.allInnerTexts()).toEqual(
          Array.from({ length: 25 }, (_none, index) => `D-${27 - index}`),
        );
        await page.page.locator('#next-page').click();
        await page.page.locator('#first-page').waitFor();
        expect(await references.allInnerTexts()).toEqual(['D-2', 'D-1']);
        expect(await page.page.locator('#next-page').count()).toBe(0);
        await page.page.goBack();
        await page.page.locator('#next-page').waitFor();
      });
    });

    it('tells why an order is stuck, and where it says what can be done', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.goTo(`#/orders/${desk.stuck.id}`, desk.stuck.reference);
        expect(await page.page.locator('.note-attention').innerText()).toMatch(/Customs: Rejected · ./);
        const offers = page.page.locator('.offers li', { hasText: 'resubmit' });
        expect(await offers.locator('a').getAttribute('href')).toBe('/docs#/Customs');
      });
    });

    it('puts what is overdue before what is only due', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.goTo(`#/orders/${desk.stuck.id}`, desk.stuck.reference);
        expect(await page.page.locator('.deadlines').innerText()).not.toContain('Overdue');
        await desk.keepWaiting();
        await page.page.locator('.deadline-late').waitFor();
        expect(await page.page.locator('.deadline').first().innerText()).toMatch(/Booking: next answer[^]*Overdue/);
        expect(await page.page.locator('.note-attention').innerText()).toContain('did not come in time: 1');
      });
    });

    it('opens the documents of the steps, and none of an address that is not ours', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
        const links = page.page.locator('.paper a');
        const places = await links.evaluateAll((all) => all.map((it) => (it as unknown as { hash: string }).hash));
        expect(places.length).toBeGreaterThan(8);
        for (const place of places) {
          await page.goTo(place, '[a-z-]+/[a-z-]+.*');
          expect(await page.page.locator('.document dt').count()).toBeGreaterThan(3);
        }
        await page.goTo('#/document?at=//example.com/v1', '.*');
        await page.page.getByText('This is not the address of a document.').waitFor();
      });
    });

    it('shows what happens as it happens, and leaves the reader where they are', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.page.locator('#reference').fill('half typ');
        const order = await desk.trader.trade({ refund: { mode: 'none' } });
        await page.page.locator(`[id="${order.id}"]`).waitFor();
        expect(await page.page.locator('#reference').inputValue()).toBe('half typ');
        expect(await page.page.evaluate('document.activeElement.id')).toBe('reference');
      });
    });

    it('tells how the receivers of webhooks do', async () => {
      await onPage(async (page) => {
        await page.withKey(desk.tenant.apiKey);
        await page.goTo('#/webhooks', 'Webhooks');
        const cards = page.page.locator('main section');
        const [gone = '', good = ''] = await cards.allInnerTexts();
        expect(gone).toMatch(/\/gone[^]*Disabled[^]*nothing is sent/);
        expect(good).toMatch(/\/good[^]*Enabled[^]*[1-9]\d* delivered/);
      });
    });

    it('shows what one may see, and says of the rest that one may not', async () => {
      const { body } = await desk.tenant.client.post<{ apiKey: string }>('/v1/api-keys', {
        name: 'Little',
        scopes: ['orders:read'],
      });
      await onPage(async (page) => {
        await page.withKey(body.apiKey);
        await page.page.getByText('No live updates').waitFor();
        await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
        expect(await page.page.locator('.shelf').first().innerText()).toContain('Declaration: ');
        await page.goTo('#/webhooks', 'This cannot be shown');
        await page.page.getByRole('alert').getByText('AUTH.MISSING_SCOPE').waitFor();
      });
    });
  });

  describe('for everybody', () => {
    it('speaks the language of the browser, and the other one at the press of a button', async () => {
      await onPage(
        async (page) => {
          await page.heading('登录');
          await page.withKey(desk.tenant.apiKey);
          await page.goTo(`#/orders/${desk.closed.id}`, desk.closed.reference);
          expect(await page.page.locator('#timeline-title').innerText()).toBe('时间线');
          await page.page.locator('#language').click();
          await page.page.locator('#timeline-title', { hasText: 'Timeline' }).waitFor();
          expect(await page.page.locator('html').getAttribute('lang')).toBe('en');
          expect(await page.page.locator('.timeline').first().innerText()).toContain('Order closed');
        },
        { locale: 'zh-CN' },
      );
    });

    it.each([
      ['en-GB', 'light', { width: 1280, height: 900 }],
      ['zh-CN', 'dark', { width: 1280, height: 900 }],
      ['en-GB', 'dark', PHONE],
      ['zh-CN', 'light', PHONE],
    ] as const)(
      'has no fault that axe finds serious, and nothing to scroll sideways: %s, %s, %j',
      async (...of) => {
        const [locale, colorScheme, viewport] = of;
        await onPage(
          async (page) => {
            const faults = async (): Promise<string[]> => [...(await page.findings()), ...(await page.overflow())];
            expect(await faults()).toEqual([]);
            await page.withKey(desk.tenant.apiKey);
            expect(await faults()).toEqual([]);
            for (const order of [desk.closed, desk.stuck]) {
              await page.goTo(`#/orders/${order.id}`, order.reference);
              await page.openAll();
              expect(await faults()).toEqual([]);
            }
            await page.page.locator('.paper a').first().click();
            await page.page.locator('.document').waitFor();
            expect(await faults()).toEqual([]);
            await page.goTo('#/webhooks', 'Webhooks?');
            await page.openAll();
            expect(await faults()).toEqual([]);
            await page.goTo('#/orders/ord_nothing', 'This cannot be shown', '无法显示');
            expect(await faults()).toEqual([]);
          },
          { locale, colorScheme, viewport },
        );
      },
      2 * PATIENCE_MS,
    );

    it('says a sentence in both languages where JavaScript is switched off', async () => {
      await onPage(
        async (page) => {
          const text = await page.page.locator('main').innerText();
          expect(text).toMatch(/JavaScript, which is switched off here[^]*请启用后重试/);
        },
        { javaScriptEnabled: false },
      );
    });

    it('is served under a policy that allows its own files and nothing else', async () => {
      const answer = await fetch(desk.url);
      expect(answer.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; (?!.*unsafe)/,
      );
      const again = await request(desk.url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect([again.statusCode, await again.body.text()]).toEqual([304, '']);
      expect((await fetch(desk.url.replace(/\/$/, ''))).url).toBe(desk.url);
    });
  });
});
