import { CALENDARS } from '../../src/fx/domain/value-dates/calendar-data.js';
import { jointWorkdayAsKnown } from '../../src/fx/domain/value-dates/value-date.js';
import { parseId } from '../../src/kernel/ids.js';
import { workdayFromOf } from '../../src/kernel/workdays.js';
import { type ApiAnswer } from '../support/api-client.js';
import { ForwardDesk, usd } from '../support/forward-desk.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { type AdvanceBody, CNY } from '../support/lending-desk.js';
import { callBack } from '../support/partner-callback.js';
import { type EligibilityBody } from '../support/stock-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface CallBody {
  readonly id: string;
  readonly state: string;
}

const DAY_MS = 86_400_000;
const PRODUCT = 'fx_margin_line';
let platform: TestPlatform;
let desk: ForwardDesk;
/** Its lender says nothing until it is told to. */
let waiting: ForwardDesk;
let references = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ForwardDesk.open(platform);
  const names = { name: '宁波示例 SBX-LENDER-NEVER', nameEn: 'Ningbo Example SBX-LENDER-NEVER' };
  waiting = new ForwardDesk(platform, await FxDesk.open(platform, names));
  for (const each of [desk, waiting]) await each.fund(await each.fx.order({ reference: 'SO-FIRST' }), '50000.00');
});
afterAll(() => platform.stop());

const dayIn = (days: number): string =>
  workdayFromOf(
    jointWorkdayAsKnown(CALENDARS, ['USD', 'CNY']),
    new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10),
  );
const booked = async (at = desk): Promise<string> => {
  references += 1;
  const orderId = await at.fx.order({ reference: `SO-MARGIN-${references}` });
  return (await at.booked({ orderId, amount: usd('10000.00'), dueOn: dayIn(100) })).id;
};
const call = async (forwardId: string, at = desk): Promise<string> => {
  references += 1;
  const body = { forwardId, amount: CNY('1500.00'), dueOn: '2036-11-27', bankReference: `MC-${references}` };
  return (await at.fx.tenant.client.post<CallBody>('/v1/fx/margin-calls', body, key())).body.id;
};
const callThat = (id: string, state: string, at = desk): Promise<CallBody> =>
  eventually(
    () => at.fx.get<CallBody>(`/v1/fx/margin-calls/${id}`),
    (found) => found.state === state,
  );
const judged = (forwardId: string, at = desk): Promise<ApiAnswer<EligibilityBody>> =>
  at.fx.tenant.client.get<EligibilityBody>(`/v1/financing/eligibility?forwardId=${forwardId}&product=${PRODUCT}`);
const ask = (forwardId: string, at = desk): Promise<ApiAnswer<AdvanceBody>> =>
  at.fx.tenant.client.post<AdvanceBody>('/v1/financing/advances', { product: PRODUCT, forwardId }, key());
const advanceThat = (id: string, state: string, at = desk): Promise<AdvanceBody> =>
  eventually(
    () => at.fx.get<AdvanceBody>(`/v1/financing/advances/${id}`),
    (found) => found.state === state,
  );

/** A margin that is called, and a loan on it that its lender has not answered. */
const asked = async (): Promise<{ forwardId: string; callId: string; loanId: string }> => {
  const forwardId = await booked(waiting);
  const callId = await call(forwardId, waiting);
  await eventually(
    () => judged(forwardId, waiting),
    ({ status }) => status === 200,
  );
  const { status, body, text } = await ask(forwardId, waiting);
  if (status !== 202) throw new Error(text);
  return { forwardId, callId, loanId: body.id };
};
const settle = async (callId: string, how: 'payment' | 'release'): Promise<void> => {
  const answer = await waiting.fx.tenant.client.post(`/v1/fx/margin-calls/${callId}/${how}`, {}, key());
  if (answer.status !== 200) throw new Error(answer.text);
};
/** It pays out, and says so twenty times. */
const paysOut = async (reference: string): Promise<void> => {
  const paid = { loanId: `L-${reference}`, bankReference: `B-${reference}`, valueDate: '2026-11-30' };
  const message = { reference, type: 'loan.disbursed', amount: CNY('1500.00'), ...paid };
  const word = { partner: 'lender', secret: 'sandbox-lender-secret', message };
  const answers = Array.from({ length: 20 }, () => callBack(platform, waiting.fx.tenant, word));
  expect(new Set(await Promise.all(answers))).toEqual(new Set([202]));
};
/** What of a loan went to its seller, and what was paid back: in fen. */
const flows = async (loanId: string): Promise<readonly (readonly string[])[]> => {
  const of = async (sql: string): Promise<string[]> =>
    (await platform.rows<{ minor: string }>(sql, [parseId('advance', loanId)])).map(({ minor }) => minor);
  return [
    await of(`SELECT amount_minor::text AS minor FROM fx.payout WHERE source_id = $1`),
    await of(
      `SELECT (principal_minor + interest_minor + fees_minor)::text AS minor FROM financing.repayment
       WHERE advance_id = $1 ORDER BY id`,
    ),
  ];
};

