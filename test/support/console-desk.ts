import { type TOTP, URI } from 'otpauth';

import { Receiver } from './receiver.js';
import { PASSWORD, Person } from './staff.js';
import { eventually, TestPlatform, type TestTenant } from './test-platform.js';
import { type OrderView, Trader } from './trader.js';

const PATIENCE_MS = 90_000;
/** Customs send every declaration under this contract back. */
const REFUSED = 'SBX-CUSTOMS-REFUSE';

/** A tenant with something to look at: an order that ran to its end, one that is stuck, and two receivers. */
export class ConsoleDesk {
  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly trader: Trader,
    readonly closed: OrderView,
    readonly stuck: OrderView,
    private readonly receiver: Receiver,
  ) {}

  static async open(): Promise<ConsoleDesk> {
    const platform = await TestPlatform.start();
    const tenant = await platform.tenant('宁波示例 Trading');
    const receiver = await Receiver.start();
    receiver.answer = ({ path }) => (path === '/good' ? 204 : 410);
    for (const path of ['/good', '/gone']) {
      await tenant.client.post('/v1/webhooks/endpoints', {
        url: receiver.url + path,
        description: 'ERP',
        eventTypes: ['orders.order.placed', 'orders.order.track_changed'],
      });
    }
    const world = { baseUrl: platform.config.publicUrl, sandboxUrl: platform.sandbox.url };
    const trader = await Trader.open({ ...world, apiKey: tenant.apiKey, tenantId: tenant.tenantId });
    const closed = await trader.trade({ refund: { mode: 'trading', advance: true } });
    await trader.closed([closed], PATIENCE_MS);
    const stuck = await trader.trade({ contractNumber: REFUSED });
    const found = await eventually(
      () => trader.order(stuck.id),
      ({ state }) => state === 'attention',
      PATIENCE_MS,
    );
    return new ConsoleDesk(platform, tenant, trader, closed, found, receiver);
  }

  get url(): string {
    return `${this.platform.config.publicUrl}/console/`;
  }

  /** Somebody with an authenticator app. */
  async person(roles: readonly string[] = ['owner']): Promise<{ person: Person; app: TOTP }> {
    const person = await Person.join(this.platform, this.tenant, roles);
    const { client } = await person.in();
    const { body } = await client.post<{ address: string }>('/v1/me/totp', { password: PASSWORD });
    const app = URI.parse(body.address) as TOTP;
    await client.post('/v1/me/totp/confirmation', { code: app.generate() });
    return { person, app };
  }

  async close(): Promise<void> {
    await this.receiver.stop();
    await this.platform.stop();
  }
}
