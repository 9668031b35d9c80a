import { CALENDARS } from '../../src/fx/domain/value-dates/calendar-data.js';
import { jointWorkdayAsKnown } from '../../src/fx/domain/value-dates/value-date.js';
import { workdayFromOf } from '../../src/kernel/workdays.js';
import { type ApiAnswer } from '../support/api-client.js';
import { ForwardDesk, usd } from '../support/forward-desk.js';
import { key } from '../support/fx-desk.js';
import { type AdvanceBody, CNY } from '../support/lending-desk.js';
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
let references = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ForwardDesk.open(platform);
  await desk.fund(await desk.fx.order({ reference: 'SO-FIRST' }), '50000.00');
});
afterAll(() => platform.stop());

const dayIn = (days: number): string =>
  workdayFromOf(
    jointWorkdayAsKnown(CALENDARS, ['USD', 'CNY']),
    new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10),
  );
const booked = async (): Promise<string> => {
  references += 1;
  const orderId = await desk.fx.order({ reference: `SO-MARGIN-${references}` });
  return (await desk.booked({ orderId, amount: usd('10000.00'), dueOn: dayIn(100) })).id;
};
const call = async (forwardId: string): Promise<string> => {
  references += 1;
  const body = { forwardId, amount: CNY('1500.00'), dueOn: '2036-11-27', bankReference: `MC-${references}` };
  return (await desk.fx.tenant.client.post<CallBody>('/v1/fx/margin-calls', body, key())).body.id;
};
const callThat = (id: string, state: string): Promise<CallBody> =>
  eventually(
    () => desk.fx.get<CallBody>(`/v1/fx/margin-calls/${id}`),
    (found) => found.state === state,
  );
const judged = (forwardId: string): Promise<ApiAnswer<EligibilityBody>> =>
  desk.fx.tenant.client.get<EligibilityBody>(`/v1/financing/eligibility?forwardId=${forwardId}&product=${PRODUCT}`);
const ask = (forwardId: string): Promise<ApiAnswer<AdvanceBody>> =>
  desk.fx.tenant.client.post<AdvanceBody>('/v1/financing/advances', { product: PRODUCT, forwardId }, key());
const advanceThat = (id: string, state: string): Promise<AdvanceBody> =>
  eventually(
    () => desk.fx.get<AdvanceBody>(`/v1/financing/advances/${id}`),
    (found) => found.state === state,
  );

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
});
