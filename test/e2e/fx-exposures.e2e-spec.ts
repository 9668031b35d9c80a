import { parseId } from '../../src/kernel/ids.js';
import { addDays, CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { type MoneyJson } from '../../src/kernel/money.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Sum {
  readonly gross: MoneyJson;
  readonly open: MoneyJson;
  readonly value: MoneyJson | null;
}
interface TableBody {
  readonly value: MoneyJson;
  readonly unvalued: readonly string[];
  readonly market: { readonly asOf: string | null; readonly isFresh: boolean };
  readonly currencies: readonly (Sum & { readonly currency: string })[];
}
interface ItemBody {
  readonly kind: string;
  readonly amount: MoneyJson;
}
interface PageBody<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}
interface MovementBody {
  readonly kind: string;
  readonly foreign: MoneyJson;
  readonly value: MoneyJson;
  readonly brought: MoneyJson | null;
  readonly result: MoneyJson | null;
}
interface ResultsBody {
  readonly realisedTotal: MoneyJson;
  readonly unrealisedTotal: MoneyJson;
  readonly orders: readonly { readonly orderId: string; readonly result: MoneyJson }[];
  readonly books: { readonly realised: MoneyJson; readonly unrealised: MoneyJson; readonly elsewhere: MoneyJson };
}
interface RevaluationBody {
  readonly id: string;
  readonly code: string;
  readonly result: MoneyJson;
  readonly unvalued: number;
  readonly lines: readonly {
    readonly foreign: MoneyJson;
    readonly rate: string | null;
    readonly result: MoneyJson | null;
  }[];
}

const TODAY = dateInZone(new Date(), CHINA);

let platform: TestPlatform;
let desk: FxDesk;
let order: string;

const movements = async (holds: (found: readonly MovementBody[]) => boolean): Promise<readonly MovementBody[]> =>
  eventually(async () => (await desk.get<PageBody<MovementBody>>(`/v1/fx/results/items?orderId=${order}`)).data, holds);
const results = (from: string, to: string): Promise<ResultsBody> => desk.get(`/v1/fx/results?from=${from}&to=${to}`);
const revalue = (body: object, query = '') =>
  desk.tenant.client.post<RevaluationBody>(`/v1/fx/revaluations${query}`, body, key());
const shown = (money: MoneyJson | null | undefined): string => `${money?.amount ?? '-'} ${money?.currency ?? ''}`;

/** 10,000 USD are owed, 4,000 have come before the goods left, 1,000 of them are exchanged. */
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  order = await desk.order({ freight: { by: 'other', readyDate: addDays(TODAY, 7) } });
  await desk.pay({ amount: '4000.00', remittance: 'SO-1001' });
  await movements((found) => found.length === 1);
  const { body } = await desk.quote({ sell: { amount: '1000.00', currency: 'USD' }, orderId: order });
  expect((await desk.convert(body.id)).status).toBe(201);
  await movements((found) => found.length === 2);
});
afterAll(() => platform.stop());

