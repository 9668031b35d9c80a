import { type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface MoneyBody {
  readonly amount: string;
  readonly currency: string;
}
interface QuoteAnswer {
  readonly id: string;
  readonly rate: string | null;
  readonly result: MoneyBody | null;
  readonly deposit: MoneyBody | null;
}
interface ForwardAnswer {
  readonly id: string;
  readonly state: string;
  readonly open: MoneyBody;
  readonly held: MoneyBody;
  readonly reason: string | null;
  readonly excess: MoneyBody;
  readonly rolledFrom: string | null;
  readonly moves: readonly {
    kind: string;
    state: string;
    nextId: string | null;
    reason: string | null;
    result: MoneyBody;
  }[];
}

const BOARD = {
  currency: 'USD',
  unit: '100',
  spotBuy: '708.12',
  cashBuy: '702.36',
  spotSell: '711.10',
  cashSell: '711.10',
};
const FUNDS = [
  ['clearing_bank', '50000.00'],
  ['client_funds', '-50000.00'],
] as const;
const DAY_MS = 86_400_000;

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  // The seller has CNY, of which deposits are held and losses paid.
  await desk.book(await desk.order({ reference: 'SO-FIRST' }), FUNDS, 'CNY');
}, 60_000);
afterAll(() => platform.stop());

const usd = (amount: string): MoneyBody => ({ amount, currency: 'USD' });

async function paid(reference: string): Promise<string> {
  const order = await desk.order({ reference });
  const payment = await desk.pay({ amount: '10000.00', remittance: reference });
  await desk.collection(payment, ({ state }) => state === 'matched');
  return order;
}

