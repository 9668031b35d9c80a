import {
  type ApprovalBody,
  awaited,
  type Colleague,
  colleague,
  policy,
  say,
  settled,
  type Standing,
} from '../support/approval-desk.js';
import { type PayoutBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { SELLER } from '../support/order-samples.js';
import { codeOf } from '../support/staff.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type Payout = PayoutBody & Standing;

let platform: TestPlatform;
let desk: FxDesk;
let owner: Colleague;
let checker: Colleague;
let references = 0;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  owner = await colleague(platform, desk.tenant, 'owner', 'approver');
  checker = await colleague(platform, desk.tenant, 'approver');
  await policy(owner, 'fx.payout', '1000.00');
});
afterAll(() => platform.stop());

/** Somebody's order, paid for and converted by itself: the payout is asked about. */
async function waiting(at = desk, eyes = checker): Promise<{ order: string; request: ApprovalBody; payout: Payout }> {
  references += 1;
  const order = await at.order({ reference: `AP-${references}`, conversion: 'automatic' });
  await at.pay({ amount: '10000.00', remittance: `AP-${references}` });
  const request = await awaited(eyes, order);
  return { order, request, payout: await payoutOf(order, () => true, at) };
}

async function payoutOf(order: string, holds: (payout: Payout) => boolean, at = desk): Promise<Payout> {
  const [found] = await at.payouts(order, ([payout]) => payout !== undefined && holds(payout as Payout));
  return found as Payout;
}

async function bankPayments(): Promise<number> {
  const answer = await fetch(`${platform.sandbox.url}/control/state`);
  const state = (await answer.json()) as { bank: { stories: { payment?: number } } };
  return state.bank.stories.payment ?? 0;
}

function track(order: string, state: string): Promise<unknown> {
  return eventually(
    () => desk.get<{ tracks: Record<string, string>; state: string }>(`/v1/orders/${order}`),
    ({ tracks }) => tracks['fx'] === state,
  );
}

