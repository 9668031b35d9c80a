import { newId, parseId } from '../../src/kernel/ids.js';
import { type ApiAnswer } from '../support/api-client.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface ScoreBody {
  readonly id: string;
  readonly sellerId: string;
  readonly score: number;
  readonly grade: string;
  readonly limitFactor: string;
  readonly isThin: boolean;
  readonly scorecard: string;
  readonly attributes: readonly { readonly name: string; readonly figure: string | null; readonly points: number }[];
  readonly adverseReasons: readonly { readonly attribute: string; readonly lost: number; readonly reason: string }[];
  readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

interface EligibilityBody {
  readonly isEligible: boolean;
  readonly conditions: readonly { readonly name: string; readonly outcome: string; readonly reasons: string[] }[];
}

const SCORES = '/v1/financing/scores';
const DAY_MS = 86_400_000;
const daysAgo = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY_MS).toISOString().slice(0, 10);

/** As if a year of orders had been heard: each departed, most collected in time, and their refunds paid. */
const RECORD = `
  INSERT INTO financing.order_cash (tenant_id, order_id, seller_id, buyer_id, currency, value_minor, plan_rate, placed_on, ready_on,
    departed_on, received_minor, is_settled, settled_revision, settled_on, claim_filed_on, claim_paid_on, is_claim_queried, claim_outcome)
  SELECT $1, gen_random_uuid(), $2, CASE WHEN n % 2 = 0 THEN $3::uuid ELSE $4::uuid END, 'USD', 1000000, 7, d.on, d.on, d.on,
         CASE WHEN n > $6 THEN 1000000 ELSE 0 END, n > $6, 1, CASE WHEN n > $6 THEN d.on + 20 END,
         d.on + 30, d.on + 40, false, 'paid'
  FROM generate_series(1, $5::integer) AS n, LATERAL (SELECT current_date - 60 - n * 3 AS on) AS d`;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const score = (desk: LendingDesk, query = '', headers: object = {}): Promise<ApiAnswer<ScoreBody>> =>
  desk.client.post<ScoreBody>(`${SCORES}${query}`, { sellerId: desk.desk.sellerId }, { ...key(), ...headers });
const figures = ({ attributes }: ScoreBody): Record<string, string | null> =>
  Object.fromEntries(attributes.map(({ name, figure }) => [name, figure]));
const record = (desk: LendingDesk, orders: number, unpaid = 0): Promise<unknown> => {
  const { tenant, sellerId } = desk.desk;
  return platform.rows(RECORD, [tenant.tenantId, parseId('party', sellerId), newId(), newId(), orders, unpaid]);
};

describe('The score of a seller', () => {
  it('stands on what was heard of its orders: departure, money, refund', async () => {
    const desk = await LendingDesk.open(platform);
    const orderId = await desk.desk.place();
    const claimId = newId();
    const refund = CNY('7800.00');
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const hear = desk.desk.hear.bind(desk.desk, orderId);
    await hear('customs.declaration.departed', { entryNumber: '310420260000000017', exportDate: daysAgo(20) });
    await hear('tax_refund.claim.queried', { reason: 'The supplier is being asked' }, claimId);
    await hear('tax_refund.claim.filed', { refund }, claimId);
    const heard = (holds: (body: ScoreBody) => boolean) => eventually(async () => (await score(desk)).body, holds);
    const open = await heard(({ inputs }) => inputs['refunds']?.['filed'] === 1 && inputs['refunds']['queried'] === 1);
    expect(open.inputs).toMatchObject({
      exports: { orders: 1, since: daysAgo(20) },
      refunds: { filed: 1, paid: 0, queried: 1, rejected: 0, daysToPay: null },
      collections: { onTime: 0, late: 0, short: 0, open: 1 },
      largestBuyerShare: '1',
      disputes: 0,
      screening: null,
    });
    expect(open.inputs['exports']?.['value']).toEqual(open.inputs['receivables']?.['notDue']);

    const matched = { by: 'reference' as const, shortfall: null, duesTaken: usd('0.00') };
    await hear('fx.collection.matched', { amount: usd('10000.00'), ...matched });
    await desk.desk.collect(orderId);
    await hear('tax_refund.claim.paid', { refund, treasuryReference: 'GK-1' }, claimId);
    const done = await heard(
      ({ inputs }) => inputs['refunds']?.['paid'] === 1 && inputs['collections']?.['onTime'] === 1,
    );
    expect(done.inputs).toMatchObject({
      refunds: { filed: 1, paid: 1, queried: 1, rejected: 0, daysToPay: 0 },
      collections: { onTime: 1, late: 0, short: 0, open: 0 },
      receivables: { notDue: CNY('0.00') },
    });
    expect(done.score).toBeGreaterThan(open.score);
    expect(figures(done)).toMatchObject({ refund_success: '1', punctuality: '1', disputes: '0', screening: null });
  });

  it('says why it is not higher, in the language of the reader, and is the same when it is worked out anew', async () => {
    const desk = await LendingDesk.open(platform);
    await record(desk, 40, 2);
    const { status, body } = await score(desk);
    expect(status).toBe(201);
    expect(body).toMatchObject({ grade: 'B', limitFactor: '0.8', isThin: false, scorecard: '2026-01' });
    expect(body.inputs).toMatchObject({ collections: { onTime: 38, open: 2 }, largestBuyerShare: '0.5' });
    const lost = body.adverseReasons.map((each) => each.lost);
    expect(lost).toEqual([...lost].sort((left, right) => right - left));

    const path = `${SCORES}/${body.id}`;
    const { body: chinese } = await desk.client.get<ScoreBody>(path, { 'accept-language': 'zh' });
    expect(chinese.adverseReasons.map(({ reason }) => reason).join()).toContain('尚无数据：制裁名单筛查');
    // More is heard meanwhile: what was frozen stays.
    await record(desk, 40);
    const verified = await desk.client.get(`${path}/verification`);
    expect([verified.status, verified.body]).toEqual([
      200,
      { scoreId: body.id, isSame: true, score: body.score, grade: 'B', scorecard: '2026-01' },
    ]);
    expect((await score(desk)).body.score).toBeGreaterThan(body.score);

    await platform.rows(
      `UPDATE financing.score SET result = jsonb_set(result, '{score}', '999') WHERE tenant_id = $1`,
      [desk.desk.tenant.tenantId],
    );
    expect((await desk.client.get(`${path}/verification`)).body).toMatchObject({ isSame: false });
  });

  it('is listed by seller, newest first; nobody else’s is found', async () => {
    const desk = await LendingDesk.open(platform);
    const [first, second] = [(await score(desk)).body, (await score(desk)).body];
    const { body } = await desk.client.get<{ data: ScoreBody[] }>(`${SCORES}?sellerId=${desk.desk.sellerId}`);
    expect(body.data.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await score(desk, '?dryRun=true')).status).toBe(200);
    const none = await desk.client.get<{ data: ScoreBody[] }>(`${SCORES}?sellerId=${desk.desk.buyerId}`);
    expect(none.body.data).toEqual([]);
    const other = await LendingDesk.open(platform);
    expect((await other.client.get(`${SCORES}/${first.id}`)).status).toBe(404);
    const foreign = await other.client.post(SCORES, { sellerId: desk.desk.sellerId }, key());
    expect(foreign.status).toBe(404);
  });
});

