import { type ApprovalBody, colleague, policy, say } from '../support/approval-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';
import { type OrderView, Trader } from '../support/trader.js';

const PATIENCE_MS = 90_000;

describe('A whole order of a tenant that asks for a second person', () => {
  it('runs to its end when somebody looks at each step, and waits for them at each', async () => {
    const platform = await TestPlatform.start();
    try {
      const tenant = await platform.tenant();
      const owner = await colleague(platform, tenant, 'owner');
      const checker = await colleague(platform, tenant, 'approver');
      await policy(owner, 'customs.declaration.submission', '100.00');
      await policy(owner, 'fx.payout', '100.00');
      const trader = await Trader.open({
        ...{ baseUrl: platform.config.publicUrl, sandboxUrl: platform.sandbox.url },
        ...{ apiKey: tenant.apiKey, tenantId: tenant.tenantId },
      });
      const order = await trader.trade({ refund: { mode: 'trading', advance: true } });
      const waiting = await eventually(
        () => trader.order(order.id),
        ({ tracks }) => tracks['customs'] === 'awaiting_approval' && tracks['fx'] === 'payout_awaiting_approval',
      );
      expect(waiting.state).toBe('attention');
      const approved = new Set<string>();
      const look = async (): Promise<OrderView> => {
        const { body } = await checker.client.get<{ data: ApprovalBody[] }>('/v1/approvals?state=pending');
        for (const request of body.data) {
          if ((await say(checker.client, request, 'approval')).status === 200) approved.add(request.command);
        }
        return trader.order(order.id);
      };
      await eventually(look, ({ state }) => state === 'closed', PATIENCE_MS);
      expect([...approved].sort()).toEqual(['customs.declaration.submission', 'fx.payout']);
      const { body } = await tenant.client.get<{ data: { message: string }[] }>(
        `/v1/orders/${order.id}/timeline?limit=100`,
      );
      expect(JSON.stringify(body)).toContain('A second person is asked: declaring to customs, 10000.00 USD');
    } finally {
      await platform.stop();
    }
  }, 150_000);
});
