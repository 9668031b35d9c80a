import { type ApiAnswer } from '../support/api-client.js';
import { colleague, policy, say } from '../support/approval-desk.js';
import { type CollectionBody, type Problem } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { camtSample } from '../../src/fx/testing/camt-sample.js';

interface RefundBody {
  readonly id: string;
  readonly state: string;
  readonly amount: { readonly amount: string };
  readonly accountEnding: string;
  readonly refusalCode: string | null;
  readonly bankReference: string | null;
  readonly awaitingApproval: { readonly id: string } | null;
}
type Collection = CollectionBody & Readonly<Record<'refunding' | 'refunded', { readonly amount: string }>>;

const IBAN = 'DE89370400440532013000';
let platform: TestPlatform;
let desk: FxDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  // An account to be paid on.
  await desk.order({ amount: '1.00' });
});
afterAll(() => platform.stop());

/** Money that no order waits for, from an account abroad. */
async function received(amount: string, { payerName = 'NOBODY WE KNOW', remittance = '' } = {}): Promise<Collection> {
  const { accountNumber } = await desk.account('USD');
  const { bankReference } = await desk.control<{ bankReference: string }>('POST', '/control/buyer-payments', {
    ...{ accountNumber, amount: { amount, currency: 'USD' }, payerName, payerCountry: 'DE', remittance },
    ...{ payerAccount: IBAN, payerBic: 'COBADEFFXXX' },
  });
  return (await desk.collection(bankReference)) as Collection;
}

const ask = <Body = RefundBody>(
  { id }: { readonly id: string },
  amount?: string,
  headers = key(),
  query = '',
): Promise<ApiAnswer<Body>> =>
  desk.tenant.client.post<Body>(
    `/v1/fx/collections/${id}/refunds${query}`,
    {
      reasonCode: 'unidentified_payment',
      ...(amount === undefined ? {} : { amount: { amount, currency: 'USD' } }),
    },
    headers,
  );
const refund = (id: string, state: string): Promise<RefundBody> =>
  eventually(
    () => desk.get<RefundBody>(`/v1/fx/collection-refunds/${id}`),
    (found) => found.state === state,
  );
const stands = async ({ id }: { readonly id: string }): Promise<string> => {
  const { state, surplus, refunding, refunded } = await desk.get<Collection>(`/v1/fx/collections/${id}`);
  return [state, ...[surplus, refunding, refunded].map(({ amount }) => amount)].join(' ');
};
async function taken(reference: string): Promise<unknown> {
  const answer = await fetch(`${platform.sandbox.url}/control/received?partner=bank&reference=${reference}`);
  return ((await answer.json()) as { counts: Record<string, unknown> }).counts[reference];
}
const funds = (): Promise<string> => desk.balance('client_funds', 'USD');

