import { type MoneyJson } from '../../src/kernel/money.js';
import { awaited, colleague, policy, say } from '../support/approval-desk.js';
import { type ForwardBody, ForwardDesk, usd } from '../support/forward-desk.js';
import { type Problem } from '../support/fx-answers.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

/** Working days in China; the first is a Monday, 10:00. */
const [FIRST, SECOND, THIRD, LAST] = ['2027-11-01', '2027-11-02', '2027-11-03', '2027-11-30'];
const at = (day: string): string => `${day}T02:00:00.000Z`;

interface StatementBody {
  readonly id: string;
  readonly currency: string;
}
interface ReconciliationBody {
  readonly difference: MoneyJson;
  readonly matched: number;
  readonly lines: readonly object[];
}
interface PurchaseBody {
  readonly due: MoneyJson;
  readonly cost: MoneyJson;
  readonly rate: string;
  readonly forwardId: string | null;
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const fen = (money: MoneyJson | undefined): bigint => BigInt((money?.amount ?? '0').replace('.', ''));

async function opened(depositShare = '0.03'): Promise<ForwardDesk> {
  const desk = await ForwardDesk.open(platform);
  await desk.setClock(at(FIRST));
  await desk.arrange(depositShare);
  return desk;
}

async function purchases({ fx }: ForwardDesk, orderId: string): Promise<readonly PurchaseBody[]> {
  return (await fx.get<{ data: PurchaseBody[] }>(`/v1/fx/dues-purchases?orderId=${orderId}`)).data;
}

/** The statements of a day that is over, of both accounts, with what the books say to them. */
async function reconciled({ fx }: ForwardDesk, day: string): Promise<readonly ReconciliationBody[]> {
  const { data } = await eventually(
    () => fx.get<{ data: StatementBody[] }>(`/v1/fx/statements?from=${day}&to=${day}`),
    (page) => page.data.length === 2,
  );
  return Promise.all(data.map(({ id }) => fx.get<ReconciliationBody>(`/v1/fx/statements/${id}/reconciliation`)));
}

/** The days before this one have been asked for, of every account. */
async function statementsAsked({ fx }: ForwardDesk, until: string): Promise<void> {
  await eventually(
    () =>
      platform.rows<{ left: string }>(
        `SELECT count(*)::text AS left FROM fx.statement_watch WHERE tenant_id = $1 AND asked_until < $2`,
        [fx.tenant.tenantId, until],
      ),
    ([row]) => row?.left === '0',
  );
}

describe('A forward that buys', () => {
  it('is for what the seller owes in that currency, and never for more, whoever races', async () => {
    const desk = await opened();
    const order = await desk.fx.order({ currency: 'EUR', reference: 'FP-1' });
    await desk.fund(order, '5000.00');
    const wish = { purpose: 'new', side: 'buy', orderId: order, dueOn: LAST };
    const none = await desk.ask<Problem>({ ...wish, amount: usd('100.00') });
    expect([none.status, none.body.code, none.body.details['owed']]).toEqual([409, 'FX.NOTHING_TO_HEDGE', []]);
    await desk.owe(order, '8000.00');
    const pounds = await desk.ask<Problem>({ ...wish, amount: { amount: '100.00', currency: 'GBP' } });
    expect([pounds.body.code, pounds.body.details['owed']]).toEqual(['FX.NOTHING_TO_HEDGE', ['USD']]);

    const quotes = await Promise.all([1, 2].map(() => desk.quoted({ ...wish, amount: usd('5000.00') })));
    const trial = await desk.contract(quotes[0]?.id ?? '', '?dryRun=true');
    expect([trial.status, trial.body.side, fen(trial.body.held) > 0n]).toEqual([200, 'buy', true]);
    expect((await desk.fx.get<{ data: object[] }>('/v1/fx/forwards')).data).toEqual([]);
    expect(await desk.fx.get(`/v1/fx/forward-quotes/${quotes[0]?.id ?? ''}`)).toMatchObject({ state: 'open' });

    const answers = await Promise.all(quotes.map(({ id }) => desk.contract(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect([refused?.code, refused?.details['left']]).toEqual(['FX.OVER_HEDGED', '3000.00 USD']);
    const made = answers.find(({ status }) => status === 201)?.body;
    const { deposit } = quotes[0] ?? {};
    expect((await desk.forward(made?.id ?? '', ({ state }) => state === 'booked')).held).toEqual(deposit);
    const early = await desk.command(made?.id ?? '', 'deliveries');
    expect(early.body.code).toBe('FX.FORWARD_OUTSIDE_WINDOW');
  });

  it('waits for a second person above the limit, and is made at a price of then', async () => {
    const desk = await opened('0');
    const order = await desk.fx.order({ currency: 'EUR', reference: 'FP-2' });
    await desk.owe(order, '3000.00');
    const owner = await colleague(platform, desk.fx.tenant, 'owner', 'approver');
    const checker = await colleague(platform, desk.fx.tenant, 'approver');
    await policy(owner, 'fx.forward', '1000.00');
    const wish = { purpose: 'new', side: 'buy', orderId: order, amount: usd('2000.00'), dueOn: LAST };
    const made = await desk.contract((await desk.quoted(wish)).id);
    expect([made.status, made.body.state, made.body.held.amount]).toEqual([201, 'awaiting_approval', '0.00']);
    const request = await awaited(checker, order);
    expect(request.summary).toContain('Buy 2000.00 USD forward');
    await say(checker.client, request, 'approval');
    await desk.forward(made.body.id, ({ state }) => state === 'booked');

    const second = await desk.contract((await desk.quoted({ ...wish, amount: usd('1000.01') })).id);
    expect(second.body.code).toBe('FX.OVER_HEDGED');
    const small = await desk.contract((await desk.quoted({ ...wish, amount: usd('1000.00') })).id);
    expect(small.body.state).toBe('requested');
  });

  it('is delivered in parts, rolled over and closed out, and the statement agrees with the books to the cent', async () => {
    const desk = await opened();
    const { fx } = desk;
    const order = await fx.order({ currency: 'EUR', reference: 'FP-3' });
    const sale = await fx.order({ currency: 'USD', reference: 'FP-4', conversion: 'automatic' });
    await desk.fund(order, '60000.00');
    await desk.owe(order, '8000.00');
    const days = { startsOn: SECOND, dueOn: LAST };
    const bought = await desk.booked({ side: 'buy', orderId: order, amount: usd('8000.00'), ...days });
    const sold = await desk.booked({ orderId: sale, amount: usd('4000.00'), startsOn: SECOND, dueOn: THIRD });
    await desk.setClock(at(SECOND));
    await statementsAsked(desk, FIRST);

    const cny = BigInt(await fx.balance('client_funds', 'CNY'));
    expect((await desk.command(bought.id, 'deliveries', { amount: usd('9000.00') })).body.code).toBe(
      'FX.FORWARD_MORE_THAN_OPEN',
    );
    await desk.command(bought.id, 'deliveries', { amount: usd('3000.00') });
    const part = await desk.forward(
      bought.id,
      ({ state, moves }) => state === 'partly_delivered' && moves[0]?.state === 'done',
    );
    expect([part.state, part.open]).toEqual(['partly_delivered', usd('5000.00')]);
    expect([await fx.balance('client_dues', 'USD'), await fx.balance('client_funds', 'USD')]).toEqual(['500000', '0']);
    const [paid] = await purchases(desk, order);
    const cost = (3000 * Number(bought.rate)) / 100;
    expect(paid).toMatchObject({ due: usd('3000.00'), rate: bought.rate, forwardId: bought.id });
    expect(Math.abs(Number(paid?.cost.amount) - cost)).toBeLessThan(0.006);
    expect(cny - BigInt(await fx.balance('client_funds', 'CNY'))).toBe(fen(paid?.cost));

    const rolling = { purpose: 'rollover', forwardId: bought.id, amount: usd('2000.00'), dueOn: '2027-12-31' };
    await desk.command(bought.id, 'rollovers', { quoteId: (await desk.quoted(rolling)).id });
    const rolled = await desk.forward(bought.id, ({ moves }) => moves[1]?.state === 'done');
    const next = await desk.forward(rolled.moves[1]?.nextId ?? '', ({ state }) => state === 'booked');
    expect([next.side, next.rolledFrom, next.open]).toEqual(['buy', bought.id, usd('2000.00')]);

    await desk.moveBoard({ spotBuy: '720.12', spotSell: '723.10' });
    const closing = await desk.quoted({ purpose: 'close_out', forwardId: bought.id });
    expect(closing.result?.amount.startsWith('-')).toBe(false);
    const before = BigInt(await fx.balance('client_funds', 'CNY'));
    await desk.command(bought.id, 'close-outs', { quoteId: closing.id });
    const closed = await desk.forward(bought.id, ({ state }) => state === 'closed_out');
    expect([closed.held.amount, closed.moves[2]?.result]).toEqual(['0.00', closing.result]);
    expect(BigInt(await fx.balance('client_funds', 'CNY')) - before).toBe(fen(closing.result ?? undefined));
    await desk.moveBoard();

    // What is sold is delivered in part, and the rest by itself on the last day.
    const money = await fx.pay({ amount: '10000.00', remittance: 'FP-4' });
    await fx.collection(money, ({ state }) => state === 'matched');
    await desk.command(sold.id, 'deliveries', { amount: usd('1000.00') });
    await desk.forward(sold.id, ({ moves }) => moves[0]?.state === 'done');
    await fx.payouts(sale, (payouts) => payouts.length === 2 && payouts.every(({ state }) => state === 'confirmed'));

    await desk.setClock(at(THIRD));
    const found = await reconciled(desk, SECOND);
    expect(found.map(({ difference, lines }) => [difference.amount, lines])).toEqual([
      ['0.00', []],
      ['0.00', []],
    ]);
    expect(found.map(({ matched }) => matched).sort()).toEqual([4, 7]);
    const delivered = await desk.forward(sold.id, ({ state }) => state === 'delivered');
    expect(delivered.moves.map(({ state }) => state)).toEqual(['done', 'done']);
    expect([await fx.balance('fx_position', 'USD'), await fx.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
  });

  it('has its price set aside of what is paid out, delivers by itself, and what it does not need goes on', async () => {
    const desk = await opened('0');
    const { fx } = desk;
    const order = await fx.order({ currency: 'EUR', reference: 'FP-5', conversion: 'automatic' });
    await desk.owe(order, '3000.00');
    const wish = { side: 'buy', orderId: order, startsOn: SECOND };
    const first = await desk.booked({ ...wish, amount: usd('1000.00'), dueOn: THIRD });
    const second = await desk.booked({ ...wish, amount: usd('1500.00'), dueOn: LAST });
    await fx.pay({ amount: '10000.00', currency: 'EUR', remittance: 'FP-5' });
    const [payout] = await fx.payouts(order, ([one]) => one?.state === 'confirmed');
    const [converted] = await fx.conversions(order, (found) => found[0]?.state === 'settled');
    const kept = await Promise.all([first, second].map(({ id }) => desk.forward(id)));
    const prices = kept.map(({ setAside, held }) => (expect(held).toEqual(setAside), fen(setAside)));
    const [spot] = await purchases(desk, order);
    // 500 of 3,000 are not bought forward, and are at the board.
    expect(spot).toMatchObject({ due: usd('500.00'), forwardId: null });
    expect(fen(payout?.amount)).toBe(fen(converted?.bought) - fen(spot?.cost) - (prices[0] ?? 0n) - (prices[1] ?? 0n));

    // The carrier takes less: what is bought forward for it is too much, which is found when something is paid.
    await desk.forgive(order, '200.00');
    await desk.setClock(at(THIRD));
    const done = await desk.forward(first.id, ({ state }) => state === 'delivered');
    expect([done.held.amount, done.setAside.amount]).toEqual(['0.00', '0.00']);
    const [latest] = await purchases(desk, order);
    expect([latest?.forwardId, latest?.due]).toEqual([first.id, usd('1000.00')]);
    expect(await fx.balance('client_dues', 'USD')).toBe('130000');
    expect((await desk.forward(second.id, ({ excess }) => excess.amount !== '0.00')).excess).toEqual(usd('200.00'));
    const [told] = await fx.events('fx.forward.over_hedged');
    expect(told?.data).toMatchObject({ side: 'buy', cover: usd('1300.00') });

    const closing = await desk.quoted({ purpose: 'close_out', forwardId: second.id });
    const loss = -fen(closing.result ?? undefined);
    expect(loss > 0n).toBe(true);
    // The seller pays the loss out of what it has.
    await desk.fund(order, '100.00');
    await desk.command(second.id, 'close-outs', { quoteId: closing.id });
    const closed: ForwardBody = await desk.forward(second.id, ({ state }) => state === 'closed_out');
    expect(closed.setAside.amount).toBe('0.00');
    // What it still owes is bought at the board of the day; the rest is paid out.
    await fx.payouts(order, (payouts) => payouts.length === 2 && payouts.every(({ state }) => state === 'confirmed'));
    expect(await fx.balance('client_dues', 'USD')).toBe('0');
  });
});
