import { type Colleague, colleague, policy, type PolicyBody } from '../support/approval-desk.js';
import { FxDesk } from '../support/fx-desk.js';
import { statementsOf } from '../support/query-log.js';
import { codeOf } from '../support/staff.js';
import { TestPlatform, type TestTenant } from '../support/test-platform.js';
import { Trader } from '../support/trader.js';

const TERMS = {
  command: 'fx.payout',
  limits: [{ amount: '100000.00', currency: 'CNY' }],
  roles: ['approver'],
  approvers: 2,
  lifetimeHours: 48,
};

let platform: TestPlatform;
let tenant: TestTenant;
let owner: Colleague;

beforeAll(async () => {
  platform = await TestPlatform.start();
  tenant = await platform.tenant();
  owner = await colleague(platform, tenant, 'owner');
});
afterAll(() => platform.stop());

const path = '/v1/approval-policies';

describe('A policy', () => {
  it('is made, changed and ended by an owner; what loosens it says so in the audit', async () => {
    const { status, body } = await owner.client.post<PolicyBody>(path, TERMS);
    expect([status, body]).toEqual([201, expect.objectContaining({ ...TERMS, endedAt: null, version: 1 })]);
    expect(codeOf(await owner.client.post<PolicyBody>(path, TERMS))).toEqual([409, 'APPROVALS.POLICY_EXISTS']);
    const change = (terms: object, version: number) =>
      owner.client.patch<PolicyBody>(`${path}/${body.id}`, terms, { 'if-match': `"${version}"` });
    expect((await change({ limits: [] }, 1)).body.version).toBe(2);
    expect((await change({ approvers: 1 }, 1)).status).toBe(412);
    expect((await change({ approvers: 1 }, 2)).body.version).toBe(3);
    const repeated = [...TERMS.limits, ...TERMS.limits];
    expect((await change({ limits: repeated }, 3)).status).toBe(422);
    const ended = await owner.client.post<PolicyBody>(`${path}/${body.id}/termination`, {});
    expect(ended.body.endedAt).not.toBeNull();
    expect(codeOf(await change({ approvers: 3 }, 4))).toEqual([409, 'APPROVALS.POLICY_ENDED']);
    const { body: audit } = await owner.client.get<{ data: { action: string }[] }>(
      `/v1/audit/records?resource=${body.id}`,
    );
    expect(audit.data.map(({ action }) => action).reverse()).toEqual([
      'approvals.policy_made',
      'approvals.policy_changed',
      'approvals.policy_loosened',
      'approvals.policy_ended',
    ]);
    expect((await owner.client.post(path, TERMS)).status).toBe(201);
  });

  it('is nobody else’s to make: no other role, and no key', async () => {
    const others = [tenant.client];
    for (const role of ['operator', 'finance', 'approver', 'viewer']) {
      others.push((await colleague(platform, tenant, role)).client);
    }
    for (const client of others) {
      expect(codeOf(await client.post<PolicyBody>(path, TERMS))).toEqual([403, 'AUTH.MISSING_SCOPE']);
    }
  });
});

describe('A tenant without policies', () => {
  it('pays for none: its orders ask no question about them but one in two seconds of each process', async () => {
    const other = await platform.tenant('Unguarded');
    const trader = await Trader.open({
      ...{ baseUrl: platform.config.publicUrl, sandboxUrl: platform.sandbox.url },
      ...{ apiKey: other.apiKey, tenantId: other.tenantId },
    });
    const started = performance.now();
    const statements = await statementsOf(async () => {
      const orders = [await trader.trade(), await trader.trade(), await trader.trade()];
      await trader.closed(orders, 60_000);
    });
    const asked = statements.filter((text) => text.includes('approvals.'));
    const periods = Math.ceil((performance.now() - started) / 2_000);
    expect(statements.length).toBeGreaterThan(300);
    expect(asked.every((text) => text.includes('FROM approvals.policy'))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(2 * periods);
  });
});

describe('A policy that is made', () => {
  it('holds at once, in the worker too', async () => {
    const desk = await FxDesk.open(platform);
    const boss = await colleague(platform, desk.tenant, 'owner');
    const order = await desk.order({ conversion: 'automatic' });
    await desk.pay({ amount: '10000.00', remittance: 'goods' });
    await desk.payouts(order, ([payout]) => payout?.state === 'confirmed');
    const made = await policy(boss, 'fx.payout', '0.00');
    const second = await desk.order({ reference: 'SECOND', conversion: 'automatic' });
    await desk.pay({ amount: '10000.00', remittance: 'SECOND' });
    await desk.payouts(second, ([payout]) => payout?.state === 'blocked');
    await boss.client.post(`${path}/${made.id}/termination`, {});
    const third = await desk.order({ reference: 'THIRD', conversion: 'automatic' });
    await desk.pay({ amount: '10000.00', remittance: 'THIRD' });
    await desk.payouts(third, ([payout]) => payout?.state === 'confirmed');
  });
});