describe('Money that goes back to its payer', () => {
  it('goes to the account that it came from, a part and then the rest; what goes back can pay for nothing', async () => {
    const before = BigInt(await funds());
    const money = await received('900.00');
    const dry = await ask(money, undefined, key(), '?dryRun=true');
    expect([dry.status, dry.body.amount.amount, await stands(money)]).toEqual([
      200,
      '900.00',
      'unmatched 900.00 0.00 0.00',
    ]);
    const headers = key();
    const part = await ask(money, '250.00', headers);
    expect([part.status, part.body.accountEnding]).toEqual([202, IBAN.slice(-4)]);
    expect((await ask(money, '250.00', headers)).text).toBe(part.text);
    await refund(part.body.id, 'confirmed');
    expect(await stands(money)).toBe('unmatched 650.00 0.00 250.00');

    const order = await desk.order({ amount: '900.00' });
    const tooMuch = { shares: [{ orderId: order, amount: { amount: '900.00', currency: 'USD' } }] };
    const refused = await desk.tenant.client.post<Problem>(`/v1/fx/collections/${money.id}/match`, tooMuch, key());
    expect([refused.status, refused.body.errors[0]?.code]).toEqual([422, 'too_much']);
    const more = await ask<Problem>(money, '650.01');
    expect([more.status, more.body.errors[0]?.pointer]).toEqual([422, '/amount']);

    const rest = await ask(money);
    expect(await refund(rest.body.id, 'confirmed')).toMatchObject({ amount: { amount: '650.00' } });
    expect(await stands(money)).toBe('returned 0.00 0.00 900.00');
    const nothing = await ask<Problem>(money);
    expect([nothing.status, nothing.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect(BigInt(await funds())).toBe(before);
    const listed = await desk.get<{ data: RefundBody[] }>(`/v1/fx/collection-refunds?collectionId=${money.id}`);
    expect(listed.data.map(({ id }) => id)).toEqual([rest.body.id, part.body.id]);
  });

  it('is told to the bank by IBAN and BIC, and nowhere else: no row, event or audit has the account in the open', async () => {
    const money = await received('120.00');
    const { body } = await ask(money);
    await refund(body.id, 'confirmed');
    const [message] = await platform.rows<{ request_body: string }>(
      `SELECT request_body FROM platform.partner_exchange WHERE reference = $1 AND operation = 'order-payment'`,
      [body.id],
    );
    expect(message?.request_body).toMatch(/<ChrgBr>SHAR<.*<BICFI>COBADEFFXXX<.*<IBAN>DE89370400440532013000</);
    const tables = ['fx.collection', 'fx.collection_refund', 'platform.event', 'audit.record', 'platform.delivery'];
    for (const table of tables) {
      const [row] = await platform.rows<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} t WHERE t.tenant_id = $1 AND t::text LIKE '%${IBAN}%'`,
        [desk.tenant.tenantId],
      );
      expect([table, row?.count]).toEqual([table, 0]);
    }
    const told = await eventually(
      () => desk.events('fx.collection_refund.%'),
      (events) => events.filter(({ type }) => type.endsWith('confirmed')).length >= 3,
    );
    expect(JSON.stringify(told)).not.toContain('COBADEFF');
  });

  it('is never more than what is left, whoever races', async () => {
    const money = await received('1000.00');
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(money, '300.00')));
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted).toHaveLength(3);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await Promise.all(accepted.map(({ body }) => refund(body.id, 'confirmed')));
    expect(await stands(money)).toBe('unmatched 100.00 0.00 900.00');
  });

  it('is the collection’s again where the bank says no, or the bank of the payer sends it back', async () => {
    const before = BigInt(await funds());
    const refused = await received('310.00', { payerName: 'NOBODY SBX-BANK-REJECT' });
    const no = await ask(refused);
    expect(await refund(no.body.id, 'rejected')).toMatchObject({ refusalCode: 'AC04' });
    expect(await stands(refused)).toBe('unmatched 310.00 0.00 0.00');

    const returned = await received('320.00', { payerName: 'NOBODY SBX-BANK-RETURN' });
    const back = await ask(returned);
    await refund(back.body.id, 'returned');
    expect(await stands(returned)).toBe('unmatched 320.00 0.00 0.00');
    expect(BigInt(await funds())).toBe(before + 63_000n);
  });

  it.each([
    ['the bank takes it and hangs up before it says so', 'HANGUP'],
    ['the bank mislays it', 'LOST'],
  ])('goes once when %s', async (_how, word) => {
    // The payment of the buyer is told before its name is heard again.
    const money = await received('330.00', { payerName: `NOBODY ${word}` });
    await platform.rows(`UPDATE fx.collection SET payer_name = $3 WHERE tenant_id = $1 AND bank_reference = $2`, [
      desk.tenant.tenantId,
      money.bankReference,
      `NOBODY SBX-BANK-${word}`,
    ]);
    const { body } = await ask(money);
    if (word === 'LOST') {
      await refund(body.id, 'sent');
      await platform.rows(
        `UPDATE fx.collection_refund SET expected_by = now() WHERE tenant_id = $1 AND id::text <> ''`,
        [desk.tenant.tenantId],
      );
      await desk.hurry('fx.ask-refund');
    }
    await refund(body.id, 'confirmed');
    expect(await taken(body.id)).toMatchObject({ taken: 1 });
  });

  it('is not possible for what pays for an order, nor where the bank has not said where it came from', async () => {
    const order = await desk.order({ reference: 'SO-RF-1', amount: '440.00' });
    const paid = await received('440.00', { payerName: 'HAMBURG HAUSHALT', remittance: 'SO-RF-1' });
    await desk.receivable(order, ({ state }) => state === 'collected');
    const refused = await ask<Problem>(paid);
    expect([refused.status, refused.body.code]).toEqual([409, 'FX.NOTHING_TO_REFUND']);
    const undone = await desk.tenant.client.post(`/v1/fx/collections/${paid.id}/unmatch`, {}, key());
    expect(undone.status === 200 ? '' : undone.text).toBe('');
    const again = await ask(paid);
    expect(again.status === 202 ? '' : again.text).toBe('');
    await refund(again.body.id, 'confirmed');
    expect(await stands(paid)).toBe('returned 0.00 0.00 440.00');

    const { accountNumber: account } = await desk.account('USD');
    const entries = [{ reference: 'NO-ACCOUNT', amount: '50.00', payer: 'X', remittance: 'goods' }];
    await desk.callback(camtSample({ type: '054', account, id: 'RF-1', messageId: 'RF-1', entries }));
    const unknown = await ask<Problem>(await desk.collection('NO-ACCOUNT'));
    expect([unknown.status, unknown.body.code]).toEqual([409, 'FX.PAYER_ACCOUNT_UNKNOWN']);
  });

  it('waits for a second person where the tenant wants it so, set aside all the while', async () => {
    const owner = await colleague(platform, desk.tenant, 'owner');
    await policy(owner, 'fx.refund', '200.00');
    const money = await received('550.00');
    const [asked, other] = [await ask(money, '300.00'), await ask(money, '250.00')];
    expect([asked.body.state, other.body.state]).toEqual(['awaiting_approval', 'awaiting_approval']);
    expect(await stands(money)).toBe('refunding 0.00 550.00 0.00');
    const [one, two] = [asked, other].map(({ body }) => ({ id: body.awaitingApproval?.id ?? '' }));
    expect((await say(owner.client, one ?? { id: '' }, 'approval')).status).toBe(200);
    expect((await say(owner.client, two ?? { id: '' }, 'refusal')).status).toBe(200);
    await refund(asked.body.id, 'confirmed');
    await refund(other.body.id, 'declined');
    expect(await stands(money)).toBe('unmatched 250.00 0.00 300.00');
  });
});

describe('A receipt in another currency than the order’s', () => {
  it('is suggested on the work list with the rate that was used, and matched by nobody', async () => {
    const order = await desk.order({ reference: 'SO-EUR-1', amount: '1000.00', currency: 'EUR' });
    const { id } = await received('1117.00', { payerName: 'HAMBURG HAUSHALT', remittance: 'SO-EUR-1' });
    const { state, suggestions } = await eventually(
      () =>
        desk.get<{ state: string; suggestions: { otherCurrency: { orderId: string; rate: string } | null }[] }>(
          `/v1/fx/collections/${id}`,
        ),
      (found) => found.suggestions.length > 0,
    );
    expect([state, suggestions[0]?.otherCurrency?.orderId]).toEqual(['unmatched', order]);
    expect(Number(suggestions[0]?.otherCurrency?.rate)).toBeGreaterThan(0.5);
  });
});

describe('The check of a trade', () => {
  it('is made anew when the money of the order is taken from it', async () => {
    const order = await desk.order({ reference: 'SO-TC-1', amount: '667.00' });
    const { id } = await received('667.00', { payerName: 'HAMBURG HAUSHALT', remittance: 'SO-TC-1' });
    await desk.receivable(order, ({ state }) => state === 'collected');
    const judged = () =>
      platform.rows<{ received: string }>(
        `SELECT c.received_minor::text AS received FROM fx.trade_check c JOIN fx.receivable r
         ON r.tenant_id = c.tenant_id AND r.id = c.order_id WHERE c.tenant_id = $1 AND r.order_reference = 'SO-TC-1'`,
        [desk.tenant.tenantId],
      );
    expect(await judged()).toEqual([{ received: '66700' }]);
    const undone = await desk.tenant.client.post(`/v1/fx/collections/${id}/unmatch`, {}, key());
    expect(undone.status === 200 ? '' : undone.text).toBe('');
    expect(await judged()).toEqual([{ received: '0' }]);
  });
});
