import { randomUUID } from 'node:crypto';

import { type AgencyClaim, AgencyDesk } from '../support/agency-desk.js';
import { awaited, type Colleague, colleague, policy, say, settled, type Standing } from '../support/approval-desk.js';
import { type ClaimBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type Claim = ClaimBody & Standing & { readonly orderId: string };

let platform: TestPlatform;
let desk: RefundDesk;
let owner: Colleague;
let checker: Colleague;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
  owner = await colleague(platform, desk.tenant, 'owner');
  checker = await colleague(platform, desk.tenant, 'approver');
  await policy(owner, 'tax_refund.claim.filing', '7799.99');
});
afterAll(() => platform.stop());

async function until(id: string, holds: (claim: Claim) => boolean): Promise<Claim> {
  const { body } = await eventually(
    () => desk.claim(id),
    (answer) => holds(answer.body as Claim),
  );
  return body as Claim;
}

function file(id: string, query = '') {
  const headers = { 'idempotency-key': randomUUID() };
  return owner.client.post<Claim>(`/v1/tax-refund/claims/${id}/filing${query}`, {}, headers);
}

describe('A claim above the limit', () => {
  it('is matched and waits; approved by a second person it is filed by itself, once', async () => {
    const claim = (await desk.claimed('matched')) as Claim;
    const request = await awaited(checker, claim.orderId);
    expect(claim).toMatchObject({ attempt: 0, allowedActions: ['abandon'], awaitingApproval: { id: request.id } });
    expect(request.summary).toMatch(
      /^Claim 7800\.00 CNY for order SO-1, declaration \d+, paid to the account ending \d{4}/,
    );
    await eventually(
      () => desk.tenant.client.get<{ tracks: Record<string, string> }>(`/v1/orders/${claim.orderId}`),
      ({ body }) => body.tracks['taxRefund'] === 'awaiting_approval',
    );
    await say(checker.client, request, 'approval');
    const paid = (await desk.until(claim.id, 'paid')) as Claim;
    expect([paid.attempt, paid.awaitingApproval, paid.filings.length]).toEqual([1, null, 1]);
    expect((await settled(checker, request, ({ outcome }) => outcome !== null)).outcome).toBe('used');
  });

  it('that was refused stays matched, and is asked about anew by who files it', async () => {
    const claim = (await desk.claimed('matched')) as Claim;
    const request = await awaited(checker, claim.orderId);
    await say(checker.client, request, 'refusal');
    const refused = await until(claim.id, ({ declinedApproval }) => declinedApproval !== null);
    expect(refused).toMatchObject({ state: 'matched', awaitingApproval: null, allowedActions: ['file', 'abandon'] });
    const dry = await file(claim.id, '?dryRun=true');
    expect([dry.status, dry.body.state, dry.body.awaitingApproval === null]).toEqual([200, 'matched', false]);
    const again = await file(claim.id);
    expect([again.status, again.body.state, again.body.filings]).toEqual([202, 'matched', []]);
    const second = await awaited(checker, claim.orderId);
    expect(second.makers).toEqual([owner.id]);
    expect((await say(owner.client, second, 'approval')).body.code).toBe('APPROVALS.MAKER_CANNOT_DECIDE');
    await say(checker.client, second, 'approval');
    await desk.until(claim.id, 'paid');
  });

  it('that is given up is not asked about any more', async () => {
    const claim = (await desk.claimed('matched')) as Claim;
    const request = await awaited(checker, claim.orderId);
    expect((await desk.command(claim.id, 'abandonment', { reason: 'other invoices' })).body.state).toBe('abandoned');
    expect((await settled(checker, request, () => true)).state).toBe('withdrawn');
  });

  it('whose last day passed before somebody approved is not filed: the approval is void', async () => {
    const claim = (await desk.claimed('matched')) as Claim;
    const request = await awaited(checker, claim.orderId);
    await platform.rows(
      `UPDATE tax_refund.claim SET filing_expires_on = '2026-01-31' WHERE tenant_id = $1 AND approval ->> 'state' = 'pending'`,
      [desk.tenant.tenantId],
    );
    await say(checker.client, request, 'approval');
    const late = await until(claim.id, ({ declinedApproval }) => declinedApproval !== null);
    expect(late).toMatchObject({ state: 'matched', declinedApproval: { state: 'expired' } });
    expect(late.declinedApproval?.reason).toContain('2026-01-31');
    expect((await settled(checker, request, () => true)).outcome).toBe('void');
  });
});

describe('A claim that waits for a second person while its agency agreement ends', () => {
  it('is not filed by the approval: it stays and says why, and what was approved is void', async () => {
    const agencies = await AgencyDesk.open(platform);
    const { tenant } = agencies.refunds;
    const asker = await colleague(platform, tenant, 'owner');
    const decider = await colleague(platform, tenant, 'approver');
    await policy(asker, 'tax_refund.claim.filing', '1.00');
    const { id: agreement } = await agencies.entrust();
    const orderId = await agencies.exported();
    const request = await awaited(decider, orderId);
    await agencies.end(agreement);
    await say(decider.client, request, 'approval');
    expect((await settled(decider, request, ({ outcome }) => outcome !== null)).outcome).toBe('void');
    const stays = (await agencies.claim(orderId, 'matched')) as AgencyClaim & Standing;
    expect(stays).toMatchObject({
      attempt: 0,
      awaitingApproval: null,
      agencyAgreementId: null,
      held: { rule: 'agency_ended' },
    });
  });
});
