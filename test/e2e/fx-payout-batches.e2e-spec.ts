import { type PayoutBody, type Problem } from '../support/fx-answers.js';
import { colleague, policy as approvalPolicy } from '../support/approval-desk.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type Payout = PayoutBody & { readonly batchId: string | null; readonly executionDate: string | null };

interface BatchBody {
  readonly id: string;
  readonly state: string;
  readonly payments: number;
  readonly total: { readonly amount: string };
  readonly endToEndIds: readonly string[];
}

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

const BATCHED = { mode: 'batched', cutOff: '16:30', batchMax: 100, batchBooking: false };
const setPolicy = (change: object) =>
  desk.tenant.client.send<Problem>('PUT', '/v1/fx/payout-policy', { ...BATCHED, ...change }, key());
const batch = (id: string) => desk.get<BatchBody>(`/v1/fx/payout-batches/${id}`);

/** Orders that are paid for and converted by themselves: what is left for the seller is released. */
async function released(...references: readonly string[]): Promise<string[]> {
  const orders: string[] = [];
  for (const reference of references) {
    const order = await desk.order({ reference, conversion: 'automatic' });
    // By payer and amount: what is said to the bank of a payout is not to be heard of the payment.
    await desk.pay({ amount: '10000.00', remittance: 'goods' });
    await desk.receivable(order, ({ state }) => state === 'collected');
    orders.push(order);
  }
  return orders;
}

async function payout(order = '', holds: (found: Payout) => boolean = () => true): Promise<Payout> {
  const [found] = await desk.payouts(order, ([one]) => one !== undefined && holds(one as Payout));
  return found as Payout;
}

const inState = (state: string) => (found: Payout) => found.state === state;

async function openBatch(...references: readonly string[]): Promise<{ id: string; orders: string[] }> {
  const orders = await released(...references);
  const found = await Promise.all(orders.map((order) => payout(order, inState('queued'))));
  const [id] = [...new Set(found.map(({ batchId }) => batchId))];
  return { id: id ?? '', orders };
}

function submit(id: string, headers = key()) {
  return desk.tenant.client.post<BatchBody & Problem>(`/v1/fx/payout-batches/${id}/submission`, {}, headers);
}

async function taken(reference: string): Promise<unknown> {
  const answer = await fetch(`${platform.sandbox.url}/control/received?partner=bank&reference=${reference}`);
  return ((await answer.json()) as { counts: Record<string, unknown> }).counts[reference];
}