describe('Exposures', () => {
  it('are what is owed and what is held, worth what the board says, row by row', async () => {
    const table = await desk.get<TableBody>('/v1/fx/exposures');
    const [dollars] = table.currencies;
    expect([shown(dollars?.gross), shown(dollars?.open), shown(dollars?.value)]).toEqual([
      '9000.00 USD',
      '9000.00 USD',
      '63730.80 CNY',
    ]);
    expect([table.market.isFresh, table.unvalued]).toEqual([true, []]);
    const first = await desk.get<PageBody<ItemBody>>('/v1/fx/exposures/items?limit=1');
    const second = await desk.get<PageBody<ItemBody>>(`/v1/fx/exposures/items?cursor=${first.nextCursor ?? ''}`);
    expect([...first.data, ...second.data].map(({ kind, amount }) => `${kind} ${shown(amount)}`)).toEqual([
      'held 3000.00 USD',
      'receivable 6000.00 USD',
    ]);
    // What is held is there now, and the buyer owes the rest only after the goods are ready.
    const soon = await desk.get<TableBody>(`/v1/fx/exposures?to=${addDays(TODAY, 1)}&by=month`);
    expect(soon.currencies[0]?.gross.amount).toBe('3000.00');
  });

  it('move the margins that the orders expect, by what is open', async () => {
    interface WhatIf {
      readonly totals: readonly { readonly name: string; readonly effect: MoneyJson }[];
      readonly orders: readonly { readonly orderId: string; readonly margin: MoneyJson | null }[];
    }
    const path = encodeURIComponent('2026-12-15=-1%');
    const { totals, orders } = await desk.get<WhatIf>(`/v1/fx/exposures/what-if?shifts=-0.05,0&path=${path}`);
    expect(totals.map(({ name, effect }) => `${name} ${effect.amount}`)).toEqual([
      '-0.05 -3186.54',
      '0 0.00',
      'path -424.87',
    ]);
    expect(orders.map(({ orderId, margin }) => [orderId, margin?.currency])).toEqual([[order, 'CNY']]);
    const refused = await desk.tenant.client.get<{ errors: readonly { pointer: string }[] }>(
      '/v1/fx/exposures/what-if?shifts=-2&path=2026-02-30=7',
    );
    expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual(['?shifts', '?path']);
  });

  it('can be hedged at a cost, or it is said why not', async () => {
    interface Hedges {
      readonly suggestions: readonly {
        readonly amount: MoneyJson;
        readonly because: string | null;
        readonly cost: MoneyJson | null;
      }[];
    }
    const given = 'interest=CNY=0.0165,USD=0.0475&share=0.9';
    const [priced] = (await desk.get<Hedges>(`/v1/fx/exposures/hedge-suggestions?${given}`)).suggestions;
    expect([shown(priced?.amount), priced?.because]).toEqual(['5400.00 USD', null]);
    expect(Number(priced?.cost?.amount)).toBeGreaterThan(0);
    const [small] = (
      await desk.get<Hedges>(`/v1/fx/exposures/hedge-suggestions?${given}&share=0.5`.replace('share=0.9&', ''))
    ).suggestions;
    expect([small?.because, small?.cost]).toEqual(['below_minimum', null]);

    // Who gives no interest is told by the curves, where there are any.
    const unpriced = await desk.get<Hedges>('/v1/fx/exposures/hedge-suggestions?share=0.9');
    expect(unpriced.suggestions[0]?.because).toBe('no_interest_rate');
    for (const [currency, bid, ask] of [
      ['CNY', '0.0165', '0.0170'],
      ['USD', '0.0470', '0.0475'],
    ]) {
      const curve = { currency, asOf: '2026-11-20', source: 'Desk', points: [{ tenor: '1Y', bid, ask }] };
      expect((await desk.tenant.client.post('/v1/fx/interest-curves', curve)).status).toBe(201);
    }
    // Of one tenor, flat before it: the same rates as given above.
    const [along] = (await desk.get<Hedges>('/v1/fx/exposures/hedge-suggestions?share=0.9')).suggestions;
    expect([along?.because, along?.cost]).toEqual([null, priced?.cost]);
  });

  it('are drawn in the language of who looks', async () => {
    const answer = await desk.tenant.client.get('/v1/fx/exposures/chart', { 'Accept-Language': 'zh-CN' });
    expect(answer.headers['content-type']).toContain('image/svg+xml');
    expect(answer.text).toContain('外币敞口按到期日分布');
  });

  it('name a currency without a price, and an old board', async () => {
    await platform.rows(
      `UPDATE fx.board_price SET as_of = as_of - interval '1 day' WHERE tenant_id = $1 AND currency = 'USD'`,
      [desk.tenant.tenantId],
    );
    await platform.rows(`UPDATE fx.board SET fetched_at = fetched_at - interval '1 hour' WHERE tenant_id = $1`, [
      desk.tenant.tenantId,
    ]);
    const table = await desk.get<TableBody>('/v1/fx/exposures');
    expect([table.currencies[0]?.value, table.unvalued, table.market.isFresh]).toEqual([null, ['USD'], false]);
    await platform.rows(
      `UPDATE fx.board_price SET as_of = as_of + interval '1 day' WHERE tenant_id = $1 AND currency = 'USD'`,
      [desk.tenant.tenantId],
    );
  });
});