describe('A payout above the limit', () => {
  it('waits where everybody sees it, and is ordered once when a second person approves', async () => {
    const payments = await bankPayments();
    const { order, request, payout } = await waiting(desk.as(owner.client));
    expect(request).toMatchObject({
      ...{ state: 'pending', command: 'fx.payout', subjectId: payout.id, makers: [owner.id] },
      askedBy: [`user:${owner.id}`],
      summary: expect.stringMatching(/^Pay 70741\.19 CNY to .+, account ending \d{4}: AP-1 collection$/) as string,
    });
    expect(payout).toMatchObject({
      ...{ state: 'blocked', attempt: 0, reasonCode: 'APPROVALS.PENDING', allowedActions: [], declinedApproval: null },
      awaitingApproval: { id: request.id, url: `/v1/approvals/${request.id}` },
    });
    await track(order, 'payout_awaiting_approval');
    expect((await say(checker.client, request, 'approval')).body).toMatchObject({
      ...{ state: 'approved', allowedActions: [], decisions: [{ userId: checker.id, verdict: 'approved' }] },
    });
    expect(await payoutOf(order, ({ state }) => state === 'confirmed')).toMatchObject({ awaitingApproval: null });
    await track(order, 'paid_out');
    expect((await settled(checker, request, ({ outcome }) => outcome !== null)).outcome).toBe('used');
    expect(await bankPayments()).toBe(payments + 1);
    const { body } = await owner.client.get<{ data: { action: string; actor: string; details: object }[] }>(
      `/v1/audit/records?resource=${request.id}`,
    );
    expect(body.data.find(({ action }) => action === 'approvals.approved')).toMatchObject({
      actor: `user:${checker.id}`,
      details: { makers: [owner.id] },
    });
  });

  it('is told in Chinese too', async () => {
    const { request } = await waiting();
    const { body } = await checker.client.get<ApprovalBody>(`/v1/approvals/${request.id}`, {
      'accept-language': 'zh-CN',
    });
    expect(body.commandName).toBe('向卖方付款');
    expect(body.summary).toMatch(/^向 .+付款 70741\.19 CNY：/);
  });

  describe('is approved by nobody who is behind it:', () => {
    it('not by who placed the order', async () => {
      const { request } = await waiting(desk.as(owner.client));
      expect(codeOf(await say(owner.client, request, 'approval'))).toEqual([403, 'APPROVALS.MAKER_CANNOT_DECIDE']);
      expect(codeOf(await say(owner.client, request, 'refusal'))).toEqual([403, 'APPROVALS.MAKER_CANNOT_DECIDE']);
    });

    it('not by who made the key that did, nor by who had that key make another', async () => {
      const scopes = ['orders:write', 'orders:read', 'fx:read', 'keys:write', 'parties:read'];
      const first = await owner.client.post<{ apiKey: string }>('/v1/api-keys', { name: 'ERP', scopes });
      const second = await platform
        .as(first.body.apiKey)
        .post<{ apiKey: string }>('/v1/api-keys', { name: 'ERP', scopes });
      for (const { body } of [first, second]) {
        const { request } = await waiting(desk.as(platform.as(body.apiKey)));
        expect(request.makers).toEqual([owner.id]);
        expect(codeOf(await say(owner.client, request, 'approval'))).toEqual([403, 'APPROVALS.MAKER_CANNOT_DECIDE']);
      }
    });

    it('not by who has seen a secret of the client that did', async () => {
      const scopes = ['orders:write', 'orders:read', 'fx:read'];
      const other = await colleague(platform, desk.tenant, 'owner');
      const made = await other.client.post<{ id: string; clientSecret: string }>('/v1/oauth-clients', {
        name: 'ERP',
        scopes,
      });
      const rotated = await owner.client.post<{ clientSecret: string }>(
        `/v1/oauth-clients/${made.body.id}/rotation`,
        {},
      );
      const form = {
        grant_type: 'client_credentials',
        client_id: made.body.id,
        client_secret: rotated.body.clientSecret,
      };
      const answer = await fetch(`${platform.config.publicUrl}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams(form),
      });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      const { request } = await waiting(desk.as(platform.as(token)));
      expect([...request.makers].sort()).toEqual([owner.id, other.id].sort());
      expect(codeOf(await say(other.client, request, 'approval'))).toEqual([403, 'APPROVALS.MAKER_CANNOT_DECIDE']);
    });

    it('not by a key, whatever it may do', async () => {
      const { request } = await waiting();
      expect(codeOf(await say(desk.tenant.client, request, 'approval'))).toEqual([403, 'AUTH.MISSING_SCOPE']);
      const terms = { name: 'robot', scopes: ['approvals:decide'] };
      expect((await owner.client.post('/v1/api-keys', terms)).status).toBe(422);
    });

    it('nor by somebody of a role that the policy does not name, or of another tenant', async () => {
      const { request } = await waiting();
      const finance = await colleague(platform, desk.tenant, 'finance');
      expect(codeOf(await say(finance.client, request, 'approval'))).toEqual([403, 'APPROVALS.ROLE_CANNOT_DECIDE']);
      const stranger = await colleague(platform, await platform.tenant('Another'), 'owner');
      for (const verb of ['approval', 'refusal', 'withdrawal'] as const) {
        expect((await say(stranger.client, request, verb)).status).toBe(404);
      }
      expect((await stranger.client.get(`/v1/approvals/${request.id}`)).status).toBe(404);
    });
  });

  it('that was refused says why, and is asked for anew by a retry', async () => {
    const { order, request, payout } = await waiting();
    expect((await say(checker.client, request, 'refusal')).body.state).toBe('refused');
    expect(await payoutOf(order, ({ awaitingApproval }) => awaitingApproval === null)).toMatchObject({
      ...{ state: 'blocked', reasonCode: 'APPROVALS.REFUSED', reason: 'The account is new to us' },
      ...{ allowedActions: ['retry'], declinedApproval: { id: request.id, state: 'refused' } },
    });
    await track(order, 'payout_declined');
    const path = `/v1/fx/payouts/${payout.id}/retry`;
    const dry = await owner.client.post<Payout>(`${path}?dryRun=true`, {}, key());
    expect([dry.status, dry.body.awaitingApproval === null]).toEqual([200, false]);
    const again = await owner.client.post<Payout>(path, {}, key());
    expect([again.status, again.body.state, again.body.declinedApproval]).toEqual([202, 'blocked', null]);
    const second = await awaited(checker, order);
    expect([second.id, second.makers]).toEqual([again.body.awaitingApproval?.id, [owner.id]]);
    expect((await owner.client.post<Payout>(path, {}, key())).body.awaitingApproval?.id).toBe(second.id);
    await say(checker.client, second, 'approval');
    await payoutOf(order, ({ state }) => state === 'confirmed');
  });

  it('can be taken back by who asked, and by nobody else', async () => {
    const { order, request } = await waiting(desk.as(owner.client));
    const operator = await colleague(platform, desk.tenant, 'operator');
    expect(codeOf(await say(operator.client, request, 'withdrawal'))).toEqual([403, 'APPROVALS.NOT_THE_MAKER']);
    expect((await say(owner.client, request, 'withdrawal')).body.state).toBe('withdrawn');
    await payoutOf(order, ({ declinedApproval }) => declinedApproval?.state === 'withdrawn');
    expect(codeOf(await say(checker.client, request, 'approval'))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('is approved once by two who come at once, and a repeat under the key gets the first answer', async () => {
    const payments = await bankPayments();
    const other = await colleague(platform, desk.tenant, 'approver');
    const { order, request } = await waiting();
    const headers = key();
    const answers = await Promise.all([
      say(checker.client, request, 'approval', headers),
      say(other.client, request, 'approval'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [mine] = answers;
    if (mine.status === 200) {
      const again = await say(checker.client, request, 'approval', headers);
      expect([again.text, again.headers['idempotent-replayed']]).toEqual([mine.text, 'true']);
    }
    await payoutOf(order, ({ state }) => state === 'confirmed');
    expect(await bankPayments()).toBe(payments + 1);
    expect((await desk.events('approvals.request.approved')).filter(({ data }) => isAbout(data, request))).toHaveLength(
      1,
    );
  });

  it('that was approved while no worker lived is ordered by the next one, once', async () => {
    const payments = await bankPayments();
    const { order, request } = await waiting();
    await platform.stopWorker();
    expect((await say(checker.client, request, 'approval')).status).toBe(200);
    expect(await payoutOf(order, () => true)).toMatchObject({ state: 'blocked' });
    await platform.startWorker();
    await payoutOf(order, ({ state }) => state === 'confirmed');
    expect(await bankPayments()).toBe(payments + 1);
  });
});

describe('An approval of a payout', () => {
  it('is void when the account has changed since: somebody is asked about the new one', async () => {
    const own = await FxDesk.open(platform);
    const boss = await colleague(platform, own.tenant, 'owner');
    const eyes = await colleague(platform, own.tenant, 'approver');
    await policy(boss, 'fx.payout', '1000.00');
    const { order, request } = await waiting(own, eyes);
    await platform.stopWorker();
    await say(eyes.client, request, 'approval');
    const seller = await own.tenant.client.get<{ version: number }>(`/v1/parties/${own.sellerId}`);
    const bankAccount = { ...SELLER.bankAccount, accountNumber: '6222020200112239999' };
    await own.tenant.client.patch(
      `/v1/parties/${own.sellerId}`,
      { bankAccount },
      { 'If-Match': `"${seller.body.version}"` },
    );
    await platform.startWorker();
    expect((await settled(eyes, request, ({ outcome }) => outcome !== null)).outcome).toBe('void');
    const second = await awaited(eyes, order, request.id);
    expect(second.summary).toContain('9999');
    await say(eyes.client, second, 'approval');
    expect(await payoutOf(order, ({ state }) => state === 'confirmed', own)).toMatchObject({ accountEnding: '9999' });
  });

  it('takes as many people as the policy says', async () => {
    const own = await FxDesk.open(platform);
    const people = [await colleague(platform, own.tenant, 'owner'), await colleague(platform, own.tenant, 'approver')];
    const [boss, eyes] = people as [Colleague, Colleague];
    await policy(boss, 'fx.payout', '1000.00', { approvers: 2 });
    const { order, request } = await waiting(own, eyes);
    expect((await say(eyes.client, request, 'approval')).body.state).toBe('pending');
    expect(codeOf(await say(eyes.client, request, 'approval'))).toEqual([409, 'APPROVALS.ALREADY_DECIDED']);
    expect((await say(boss.client, request, 'approval')).body.state).toBe('approved');
    await payoutOf(order, ({ state }) => state === 'confirmed', own);
  });

  it('comes too late when its time is over, by the tenant’s clock', async () => {
    const own = await FxDesk.open(platform);
    const boss = await colleague(platform, own.tenant, 'owner');
    await policy(boss, 'fx.payout', '1000.00', { lifetimeHours: 2 });
    const { order, request } = await waiting(own, boss);
    await platform.stopWorker();
    const now = new Date(Date.now() + 3 * 3_600_000).toISOString();
    expect((await own.tenant.client.post('/v1/sandbox/clock', { now }, key())).status).toBe(200);
    expect(codeOf(await say(boss.client, request, 'approval'))).toEqual([409, 'APPROVALS.TIME_UP']);
    await platform.startWorker();
    await settled(boss, request, ({ state }) => state === 'expired');
    expect(await payoutOf(order, ({ declinedApproval }) => declinedApproval !== null, own)).toMatchObject({
      ...{ state: 'blocked', reasonCode: 'APPROVALS.EXPIRED', reason: 'Nobody decided in time' },
      allowedActions: ['retry'],
    });
  });
});

function isAbout(data: Readonly<Record<string, unknown>>, { subjectId }: ApprovalBody): boolean {
  return (data['subject'] as { id: string }).id === subjectId;
}
