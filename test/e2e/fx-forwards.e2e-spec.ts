import { CALENDARS } from '../../src/fx/domain/value-dates/calendar-data.js';
import { jointWorkdayAsKnown } from '../../src/fx/domain/value-dates/value-date.js';
import { workdayFromOf } from '../../src/kernel/workdays.js';
import { type ForwardBody, ForwardDesk, usd } from '../support/forward-desk.js';
import { type Problem } from '../support/fx-answers.js';
import { key } from '../support/fx-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const DAY_MS = 86_400_000;

let platform: TestPlatform;
let desk: ForwardDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ForwardDesk.open(platform);
  // The seller has CNY, of which deposits are held and losses paid.
  await desk.fund(await desk.fx.order({ reference: 'SO-FIRST' }), '50000.00');
});
afterAll(() => platform.stop());

/** So many days from now, or the first day after it that is worked in the centres of both currencies. */
function dayIn(days: number): string {
  const date = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  return workdayFromOf(jointWorkdayAsKnown(CALENDARS, ['USD', 'CNY']), date);
}

const quoteNew = (orderId: string, amount = '10000.00', days: object = { dueOn: dayIn(100) }) =>
  desk.quoted({ purpose: 'new', orderId, amount: usd(amount), ...days });

async function booked(orderId: string, amount?: string, days?: object): Promise<ForwardBody> {
  const made = await desk.contract((await quoteNew(orderId, amount, days)).id);
  expect([made.status, made.body.state]).toEqual([201, 'requested']);
  return desk.forward(made.body.id, ({ state }) => state === 'booked');
}

const fen = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Of this order alone: others of the seller may still be on their way. */
async function fundsOf(orderId: string): Promise<readonly string[]> {
  const { data } = await desk.fx.get<{ data: readonly { balance: { posted: { amount: string } } }[] }>(
    `/v1/ledger/accounts?code=client_funds&currency=CNY&orderId=${orderId}`,
  );
  return data.map(({ balance }) => balance.posted.amount);
}

