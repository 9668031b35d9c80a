import { newId, parseId, publicId } from '../../src/kernel/ids.js';
import { type PayoutBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { SELLER } from '../support/order-samples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
});
afterAll(() => platform.stop());

const inState = (state: string) => (found: readonly PayoutBody[]) => found[0]?.state === state;

/** An order that is paid for and converted by itself; what is left for the seller is released at once. */
async function paidOrder(reference: string, at = desk): Promise<string> {
  const order = await at.order({ reference, conversion: 'automatic' });
  await at.pay({ amount: '10000.00', remittance: 'goods' });
  await at.receivable(order, ({ state }) => state === 'collected');
  return order;
}

function retry(id: string, headers = key()) {
  return desk.tenant.client.post<PayoutBody>(`/v1/fx/payouts/${id}/retry`, {}, headers);
}

async function bankPayments(): Promise<number> {
  const answer = await fetch(`${platform.sandbox.url}/control/state`);
  const state = (await answer.json()) as { bank: { stories: { payment?: number } } };
  return state.bank.stories.payment ?? 0;
}

describe('What is released to a seller', () => {
  it('is held, ordered from the bank and confirmed; then it has left the books', async () => {
    const funds = await desk.balance('client_funds', 'CNY');
    const order = await paidOrder('SO-9001');
    const [payout] = await desk.payouts(order, inState('confirmed'));
    expect(payout).toMatchObject({
      amount: { amount: '70741.19', currency: 'CNY' },
      purpose: 'collection',
      attempt: 1,
      allowedActions: [],
    });
    expect(await desk.balance('client_funds', 'CNY')).toBe(funds);
    const [message] = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE reference = $1 AND operation = 'order-payment'`,
      [payout?.messageId],
    );
    expect(message?.request_body).toContain('<CtrlSum>70741.19</CtrlSum>');
    await eventually(
      () => desk.get<{ tracks: Record<string, string> }>(`/v1/orders/${order}`),
      ({ tracks }) => tracks['fx'] === 'paid_out',
    );
    const events = await desk.events('fx.payout.%');
    expect(events.at(-1)).toMatchObject({ type: 'fx.payout.confirmed', data: { purpose: 'collection' } });
  });

  it.each([
    ['reported twice', 'SBX-BANK-TWICE'],
    ['reported out of order', 'SBX-BANK-DISORDER'],
    ['answered with 503 first', 'SBX-BANK-DOWN-ONCE'],
    ['taken by the bank, which hangs up before it says so', 'SBX-BANK-HANGUP'],
  ])('arrives once when it is %s', async (_how, marker) => {
    const [orders, funds] = [await bankPayments(), await desk.balance('client_funds', 'CNY')];
    const order = await paidOrder(`P-${marker}`);
    const found = await desk.payouts(order, inState('confirmed'));
    expect(found).toHaveLength(1);
    expect(await bankPayments()).toBe(orders + 1);
    expect(await desk.balance('client_funds', 'CNY')).toBe(funds);
  });

  it('is asked after when the bank mislaid the order', async () => {
    const order = await paidOrder('P-SBX-BANK-LOST');
    await desk.payouts(order, inState('sent'));
    await desk.waitForPayouts();
    await desk.payouts(order, inState('confirmed'));
  });

  it('waits on, with an expected time, for a bank that never answers', async () => {
    const order = await paidOrder('P-SBX-BANK-NEVER');
    await desk.payouts(order, inState('sent'));
    const overdue = (await desk.events('fx.payout.overdue')).length;
    await desk.waitForPayouts();
    await eventually(
      () => desk.events('fx.payout.overdue'),
      (events) => events.length > overdue,
    );
    const [payout] = await desk.payouts(order, inState('sent'));
    const refused = (await retry(payout?.id ?? '')) as unknown as { status: number; body: Problem };
    expect([refused.status, refused.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it.each([
    ['at once', 'SBX-BANK-REJECT', 'AC04'],
    ['for want of funds', 'SBX-BANK-NOFUNDS', 'AM04'],
    ['after it was accepted', 'SBX-BANK-ACCEPT-REJECT', 'AC01'],
  ])(
    'and refused %s is the seller’s again, and can be paid out anew under a new message',
    async (_when, marker, code) => {
      const order = await paidOrder(`P-${marker}`);
      const [payout] = await desk.payouts(order, inState('rejected'));
      expect(payout).toMatchObject({ reasonCode: code, attempt: 1, allowedActions: ['retry'] });
      expect(await heldMinor()).toBe(await waitingMinor());
      const headers = key();
      const again = await retry(payout?.id ?? '', headers);
      expect([again.status, again.body.state, again.body.attempt]).toEqual([202, 'queued', 2]);
      expect((await retry(payout?.id ?? '', headers)).text).toBe(again.text);
      const [second] = await desk.payouts(order, (found) => found[0]?.attempt === 2 && found[0].state === 'rejected');
      expect(second?.messageId).toBe(`${payout?.id}-2`);
    },
  );

  it('waits for a bank account when the seller has named none', async () => {
    const { bankAccount, ...without } = SELLER;
    const other = await FxDesk.open(platform, { ...without, bankAccount: null });
    const order = await paidOrder('SO-9020', other);
    const [payout] = await other.payouts(order, inState('blocked'));
    expect(payout).toMatchObject({
      attempt: 0,
      messageId: null,
      reasonCode: 'FX.NO_BANK_ACCOUNT',
      reason: 'The seller has named no CNY bank account',
      allowedActions: ['retry'],
    });
    const inChinese = async () =>
      (
        await other.tenant.client.get<{ reason: string }>(`/v1/fx/payouts/${payout?.id}`, {
          'accept-language': 'zh-CN',
        })
      ).body.reason;
    expect(await inChinese()).toBe('卖方未登记人民币银行账户');
    // A row of before has no causes, and is read as it was written.
    await platform.rows(`UPDATE fx.payout SET causes = NULL WHERE order_id = $1`, [parseId('order', order)]);
    expect(await inChinese()).toBe('The seller has named no CNY bank account');
    const path = `/v1/fx/payouts/${payout?.id}/retry`;
    const early = await other.tenant.client.post<Problem>(path, {}, key());
    expect([early.status, early.body.code]).toEqual([409, 'FX.NO_BANK_ACCOUNT']);
    const seller = await other.tenant.client.get<{ version: number }>(`/v1/parties/${other.sellerId}`);
    const etag = { 'If-Match': `"${seller.body.version}"` };
    await other.tenant.client.patch(`/v1/parties/${other.sellerId}`, { bankAccount }, etag);
    expect((await other.tenant.client.post(path, {}, key())).status).toBe(202);
    await other.payouts(order, inState('confirmed'));
    expect(await other.balance('client_funds', 'CNY')).toBe('0');
  });

  it('is not taken back by a word of the bank that contradicts its last', async () => {
    const order = await paidOrder('SO-9030');
    const [payout] = await desk.payouts(order, inState('confirmed'));
    await desk.callback(report(payout?.messageId ?? '', 'RJCT'));
    await eventually(
      () => desk.deadLetters(),
      (letters) => letters.some(({ error_code }) => error_code === 'FX.CONTRADICTORY_STATUS'),
    );
    await desk.payouts(order, inState('confirmed'));
  });

  it('is not touched by reports on payments of others', async () => {
    await desk.callback(report(`${publicId('payout', newId())}-1`, 'ACSC'));
    await eventually(
      () => desk.deadLetters(),
      (letters) => letters.some(({ error_code }) => error_code === 'FX.UNKNOWN_BANK_MESSAGE'),
    );
  });
});

describe('The books', () => {
  it('sum to zero in every currency, and hold only what waits', async () => {
    const sums = await platform.rows(
      `SELECT currency FROM ledger.posting GROUP BY tenant_id, currency HAVING sum(amount_minor) <> 0`,
    );
    expect(sums).toEqual([]);
    expect(await heldMinor()).toBe(await waitingMinor());
    expect([await desk.balance('fx_position', 'USD'), await desk.balance('fx_position', 'CNY')]).toEqual(['0', '0']);
  });

  it('are not moved by retrying what cannot be retried', async () => {
    for (const [id, headers, status, code] of [
      [publicId('payout', newId()), key(), 404, 'REQUEST.NOT_FOUND'],
      ['pay_x', key(), 404, 'REQUEST.MALFORMED_ID'],
      [publicId('payout', newId()), {}, 400, 'IDEMPOTENCY.KEY_REQUIRED'],
    ] as const) {
      const answer = (await retry(id, headers)) as unknown as { status: number; body: Problem };
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const stranger = await FxDesk.open(platform, { reference: 'SME-2' });
    const { data } = await stranger.get<{ data: unknown[] }>('/v1/fx/payouts');
    expect(data).toEqual([]);
  });
});

/** Set aside in the books for payouts that are on their way. */
async function heldMinor(): Promise<string> {
  const [row] = await platform.rows<{ sum: string }>(
    `SELECT coalesce(sum(amount_minor), 0)::text AS sum FROM ledger.hold WHERE tenant_id = $1 AND state = 'active'`,
    [desk.tenant.tenantId],
  );
  return row?.sum ?? '';
}

async function waitingMinor(): Promise<string> {
  const [row] = await platform.rows<{ sum: string }>(
    `SELECT coalesce(sum(amount_minor), 0)::text AS sum FROM fx.payout
     WHERE tenant_id = $1 AND state IN ('queued', 'sent', 'accepted')`,
    [desk.tenant.tenantId],
  );
  return row?.sum ?? '';
}

function report(messageId: string, status: string): string {
  return (
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>T</MsgId></GrpHdr>` +
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>${status}</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`
  );
}
