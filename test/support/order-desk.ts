import { randomUUID } from 'node:crypto';

import { EVENT_CATALOGUE, type EventType, type OutgoingEvent } from '../../src/contracts/events.js';
import { newId, parseId } from '../../src/kernel/ids.js';
import { OrderTracks } from '../../src/orders/application/order-tracks.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { type ApiAnswer } from './api-client.js';
import { BUYER, orderBody, SELLER } from './order-samples.js';
import { TestPlatform, type TestTenant } from './test-platform.js';

export interface Order {
  readonly id: string;
  readonly state: string;
  readonly tracks: Record<string, string>;
  readonly allowedActions: string[];
  readonly value: { amount: string; currency: string };
  readonly version: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly placedAt: string | null;
  readonly reference: string;
}

export interface Problem {
  readonly code: string;
  readonly errors: readonly { pointer: string; code: string }[];
  readonly details?: Record<string, unknown>;
}

export const key = () => ({ 'Idempotency-Key': randomUUID() });

export const problemOf = ({ status, body }: ApiAnswer<unknown>) => [status, (body as Problem).code];

export const faultsOf = ({ body }: ApiAnswer<unknown>) =>
  (body as Problem).errors.map(({ pointer, code }) => `${pointer} ${code}`);

/** A platform without a worker, and a tenant with a seller and a buyer: what tests of orders stand on. */
export class OrderDesk {
  private counter = 0;
  private readonly declarations = new Map<string, string>();

  private constructor(
    readonly platform: TestPlatform,
    readonly tenant: TestTenant,
    readonly seller: string,
    readonly buyer: string,
  ) {}

  static async open(): Promise<OrderDesk> {
    const platform = await TestPlatform.start({ worker: false });
    const tenant = await platform.tenant();
    return new OrderDesk(platform, tenant, await enter(tenant, SELLER), await enter(tenant, BUYER));
  }

  close(): Promise<void> {
    return this.platform.stop();
  }

  get caller() {
    return { tenantId: this.tenant.tenantId, actor: 'test', traceparent: null };
  }

  /** An order that works, with a reference of its own. */
  body(change: object = {}): ReturnType<typeof orderBody> {
    this.counter += 1;
    return { ...orderBody(this.seller, this.buyer, `SO-${this.counter}`), ...change };
  }

  create(request: object, headers = key()): Promise<ApiAnswer<Order>> {
    return this.tenant.client.post<Order>('/v1/orders', request, headers);
  }

  async placed(change: object = {}): Promise<Order> {
    const answer = await this.create(this.body(change));
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  }

  /** The one declaration of an order. */
  private declarationOf(orderId: string): string {
    const known = this.declarations.get(orderId) ?? newId();
    this.declarations.set(orderId, known);
    return known;
  }

  async read(id: string): Promise<Order> {
    return (await this.tenant.client.get<Order>(`/v1/orders/${id}`)).body;
  }

  /** What services would publish about the order, one after the other, and then what the order makes of it all. */
  async heard(
    order: { id: string },
    ...events: readonly { type: EventType; data: object; about?: string }[]
  ): Promise<void> {
    const orderId = parseId('order', order.id);
    const unitOfWork = this.platform.api.get(UnitOfWork);
    for (const { type, data, about } of events) {
      const [kind] = EVENT_CATALOGUE[type].about;
      const id = about ?? (kind === 'declaration' ? this.declarationOf(orderId) : newId());
      const resource = { type: kind, id };
      await unitOfWork.run(this.caller, (tx) => {
        publish(tx, { type, resource, orderId, data } as unknown as OutgoingEvent);
        return Promise.resolve();
      });
    }
    await unitOfWork.run(this.caller, (tx) => new OrderTracks().refresh(new Map([[orderId, tx]])));
  }
}

export async function enter(tenant: TestTenant, party: object): Promise<string> {
  const answer = await tenant.client.post<{ id: string }>('/v1/parties', party, key());
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}