describe('Results', () => {
  it('are what exchanges brought against the rate of the day, and what the ledger says', async () => {
    const [realised, advance] = await movements(() => true);
    expect([realised?.kind, advance?.kind]).toEqual(['realised', 'advance']);
    expect(fen(realised?.result)).toBe(fen(realised?.brought) + fen(realised?.value));
    expect(fen(realised?.value) * 4n).toBe(-fen(advance?.value));
    const { realisedTotal, orders, books } = await results('2020-01-01', '2099-12-31');
    expect([books.realised, orders[0]?.result]).toEqual([realisedTotal, realised?.result]);
    expect(String(fen(realisedTotal))).toBe(await desk.balance('fx_result', 'CNY'));
    expect(
      await eventually(
        () => desk.events('fx.result.realised'),
        (found) => found.length > 0,
      ),
    ).toHaveLength(1);
  });

  it('recognise the rest when the goods leave, whatever is told twice', async () => {
    const tell = (): Promise<unknown> =>
      platform.rows(
        `INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at)
         VALUES ($1, gen_random_uuid(), 'fx.on-money-fact', 'customs.declaration.departed',
                 jsonb_build_object('resourceId', $2::uuid, 'orderId', $2::uuid,
                                    'data', jsonb_build_object('entryNumber', '1', 'exportDate', '2026-11-20')), now(), now())`,
        [desk.tenant.tenantId, parseId('order', order)],
      );
    await tell();
    await movements((found) => found.length === 3);
    await tell();
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue = 'fx.on-money-fact'`),
      (rows) => rows.length === 0,
    );
    const [recognised, ...rest] = await movements(() => true);
    expect([recognised?.kind, shown(recognised?.foreign), rest.length]).toEqual(['recognised', '6000.00 USD', 2]);
  });

  it('are reckoned at a month’s end, once, and taken back on the next day', async () => {
    await platform.rows(`UPDATE fx.carrying_movement SET occurred_on = '2026-10-20' WHERE tenant_id = $1`, [
      desk.tenant.tenantId,
    ]);
    const given = { period: '2026-10', rates: [{ currency: 'USD', rate: '7.2' }] };
    const tried = await revalue(given, '?dryRun=true');
    const unpriced = await revalue({ period: '2026-10' }, '?dryRun=true');
    expect([unpriced.body.unvalued, unpriced.body.lines[0]?.rate]).toEqual([1, null]);
    const { status, body } = await revalue(given);
    expect([status, shown(body.lines[0]?.foreign), body.result]).toEqual([201, '9000.00 USD', tried.body.result]);
    expect((await revalue({ period: '2026-10' })).body.id).toBe(body.id);
    expect((await desk.get<RevaluationBody>(`/v1/fx/revaluations/${body.id}`)).result).toEqual(body.result);

    const october = await results('2026-10-01', '2026-10-31');
    expect([october.unrealisedTotal, october.books.unrealised]).toEqual([body.result, body.result]);
    const november = await results('2026-11-01', '2026-11-30');
    expect([fen(november.unrealisedTotal), fen(november.books.unrealised)]).toEqual([
      -fen(body.result),
      -fen(body.result),
    ]);
    expect(await desk.balance('fx_unrealised', 'CNY')).toBe('0');
  });

  it('refuse a month that is not over, and nonsense', async () => {
    const early = await revalue({ period: '2099-01' });
    expect([early.status, early.body.code]).toEqual([409, 'FX.PERIOD_NOT_OVER']);
    const twice = { currency: 'USD', rate: '7' };
    expect((await revalue({ period: '2026-09', rates: [twice, twice, { currency: 'CNY', rate: '1' }] })).status).toBe(
      422,
    );
    expect((await desk.tenant.client.get('/v1/fx/results?from=2026-12-01&to=2026-11-01')).status).toBe(422);
    expect(await desk.deadLetters()).toEqual([]);
  });

  it('leave books that hold: every currency sums to zero', async () => {
    const answer = await desk.tenant.client.get('/v1/ledger/export?format=hledger');
    expect(answer.text).toContain('fx_valuation');
    const rows = await platform.rows<{ sum: string }>(
      `SELECT sum(amount_minor)::text AS sum FROM ledger.posting WHERE tenant_id = $1 GROUP BY currency`,
      [desk.tenant.tenantId],
    );
    expect(rows.every(({ sum }) => sum === '0')).toBe(true);
  });
});

function fen(money: MoneyJson | null | undefined): bigint {
  return BigInt((money?.amount ?? '').replace('.', ''));
}