describe('A forward', () => {
  it('is booked with the bank once, however often it is asked for, and never for more than the order brings', async () => {
    const order = await desk.fx.order({ reference: 'SO-9001' });
    const quotes = await Promise.all([quoteNew(order, '6000.00'), quoteNew(order, '6000.00')]);
    const answers = await Promise.all(quotes.map(({ id }) => desk.contract(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect([refused?.code, refused?.details['left']]).toEqual(['FX.OVER_HEDGED', '4000.00 USD']);
    const first = answers.find(({ status }) => status === 201)?.body;
    const found = await desk.forward(first?.id ?? '', ({ state }) => state === 'booked');
    expect(found.held.amount).not.toBe('0.00');
    const quote = await quoteNew(order, '1000.00');
    const headers = key();
    const send = () => desk.fx.tenant.client.post<Problem>('/v1/fx/forwards', { quoteId: quote.id }, headers);
    const [once, again] = [await send(), await send()];
    expect([again.status, again.text]).toEqual([201, once.text]);
    expect((await desk.contract(quote.id)).body.code).toBe('FX.QUOTE_USED');
  });

  it('that the bank refuses leaves nothing held', async () => {
    const order = await desk.fx.order({ reference: 'SO-SBX-BANK-NO-LINE-9002' });
    const made = await desk.contract((await quoteNew(order)).id);
    const found = await desk.forward(made.body.id, ({ state }) => state === 'refused');
    expect([found.reason, found.held.amount]).toEqual([expect.stringContaining('NO_LINE'), '0.00']);
  });

  it('is rolled over, and closed out at the market, with the difference booked once', async () => {
    const order = await desk.fx.order({ reference: 'SO-9004' });
    const { id } = await booked(order);
    const rolling = await desk.quoted({
      purpose: 'rollover',
      forwardId: id,
      amount: usd('4000.00'),
      dueOn: dayIn(160),
    });
    expect((await desk.command(id, 'close-outs', { quoteId: rolling.id })).body.code).toBe('FX.FORWARD_QUOTE_MISMATCH');
    expect((await desk.command(id, 'rollovers', { quoteId: rolling.id })).status).toBe(202);
    const rolled = await desk.forward(id, ({ moves }) => moves[0]?.state === 'done');
    expect([rolled.state, rolled.open]).toEqual(['booked', usd('6000.00')]);
    const next = await desk.forward(rolled.moves[0]?.nextId ?? '', ({ state }) => state === 'booked');
    expect([next.rolledFrom, next.open]).toEqual([id, usd('4000.00')]);

    await desk.moveBoard({ spotBuy: '700.12', spotSell: '703.10' });
    const closing = await desk.quoted({ purpose: 'close_out', forwardId: id });
    const [before = '0.00'] = await fundsOf(order);
    expect((await desk.command(id, 'close-outs', { quoteId: closing.id })).status).toBe(202);
    const closed = await desk.forward(id, ({ state }) => state === 'closed_out');
    expect([closed.open.amount, closed.held.amount]).toEqual(['0.00', '0.00']);
    const [after = '0.00'] = await fundsOf(order);
    expect(fen(after) - fen(before)).toBe(fen(closing.result?.amount ?? ''));
    await desk.moveBoard();
  });

  it('whose close-out the bank refuses is open again, and what was booked is reversed', async () => {
    const order = await desk.fx.order({ reference: 'SO-SBX-BANK-NO-MOVE-9005' });
    const { id, held } = await booked(order);
    const before = await fundsOf(order);
    await desk.command(id, 'close-outs', { quoteId: (await desk.quoted({ purpose: 'close_out', forwardId: id })).id });
    const found = await desk.forward(id, ({ moves }) => moves[0]?.state === 'refused');
    expect([found.state, found.open.amount, found.held]).toEqual(['booked', '10000.00', held]);
    expect(await fundsOf(order)).toEqual(before);
  });

  it('survives a bank that is down or cuts the line: it is booked when it is back, once', async () => {
    const order = await desk.fx.order({ reference: 'SO-SBX-BANK-HANGUP-9006' });
    await booked(order);
  });

  it('is delivered in parts within its window, at its own rate, and the books are square', async () => {
    desk = await ForwardDesk.open(platform);
    await desk.arrange('0');
    const order = await desk.fx.order({ reference: 'SO-9003' });
    const payment = await desk.fx.pay({ amount: '10000.00', remittance: 'SO-9003' });
    await desk.fx.collection(payment, ({ state }) => state === 'matched');
    const { id } = await booked(order, '8000.00', { startsOn: dayIn(7), dueOn: dayIn(40) });
    const early = await desk.command(id, 'deliveries', {});
    expect([early.status, early.body.code]).toEqual([409, 'FX.FORWARD_OUTSIDE_WINDOW']);
    await desk.setClock(`${dayIn(21)}T04:00:00Z`);
    const part = await desk.command(id, 'deliveries', { amount: usd('3000.00') });
    expect([part.status, part.body.open]).toEqual([202, usd('5000.00')]);
    await desk.forward(id, ({ state }) => state === 'partly_delivered');
    expect((await desk.command(id, 'deliveries', {})).status).toBe(202);
    const done = await desk.forward(id, ({ state }) => state === 'delivered');
    expect(done.moves.map(({ state }) => state)).toEqual(['done', 'done']);
    await desk.fx.conversions(order, (found) => found.length === 2 && found.every(({ state }) => state === 'settled'));
    expect([await desk.fx.balance('fx_position', 'USD'), await desk.fx.balance('fx_position', 'CNY')]).toEqual([
      '0',
      '0',
    ]);
  });

  it('is due on a day that is worked in the centres of both currencies: not on Thanksgiving in New York', async () => {
    const later = await ForwardDesk.open(platform);
    await later.setClock('2027-11-01T02:00:00.000Z');
    const orderId = await later.fx.order({ reference: 'SO-9009' });
    const wish = { purpose: 'new', orderId, amount: usd('100.00') };
    const refused = await later.ask<Problem>({ ...wish, dueOn: '2027-11-25' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      {
        pointer: '/dueOn',
        code: 'not_workday',
        message: 'A working day of both CNY and USD; the next one is 2027-11-26',
      },
    ]);
    expect((await later.ask({ ...wish, dueOn: '2027-11-26' })).status).toBe(201);
  });
});
