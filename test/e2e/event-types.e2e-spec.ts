import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { API_GUIDE } from '../../src/api-guide.js';
import { EVENT_CATALOGUE } from '../../src/contracts/events.js';
import { newId } from '../../src/kernel/ids.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { describeApi } from '../../src/platform/http/openapi.js';
import { publish } from '../../src/platform/outbox/outbox.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface EventType {
  readonly type: string;
  readonly description: string;
  readonly resourceTypes: string[];
  readonly raisedBy: { readonly resource: string; readonly command: string; readonly from: string[]; to: string }[];
  readonly schema: object;
  readonly example: object;
}

describe('Event types', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await TestPlatform.start();
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  it('are listed, every one, with what raises them', async () => {
    const { body } = await tenant.client.get<{ data: EventType[] }>('/v1/event-types');
    expect(body.data.map(({ type }) => type)).toEqual(Object.keys(EVENT_CATALOGUE));
    expect(body.data.find(({ type }) => type === 'fx.payout.confirmed')).toEqual({
      type: 'fx.payout.confirmed',
      description: 'paid out',
      resourceTypes: ['payout'],
      raisedBy: [{ resource: 'payout', command: 'confirm', from: ['queued', 'sent', 'accepted'], to: 'confirmed' }],
    });
  });

  it('are told in Chinese to who asks in Chinese', async () => {
    const { body } = await tenant.client.get<EventType>('/v1/event-types/customs.declaration.released', {
      'accept-language': 'zh-CN',
    });
    expect(body.description).toBe('放行');
  });

  it('are not found where there is none', async () => {
    expect((await tenant.client.get('/v1/event-types/customs.declaration.eaten')).status).toBe(404);
    expect((await tenant.client.get('/v1/event-types/constructor')).status).toBe(404);
  });

  it('have a schema that what is published holds to', async () => {
    const caller = { tenantId: tenant.tenantId, actor: 'test', traceparent: null };
    await platform.api.get(UnitOfWork).run(caller, (tx) => {
      const margin = { amount: '0.00', currency: 'CNY' };
      publish(tx, { type: 'orders.order.closed', resource: { type: 'order', id: newId() }, data: { margin } });
      return Promise.resolve();
    });
    const { body: events } = await eventually(
      () => tenant.client.get<{ data: object[] }>('/v1/events?type=orders.order.closed'),
      (answer) => answer.body.data.length === 1,
    );
    const { body } = await tenant.client.get<EventType>('/v1/event-types/orders.order.closed');
    const ajv = new Ajv2020({ strict: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(body.schema);
    expect([validate(events.data[0]), validate.errors]).toEqual([true, null]);
  });

  it('that are not as their schema says undo the whole transaction in tests', async () => {
    const caller = { tenantId: tenant.tenantId, actor: 'test', traceparent: null };
    const saying = platform.api.get(UnitOfWork).run(caller, (tx) => {
      publish(tx, { type: 'orders.order.closed', resource: { type: 'order', id: newId() }, data: {} as never });
      return Promise.resolve();
    });
    await expect(saying).rejects.toThrow('orders.order.closed is not as its schema says');
  });

  it('are the webhooks of the OpenAPI document', () => {
    const { webhooks = {} } = describeApi(platform.api, API_GUIDE) as { webhooks?: object };
    expect(Object.keys(webhooks)).toEqual(Object.keys(EVENT_CATALOGUE));
  });
});
