import { NEXT_VERSION } from '../../src/financing/api/financing.examples.js';
import { colleague } from '../support/approval-desk.js';
import { CNY, type LimitBody, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface ProductBody {
  readonly code: string;
  readonly productVersion: number;
  readonly origin: string;
  readonly validTo: string | null;
  readonly annualRate: string;
  readonly penaltyRate: string;
}

interface HistoryBody {
  readonly code: string;
  readonly inForce: ProductBody | null;
  readonly versions: readonly ProductBody[];
  readonly errors: LimitBody['errors'];
}

interface EligibilityBody {
  readonly isEligible: boolean;
  readonly amount: { readonly amount: string };
  readonly reasons: readonly string[];
  readonly conditions: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly reasons: readonly string[];
  }[];
}

const PRODUCTS = '/v1/financing/products';
const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The refund advance on other terms, from today on. */
const BETTER = {
  ...{
    code: 'refund_advance',
    name: { en: 'Refund advance, better', zh: '退税融资（优惠）' },
    lender: NEXT_VERSION.lender,
  },
  ...{
    validFrom: TODAY,
    base: 'matched_refund',
    advanceRate: '0.90',
    clientLimit: CNY('50000.00'),
    minimum: CNY('100.00'),
  },
  ...{ tenorDays: 90, interest: { kind: 'floating', reference: 'LPR_1Y', spread: '0.01' }, feeRate: '0.002' },
  ...{ penalty: { kind: 'multiplier', value: '1.5' }, feeFlat: CNY('5.00') },
  opensWhen: [
    ...['order_live', 'goods_released', 'refund_matched', 'refund_unpaid', 'claim_not_rejected'],
    ...['payout_account', 'guarantee_clear'],
  ].map((name) => ({ name })),
  ...{ closesBy: ['refund_paid'], documents: ['vat_invoice'] },
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const add = (desk: LendingDesk, body: object, query = '') =>
  desk.client.post<HistoryBody>(`${PRODUCTS}${query}`, body, key());
const history = async (desk: LendingDesk, code: string, query = ''): Promise<HistoryBody> =>
  (await desk.client.get<HistoryBody>(`${PRODUCTS}/${code}${query}`)).body;

describe('Products', () => {
  it('are those of the tenant’s own present, also where that is a test clock’s', async () => {
    const desk = await LendingDesk.open(platform);
    const validFrom = `${Number(TODAY.slice(0, 4)) + 1}-07-01`;
    expect((await add(desk, { ...BETTER, validFrom, code: 'summer_advance' })).status).toBe(201);
    const offered = async (): Promise<boolean> => {
      const { body } = await desk.client.get<{ data: readonly { code: string }[] }>(PRODUCTS);
      return body.data.some(({ code }) => code === 'summer_advance');
    };
    expect(await offered()).toBe(false);
    const moved = await desk.client.post('/v1/sandbox/clock', { now: `${validFrom}T02:00:00Z` }, key());
    expect([moved.status, await offered()]).toEqual([200, true]);
  });

  it('are rows: every kind of the trade is offered from its day on, each with its price of the day', async () => {
    const desk = await LendingDesk.open(platform);
    const on = async (day: string): Promise<readonly ProductBody[]> =>
      (await desk.client.get<{ data: ProductBody[] }>(`${PRODUCTS}?asOf=${day}`)).body.data;
    expect(await on('2025-12-31')).toEqual([]);
    const found = await on('2026-11-30');
    expect(found.map(({ code }) => code)).toEqual([
      ...['data_credit_line', 'fx_margin_line', 'insured_factoring', 'mutual_guarantee_line', 'order_financing'],
      ...['refund_advance', 'warehouse_receipt_pledge'],
    ]);
    expect(found.find(({ code }) => code === 'insured_factoring')).toMatchObject({
      ...{ annualRate: '0.045', penaltyRate: '0.0225', spread: '0.0150' },
      reference: { name: 'LPR_1Y', rate: '0.0300', from: '2025-05-20' },
    });
    expect(found.find(({ code }) => code === 'refund_advance')).toMatchObject({
      ...{ annualRate: '0.0435', penaltyRate: '0.02175', feeRate: '0.001', tenorDays: 180, reference: null },
    });
    expect((await desk.client.get(`${PRODUCTS}/no_such_product`)).status).toBe(404);
  });

  it('compare by what the same money costs, and say why one does not lend it', async () => {
    const desk = await LendingDesk.open(platform);
    const path = '/v1/financing/product-comparison?amount=1500000.00&days=90&asOf=2026-11-30';
    const { body } = await desk.client.get<{ data: { product: string; cost: object; reasons: string[] }[] }>(path);
    // 1,500,000 × 4.35 % × 90 / 360 = 16,312.50, and 1,500 of fees; 5 % without a fee cost 18,750.
    expect(body.data[0]).toMatchObject({ product: 'refund_advance', cost: CNY('17812.50'), allInRate: '0.0475' });
    expect(body.data.at(-1)).toMatchObject({ product: 'fx_margin_line' });
    expect(body.data.at(-1)?.reasons).toHaveLength(1);
    const bad = await desk.client.get<LimitBody>('/v1/financing/product-comparison?amount=0.00&days=90');
    expect([bad.status, bad.body.errors[0]?.code]).toEqual([422, 'not_positive']);
  });

  it('get versions of the tenant’s own, with every fault named at once and nothing kept of a dry run', async () => {
    const desk = await LendingDesk.open(platform);
    const bad = await add(desk, {
      ...{ ...BETTER, validFrom: '2026-01-01', validTo: '2025-01-01', advanceRate: '90', minimum: CNY('60000.00') },
      ...{ interest: { kind: 'floating', reference: 'SHIBOR' }, penalty: { kind: 'multiplier', value: '3' } },
      ...{ opensWhen: [{ name: 'trading_for_months' }], closesBy: ['instalments'] },
    });
    expect(bad.status).toBe(422);
    const faults = bad.body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(faults).toEqual([
      ...['/validFrom in_the_past', '/validTo range', '/advanceRate out_of_range', '/minimum/amount out_of_range'],
      ...[
        '/interest/reference unknown',
        '/interest/spread required',
        '/penalty/value out_of_range',
        '/instalments required',
      ],
      ...Array.from({ length: 7 }, () => '/opensWhen missing'),
      ...['/opensWhen/0/value required', '/closesBy missing'],
    ]);
    expect((await add(desk, BETTER, '?dryRun=true')).body.inForce).toMatchObject({ origin: 'own', productVersion: 1 });
    expect((await history(desk, 'refund_advance')).versions).toHaveLength(1);

    expect((await add(desk, BETTER)).status).toBe(201);
    const again = await add(desk, BETTER);
    expect([again.status, again.body.errors[0]]).toMatchObject([422, { pointer: '/validFrom', code: 'overlap' }]);
    expect((await add(desk, { ...BETTER, validFrom: '2036-01-01' })).status).toBe(201);
    const found = await history(desk, 'refund_advance');
    expect(found.inForce).toMatchObject({ origin: 'own', productVersion: 1, annualRate: '0.04', penaltyRate: '0.02' });
    expect(found.versions.map(({ origin, productVersion, validTo }) => [origin, productVersion, validTo])).toEqual([
      ['own', 2, null],
      ['own', 1, '2035-12-31'],
      ['standard', 1, null],
    ]);
    expect((await history(desk, 'refund_advance', '?asOf=2026-02-01')).inForce).toMatchObject({ origin: 'standard' });
    const other = await LendingDesk.open(platform);
    expect((await history(other, 'refund_advance')).versions).toHaveLength(1);
    const told = await platform.rows(
      `SELECT data FROM platform.event WHERE tenant_id = $1 AND type = 'financing.product.version_added' ORDER BY id`,
      [desk.desk.tenant.tenantId],
    );
    expect(told).toMatchObject([{ data: { version: 1 } }, { data: { version: 2 } }]);
  });

  it('are added once when twenty are added at once, and by no one who only moves money', async () => {
    const desk = await LendingDesk.open(platform);
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(desk, BETTER)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![201, 409, 422].includes(status))).toEqual([]);
    expect((await history(desk, 'refund_advance')).versions).toHaveLength(2);
    const finance = await colleague(platform, desk.desk.tenant, 'finance');
    expect((await finance.client.post(PRODUCTS, BETTER, key())).status).toBe(403);
  });

  it('change nothing for what was asked for before: rate, fee and term stay', async () => {
    const desk = await LendingDesk.open(platform);
    const [before, after] = [await desk.ready(), await desk.ready()];
    const first = (await desk.ask(before)).body;
    expect(first).toMatchObject({ principal: CNY('8000.00'), annualRate: '0.0435', productVersion: 1 });
    await add(desk, BETTER);
    const second = (await desk.ask(after)).body;
    expect(second).toMatchObject({ principal: CNY('9000.00'), annualRate: '0.04', productVersion: 1 });
    await desk.paysOut(first.id, first.principal);
    await desk.paysOut(second.id, second.principal);
    const drawn = async (id: string): Promise<string> =>
      (
        await eventually(
          () => desk.advance(id),
          ({ state }) => state === 'drawn',
        )
      ).feesDue.amount;
    expect([await drawn(first.id), await drawn(second.id)]).toEqual(['8.00', '23.00']);
  });
});

