import pg from 'pg';

import { importLibrary } from '../../scripts/import/import-library.js';
import { TellRateChanges } from '../../src/tax-refund/jobs/tell-rate-changes.schedule.js';
import { LINE } from '../support/order-samples.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const HEAD = '商品代码,商品名称,计量单位,起始日期,截止日期,征税率,退税率,特殊标识';
const OVENS = '851660900001,嵌入式电烤箱,台,20260101,20991231,13,13,';
const OTHERS = '851660900002,其他电烤箱,台,20260101,20991231,13,9,';
const CELLS = '8507600090,锂离子蓄电池,个,20260401,20991231,13,0,1';

interface Rate {
  readonly outcome: string;
  readonly detail: string;
  readonly rate: { readonly refundRate: string; readonly version: string; readonly validFrom: string } | null;
  readonly choices: readonly { readonly code: string; readonly name: string; readonly refundRate: string }[];
}
interface Change {
  readonly orderId: string;
  readonly impact: { readonly amount: string } | null;
  readonly lines: readonly {
    readonly before: { readonly refundRate: string; readonly version: string } | null;
    readonly after: { readonly refundRate: string; readonly validFrom: string } | null;
  }[];
}

let platform: TestPlatform;
let desk: RefundDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
});
afterAll(() => platform.stop());

const load = async (issue: string, ...lines: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: platform.database.adminUrl });
  await client.connect();
  try {
    const terms = { name: '出口退税率文库', issue, source: '国家税务总局' };
    expect((await importLibrary(client, [HEAD, ...lines].join('\n'), terms)).outcome).toBe('recorded');
  } finally {
    await client.end();
  }
};
const rate = async (query: string): Promise<Rate> =>
  (await desk.tenant.client.get<Rate>(`/v1/tax-refund/rates?${query}`)).body;
const changes = async (): Promise<readonly Change[]> =>
  (await desk.tenant.client.get<{ data: readonly Change[] }>('/v1/tax-refund/rate-changes')).body.data;

