import { parseId } from '../../src/kernel/ids.js';
import {
  type ConversionChangeBody as Change,
  type DealtBody as Dealt,
  type Problem,
  type QuoteBody,
  type RateBody,
} from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const RACERS = 40;
/** A Monday, 10:00 in China. */
const START = '2027-12-06T02:00:00.000Z';
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

const setBoard = (change: object): Promise<unknown> =>
  desk.control('PUT', '/control/fx/board', { quotes: [{ ...BOARD, ...change }] });
const post = <Body>(path: string, body: object = {}) => desk.tenant.client.post<Body>(path, body, key());
const look = (id: string): Promise<Dealt> => desk.get<Dealt>(`/v1/fx/conversions/${id}`);
const until = (id: string, state: string): Promise<Dealt> =>
  eventually(
    () => look(id),
    (found) => found.state === state,
  );

/** What an order brought in CNY has left for the seller’s own account. */
async function paidOut(orderId: string): Promise<void> {
  await desk.payouts(orderId, ([payout]) => payout?.state === 'confirmed');
}

async function paid(remittance: string): Promise<void> {
  await desk.collection(await desk.pay({ amount: '10000.00', remittance }), ({ state }) => state === 'matched');
}

/** The seller has so much besides. */
async function fund(currency: string, amount: string): Promise<void> {
  const [{ id } = { id: '' }] = (await desk.get<{ data: { id: string }[] }>('/v1/orders?limit=1')).data;
  await desk.book(
    id,
    [
      ['client_funds', `-${amount}`],
      ['clearing_bank', amount],
    ],
    currency,
  );
}

/** An order whose money is sold for value on a later day. */
async function dealtFor(reference: string, amount = '10000.00'): Promise<Dealt> {
  const orderId = await desk.order({ reference });
  await paid(reference);
  const quote = await desk.quote({ sell: { amount, currency: 'USD' }, orderId, tenor: 'spot' });
  const converted = await desk.convert(quote.body.id);
  if (converted.status !== 201) throw new Error(`${quote.text}: ${converted.text}`);
  return until(converted.body.id, 'dealt');
}

const changeOf = (id: string, state: string): Promise<Change> =>
  eventually(
    () => desk.get<Change>(`/v1/fx/conversion-changes/${id}`),
    (found) => found.state === state,
  );

