import { awaited, type Colleague, colleague, policy, say, settled, type Standing } from '../support/approval-desk.js';
import { LendingDesk } from '../support/lending-desk.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Advance extends Standing {
  readonly id: string;
  readonly state: string;
  readonly principal: { readonly amount: string };
  readonly reasons: readonly string[];
  readonly expectedBy: string | null;
  readonly code: string;
}

let platform: TestPlatform;
let desk: RefundDesk;
let owner: Colleague;
let checker: Colleague;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
  owner = await colleague(platform, desk.tenant, 'owner');
  checker = await colleague(platform, desk.tenant, 'approver');
  await policy(owner, 'financing.advance.draw', '100.00');
});
afterAll(() => platform.stop());

/** An order that wishes for an advance, with every fact that opens it; the bureau is not in a hurry to pay. */
async function waiting(): Promise<{ orderId: string; advance: Advance }> {
  const orderId = await desk.place({ refund: { mode: 'trading', advance: true } });
  await desk.hear(orderId, 'customs.declaration.released', { entryNumber: LendingDesk.entryNumber() });
  await desk.hear(orderId, 'tax_refund.claim.matched', {
    refund: { amount: '7800.00', currency: 'CNY' },
    nonRefundableVat: { amount: '0.00', currency: 'CNY' },
    exportDate: '2026-11-20',
  });
  return { orderId, advance: await until(orderId, ({ state }) => state === 'awaiting_approval') };
}

async function until(orderId: string, holds: (advance: Advance) => boolean): Promise<Advance> {
  const { body } = await eventually(
    () => desk.tenant.client.get<{ data: Advance[] }>(`/v1/financing/advances?orderId=${orderId}`),
    (answer) => answer.body.data[0] !== undefined && holds(answer.body.data[0]),
  );
  const [advance] = body.data;
  if (advance === undefined) throw new Error('No advance');
  return advance;
}

function request(orderId: string, query = '') {
  return owner.client.post<Advance>(`/v1/financing/advances${query}`, { orderId }, key());
}

async function reserved(): Promise<string> {
  const [row] = await platform.rows<{ minor: string }>(
    `SELECT reserved_minor::text AS minor FROM financing.credit_limit WHERE tenant_id = $1 AND level = 'product'`,
    [desk.tenant.tenantId],
  );
  return row?.minor ?? '0';
}

function track(orderId: string, state: string): Promise<unknown> {
  return eventually(
    () => desk.tenant.client.get<{ tracks: Record<string, string> }>(`/v1/orders/${orderId}`),
    ({ body }) => body.tracks['financing'] === state,
  );
}

describe('An advance above the limit', () => {
  it('reserves nothing and asks no lender until a second person approves; then it is drawn, once', async () => {
    const { orderId, advance } = await waiting();
    const approval = await awaited(checker, orderId);
    expect(advance).toMatchObject({ expectedBy: null, awaitingApproval: { id: approval.id } });
    expect(approval.summary).toMatch(/^Draw 6240\.00 CNY at .+% a year for order SO-\d+, to be repaid by the refund/);
    expect(await reserved()).toBe('0');
    await track(orderId, 'awaiting_approval');
    expect((await request(orderId)).body.code).toBe('FINANCING.ALREADY_ADVANCED');
    await say(checker.client, approval, 'approval');
    expect(await until(orderId, ({ state }) => state === 'drawn')).toMatchObject({
      id: advance.id,
      awaitingApproval: null,
    });
    await track(orderId, 'drawn');
    expect((await settled(checker, approval, ({ outcome }) => outcome !== null)).outcome).toBe('used');
  });

  it('that was refused is declined, and can be asked for anew', async () => {
    const { orderId, advance } = await waiting();
    await say(checker.client, await awaited(checker, orderId), 'refusal');
    expect(await until(orderId, ({ state }) => state === 'declined')).toMatchObject({
      ...{ id: advance.id, reasons: ['The account is new to us'], awaitingApproval: null },
      declinedApproval: { state: 'refused' },
    });
    expect(await reserved()).toBe('0');
    await track(orderId, 'declined');
    const dry = await request(orderId, '?dryRun=true');
    expect([dry.status, dry.body.state]).toEqual([200, 'awaiting_approval']);
    const again = await request(orderId);
    expect([again.status, again.body.state]).toEqual([202, 'awaiting_approval']);
    const second = await awaited(checker, orderId);
    expect(second.makers).toEqual([owner.id]);
    expect((await say(owner.client, second, 'approval')).body.code).toBe('APPROVALS.MAKER_CANNOT_DECIDE');
    await say(checker.client, second, 'approval');
    await until(orderId, ({ state }) => state === 'drawn');
  });

  it('that cannot be had any more when it is approved is declined: the approval is void', async () => {
    const { orderId } = await waiting();
    const approval = await awaited(checker, orderId);
    await desk.hear(orderId, 'tax_refund.claim.rejected', { reason: 'no such export' });
    await eventually(
      () => platform.rows(`SELECT 1 FROM financing.order_facts WHERE claim_state = 'rejected'`),
      ({ length }) => length === 1,
    );
    await say(checker.client, approval, 'approval');
    expect(await until(orderId, ({ state }) => state === 'declined')).toMatchObject({
      reasons: ['The tax bureau rejected the claim'],
    });
    expect((await settled(checker, approval, () => true)).outcome).toBe('void');
    expect(await reserved()).toBe('0');
  });
});
