import { addDays } from '../../src/kernel/local-date.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { PRODUCT, StockDesk, TODAY } from '../support/stock-desk.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const told = async (desk: StockDesk, type: string): Promise<readonly Record<string, unknown>[]> => {
  const { body } = await desk.lending.client.get<{ data: { type: string; data: Record<string, unknown> }[] }>(
    '/v1/events?limit=100',
  );
  return body.data.filter((event) => event.type === type).map(({ data }) => data);
};
/** What the register was asked about a receipt, in its order. */
const asked = async (desk: StockDesk, id: string): Promise<string[]> =>
  (
    await platform.rows<{ operation: string }>(
      `SELECT operation FROM platform.partner_exchange WHERE tenant_id = $1 AND reference LIKE $2 || '%' ORDER BY started_at, id`,
      [desk.lending.desk.tenant.tenantId, id],
    )
  ).map(({ operation }) => operation);

describe('A warehouse receipt', () => {
  it('is pledged, registered, valued anew, released in parts against repayment, and free again', async () => {
    const desk = await StockDesk.open(platform);
    const receipt = await desk.registered();
    const { id, number } = receipt;
    expect(receipt).toMatchObject({
      ...{ state: 'pledged', value: CNY('300000.00'), cover: CNY('180000.00'), owed: CNY('0.00') },
      ...{ registration: { state: 'registered' }, allowedActions: ['release_part', 'release', 'withdraw'] },
    });

    const query = `warehouseReceiptId=${id}&product=${PRODUCT}`;
    const before = (await desk.judged(query)).body;
    expect(before.conditions.slice(0, 2).map(({ name, outcome }) => [name, outcome])).toEqual([
      ['receipt_pledged', 'met'],
      ['pledge_registered', 'met'],
    ]);
    expect([before.isEligible, before.amount.amount]).toEqual([true, '180000.00']);
    const loan = await desk.lend(id, '120000.00');
    const tooMuch = await desk.release(id, '400');
    expect([tooMuch.status, tooMuch.body.code, tooMuch.body.details]).toEqual([
      409,
      'FINANCING.RECEIPT_BACKS_LOAN',
      { owed: '120000.00', cover: '108000.00', currency: 'CNY' },
    ]);
    expect((await desk.withdraw(id)).body.code).toBe('FINANCING.RECEIPT_BACKS_LOAN');
    const part = await desk.release(id, '300');
    expect(part.body).toMatchObject({ state: 'partly_released', leftQuantity: '700', value: CNY('210000.00') });
    expect((await desk.withdraw(id)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await desk.release(id)).body.code).toBe('FINANCING.RECEIPT_BACKS_LOAN');

    // The price falls: what is there covers too little, and nothing more is drawn.
    const fallen = await desk.value(id, '150000.00');
    expect(fallen.body).toMatchObject({ cover: CNY('90000.00'), shortfall: CNY('30000.00'), value: CNY('150000.00') });
    await desk.value(id, '150000.00');
    await eventually(
      () => told(desk, 'financing.warehouse_receipt.revalued'),
      (events) => events.length === 2,
    );
    // Told once, though it was found twice.
    expect(await told(desk, 'financing.warehouse_receipt.top_up_due')).toMatchObject([
      { number, owed: CNY('120000.00'), cover: CNY('90000.00'), shortfall: CNY('30000.00') },
    ]);
    const [frozen] = (await desk.judged(query)).body.conditions;
    expect([frozen?.outcome, frozen?.reasons[0]]).toEqual(['unmet', expect.stringContaining('30000.00 CNY of the')]);

    // Redeemed: what the rest does not cover is repaid first, and nothing leaves where it cannot be.
    expect((await desk.release(id, undefined, true)).body.code).toBe('LEDGER.INSUFFICIENT_FUNDS');
    expect((await desk.receipt(id)).leftQuantity).toBe('700');
    await desk.lending.fund('130000.00');
    const half = await desk.release(id, '350', true);
    expect(half.body).toMatchObject({ leftQuantity: '350', owed: CNY('45000.00'), cover: CNY('45000.00') });
    const { body } = await desk.release(id, undefined, true);
    expect(body).toMatchObject({ state: 'released', leftQuantity: '0', shortfall: CNY('0.00'), allowedActions: [] });
    expect((await desk.lending.advance(loan)).state).toBe('repaid');
    expect(body.releases.map(({ quantity, leftQuantity }) => [quantity, leftQuantity])).toEqual([
      ['350', '0'],
      ['350', '350'],
      ['300', '700'],
    ]);
    expect((await desk.judged(query)).body.conditions[0]?.outcome).toBe('unmet');
    expect((await desk.release(id)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    await desk.receiptThat(id, ({ registration }) => registration?.state === 'ended');
    expect(await asked(desk, id)).toEqual(['register-pledge', 'cancel-pledge']);
    expect((await desk.pledge({ number })).status).toBe(201);
  });

  it('counts by its latest valuation, and keeps all of them', async () => {
    const desk = await StockDesk.open(platform);
    const { id } = await desk.registered();
    const late = await desk.value(id, '500000.00', '2026-11-01');
    expect(late.body.value).toEqual(CNY('300000.00'));
    expect((await desk.value(id, '280000.00')).body.value).toEqual(CNY('280000.00'));
    const { valuations } = await desk.receipt(id);
    expect(valuations.map(({ value, valuedOn }) => [value.amount, valuedOn])).toEqual([
      ['280000.00', TODAY],
      ['300000.00', '2026-11-20'],
      ['500000.00', '2026-11-01'],
    ]);
    const wrong = await desk.value(id, '0.00', addDays(TODAY, 1));
    expect([wrong.status, wrong.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/value', '/valuedOn']]);
  });

  it('is pledged once, whichever tenants ask, twenty at a time', async () => {
    const [one, other] = [await StockDesk.open(platform), await StockDesk.open(platform)];
    const number = StockDesk.number();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) => (index % 2 === 0 ? one : other).pledge({ number })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect([refused.length, ...new Set(refused.map(({ body }) => body.code))]).toEqual([
      19,
      'FINANCING.RECEIPT_PLEDGED',
    ]);
    // Of another warehouse the same number is another receipt.
    expect((await other.pledge({ number, issuer: '91330212MA2AF1XX2U' })).status).toBe(201);
    // Nor is it taken as security of a loan.
    const wr = { kind: 'warehouse_receipt', number, issuer: '91330201MA2812345X' };
    const orderId = await one.lending.ready();
    const advance = await one.lending.client.post('/v1/financing/advances', { orderId, security: [wr] }, key());
    expect(advance.status).toBe(409);
  });

  it('is lent on once at a time, though twenty ask at once, and again when that is over', async () => {
    const desk = await StockDesk.open(platform);
    const { id } = await desk.registered();
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.ask(id, '60000.00')));
    const had = answers.filter(({ status }) => status === 202);
    expect(had).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
    // What may yet be paid out is owed as well.
    expect((await desk.receipt(id)).owed).toEqual(CNY('60000.00'));
    expect((await desk.release(id)).body.code).toBe('FINANCING.RECEIPT_BACKS_LOAN');
    await desk.lending.says(had[0]?.body.id ?? '', { type: 'loan.declined', reason: 'no' });
    await desk.receiptThat(id, ({ owed }) => owed.amount === '0.00');
    expect((await desk.ask(id)).body.principal.amount).toBe('180000.00');
  });

  it('is named where a product is lent on it, and nothing else is', async () => {
    const desk = await StockDesk.open(platform);
    const { id } = await desk.registered();
    const orderId = await desk.lending.desk.place();
    const nobody = 'wrc_01jdq3x7k2e9ta6v0m8r4c5wzb';
    const statuses = async (...queries: string[]): Promise<number[]> => {
      const found = [];
      for (const query of queries) found.push((await desk.judged(query)).status);
      return found;
    };
    const wrong = ['', `product=${PRODUCT}`, `orderId=${orderId}&warehouseReceiptId=${id}`, `warehouseReceiptId=${id}`];
    expect(await statuses(...wrong, `warehouseReceiptId=${nobody}&product=${PRODUCT}`)).toEqual([
      422, 422, 422, 422, 404,
    ]);
    // By an order nothing is known of goods.
    const { body } = await desk.judged(`orderId=${orderId}&product=${PRODUCT}`);
    expect(body.conditions[0]).toMatchObject({ name: 'receipt_pledged', outcome: 'unknown' });
    const asked = await desk.lending.client.post<{ errors: { pointer: string }[] }>(
      '/v1/financing/advances',
      { product: PRODUCT, orderId },
      key(),
    );
    expect([asked.status, asked.body.errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/warehouseReceiptId', '/orderId'],
    ]);
    const other = await StockDesk.open(platform);
    expect((await other.judged(`warehouseReceiptId=${id}&product=${PRODUCT}`)).status).toBe(404);
    expect((await other.ask(id)).status).toBe(404);
  });

  it('that is registered for somebody else is cancelled, says so, and is free again', async () => {
    const desk = await StockDesk.open(platform);
    const number = StockDesk.number('WR SBX-TAKEN');
    const { body } = await desk.pledge({ number });
    const { reason } = await desk.receiptThat(body.id, ({ state }) => state === 'cancelled');
    expect(reason).toMatch(/registered for somebody else/);
    const [news] = await eventually(
      () => told(desk, 'financing.warehouse_receipt.refused'),
      (events) => events.length > 0,
    );
    expect(news).toMatchObject({ number, reason });
    expect((await desk.pledge({ number })).status).toBe(201);
    // Taken back before the register spoke: taken out of it once it has.
    const slow = await desk.pledge({ number: StockDesk.number('WR SBX-SLOW') });
    expect((await desk.withdraw(slow.body.id)).body.state).toBe('cancelled');
    await desk.receiptThat(slow.body.id, ({ registration }) => registration?.state === 'ended');
  });

  it('names everything that is wrong with it, and is nobody else’s', async () => {
    const desk = await StockDesk.open(platform);
    const { status, body } = await desk.pledge({
      ...{ sellerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb', product: 'refund_advance', quantity: '0', storedUntil: TODAY },
      ...{ hsCode: undefined, goods: undefined },
      valuation: { value: { amount: '300.00', currency: 'USD' }, source: 'Exchange' },
    });
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/sellerId', '/product', '/goods', '/quantity', '/storedUntil', '/valuation/value'],
    ]);
    expect((await desk.pledge({ product: 'nobody_offers_it' })).body.code).toBe('FINANCING.PRODUCT_NOT_OFFERED');
    const { id } = await desk.registered();
    const more = await desk.release(id, '1000.000001');
    expect([more.status, more.body.errors[0]?.pointer]).toEqual([422, '/quantity']);
    const other = await LendingDesk.open(platform);
    expect((await other.client.get(`/v1/financing/warehouse-receipts/${id}`)).status).toBe(404);
    const foreign = { sellerId: other.desk.sellerId };
    expect((await desk.pledge(foreign)).body.errors[0]?.pointer).toBe('/sellerId');
  });
});

describe('The guide of goods in warehouses', () => {
  it.each(shellExamples('docs/financing-stock.md').map((example) => [example.heading, example] as const))(
    '%s',
    async (_heading, example) => {
      const { apiKey } = await platform.tenant();
      expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
    },
    90_000,
  );
});
