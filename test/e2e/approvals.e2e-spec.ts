import { type ApiClient } from '../support/api-client.js';
import { type PayoutBody } from '../support/fx-answers.js';
import { FxDesk, key } from '../support/fx-desk.js';
import { Person } from '../support/staff.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { type ApprovalBody, awaited, policy } from '../support/approval-desk.js';

let platform: TestPlatform;
let desk: FxDesk;
let owner: ApiClient;
let checker: ApiClient;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await FxDesk.open(platform);
  owner = (await (await Person.join(platform, desk.tenant, ['owner'])).in()).client;
  checker = (await (await Person.join(platform, desk.tenant, ['approver'])).in()).client;
  await policy(owner, 'fx.payout', '1000.00');
}, 60_000);
afterAll(() => platform.stop());

describe('A payout above the limit', () => {
  it('waits for a second person, and is then carried out', async () => {
    const order = await desk.order({ conversion: 'automatic' });
    await desk.pay({ amount: '10000.00', remittance: 'goods' });
    const approval = await awaited(checker, order);
    expect(approval).toMatchObject({ state: 'pending', command: 'fx.payout' });
    const [waiting] = await desk.payouts(order, (found: readonly PayoutBody[]) => found.length > 0);
    expect(waiting).toMatchObject({ state: 'blocked', reasonCode: 'APPROVALS.PENDING', allowedActions: [] });
    const { body } = await checker.post<ApprovalBody>(`/v1/approvals/${approval.id}/approval`, {}, key());
    expect(body.state).toBe('approved');
    await desk.payouts(order, (found) => found[0]?.state === 'confirmed');
    const used = await eventually(
      () => checker.get<ApprovalBody>(`/v1/approvals/${approval.id}`),
      ({ body: found }) => found.outcome !== null,
    );
    expect(used.body.outcome).toBe('used');
  });
});
