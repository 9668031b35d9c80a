import { parseId } from '../../src/kernel/ids.js';
import { type ConversionBody, type Problem, type QuoteBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const RACERS = 200;
const BOARD = {
  currency: 'USD',
  unit: '100',
  spotBuy: '708.12',
  cashBuy: '702.36',
  spotSell: '711.10',
  cashSell: '711.10',
};

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

/** An order whose buyer has paid, and whose money waits to be converted. */
async function paidOrder(reference: string): Promise<string> {
  const order = await desk.order({ reference });
  await desk.collection(
    await desk.pay({ amount: '10000.00', remittance: reference }),
    ({ state }) => state === 'matched',
  );
  return order;
}

async function quoteOf(orderId: string, amount = '10000.00', rest: object = {}): Promise<QuoteBody> {
  const answer = await desk.quote({ sell: { amount, currency: 'USD' }, orderId, ...rest });
  expect(answer.status).toBe(201);
  return answer.body;
}

function setBoard(change: object): Promise<unknown> {
  return desk.control('PUT', '/control/fx/board', { quotes: [{ ...BOARD, ...change }] });
}

const settled = (found: readonly ConversionBody[]): boolean => found[0]?.state === 'settled';

describe('A conversion', () => {
  it('at a quote is booked, dealt with the bank and settled; the books are square', async () => {
    const order = await paidOrder('SO-8001');
    const quote = await quoteOf(order);
    expect(quote).toMatchObject({
      state: 'open',
      sell: { amount: '10000.00', currency: 'USD' },
      buy: { amount: '70741.19', currency: 'CNY' },
      rate: '707.41188',
      allowedActions: ['convert'],
    });
    const spread = BigInt(await desk.balance('fx_spread', 'CNY'));
    const booked = await desk.convert(quote.id);
    expect([booked.status, booked.body.state]).toEqual([201, 'booked']);
    const [found] = await desk.conversions(order, settled);
    expect(found).toMatchObject({ bought: { amount: '70741.19' }, planned: { amount: '71000.00', currency: 'CNY' } });
    expect(BigInt(await desk.balance('fx_spread', 'CNY')) - spread).toBe(7_081n);
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
    expect((await desk.get<QuoteBody>(`/v1/fx/quotes/${quote.id}`)).state).toBe('used');
  });

  it(`happens once, though ${RACERS} race for one quote`, async () => {
    const order = await paidOrder('SO-8002');
    const { id } = await quoteOf(order);
    const answers = await Promise.all(Array.from({ length: RACERS }, () => desk.convert(id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${(body as unknown as Problem).code}`))).toEqual(
      new Set(['409 FX.QUOTE_USED']),
    );
    expect(await desk.conversions(order, settled)).toHaveLength(1);
  });

  it('under one key is one conversion, and every try gets its answer', async () => {
    const order = await paidOrder('SO-8003');
    const { id } = await quoteOf(order);
    const headers = key();
    const first = await desk.convert(id, headers);
    const second = await desk.convert(id, headers);
    expect([second.status, second.text, second.headers['idempotent-replayed']]).toEqual([201, first.text, 'true']);
    await desk.conversions(order, settled);
  });

  it('of what the seller does not hold is refused, and the quote stays good', async () => {
    const quote = await desk.quote({ sell: { amount: '9999999.00', currency: 'USD' }, sellerId: desk.sellerId });
    const answer = await desk.convert(quote.body.id);
    expect([answer.status, (answer.body as unknown as Problem).code]).toEqual([409, 'LEDGER.INSUFFICIENT_FUNDS']);
    expect((await desk.get<QuoteBody>(`/v1/fx/quotes/${quote.body.id}`)).state).toBe('open');
  });

  it('for an order sells what came in for it, once, whatever else the seller holds', async () => {
    const order = await paidOrder('SO-8004');
    const [first, second] = [await quoteOf(order, '6000.00'), await quoteOf(order, '6000.00')];
    const answers = await Promise.all([desk.convert(first.id), desk.convert(second.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body as unknown as Problem;
    expect([refused.code, refused.details['left']]).toEqual(['FX.MORE_THAN_COLLECTED', '4000.00 USD']);
    await desk.conversions(order, settled);
  });

  it('may be tried dry: nothing is kept, and the quote stays good', async () => {
    const order = await paidOrder('SO-8005');
    const quote = await quoteOf(order);
    const dry = await desk.tenant.client.post<ConversionBody>(
      '/v1/fx/conversions?dryRun=true',
      { quoteId: quote.id },
      key(),
    );
    expect([dry.status, dry.body.state]).toEqual([200, 'booked']);
    expect((await desk.get<QuoteBody>(`/v1/fx/quotes/${quote.id}`)).state).toBe('open');
    expect((await desk.convert(quote.id)).status).toBe(201);
    await desk.conversions(order, settled);
  });

  it('fails when the market has moved, and the money is what it was', async () => {
    const order = await paidOrder('SO-8006');
    const quote = await quoteOf(order);
    const before = await desk.balance('client_funds', 'USD');
    await setBoard({ spotBuy: '690.00' });
    await desk.convert(quote.id);
    const [failed] = await desk.conversions(order, (found) => found[0]?.state === 'failed');
    expect(failed?.reason).toContain('RATE_STALE');
    expect(await desk.balance('client_funds', 'USD')).toBe(before);
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
    await setBoard({});
    // The board we had is not trusted any more: the next quote is at a new one.
    expect((await quoteOf(order)).rate).toBe('707.41188');
  });

  it('survives a bank that is down: the deal is made when it is back, once', async () => {
    const order = await paidOrder('SO-8007');
    const quote = await quoteOf(order);
    await desk.control('PUT', '/control/partners/bank', { down: true });
    await desk.convert(quote.id);
    await eventually(
      () =>
        platform.rows(
          `SELECT 1 FROM platform.partner_exchange WHERE tenant_id = $1 AND operation = 'deal' AND status = 503`,
          [desk.tenant.tenantId],
        ),
      (rows) => rows.length > 0,
    );
    await desk.control('PUT', '/control/partners/bank', { down: false });
    await desk.hurry('fx.ask-deal');
    expect(await desk.conversions(order, settled)).toHaveLength(1);
    const overdue = await desk.events('fx.conversion.overdue');
    expect(overdue.length).toBeLessThanOrEqual(1);
  });

  it('buys foreign currency, too', async () => {
    const answer = await desk.quote({ buy: { amount: '1000.00', currency: 'USD' }, sellerId: desk.sellerId });
    expect(answer.body).toMatchObject({ side: 'buy', sell: { amount: '7118.12', currency: 'CNY' } });
  });
});

describe('An order that converts by itself', () => {
  it('needs nobody: every part of the money is converted as it arrives', async () => {
    const order = await desk.order({ reference: 'SO-8020', conversion: 'automatic' });
    await desk.pay({ amount: '4000.00', remittance: 'SO-8020' });
    await desk.pay({ amount: '6000.00', remittance: 'SO-8020' });
    const found = await desk.conversions(
      order,
      (all) => all.length === 2 && all.every(({ state }) => state === 'settled'),
    );
    expect(found.map(({ sold }) => sold.amount).sort()).toEqual(['4000.00', '6000.00']);
  });

  it('takes a new price when the market moves under it', async () => {
    const order = await desk.order({ reference: 'SO-8021', conversion: 'automatic' });
    await quoteOf(order);
    await setBoard({ spotBuy: '690.00' });
    await desk.pay({ amount: '10000.00', remittance: 'SO-8021' });
    const found = await desk.conversions(order, settled);
    expect(found.map(({ state }) => state)).toEqual(['settled', 'failed']);
    expect(found[0]?.bought.amount).toBe('68931.00');
    await setBoard({});
  });

  it('in CNY has nothing to convert, and goes on all the same', async () => {
    const order = await desk.order({ reference: 'SO-8022' });
    // Orders are taken in foreign currency only as yet; the money side is ready for the others.
    await platform.rows(`UPDATE fx.receivable SET expected_currency = 'CNY', received_currency = 'CNY' WHERE id = $1`, [
      parseId('order', order),
    ]);
    await desk.pay({ amount: '10000.00', currency: 'CNY', remittance: 'SO-8022' });
    const [found] = await desk.conversions(order, settled);
    expect(found).toMatchObject({
      sold: { amount: '10000.00', currency: 'CNY' },
      bought: { amount: '10000.00', currency: 'CNY' },
    });
  });

  it('first pays what the seller owes on it in the same currency', async () => {
    const order = await desk.order({ reference: 'SO-8023', conversion: 'automatic' });
    await owe(order, '1500.00');
    const collection = await desk.collection(
      await desk.pay({ amount: '10000.00', remittance: 'SO-8023' }),
      ({ state }) => state === 'matched',
    );
    expect(collection.allocations[0]?.duesTaken).toEqual({ amount: '1500.00', currency: 'USD' });
    const [found] = await desk.conversions(order, settled);
    expect(found?.sold.amount).toBe('8500.00');
    expect(await desk.balance('client_dues', 'USD')).toBe('0');
  });

  it('may all be owed in the same currency: nothing is converted, and the order waits for no money any more', async () => {
    const order = await desk.order({ reference: 'SO-8024', conversion: 'automatic' });
    await owe(order, '12000.00');
    await desk.pay({ amount: '10000.00', remittance: 'SO-8024' });
    await untilPaidOut(order);
    expect(await desk.conversions(order, () => true)).toEqual([]);
    expect(await desk.balance('client_dues', 'USD')).toBe('200000');
  });

  it('may all be owed in CNY once it is converted: nothing is paid out, and the order waits for no money any more', async () => {
    const order = await desk.order({ reference: 'SO-8025', conversion: 'automatic' });
    await owe(order, '90000.00', 'CNY');
    await desk.pay({ amount: '10000.00', remittance: 'SO-8025' });
    await untilPaidOut(order);
    expect(await desk.conversions(order, settled)).toHaveLength(1);
    expect(await desk.payouts(order, () => true)).toEqual([]);
  });
});

/** The seller owes freight on an order, as the freight service books it. */
async function owe(orderId: string, amount: string, currency = 'USD'): Promise<void> {
  await desk.book(
    orderId,
    [
      ['client_dues', amount],
      ['clearing_carrier', `-${amount}`],
    ],
    currency,
  );
}

async function untilPaidOut(orderId: string): Promise<void> {
  await eventually(
    () => desk.get<{ tracks: { fx: string } }>(`/v1/orders/${orderId}`),
    ({ tracks }) => tracks.fx === 'paid_out',
  );
}