describe('A batch of payouts', () => {
  it('needs a cut-off', async () => {
    const refused = await setPolicy({ cutOff: null });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, '/cutOff']);
    expect((await setPolicy({})).status).toBe(200);
  });

  it('is one message, whose payments go their own ways: one is refused, the others are paid', async () => {
    const { id, orders } = await openBatch('PB-1', 'PB-2-SBX-BANK-REJECT', 'PB-3');
    expect(await batch(id)).toMatchObject({ state: 'open', payments: 3, total: { amount: '212223.57' } });
    const headers = key();
    const sent = await submit(id, headers);
    expect([sent.status, (await submit(id, headers)).text]).toEqual([202, sent.text]);
    const [paid, refused, other] = await Promise.all([
      payout(orders[0], inState('confirmed')),
      payout(orders[1], inState('rejected')),
      payout(orders[2], inState('confirmed')),
    ]);
    expect([refused.reasonCode, refused.allowedActions]).toEqual(['AC04', ['retry']]);
    const whole = await batch(id);
    expect(whole.endToEndIds).toEqual([paid, refused, other].map(({ messageId }) => messageId));
    expect([whole.state, (await submit(id)).status]).toEqual(['sent', 409]);
    const [message] = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE reference = $1 AND operation = 'order-payment'`,
      [id],
    );
    expect(message?.request_body).toMatch(/<BtchBookg>false<\/BtchBookg><NbOfTxs>3<\/NbOfTxs><CtrlSum>212223.57</);
    expect(await desk.events('fx.payout_batch.%')).toMatchObject([
      { type: 'fx.payout_batch.sent', data: { payments: 3 } },
    ]);

    // A retry is a new message, in the batch that is open by then.
    await desk.tenant.client.post(`/v1/fx/payouts/${refused.id}/retry`, {}, key());
    const again = await payout(orders[1], inState('queued'));
    expect([again.attempt, again.batchId === id]).toEqual([2, false]);
    await submit(again.batchId ?? '');
    await payout(orders[1], ({ state, attempt }) => state === 'rejected' && attempt === 2);
  });

  it.each([
    ['the bank takes it and hangs up before it says so', 'SBX-BANK-HANGUP'],
    ['the bank mislays it', 'SBX-BANK-LOST'],
  ])('is carried out once when %s', async (_how, word) => {
    const { id, orders } = await openBatch(`PB-${word}`, `PB-ALSO-${word.length}`);
    await submit(id);
    if (word.endsWith('LOST')) {
      await Promise.all(orders.map((order) => payout(order, inState('sent'))));
      await desk.waitForPayouts();
    }
    await Promise.all(orders.map((order) => payout(order, inState('confirmed'))));
    // However often it was repeated or asked about.
    expect(await taken(id)).toMatchObject({ taken: 1 });
  });

  it('goes by itself at its cut-off, and at once when it is full', async () => {
    await setPolicy({ batchMax: 2, batchBooking: true });
    const { orders } = await openBatch('PB-10');
    const one = await payout(orders[0], inState('queued'));
    await desk.hurry('fx.expire-payout-batch');
    await payout(orders[0], inState('confirmed'));
    const full = await released('PB-11', 'PB-12');
    const both = await Promise.all(full.map((order) => payout(order, inState('confirmed'))));
    expect(new Set(both.map(({ batchId }) => batchId)).size).toBe(1);
    expect(both[0]?.batchId).not.toBe(one.batchId);
    // Booked as one by the bank, and by us one by one: they agree all the same.
    await desk.hurry('fx.ask-statement');
    const { data } = await eventually(
      () => desk.get<{ data: { id: string; currency: string }[] }>('/v1/fx/statements'),
      (found) => found.data.some(({ currency }) => currency === 'CNY'),
    );
    const cny = data.find(({ currency }) => currency === 'CNY');
    const found = await desk.get<{ difference: object; lines: unknown[] }>(
      `/v1/fx/statements/${cny?.id}/reconciliation`,
    );
    expect([found.difference, found.lines]).toEqual([{ amount: '0.00', currency: 'CNY' }, []]);
  });
});

describe('A payout that comes back after it was settled', () => {
  it('is the seller’s again, once, however often the bank says so, and can be paid out anew', async () => {
    await setPolicy({ mode: 'immediate', cutOff: null });
    const funds = await desk.balance('client_funds', 'CNY');
    const collections = await platform.rows(`SELECT 1 FROM fx.collection`);
    const [order = ''] = await released('PR-SBX-BANK-RETURN');
    const back = await payout(order, inState('returned'));
    expect(back).toMatchObject({ reasonCode: 'AC04', reason: 'Closed account number', allowedActions: ['retry'] });
    expect(BigInt(await desk.balance('client_funds', 'CNY')) - BigInt(funds)).toBe(7_074_119n);
    const [event] = await desk.events('fx.payout.returned');
    expect(event?.data).toMatchObject({ amount: { amount: '70741.19' }, charges: { amount: '0.00' } });
    await eventually(
      () => desk.get<{ state: string }>(`/v1/orders/${order}`),
      ({ state }) => state === 'attention',
    );
    // The bank tells of all its credits once more, and nothing comes of it.
    const { accountNumber } = await desk.account('CNY');
    const headers = { authorization: `Bearer ${platform.config.partners.bank.secret}` };
    const credits = await fetch(`${platform.sandbox.url}/bank/accounts/${accountNumber}/credits`, { headers });
    expect(await desk.callback(await credits.text())).toBe(202);

    await desk.tenant.client.post(`/v1/fx/payouts/${back.id}/retry`, {}, key());
    await payout(order, ({ state, attempt }) => state === 'returned' && attempt === 2);
    expect(BigInt(await desk.balance('client_funds', 'CNY')) - BigInt(funds)).toBe(7_074_119n);
    expect(await desk.events('fx.payout.returned')).toHaveLength(2);
    // The buyer's payment, and nothing of what came back.
    expect(await platform.rows(`SELECT 1 FROM fx.collection`)).toHaveLength(collections.length + 1);
    expect(await desk.deadLetters()).toEqual([]);
  });
});

describe('A payout above the limit', () => {
  it('stays out of the batch until a second person has approved it', async () => {
    await setPolicy({});
    const owner = await colleague(platform, desk.tenant, 'owner', 'approver');
    await approvalPolicy(owner, 'fx.payout', '1000.00');
    const [order] = await released('PB-20');
    const found = await payout(order, inState('blocked'));
    expect([found.batchId, found.reasonCode]).toEqual([null, 'APPROVALS.PENDING']);
    const { data } = await desk.get<{ data: BatchBody[] }>('/v1/fx/payout-batches?state=open');
    expect(data).toEqual([]);
  });
});
