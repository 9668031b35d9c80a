import { type TOTP, URI } from 'otpauth';

import { EVENT_CATALOGUE, type OutgoingEvent } from '../../src/contracts/events.js';
import { parseId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { enter, key } from './order-desk.js';
import { BUYER, orderBody, SELLER } from './order-samples.js';
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

  /** The carrier has not spoken in time about the booking of the stuck order. */
  async keepWaiting(): Promise<void> {
    const { data } = await this.trader.get<{ data: { id: string }[] }>(`/v1/freight/bookings?orderId=${this.stuck.id}`);
    const resource = { type: 'booking', id: parseId('booking', data[0]?.id ?? '') };
    const type = 'freight.booking.overdue';
    const event = { type, resource, orderId: parseId('order', this.stuck.id), data: EVENT_CATALOGUE[type].example };
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    await this.platform.api.get(UnitOfWork).run(caller, (tx) => {
      publish(tx, event as unknown as OutgoingEvent);
      return Promise.resolve();
    });
  }

  /** A tenant of its own with so many drafts. */
  async drafts(count: number): Promise<TestTenant> {
    const tenant = await this.platform.tenant('Drafts');
    const [seller, buyer] = [await enter(tenant, SELLER), await enter(tenant, BUYER)];
    for (let made = 1; made <= count; made += 1) {
      const body = { ...orderBody(seller, buyer, `D-${made}`), placement: 'later' };
      const { status, text } = await tenant.client.post('/v1/orders', body, key());
      if (status !== 201) throw new Error(text);
    }
    return tenant;
  }

  async close(): Promise<void> {
    await this.receiver.stop();
    await this.platform.stop();
  }
}