describe('Eligibility', () => {
  const asked = async (desk: LendingDesk, orderId: string, product: string, language = 'en') =>
    (
      await desk.client.get<EligibilityBody>(`/v1/financing/eligibility?orderId=${orderId}&product=${product}`, {
        'accept-language': language,
      })
    ).body;

  it('judges every condition by what is known now, in the language of the caller, and keeps nothing', async () => {
    const desk = await LendingDesk.open(platform);
    const orderId = await desk.desk.place();
    const before = await asked(desk, orderId, 'refund_advance');
    expect(before).toMatchObject({ isEligible: false, amount: CNY('0.00') });
    expect(before.conditions.filter(({ outcome }) => outcome === 'unmet')).toEqual([
      { name: 'goods_released', outcome: 'unmet', reasons: ['Customs has not released the goods'] },
      { name: 'refund_matched', outcome: 'unmet', reasons: [expect.stringContaining('not matched')] },
    ]);
    expect((await asked(desk, orderId, 'refund_advance', 'zh-CN')).reasons[0]).toBe('海关尚未放行');
    await desk.know(orderId, '10000.00', LendingDesk.entryNumber());
    expect(await asked(desk, orderId, 'refund_advance')).toMatchObject({ isEligible: true, amount: CNY('8000.00') });
    const kept = await platform.rows(`SELECT 1 FROM financing.credit_limit WHERE tenant_id = $1`, [
      desk.desk.tenant.tenantId,
    ]);
    expect(kept).toEqual([]);
  });

  it('of other products hears of departures and collections, and does not open on what nobody has told', async () => {
    const desk = await LendingDesk.open(platform);
    const orderId = await desk.desk.place();
    const outcomes = async (product: string): Promise<Record<string, string>> =>
      Object.fromEntries((await asked(desk, orderId, product)).conditions.map(({ name, outcome }) => [name, outcome]));
    expect(await outcomes('insured_factoring')).toMatchObject({ goods_departed: 'unmet', buyer_insured: 'unknown' });
    await desk.desk.hear(orderId, 'customs.declaration.departed', {
      entryNumber: '310420269900000001',
      exportDate: '2026-11-20',
    });
    await eventually(
      () => outcomes('insured_factoring'),
      (found) => found['goods_departed'] === 'met',
    );
    expect(await outcomes('data_credit_line')).toMatchObject({
      ...{ trading_for_months: 'unmet', collections_at_least: 'unmet', no_overdue_debt: 'met' },
    });
    expect(await outcomes('mutual_guarantee_line')).toMatchObject({ in_guarantee_group: 'unmet' });
    const line = await asked(desk, orderId, 'order_financing');
    expect(line.reasons).toEqual(['Money has come in for 0 months, 6 are needed']);
    const none = await desk.client.get(`/v1/financing/eligibility?orderId=${orderId}&product=no_such`);
    expect(none.status).toBe(422);
  });
});
