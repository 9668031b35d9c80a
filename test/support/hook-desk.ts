import { type EventType, type OutgoingEvent } from '../../src/contracts/events.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { type ApiAnswer } from './api-client.js';
import { Receiver } from './receiver.js';
import { eventually, TestPlatform, type TestTenant } from './test-platform.js';

export interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly disabledReason: string | null;
  readonly version: number;
}

export interface HookDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
}

interface Sent {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly resource: { readonly type: string; readonly id: string };
}

/** A platform, a receiver, and a tenant whose events go from the one to the other. */
export class HookDesk {
  private constructor(
    readonly platform: TestPlatform,
    readonly receiver: Receiver,
    public tenant: TestTenant,
  ) {}

  static async open(): Promise<HookDesk> {
    const [platform, receiver] = await Promise.all([TestPlatform.start(), Receiver.start()]);
    return new HookDesk(platform, receiver, await platform.tenant());
  }

  /** For the next test: another tenant, and nothing received. */
  async clear(): Promise<void> {
    this.receiver.received.length = 0;
    this.receiver.answer = () => 204;
    this.tenant = await this.platform.tenant();
  }

  async close(): Promise<void> {
    await this.platform.stop();
    await this.receiver.stop();
  }

  async listen(options: object = {}, path = '/hook'): Promise<Hook> {
    const body = { url: this.receiver.url + path, eventTypes: ['*'], ...options };
    const answer = await this.tenant.client.post<Hook>('/v1/webhooks/endpoints', body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  /** Closes an order, so to speak, as often as said: events that no service works on. @returns its id */
  async happen({ orderId = newId(), times = 1 } = {}): Promise<string> {
    const margin = { amount: '0.00', currency: 'CNY' };
    await this.tell('orders.order.closed', { type: 'order', id: orderId }, { margin }, times);
    return orderId;
  }

  async tell(type: EventType, resource: OutgoingEvent['resource'], data: object, times = 1): Promise<void> {
    const caller = { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
    await this.platform.api.get(UnitOfWork).run(caller, (tx) => {
      const event = { type, resource, changed: ['state'], data } as unknown as OutgoingEvent;
      for (let count = 0; count < times; count++) publish(tx, event);
      return Promise.resolve();
    });
  }

  async deliveries(endpointId: string): Promise<HookDelivery[]> {
    const path = `/v1/webhooks/deliveries?endpointId=${endpointId}&limit=100`;
    return (await this.tenant.client.get<{ data: HookDelivery[] }>(path)).body.data;
  }

  /** Waits until the endpoint has so many deliveries in this state. */
  async until(endpointId: string, state: string, count: number): Promise<HookDelivery[]> {
    const isIt = (each: HookDelivery): boolean => each.state === state;
    const found = await eventually(
      () => this.deliveries(endpointId),
      (all) => all.filter(isIt).length === count,
    );
    return found.filter(isIt);
  }

  /** What came at a path, parsed. */
  sent(path = '/hook'): Sent[] {
    return this.receiver.received.filter((each) => each.path === path).map(({ body }) => JSON.parse(body) as Sent);
  }

  async untilSent(count: number, path = '/hook'): Promise<Sent[]> {
    return eventually(
      () => Promise.resolve(this.sent(path)),
      (all) => all.length === count,
    );
  }

  /** What the feed has given a position. */
  async untilFed(count: number): Promise<{ id: string; occurredAt: string }[]> {
    const { body } = await eventually(
      () => this.tenant.client.get<{ data: { id: string; occurredAt: string }[] }>('/v1/events?limit=100'),
      (answer) => answer.body.data.length === count,
    );
    return body.data;
  }

  async patch(id: string, change: object): Promise<ApiAnswer<Hook>> {
    const { body } = await this.tenant.client.get<Hook>(`/v1/webhooks/endpoints/${id}`);
    return this.tenant.client.send<Hook>('PATCH', `/v1/webhooks/endpoints/${id}`, change, {
      'if-match': `"${body.version}"`,
    });
  }
}
