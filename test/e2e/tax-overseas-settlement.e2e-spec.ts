import { type ApiAnswer } from '../support/api-client.js';
import { type ClaimBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface SettlementBody {
  readonly hindrance: string | null;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly items: readonly { readonly sold: string }[];
  readonly confirmed: object;
  readonly paidBack: object;
  readonly settledBy: string | null;
  readonly state: string | null;
}
interface DeadlineBody {
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
}

const cny = (amount: string) => ({ amount, currency: 'CNY' });

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** Goods for a warehouse abroad whose refund of 7,800.00 was paid in advance. */
async function advanced(desk: RefundDesk): Promise<{ claim: ClaimBody; orderId: string; entryNumber: string }> {
  const orderId = await desk.place({ salesChannel: '9810' });
  await desk.record(desk.invoice(orderId));
  const entryNumber = await desk.clear(orderId, { supervisionMode: '9810' });
  return { claim: await desk.untilClaim(orderId, 'paid'), orderId, entryNumber };
}

const path = ({ id }: Pick<ClaimBody, 'id'>) => `/v1/tax-refund/claims/${id}/settlement`;
const look = (desk: RefundDesk, claim: Pick<ClaimBody, 'id'>): Promise<ApiAnswer<SettlementBody & ProblemBody>> =>
  desk.tenant.client.get(path(claim));
const settle = (
  desk: RefundDesk,
  claim: Pick<ClaimBody, 'id'>,
  query = '',
): Promise<ApiAnswer<ClaimBody & ProblemBody>> => desk.tenant.client.post(`${path(claim)}${query}`, {}, key());
const setClock = (desk: RefundDesk, now: string) => desk.tenant.client.post('/v1/sandbox/clock', { now }, key());
const clockOf = async (desk: RefundDesk, orderId: string): Promise<DeadlineBody | undefined> => {
  const { body } = await desk.tenant.client.get<{ data: DeadlineBody[] }>(
    `/v1/tax-refund/deadlines?orderId=${orderId}`,
  );
  return body.data.find(({ kind }) => kind === 'overseas_settlement');
};
const account = (desk: RefundDesk, orderId: string, entryNumber: string, sold: number, revision: number) =>
  desk.hear(orderId, 'customs.overseas_export.accounted', {
    entryNumber,
    asOf: '2026-12-24T02:00:00.000Z',
    items: [
      {
        itemNumber: 1,
        revision,
        declared: '1000',
        sold: String(sold),
        lost: '0',
        unsold: String(1_000 - sold),
      },
    ],
  });

describe('A refund in advance', () => {
  it('is settled by what was sold abroad: the rest is paid back, in the books and at the bureau', async () => {
    const desk = await RefundDesk.open(platform);
    const { claim, orderId, entryNumber } = await advanced(desk);
    const running = await eventually(
      () => clockOf(desk, orderId),
      (found) => found !== undefined,
    );
    const { body: before } = await look(desk, claim);
    expect(before).toMatchObject({ confirmed: cny('0.00'), paidBack: cny('7800.00'), settledBy: null });
    expect(running).toMatchObject({ state: 'open', dueOn: before.dueOn });
    const early = await settle(desk, claim);
    expect([early.status, early.body.code]).toEqual([409, 'TAX_REFUND.SETTLEMENT_TOO_EARLY']);
    await account(desk, orderId, entryNumber, 600, 2);
    const sold = await eventually(
      () => look(desk, claim),
      ({ body }) => body.items[0]?.sold === '600',
    );
    expect(sold.body).toMatchObject({ confirmed: cny('4680.00'), paidBack: cny('3120.00') });
    await setClock(desk, `${before.opensOn}T01:00:00Z`);
    expect((await settle(desk, claim, '?dryRun=true')).body.refund).toEqual(cny('-3120.00'));
    expect((await look(desk, claim)).body.settledBy).toBeNull();
    const settled = await settle(desk, claim);
    expect([settled.status, settled.body.refund]).toEqual([202, cny('-3120.00')]);
    const done = await desk.until(settled.body.id, 'paid');
    expect(JSON.parse(done.filings[0]?.message ?? '')).toMatchObject({
      corrects: claim.id,
      businessType: 'HWC-YT',
      totals: { refundAmount: '-3120.00' },
    });
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('client_dues', desk.sellerId)).toBe('3120.00');
    expect((await look(desk, claim)).body).toMatchObject({ settledBy: settled.body.id, state: 'paid' });
    await eventually(
      () => clockOf(desk, orderId),
      (found) => found?.state === 'met',
    );
    const again = await settle(desk, claim);
    expect([again.status, again.body.code]).toEqual([409, 'TAX_REFUND.NO_ADVANCE_TO_SETTLE']);
  });

  it('that was sold as a whole is confirmed, and nothing is paid back', async () => {
    const desk = await RefundDesk.open(platform);
    const { claim, orderId, entryNumber } = await advanced(desk);
    await account(desk, orderId, entryNumber, 1_000, 2);
    await eventually(
      () => look(desk, claim),
      ({ body }) => body.items[0]?.sold === '1000',
    );
    await setClock(desk, `${(await look(desk, claim)).body.opensOn}T01:00:00Z`);
    const settled = await Promise.all([settle(desk, claim), settle(desk, claim), settle(desk, claim)]);
    expect(settled.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const { id = '' } = settled.find(({ status }) => status === 202)?.body ?? {};
    const done = await desk.until(id, 'paid');
    expect([done.refund, done.lines.map(({ refund }) => refund)]).toEqual([
      cny('0.00'),
      [cny('-7800.00'), cny('7800.00')],
    ]);
    expect(await desk.posted('client_dues', desk.sellerId)).toBe('0.00');
  });

  it('is not what other claims are', async () => {
    const desk = await RefundDesk.open(platform);
    const claim = await desk.claimed('paid');
    const { status, body } = await look(desk, claim);
    expect([status, body.hindrance, body.items]).toEqual([200, 'The claim was not made in advance (HWC-YT)', []]);
    const answer = await settle(desk, claim);
    expect([answer.status, answer.body.code]).toEqual([409, 'TAX_REFUND.NO_ADVANCE_TO_SETTLE']);
    const stranger = await RefundDesk.open(platform);
    expect((await settle(stranger, claim)).status).toBe(404);
  });
});