/** A working day that many weeks from now; today’s weekday a holiday is no matter of this test. */
function dayIn(days: number): string {
  const date = new Date(Date.now() + days * DAY_MS);
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

async function quoted(body: object): Promise<QuoteAnswer> {
  const answer = await eventually(
    () => desk.tenant.client.post<QuoteAnswer>('/v1/fx/forward-quotes', body, key()),
    ({ status }) => status !== 503,
  );
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.body;
}

const quoteNew = (orderId: string, amount = '10000.00', days: object = { dueOn: dayIn(100) }): Promise<QuoteAnswer> =>
  quoted({ purpose: 'new', orderId, amount: usd(amount), ...days });
const contract = (quoteId: string, headers = key()) =>
  desk.tenant.client.post<ForwardAnswer & Problem>('/v1/fx/forwards', { quoteId }, headers);
const command = (id: string, name: string, body: object) =>
  desk.tenant.client.post<ForwardAnswer & Problem>(`/v1/fx/forwards/${id}/${name}`, body, key());
const forward = (id: string, holds: (found: ForwardAnswer) => boolean): Promise<ForwardAnswer> =>
  eventually(() => desk.get<ForwardAnswer>(`/v1/fx/forwards/${id}`), holds);

async function booked(orderId: string, amount?: string, days?: object): Promise<ForwardAnswer> {
  const made = await contract((await quoteNew(orderId, amount, days)).id);
  expect([made.status, made.body.state]).toEqual([201, 'requested']);
  return forward(made.body.id, ({ state }) => state === 'booked');
}

describe('A forward', () => {
  it('is booked with the bank once, however often it is asked for, and never for more than the order brings', async () => {
    const order = await desk.order({ reference: 'SO-9001' });
    const quotes = await Promise.all([quoteNew(order, '6000.00'), quoteNew(order, '6000.00')]);
    const answers = await Promise.all(quotes.map(({ id }) => contract(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect([refused?.code, refused?.details['left']]).toEqual(['FX.OVER_HEDGED', '4000.00 USD']);
    const first = answers.find(({ status }) => status === 201)?.body;
    const found = await forward(first?.id ?? '', ({ state }) => state === 'booked');
    expect(found.held.amount).not.toBe('0.00');
    const quote = await quoteNew(order, '1000.00');
    const headers = key();
    const [once, again] = [await contract(quote.id, headers), await contract(quote.id, headers)];
    expect([again.status, again.text]).toEqual([201, once.text]);
    expect((await contract(quote.id)).body.code).toBe('FX.QUOTE_USED');
  });

  it('that the bank refuses leaves nothing held', async () => {
    const order = await desk.order({ reference: 'SO-SBX-BANK-NO-LINE-9002' });
    const made = await contract((await quoteNew(order)).id);
    const found = await forward(made.body.id, ({ state }) => state === 'refused');
    expect([found.reason, found.held.amount]).toEqual([expect.stringContaining('NO_LINE'), '0.00']);
  });

  it('is rolled over, and closed out at the market, with the difference booked once', async () => {
    const order = await desk.order({ reference: 'SO-9004' });
    const { id } = await booked(order);
    const rolling = await quoted({ purpose: 'rollover', forwardId: id, amount: usd('4000.00'), dueOn: dayIn(160) });
    expect((await command(id, 'close-outs', { quoteId: rolling.id })).body.code).toBe('FX.FORWARD_QUOTE_MISMATCH');
    expect((await command(id, 'rollovers', { quoteId: rolling.id })).status).toBe(202);
    const rolled = await forward(id, ({ moves }) => moves[0]?.state === 'done');
    expect([rolled.state, rolled.open]).toEqual(['booked', usd('6000.00')]);
    const next = await forward(rolled.moves[0]?.nextId ?? '', ({ state }) => state === 'booked');
    expect([next.rolledFrom, next.open]).toEqual([id, usd('4000.00')]);

    await desk.control('PUT', '/control/fx/board', { quotes: [{ ...BOARD, spotBuy: '700.12', spotSell: '703.10' }] });
    await platform.rows(
      `UPDATE fx.board SET fetched_at = NULL, requested_at = now() - interval '1 hour' WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
    const closing = await quoted({ purpose: 'close_out', forwardId: id });
    const before = BigInt(await desk.balance('client_funds', 'CNY'));
    expect((await command(id, 'close-outs', { quoteId: closing.id })).status).toBe(202);
    const closed = await forward(id, ({ state }) => state === 'closed_out');
    expect([closed.open.amount, closed.held.amount]).toEqual(['0.00', '0.00']);
    const gained = BigInt((closing.result?.amount ?? '').replace('.', ''));
    expect(BigInt(await desk.balance('client_funds', 'CNY')) - before).toBe(gained);
    await desk.control('PUT', '/control/fx/board', { quotes: [BOARD] });
    await platform.rows(
      `UPDATE fx.board SET fetched_at = NULL, requested_at = now() - interval '1 hour' WHERE tenant_id = $1`,
      [desk.tenant.tenantId],
    );
  });

  it('whose close-out the bank refuses is open again, and what was booked is reversed', async () => {
    const order = await desk.order({ reference: 'SO-SBX-BANK-NO-MOVE-9005' });
    const { id, held } = await booked(order);
    // Of this order alone: others of the seller may still be on their way.
    const funds = async () =>
      (
        await desk.get<{ data: readonly { readonly balance: { readonly posted: object } }[] }>(
          `/v1/ledger/accounts?code=client_funds&currency=CNY&orderId=${order}`,
        )
      ).data.map(({ balance }) => balance.posted);
    const before = await funds();
    await command(id, 'close-outs', { quoteId: (await quoted({ purpose: 'close_out', forwardId: id })).id });
    const found = await forward(id, ({ moves }) => moves[0]?.state === 'refused');
    expect([found.state, found.open.amount, found.held]).toEqual(['booked', '10000.00', held]);
    expect(await funds()).toEqual(before);
  });

  it('survives a bank that is down or cuts the line: it is booked when it is back, once', async () => {
    const order = await desk.order({ reference: 'SO-SBX-BANK-HANGUP-9006' });
    await booked(order);
  });

  it('is delivered in parts within its window, at its own rate, and the books are square', async () => {
    desk = await FxDesk.open(platform);
    const terms = {
      ...{ validFrom: '2026-01-01', spread: '0.001', depositShare: '0', lockSeconds: 60, source: 'Test' },
      ...{ curveMaxAgeDays: 1, daysMax: 366, noticeDays: ['3'] },
    };
    expect((await desk.tenant.client.post('/v1/fx/forward-terms', terms, key())).status).toBe(201);
    const order = await paid('SO-9003');
    const { id } = await booked(order, '8000.00', { startsOn: dayIn(7), dueOn: dayIn(40) });
    const early = await command(id, 'deliveries', {});
    expect([early.status, early.body.code]).toEqual([409, 'FX.FORWARD_OUTSIDE_WINDOW']);
    const now = `${dayIn(21)}T04:00:00Z`;
    expect((await desk.tenant.client.post('/v1/sandbox/clock', { now }, key())).status).toBe(200);
    const part = await command(id, 'deliveries', { amount: usd('3000.00') });
    expect([part.status, part.body.open]).toEqual([202, usd('5000.00')]);
    await forward(id, ({ state }) => state === 'partly_delivered');
    expect((await command(id, 'deliveries', {})).status).toBe(202);
    const done = await forward(id, ({ state }) => state === 'delivered');
    expect(done.moves.map(({ state }) => state)).toEqual(['done', 'done']);
    await desk.conversions(order, (found) => found.length === 2 && found.every(({ state }) => state === 'settled'));
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
  });
});