describe('Rates', () => {
  const middle = (rates: object[]) => ({
    source: 'cfets',
    publishedOn: '2026-11-02',
    document: 'chinamoney.com.cn',
    rates,
  });

  it('are told with their legs and parts; middle rates are taken in once, and the wrong way round not at all', async () => {
    const usd = { base: 'USD', quote: 'CNY', rate: '7.0712' };
    const thb = { base: 'CNY', quote: 'THB', rate: '4.5820' };
    const taken = await post<{ added: number }>('/v1/fx/rates', middle([usd, thb]));
    expect([taken.status, taken.body.added]).toEqual([201, 2]);
    expect((await post<object>('/v1/fx/rates', middle([usd]))).body).toMatchObject({ added: 0, unchanged: 1 });
    const wrong = await post<Problem>(
      '/v1/fx/rates',
      middle([
        { ...usd, rate: '7.1' },
        { ...thb, base: 'THB', quote: 'CNY' },
        { ...usd, base: 'XQZ', rate: '0' },
      ]),
    );
    expect(wrong.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rates/1/base manner',
      '/rates/2/base currency',
      '/rates/2/rate rate',
      '/rates/0/rate on_record',
    ]);
    const at = '2026-11-03T00:00:00Z';
    const cross = await desk.get<RateBody>(`/v1/fx/rates?base=USD&quote=THB&source=cfets&at=${at}`);
    expect(cross).toMatchObject({ rate: '32.4002384', derivation: 'derived', via: 'CNY', isStale: false });
    expect(cross.legs).toHaveLength(2);
    const past = await desk.get<{ data: RateBody[] }>(
      '/v1/fx/rates/history?base=THB&quote=CNY&source=cfets&from=2026-11-01',
    );
    expect(past.data).toMatchObject([{ rate: '0.2182453077', derivation: 'inverted' }]);
    const none = await desk.tenant.client.get<Problem>('/v1/fx/rates?base=USD&quote=BRL');
    expect([none.status, none.body.code]).toEqual([404, 'FX.NO_RATE']);
  });

  it('of the board carry the mark-up that a tenant has set for a seller, and so do quotes', async () => {
    await desk.order();
    const body = { sell: { amount: '1000.00', currency: 'USD' }, sellerId: desk.sellerId };
    expect((await desk.quote(body)).body.rate).toBe('707.41188');
    const made = await post<{ id: string }>('/v1/fx/mark-ups', {
      ...{ currency: 'USD', sellerId: desk.sellerId, share: '0.002', validFrom: '2026-01-01' },
    });
    expect(made.status).toBe(201);
    expect((await desk.quote(body)).body.rate).toBe('706.70376');
    const path = `/v1/fx/mark-ups/${made.body.id}`;
    const stale = await desk.tenant.client.patch<Problem>(path, { share: '0' }, { ...key(), 'If-Match': '"9"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'REQUEST.STALE_VERSION']);
    await desk.tenant.client.patch(path, { share: '0' }, { ...key(), 'If-Match': '"1"' });
    expect((await desk.quote(body)).body.rate).toBe('708.12');
    const rate = await desk.get<RateBody>(`/v1/fx/rates?base=USD&quote=CNY&source=board&sellerId=${desk.sellerId}`);
    expect(rate.prices).toMatchObject([
      { side: 'sell', reference: '7.0812', client: '7.0812' },
      { side: 'buy', reference: '7.111', client: '7.111' },
    ]);
  });

  it('lead to value dates', async () => {
    const on = '/v1/fx/value-dates?base=USD&quote=CNY&tenor=spot&tradedAt=2026-09-29T02:00:00Z';
    expect(await desk.get<object>(on)).toMatchObject({ tradeDate: '2026-09-29', valueDate: '2026-10-08' });
    const none = await desk.tenant.client.get<Problem>('/v1/fx/value-dates?base=USD&quote=BRL&tenor=spot');
    expect([none.status, none.body.code]).toEqual([422, 'FX.NO_CALENDAR']);
  });
});

describe('A conversion for value on a later day', () => {
  beforeAll(async () => {
    await desk.tenant.client.post('/v1/sandbox/clock', { now: START });
  });

  it(`is one of ${RACERS} that race for a quote; a trial keeps nothing`, async () => {
    const orderId = await desk.order({ reference: 'SO-9100' });
    await paid('SO-9100');
    const body = { sell: { amount: '10000.00', currency: 'USD' }, orderId, tenor: 'spot' };
    // The clock has moved: the board that there was is stale, and a new one is fetched.
    await desk.quote(body);
    const trial = await post<QuoteBody & { valueDate: string }>('/v1/fx/quotes?dryRun=true', body);
    expect([trial.status, trial.body.valueDate]).toEqual([200, '2027-12-08']);
    expect((await desk.tenant.client.get(`/v1/fx/quotes/${trial.body.id}`)).status).toBe(404);
    const { id } = (await desk.quote(body)).body;
    const answers = await Promise.all(Array.from({ length: RACERS }, () => desk.convert(id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    await desk.conversions(orderId, ([first]) => first?.state === 'dealt');
  });

  it('is called off at the market price: a cost is posted, and the money is back', async () => {
    const funds = BigInt(await desk.balance('client_funds', 'USD'));
    const { id } = await dealtFor('SO-9101');
    await fund('CNY', '1000.00');
    const yuan = BigInt(await desk.balance('client_funds', 'CNY'));
    const trial = await post<Change>(`/v1/fx/conversions/${id}/cancellation?dryRun=true`);
    expect([trial.status, trial.body.difference.amount]).toEqual([200, '-298.00']);
    const headers = key();
    const send = () => desk.tenant.client.post<Change>(`/v1/fx/conversions/${id}/cancellation`, {}, headers);
    const [first, second] = [await send(), await send()];
    expect([first.status, second.text]).toEqual([202, first.text]);
    await changeOf(first.body.id, 'agreed');
    expect((await look(id)).state).toBe('cancelled');
    // 10,000.00 USD came in, and are there again; the CNY that was bought is gone, and the cost with it.
    expect(BigInt(await desk.balance('client_funds', 'USD')) - funds).toBe(1_000_000n);
    expect(BigInt(await desk.balance('client_funds', 'CNY')) - yuan).toBe(-(7_081_200n + 29_800n));
    const again = await post<Problem>(`/v1/fx/conversions/${id}/cancellation`);
    expect(again.status).toBe(409);
  });

  it('is amended down, survives a bank that is down, and settles on its day', async () => {
    const { id, orderId } = await dealtFor('SO-9102');
    await desk.control('PUT', '/control/partners/bank', { down: true });
    const amount = { amount: '8000.00', currency: 'USD' };
    const asked = await post<Change>(`/v1/fx/conversions/${id}/amendment`, { amount, valueDate: '2027-12-07' });
    expect([asked.status, asked.body.state, asked.body.difference.amount]).toEqual([202, 'asked', '-59.60']);
    expect((await post<Problem>(`/v1/fx/conversions/${id}/cancellation`)).status).toBe(409);
    await desk.control('PUT', '/control/partners/bank', { down: false });
    await desk.hurry('fx.change-deal');
    await changeOf(asked.body.id, 'agreed');
    const changed = await look(id);
    expect(changed).toMatchObject({
      state: 'dealt',
      valueDate: '2027-12-07',
      sold: amount,
      bought: { amount: '56649.60' },
    });
    const [held] = await platform.rows<{ minor: string }>(
      `SELECT sum(amount_minor)::text AS minor FROM ledger.hold WHERE tenant_id = $1 AND state = 'active' AND order_id = $2`,
      [desk.tenant.tenantId, parseId('order', orderId)],
    );
    expect(held?.minor).toBe('5664960');
    const advances = '/v1/sandbox/clock/advances';
    const advance = await post<{ id: string }>(advances, { to: '2027-12-07T02:00:00.000Z' });
    // Until it has arrived, whatever is quoted may be stale a moment later.
    await eventually(
      () => desk.get<{ state: string }>(`${advances}/${advance.body.id}`),
      ({ state }) => state === 'completed',
    );
    await until(id, 'settled');
    await paidOut(orderId);
  });

  it('is amended up as far as there is money for it', async () => {
    const { id, orderId } = await dealtFor('SO-9104', '8000.00');
    const amendment = (amount: string) =>
      post<Change & Problem>(`/v1/fx/conversions/${id}/amendment`, { amount: { amount, currency: 'USD' } });
    const much = await amendment('10000.01');
    expect([much.status, much.body.code, much.body.details['left']]).toEqual([
      409,
      'FX.MORE_THAN_COLLECTED',
      '2000.00 USD',
    ]);
    const funds = BigInt(await desk.balance('client_funds', 'USD'));
    const asked = await amendment('9500.00');
    // More of a sale is a sale at the board, of a seller without mark-up: nothing is to be paid.
    expect([asked.status, asked.text]).toEqual([202, expect.stringContaining('"difference":{"amount":"0.00"')]);
    // What more is sold is not to be had for anything else, whether the bank has answered or not.
    const second = await desk.quote({ sell: { amount: '500.01', currency: 'USD' }, orderId });
    const meanwhile = (await desk.convert(second.body.id)).body as unknown as Problem;
    expect([meanwhile.code, meanwhile.details['left']]).toEqual(['FX.MORE_THAN_COLLECTED', '500.00 USD']);
    await changeOf(asked.body.id, 'agreed');
    const changed = await look(id);
    expect([changed.sold.amount, changed.bought.amount]).toEqual(['9500.00', '67271.40']);
    expect(funds - BigInt(await desk.balance('client_funds', 'USD'))).toBe(150_000n);
    const rest = await desk.quote({ sell: { amount: '500.00', currency: 'USD' }, orderId });
    await until((await desk.convert(rest.body.id)).body.id, 'settled');
    await paidOut(orderId);
    await until(id, 'dealt');
  });

  it('that buys is amended up and down, refused beyond what there is, and called off', async () => {
    await fund('CNY', '12000.00');
    const yuan = async () => BigInt(await desk.balance('client_funds', 'CNY'));
    const dollars = async () => BigInt(await desk.balance('client_funds', 'USD'));
    const [yuanFirst, dollarsFirst] = [await yuan(), await dollars()];
    const buy = { amount: '1000.00', currency: 'USD' };
    const quote = await desk.quote({ buy, sellerId: desk.sellerId, tenor: 'spot' });
    const converted = await desk.convert(quote.body.id);
    expect([quote.status, converted.status, converted.text]).toEqual([201, 201, expect.any(String)]);
    const { id } = converted.body;
    await until(id, 'dealt');
    const amend = async (amount: string): Promise<Change> => {
      const body = { amount: { amount, currency: 'USD' } };
      const answer = await post<Change & Problem>(`/v1/fx/conversions/${id}/amendment`, body);
      expect([answer.status, answer.text]).toEqual([202, expect.any(String)]);
      return changeOf(answer.body.id, 'agreed');
    };
    expect((await amend('1500.00')).difference.amount).toBe('0.00');
    expect((await look(id)).bought).toEqual({ amount: '1500.00', currency: 'USD' });
    expect([yuanFirst - (await yuan()), (await dollars()) - dollarsFirst]).toEqual([1_066_650n, 150_000n]);
    const most = await post<Problem>(`/v1/fx/conversions/${id}/amendment`, {
      amount: { amount: '99999999.00', currency: 'USD' },
    });
    expect([most.status, most.body.code]).toEqual([409, 'LEDGER.INSUFFICIENT_FUNDS']);
    // Less of a purchase is sold back: 700 × (708.12 − 711.10) / 100.
    expect((await amend('800.00')).difference.amount).toBe('-20.86');
    expect([yuanFirst - (await yuan()), (await dollars()) - dollarsFirst]).toEqual([568_880n + 2_086n, 80_000n]);
    const off = await post<Change>(`/v1/fx/conversions/${id}/cancellation`);
    expect(off.body.difference.amount).toBe('-23.84');
    await changeOf(off.body.id, 'agreed');
    expect((await look(id)).state).toBe('cancelled');
    expect([yuanFirst - (await yuan()), (await dollars()) - dollarsFirst]).toEqual([2_086n + 2_384n, 0n]);
  });

  it('stays as it was where the bank refuses, the market having moved', async () => {
    const { id } = await dealtFor('SO-9103');
    await setBoard({ spotSell: '730.00' });
    const { body } = await post<Change>(`/v1/fx/conversions/${id}/cancellation`);
    const change = await changeOf(body.id, 'refused');
    expect(change.reason).toContain('RATE_STALE');
    expect((await look(id)).state).toBe('dealt');
    await setBoard({});
  });

  it.each([
    ['to nothing', { amount: { amount: '0.00', currency: 'USD' } }, '/amount'],
    ['in another currency', { amount: { amount: '1.00', currency: 'EUR' } }, '/amount'],
    ['to what it is', { amount: { amount: '10000.00', currency: 'USD' } }, '/amount'],
    ['to a Sunday', { valueDate: '2027-12-12' }, '/valueDate'],
    ['not at all', {}, '/amount'],
  ])('is not amended %s', async (_how, body, pointer) => {
    const { data } = await desk.get<{ data: { id: string }[] }>('/v1/fx/conversions?state=dealt&limit=1');
    const answer = await post<Problem>(`/v1/fx/conversions/${data[0]?.id ?? ''}/amendment`, body);
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});