describe('The library of refund rates', () => {
  it('speaks once it is loaded, with version and interval; before its first word the table does', async () => {
    expect((await rate('hsCode=8507600090&on=2026-12-01')).rate).toMatchObject({ version: 'seed-2026-01' });
    const [oven, cell] = [await desk.place(), await desk.place({ lines: [{ ...LINE, hsCode: '8507600090' }] })];
    for (const order of [oven, cell]) await desk.untilCase(order, ({ missing }) => missing.length > 0);
    await load('2026B', OVENS, OTHERS, CELLS);
    expect((await rate('hsCode=8507600090&on=2026-12-01')).rate).toMatchObject({
      ...{ refundRate: '0', zeroMeaning: 'taxed_as_domestic', specialFlag: '1' },
      ...{ version: '出口退税率文库 2026B', validFrom: '2026-04-01', validTo: null },
    });
    expect((await rate('hsCode=8507600090&on=2026-03-31')).rate).toMatchObject({ refundRate: '0.09' });

    await platform.inWorker(TellRateChanges).run();
    const told = await eventually(changes, (each) => each.length === 2);
    expect(told.map(({ orderId, impact }) => [orderId, impact?.amount ?? null]).sort()).toEqual(
      [
        // 60,000.00 at 6 % until the issue cancelled it; of the ovens nobody has said which they are.
        [cell, '-3600.00'],
        [oven, null],
      ].sort(),
    );
    expect(told.find(({ orderId }) => orderId === cell)?.lines).toMatchObject([
      { before: { refundRate: '0.06', version: 'seed-2026-01' }, after: { refundRate: '0', validFrom: '2026-04-01' } },
    ]);
    const events = await platform.rows<{ count: string }>(
      `SELECT count(*)::text AS count FROM platform.event WHERE type = 'tax_refund.rate.changed'`,
    );
    expect(events).toEqual([{ count: '2' }]);

    await platform.inWorker(TellRateChanges).run();
    expect(await platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = 'tax-refund.tell-rates'`)).toEqual([]);
    expect(await changes()).toHaveLength(2);
  });

  it('lets a person choose where it divides a code, and the order carries the choice into the claim', async () => {
    const { outcome, choices, detail } = await rate('hsCode=8516609000&on=2026-11-20');
    expect([outcome, choices.map(({ code, refundRate }) => [code, refundRate])]).toEqual([
      'choice',
      [
        ['851660900001', '0.13'],
        ['851660900002', '0.09'],
      ],
    ]);
    expect(detail).toContain('851660900002 其他电烤箱');

    const unsaid = await desk.place();
    await desk.record(desk.invoice(unsaid));
    await desk.clear(unsaid);
    const { checks } = await desk.untilCase(unsaid, (body) => body.declarations.length > 0 && body.checks.length > 0);
    const found = checks.find(({ check }) => check === 'refund_rate');
    expect([found?.outcome, found?.detail]).toEqual(['block', expect.stringContaining('choose among 851660900001')]);

    const chosen = await desk.place({ lines: [{ ...LINE, refundCode: '851660900002' }] });
    await desk.record(desk.invoice(chosen));
    await desk.clear(chosen);
    await desk.collect(chosen);
    const claim = await desk.untilClaim(chosen, 'filed', 'accepted', 'approved', 'paid');
    expect([claim.lines[0]?.refundRate, claim.refund.amount]).toEqual(['0.09', '5400.00']);
    const { body } = await desk.tenant.client.get<object>(`/v1/tax-refund/claims/${claim.id}/calculation`);
    expect(body).toMatchObject({ refundRates: [{ rule: { version: '出口退税率文库 2026B' } }] });
  });

  it('takes no choice of other goods', async () => {
    const body = { lines: [{ ...LINE, refundCode: '950300890001' }] };
    await expect(desk.place(body)).rejects.toThrow('/lines/0/refundCode');
  });

  it('tells every rate there has been, and the issues that are on record', async () => {
    const get = async (path: string): Promise<{ data: readonly { version: string }[] }> =>
      (await desk.tenant.client.get<{ data: readonly { version: string }[] }>(path, key())).body;
    expect((await get('/v1/tax-refund/rates/history?hsCode=8507600090')).data.map(({ version }) => version)).toEqual([
      ...['seed-2026-01', 'seed-2026-01'],
      '出口退税率文库 2026B',
    ]);
    expect((await get('/v1/tax-refund/rates/issues')).data).toMatchObject([{ version: '出口退税率文库 2026B' }]);
  });

  it('tells every tenant by itself: one that cannot be told keeps none waiting, and is told once it can be', async () => {
    const other = await RefundDesk.open(platform);
    const open = await other.place({ lines: [{ ...LINE, hsCode: '8507600090' }] });
    await other.untilCase(open, ({ missing }) => missing.length > 0);
    const admin = async (sql: string): Promise<void> => {
      const client = new pg.Client({ connectionString: platform.database.adminUrl });
      await client.connect();
      await client.query(sql).finally(() => client.end());
    };
    await admin(`
      CREATE FUNCTION tax_refund.stumble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stumbled'; END $$`);
    await admin(`
      CREATE TRIGGER stumble BEFORE INSERT ON tax_refund.rate_change FOR EACH ROW
        WHEN (NEW.tenant_id = '${desk.tenant.tenantId}') EXECUTE FUNCTION tax_refund.stumble()`);
    const before = (await changes()).length;
    await load('2026B2', OVENS, OTHERS, CELLS.replace(',13,0,1', ',13,5,'));
    await platform.inWorker(TellRateChanges).run();
    const told = await eventually(
      async () => (await other.tenant.client.get<{ data: readonly Change[] }>('/v1/tax-refund/rate-changes')).body.data,
      (each) => each.length > 0,
    );
    expect(told[0]).toMatchObject({ orderId: open });
    expect(await changes()).toHaveLength(before);

    await admin(`DROP TRIGGER stumble ON tax_refund.rate_change; DROP FUNCTION tax_refund.stumble()`);
    await eventually(changes, (each) => each.length > before, 30_000);
  });
});
