import { type ClawbackPaymentDto } from '../../src/fx/api/dto/tax-payment.dto.js';
import { colleague, policy, say } from '../support/approval-desk.js';
import { type ClaimBody, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Clawed extends ClaimBody {
  readonly clawbacks: readonly {
    readonly state: string;
    readonly refusal: string | null;
    readonly settledOn: string;
  }[];
}

const PAYEE = { name: '国家金库宁波市中心支库', accountNumber: '270000000002267001', cnaps: '011332000013' };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** A claim of which the bureau wants CNY 1,300 back. */
async function demanded(desk: RefundDesk): Promise<string> {
  const { id } = await desk.claimed('paid');
  const amount = { amount: '1300.00', currency: 'CNY' };
  const demand = { letter: `ZH-${id}`, amount, dueOn: '2099-12-31', reason: 'False invoice' };
  const at = new Date().toISOString();
  await desk.callback({ type: 'claim.clawed_back', reference: id, acceptanceNumber: '1', at, demand });
  await until(desk, id, ({ state }) => state === 'clawed_back');
  return id;
}

async function until(desk: RefundDesk, id: string, isSo: (claim: Clawed) => boolean): Promise<Clawed> {
  return (
    await eventually(
      () => desk.claim(id),
      ({ body }) => isSo(body as Clawed),
    )
  ).body as Clawed;
}

const pay = (desk: RefundDesk, id: string, note?: string) =>
  desk.command<Clawed & ProblemBody>(id, 'clawbacks/1/payment', {
    payee: PAYEE,
    ...(note === undefined ? {} : { note }),
  });

async function payments(desk: RefundDesk, id: string): Promise<readonly ClawbackPaymentDto[]> {
  const path = `/v1/fx/clawback-payments?claimId=${id}`;
  return (await desk.tenant.client.get<{ data: ClawbackPaymentDto[] }>(path)).body.data;
}

/** The seller pays into its account in CNY, which the first order opened. */
async function payIn(desk: RefundDesk, amount: string): Promise<void> {
  const { body } = await eventually(
    () =>
      desk.tenant.client.get<{ data: { accountNumber: string }[] }>(
        '/v1/fx/collection-accounts?currency=CNY&state=open',
      ),
    (found) => found.body.data.length === 1,
  );
  const { accountNumber } = body.data[0] ?? {};
  const payment = { payerName: desk.seller.name, payerCountry: 'CN', remittance: 'REFUND' };
  await desk.control('POST', '/control/buyer-payments', {
    ...{ ...payment, accountNumber, amount: { amount, currency: 'CNY' } },
  });
  await eventually(
    () => desk.posted('client_funds', desk.sellerId),
    (found) => found === amount,
  );
}

describe('A refund that the tax bureau wants back', () => {
  it('is paid back through the bank, once: not without money, again after a no, and not while it may be on its way', async () => {
    const desk = await RefundDesk.open(platform);
    const id = await demanded(desk);
    expect((await pay(desk, id)).body).toMatchObject({ clawbacks: [{ state: 'paying' }] });
    const poor = await until(desk, id, ({ clawbacks }) => clawbacks[0]?.state === 'owed');
    expect(poor.clawbacks[0]?.refusal).toMatch(/^LEDGER\.INSUFFICIENT_FUNDS: /);
    await payIn(desk, '2000.00');

    await pay(desk, id, 'SBX-BANK-REJECT');
    const rejected = await until(desk, id, ({ clawbacks }) => clawbacks[0]?.refusal?.startsWith('AC04') === true);
    expect([rejected.state, await desk.posted('client_funds', desk.sellerId)]).toEqual(['clawed_back', '2000.00']);

    // The bank takes the order and hangs up: it is sent again as the same message, and paid once.
    await pay(desk, id, 'SBX-BANK-HANGUP');
    const [twice, noted] = await Promise.all([
      pay(desk, id),
      desk.command<ProblemBody>(id, 'clawbacks/1/repayment', {
        ...{ bankReference: 'B-1', paidOn: '2026-11-20', from: 'client_funds' },
      }),
    ]);
    expect([twice.status, noted.status]).toEqual([409, 409]);
    const settled = await until(desk, id, ({ state }) => state === 'paid');
    expect(settled.clawbacks).toMatchObject([{ state: 'repaid', refusal: null }]);
    const [payment, ...others] = await payments(desk, id);
    expect([payment, others]).toMatchObject([{ state: 'confirmed', attempt: 2, letter: `ZH-${id}`, number: 1 }, []]);
    expect([
      await desk.posted('client_funds', desk.sellerId),
      await desk.posted('refund_receivable', desk.sellerId),
    ]).toEqual(['700.00', '0.00']);
    const story = (await desk.story(id)).filter((type) => type.startsWith('clawback_payment') || type === 'settled');
    expect(story).toEqual([
      ...['clawback_payment_ordered', 'clawback_payment_refused', 'clawback_payment_ordered'],
      ...['clawback_payment_refused', 'clawback_payment_ordered', 'settled'],
    ]);
    expect((await pay(desk, id)).body.code).toBe('TAX_REFUND.CLAWBACK_SETTLED');
    const one = await desk.tenant.client.get<ClawbackPaymentDto>(`/v1/fx/clawback-payments/${payment?.id ?? ''}`);
    expect([one.status, one.body.claimId]).toEqual([200, id]);
    expect((await desk.tenant.client.get(`/v1/fx/tax-payments/${payment?.id ?? ''}`)).status).toBe(404);
  });

  it('waits for a second person where a policy says so', async () => {
    const desk = await RefundDesk.open(platform);
    const owner = await colleague(platform, desk.tenant, 'owner', 'approver');
    const checker = await colleague(platform, desk.tenant, 'approver');
    await policy(owner, 'fx.clawback_payment', '1000.00');
    const id = await demanded(desk);
    await pay(desk, id);
    await until(desk, id, ({ clawbacks }) => clawbacks[0]?.refusal != null);
    await payIn(desk, '2000.00');
    await pay(desk, id);
    const asked = await eventually(
      () => checker.client.get<{ data: { id: string; command: string }[] }>('/v1/approvals?state=pending'),
      ({ body }) => body.data.length === 1,
    );
    const [request] = asked.body.data;
    expect([request?.command, (await payments(desk, id))[0]?.awaitingApproval?.id]).toEqual([
      'fx.clawback_payment',
      request?.id,
    ]);
    await say(checker.client, { id: request?.id ?? '' }, 'approval');
    const settled = await until(desk, id, ({ state }) => state === 'paid');
    expect(settled.clawbacks).toMatchObject([{ state: 'repaid' }]);
  });
});