describe('Margin that is called for a forward', () => {
  it('is lent, paid with what was lent, and repaid when the forward is over', async () => {
    const forwardId = await booked();
    expect((await judged(forwardId)).status).toBe(404);
    const callId = await call(forwardId);
    const { body } = await eventually(
      () => judged(forwardId),
      ({ status }) => status === 200,
    );
    expect(body.conditions[0]).toMatchObject({ name: 'margin_called', outcome: 'met' });
    expect([body.isEligible, body.amount.amount]).toEqual([true, '1500.00']);

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(forwardId)));
    const had = answers.filter(({ status }) => status === 202);
    expect([had.length, ...new Set(answers.map(({ status }) => status))].sort()).toEqual([1, 202, 409]);
    const loan = await advanceThat(had[0]?.body.id ?? '', 'drawn');
    expect(loan.principal).toMatchObject(CNY('1500.00'));
    await callThat(callId, 'paid');
    const paid = await eventually(
      () => judged(forwardId),
      (found) => found.body.conditions[0]?.outcome === 'unmet',
    );
    expect(paid.body.conditions[0]?.reasons).toEqual(['The margin that was called is paid']);

    const quote = await desk.quoted({ purpose: 'close_out', forwardId, amount: usd('10000.00') });
    await desk.command(forwardId, 'close-outs', { quoteId: quote.id });
    await callThat(callId, 'settled');
    await advanceThat(loan.id, 'repaid');
    const [booking] = await platform.rows<{ loans: number }>(
      `SELECT count(*)::int AS loans FROM financing.repayment WHERE tenant_id = $1`,
      [desk.fx.tenant.tenantId],
    );
    expect(booking?.loans).toBe(1);
  });

  it('that the bank gives back repays the loan with what is free, and leaves the rest owed', async () => {
    const forwardId = await booked();
    const callId = await call(forwardId);
    await eventually(
      () => judged(forwardId),
      ({ status }) => status === 200,
    );
    const { body } = await ask(forwardId);
    await advanceThat(body.id, 'drawn');
    await callThat(callId, 'paid');
    await desk.fx.tenant.client.post(`/v1/fx/margin-calls/${callId}/release`, {}, key());
    const left = await eventually(
      () => desk.fx.get<{ outstanding: { amount: string } }>(`/v1/financing/advances/${body.id}`),
      ({ outstanding }) => outstanding.amount !== '1500.00',
    );
    // The fee was paid first.
    expect(Number(left.outstanding.amount)).toBeGreaterThanOrEqual(0);
    expect(Number(left.outstanding.amount)).toBeLessThan(100);
  });

  it('that its client has paid meanwhile takes nothing of the loan: it goes back to the lender, and never to the seller', async () => {
    const { forwardId, callId, loanId } = await asked();
    await settle(callId, 'payment');
    await paysOut(loanId);
    await eventually(
      () => flows(loanId),
      ([, back]) => back?.length === 1,
    );
    expect(await flows(loanId)).toEqual([[], ['150000']]);
    const drawn = await advanceThat(loanId, 'drawn', waiting);
    expect(drawn).toMatchObject({ feesDue: CNY('0.00'), outstanding: { currency: 'CNY' } });

    // With the end of the forward the rest is taken of what there is.
    const quote = await waiting.quoted({ purpose: 'close_out', forwardId, amount: usd('10000.00') });
    await waiting.command(forwardId, 'close-outs', { quoteId: quote.id });
    await advanceThat(loanId, 'repaid', waiting);
    expect((await flows(loanId))[0]).toEqual([]);
  });

  it.each(['settled', 'released'] as const)(
    'of a forward that is over before the lender pays out is repaid at once, whole, once: the call %s',
    async (state) => {
      const { forwardId, callId, loanId } = await asked();
      if (state === 'released') await settle(callId, 'release');
      const quote = await waiting.quoted({ purpose: 'close_out', forwardId, amount: usd('10000.00') });
      await waiting.command(forwardId, 'close-outs', { quoteId: quote.id });
      await waiting.forward(forwardId, (found) => found.state === 'closed_out');
      await eventually(
        () =>
          platform.rows<{ state: string }>(`SELECT state FROM financing.called_margin WHERE id = $1`, [
            parseId('marginCall', callId),
          ]),
        ([known]) => known?.state === state,
      );
      await paysOut(loanId);
      await advanceThat(loanId, 'repaid', waiting);
      const [paidOut, back = []] = await flows(loanId);
      // The fee, and perhaps the interest of a day.
      expect([paidOut, back.length, Number(back[0]) >= 150_000]).toEqual([[], 1, true]);
    },
  );

  it('that nobody wants of a loan is nobody else’s until it is back with the lender', async () => {
    const { callId, loanId } = await asked();
    await settle(callId, 'payment');
    await paysOut(loanId);
    await eventually(
      () => flows(loanId),
      ([, back]) => back?.length === 1,
    );
    const holds = await platform.rows<{ state: string; minor: string }>(
      `SELECT state, amount_minor::text AS minor FROM ledger.hold WHERE tenant_id = $1 AND key = $2`,
      [waiting.fx.tenant.tenantId, `fx.margin-unused/${parseId('advance', loanId)}`],
    );
    expect(holds).toEqual([{ state: 'voided', minor: '150000' }]);
  });
});
