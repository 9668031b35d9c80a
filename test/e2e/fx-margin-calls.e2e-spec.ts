import { CALENDARS } from '../../src/fx/domain/value-dates/calendar-data.js';
import { jointWorkdayAsKnown } from '../../src/fx/domain/value-dates/value-date.js';
import { parseId } from '../../src/kernel/ids.js';
import { workdayFromOf } from '../../src/kernel/workdays.js';
import { type ApiAnswer } from '../support/api-client.js';
import { type ForwardBody, ForwardDesk, usd } from '../support/forward-desk.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface CallBody {
  readonly id: string;
  readonly state: string;
  readonly allowedActions: readonly string[];
  readonly code: string;
  readonly errors: readonly { readonly pointer: string }[];
}

const DAY_MS = 86_400_000;
const PATH = '/v1/fx/margin-calls';
const NOBODY = 'fwd_01jdq3x7k2e9ta6v0m8r4c5wzb';
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
const booked = async (): Promise<ForwardBody> => {
  references += 1;
  const orderId = await desk.fx.order({ reference: `SO-MARGIN-${references}` });
  return desk.booked({ orderId, amount: usd('10000.00'), dueOn: dayIn(100) });
};
const call = (forwardId: string, change: object = {}): Promise<ApiAnswer<CallBody>> => {
  references += 1;
  const amount = { amount: '1500.00', currency: 'CNY' };
  const body = { forwardId, amount, dueOn: '2036-11-27', bankReference: `MC-${references}`, ...change };
  return desk.fx.tenant.client.post<CallBody>(PATH, body, key());
};
const act = (id: string, action: string): Promise<ApiAnswer<CallBody>> =>
  desk.fx.tenant.client.post<CallBody>(`${PATH}/${id}/${action}`, {}, key());
const shown = async (id: string): Promise<CallBody> =>
  (await desk.fx.tenant.client.get<CallBody>(`${PATH}/${id}`)).body;
/** What is held of the seller's CNY for a call, in fen. */
const heldFor = async (id: string): Promise<string | undefined> =>
  (
    await platform.rows<{ held: string }>(
      `SELECT amount_minor::text AS held FROM ledger.hold WHERE tenant_id = $1 AND key = $2 AND state = 'active'`,
      [desk.fx.tenant.tenantId, `fx.margin-call/${parseId('marginCall', id)}`],
    )
  )[0]?.held;

describe('Margin that the bank calls for a forward', () => {
  it('is kept once, held when it is paid, though twenty pay at once, and settled with the forward', async () => {
    const { id } = await booked();
    const { status, body } = await call(id, { bankReference: 'MC-ONCE' });
    expect([status, body.state, body.allowedActions]).toEqual([201, 'called', ['pay', 'release']]);
    expect((await call(id, { bankReference: 'MC-ONCE' })).body.code).toBe('FX.MARGIN_CALLED');
    const answers = await Promise.all(Array.from({ length: 20 }, () => act(body.id, 'payment')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]));
    expect(await heldFor(body.id)).toBe('150000');

    const unpaid = await call(id);
    const quote = await desk.quoted({ purpose: 'close_out', forwardId: id, amount: usd('10000.00') });
    await desk.command(id, 'close-outs', { quoteId: quote.id });
    await desk.forward(id, ({ state }) => state === 'closed_out');
    expect([(await shown(body.id)).state, (await shown(unpaid.body.id)).state]).toEqual(['settled', 'settled']);
    expect(await heldFor(body.id)).toBeUndefined();
    expect((await act(unpaid.body.id, 'payment')).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await call(id)).body.code).toBe('FX.FORWARD_NOT_BINDING');
  });

  it('is given back, or wanted no more, while the forward lives', async () => {
    const { id } = await booked();
    const [first, second] = [await call(id), await call(id)];
    await act(first.body.id, 'payment');
    expect((await act(first.body.id, 'release')).body.state).toBe('released');
    expect((await act(second.body.id, 'release')).body.state).toBe('released');
    expect(await heldFor(first.body.id)).toBeUndefined();
    const events = await eventually(
      async () =>
        (await desk.fx.get<{ data: { type: string }[] }>('/v1/events?limit=100')).data.map(({ type }) => type),
      (types) => types.filter((type) => type === 'fx.margin_call.released').length === 2,
    );
    expect(events).toContain('fx.margin_call.paid');
    // What is told reaches financing, in whatever order.
    const learnt = await eventually(
      () =>
        platform.rows<{ state: string }>(
          `SELECT state FROM financing.called_margin WHERE tenant_id = $1 AND state = 'released'`,
          [desk.fx.tenant.tenantId],
        ),
      (rows) => rows.length === 2,
    );
    expect(learnt).toHaveLength(2);
  });

  it('is refused where it cannot be paid, or is wrong, and is nobody else’s', async () => {
    const { id } = await booked();
    const wrong = await call(id, { amount: { amount: '1500.00', currency: 'USD' }, dueOn: '2020-01-01' });
    expect([wrong.status, wrong.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/amount', '/dueOn']]);
    const dear = await call(id, { amount: { amount: '900000000.00', currency: 'CNY' } });
    expect((await act(dear.body.id, 'payment')).body.code).toBe('LEDGER.INSUFFICIENT_FUNDS');
    expect((await shown(dear.body.id)).state).toBe('called');
    expect((await call(NOBODY)).status).toBe(404);
    const other = await FxDesk.open(platform);
    expect((await other.tenant.client.get(`${PATH}/${dear.body.id}`)).status).toBe(404);
    const foreign = {
      forwardId: id,
      amount: { amount: '1.00', currency: 'CNY' },
      dueOn: '2036-11-27',
      bankReference: 'X',
    };
    expect((await other.tenant.client.post(PATH, foreign, key())).status).toBe(404);
  });
});