describe('A product that asks for a grade', () => {
  const PRODUCT = {
    ...{ code: 'refund_advance', name: { en: 'For the good', zh: '优质客户' } },
    lender: { code: 'partner_bank', name: { en: 'Partner bank', zh: '合作银行' } },
    ...{ validFrom: daysAgo(0), base: 'matched_refund', advanceRate: '0.90', tenorDays: 90, feeRate: '0.001' },
    ...{ clientLimit: CNY('50000.00'), minimum: CNY('100.00'), interest: { kind: 'fixed', annualRate: '0.04' } },
    penalty: { kind: 'multiplier', value: '1.5' },
    ...{ closesBy: ['refund_paid'], documents: ['vat_invoice'] },
  };
  const opensWith = (value: string | undefined): object => ({
    ...PRODUCT,
    opensWhen: [
      ...['order_live', 'goods_released', 'refund_matched', 'refund_unpaid', 'claim_not_rejected'].map((name) => ({
        name,
      })),
      ...['payout_account', 'guarantee_clear'].map((name) => ({ name })),
      { name: 'score_at_least', ...(value === undefined ? {} : { value }) },
    ],
  });
  const judged = async (
    desk: LendingDesk,
    orderId: string,
  ): Promise<EligibilityBody['conditions'][number] | undefined> => {
    const { body } = await desk.client.get<EligibilityBody>(`/v1/financing/eligibility?orderId=${orderId}`);
    return body.conditions.find(({ name }) => name === 'score_at_least');
  };

  it('opens to who has it; of a stranger nothing is known, and the advance names the score either way', async () => {
    const desk = await LendingDesk.open(platform);
    const add = (value: string | undefined) => desk.client.post('/v1/financing/products', opensWith(value), key());
    for (const value of [undefined, 'F', '12']) expect([400, 422]).toContain((await add(value)).status);
    expect((await add('B')).status).toBe(201);
    const orderId = await desk.ready();
    expect(await judged(desk, orderId)).toMatchObject({ outcome: 'unknown' });
    const refused = await desk.ask(orderId);
    expect([refused.status, refused.body.code]).toEqual([409, 'FINANCING.NOT_ELIGIBLE']);

    await record(desk, 5, 5);
    expect(await judged(desk, orderId)).toMatchObject({
      outcome: 'unmet',
      reasons: [expect.stringContaining('B or better is needed')],
    });
    await record(desk, 60);
    expect(await judged(desk, orderId)).toMatchObject({ outcome: 'met' });
    const { status, body } = await desk.ask(orderId);
    expect(status).toBe(202);
    const { scoreId } = body as unknown as { scoreId: string };
    expect((await desk.client.get<ScoreBody>(`${SCORES}/${scoreId}`)).body).toMatchObject({
      sellerId: desk.desk.sellerId,
      isThin: false,
    });
  });
});
