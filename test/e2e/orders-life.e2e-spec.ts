import { EVENT_CATALOGUE } from '../../src/contracts/events.js';
import { newId, parseId } from '../../src/kernel/ids.js';
import { OrderBook } from '../../src/orders/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { BUYER, LINE, SELLER } from '../support/order-samples.js';
import { faultsOf, key, type Order, OrderDesk, type Problem, problemOf } from '../support/order-desk.js';

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

describe('A draft', () => {
  const draft = () => desk.placed({ placement: 'later' });
  const change = (id: string, version: number, patch: object) =>
    desk.tenant.client.patch<Order>(`/v1/orders/${id}`, patch, { 'If-Match': `"${version}"` });

  it('publishes nothing, can be changed, and is then placed', async () => {
    const { id, state, allowedActions, placedAt } = await draft();
    expect([state, placedAt]).toEqual(['draft', null]);
    expect(allowedActions).toEqual(['place', 'change', 'cancel']);
    const two = { ...LINE, quantity: '2000', total: { amount: '20000.00', currency: 'USD' } };
    const changed = await change(id, 1, { contractNumber: 'NB-2', lines: [LINE, two] });
    expect(changed.body).toMatchObject({ version: 2, contractNumber: 'NB-2', value: { amount: '30000.00' } });
    expect(changed.body.lines).toHaveLength(2);
    const answer = await desk.tenant.client.post<Order>(`/v1/orders/${id}/placement`, {}, key());
    expect([answer.status, answer.body.state, answer.body.version]).toEqual([200, 'placed', 3]);
    expect(await desk.read(id)).toEqual(answer.body);
    const timeline = await desk.tenant.client.get<{ data: { type: string }[] }>(`/v1/orders/${id}/timeline`);
    expect(timeline.body.data.map(({ type }) => type)).toEqual(['orders.order.placed']);
  });

  it('is changed by nobody who has not read it', async () => {
    const { id } = await draft();
    const blind = await desk.tenant.client.patch<Problem>(`/v1/orders/${id}`, { contractNumber: 'X' });
    expect([blind.status, blind.body.code]).toEqual([428, 'REQUEST.IF_MATCH_REQUIRED']);
    const stale = await change(id, 7, { contractNumber: 'X' });
    expect(problemOf(stale)).toEqual([412, 'REQUEST.STALE_VERSION']);
  });

  it('is held to the rules when it is changed', async () => {
    const { id } = await draft();
    const answer = await change(id, 1, { incoterm: 'CIF' });
    expect([answer.status, ...faultsOf(answer)]).toEqual([422, '/freight/insuranceCharge required']);
    expect((await desk.read(id)).version).toBe(1);
  });

  it('cannot be changed or placed any more once it is placed', async () => {
    const { id } = await desk.placed();
    const changed = await change(id, 1, { contractNumber: 'X' });
    const again = await desk.tenant.client.post(`/v1/orders/${id}/placement`, {}, key());
    expect([changed, again].map(({ status, body: text }) => [status, (text as unknown as Problem).code])).toEqual([
      [409, 'STATE.ILLEGAL_TRANSITION'],
      [409, 'STATE.ILLEGAL_TRANSITION'],
    ]);
  });

  it('is placed once, whoever races', async () => {
    const { id } = await draft();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.tenant.client.post(`/v1/orders/${id}/placement`, {}, key())),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  });
});

describe('Cancelling', () => {
  const cancel = (id: string) =>
    desk.tenant.client.post<Order>(`/v1/orders/${id}/cancellation`, { reason: 'No deal' }, key());

  it('takes back what binds nobody', async () => {
    const { id } = await desk.placed();
    const answer = await cancel(id);
    expect(answer.body).toMatchObject({
      state: 'cancelled',
      cancellationReason: 'No deal',
      allowedActions: [],
      tracks: { customs: 'cancelled', financing: 'not_applicable' },
    });
    expect((await cancel(id)).status).toBe(409);
  });

  it('is refused while somebody outside relies on the order', async () => {
    const order = await desk.placed();
    await desk.heard(order, { type: 'freight.booking.requested', data: { quoteId: null } });
    const answer = await cancel(order.id);
    expect(problemOf(answer)).toEqual([409, 'ORDERS.BINDING']);
    expect((answer.body as unknown as Problem).details).toEqual({ tracks: ['freight'] });
    expect((await desk.read(order.id)).allowedActions).toEqual([]);
  });
});

describe('Following an order', () => {
  it('shows each track as the services report, in whatever order their reports arrive', async () => {
    const order = await desk.placed();
    const declaration = newId();
    await desk.heard(
      order,
      { type: 'customs.declaration.submitted', data: { attempt: 1 }, about: declaration },
      { type: 'customs.declaration.rejected', data: { attempt: 1, reason: 'Weight' }, about: declaration },
    );
    expect(await desk.read(order.id)).toMatchObject({ state: 'attention', tracks: { customs: 'rejected' } });
    await desk.heard(order, { type: 'customs.declaration.submitted', data: { attempt: 2 }, about: declaration });
    expect(await desk.read(order.id)).toMatchObject({ state: 'in_progress', tracks: { customs: 'submitted' } });
    const { version } = await desk.read(order.id);
    await desk.heard(order);
    expect((await desk.read(order.id)).version).toBe(version);
  });

  it('closes it when every track is final, with the margin, and never opens it again', async () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const cny = (amount: string) => ({ amount, currency: 'CNY' });
    const order = await desk.placed({ freight: { by: 'other', readyDate: '2026-12-01' }, refund: { mode: 'none' } });
    expect(order.tracks).toMatchObject({ freight: 'not_applicable', taxRefund: 'not_applicable' });
    const conversion = newId();
    await desk.heard(
      order,
      { type: 'customs.declaration.cleared', data: EVENT_CATALOGUE['customs.declaration.cleared'].example },
      {
        type: 'fx.collection.matched',
        data: { amount: usd('10000.00'), duesTaken: usd('0.00'), by: 'reference', shortfall: null },
      },
      {
        type: 'fx.order.collected',
        data: { expected: usd('10000.00'), received: usd('10000.00'), shortfall: usd('0.00') },
      },
      {
        type: 'fx.conversion.settled',
        data: { sold: usd('10000.00'), bought: cny('70900.00'), rate: '7.09', planned: null },
        about: conversion,
      },
      {
        type: 'financing.proceeds.released',
        data: { source: 'collection', amount: cny('70900.00'), sourceId: conversion },
      },
    );
    expect(await desk.read(order.id)).toMatchObject({
      state: 'in_progress',
      tracks: { customs: 'cleared', fx: 'settled' },
    });
    await desk.heard(order, { type: 'fx.payout.confirmed', data: { amount: cny('70900.00'), purpose: 'collection' } });
    const closed = await desk.read(order.id);
    expect(closed).toMatchObject({ state: 'closed', tracks: { fx: 'paid_out' }, allowedActions: [] });

    const margin = await desk.tenant.client.get<{ actual: { margin: object; without: string[] }; lines: object[] }>(
      `/v1/orders/${order.id}/margin`,
    );
    // 70,900 from the bank less 60,000 for the goods and 7,800 VAT, which nobody gives back here.
    expect(margin.body.actual).toMatchObject({ margin: cny('3100.00'), without: [] });
    const [event] = await desk.platform.rows<{ data: object }>(
      `SELECT data FROM platform.event WHERE order_id = $1 AND type = 'orders.order.closed'`,
      [parseId('order', order.id)],
    );
    expect(event?.data).toEqual({ margin: cny('3100.00') });

    await desk.heard(order, { type: 'customs.declaration.rejected', data: { attempt: 1, reason: '' } });
    expect((await desk.read(order.id)).state).toBe('closed');
  });

  it('tells the story in the language of the reader, page by page, oldest first', async () => {
    const order = await desk.placed();
    await desk.heard(order, { type: 'customs.declaration.released', data: { entryNumber: '310420260000000001' } });
    const path = `/v1/orders/${order.id}/timeline`;
    interface Story {
      data: { type: string; text: string }[];
      nextCursor: string | null;
    }
    const whole = await desk.tenant.client.get<Story>(path, { 'accept-language': 'zh-CN' });
    expect(whole.body.data.map(({ type, text }) => `${type}: ${text}`)).toEqual([
      'orders.order.placed: 订单已生效：10000.00 USD FOB',
      'customs.declaration.released: 海关已放行（310420260000000001）',
      'orders.order.track_changed: 报关：pending → released',
    ]);
    const first = await desk.tenant.client.get<Story>(`${path}?limit=2`);
    expect(first.body.data.map(({ text }) => text)).toEqual([
      'Order placed: 10000.00 USD FOB',
      'Customs released the goods (310420260000000001)',
    ]);
    const rest = await desk.tenant.client.get<Story>(`${path}?limit=2&cursor=${first.body.nextCursor ?? ''}`);
    expect(rest.body.data.map(({ text }) => text)).toEqual(['Customs: pending → released']);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('gives the services the order with its parties as they now are', async () => {
    const order = await desk.placed();
    const caller = { tenantId: desk.tenant.tenantId, actor: 'test', traceparent: null };
    const book = desk.platform.api.get(OrderBook, { strict: false });
    const snapshot = await desk.platform.api
      .get(UnitOfWork)
      .read(caller, (view) => book.snapshot(view, parseId('order', order.id)));
    expect(snapshot).toMatchObject({
      id: parseId('order', order.id),
      currency: 'USD',
      value: { amount: '10000.00', currency: 'USD' },
      seller: { uscc: SELLER.uscc, customsCode: SELLER.customsCode, bankAccount: SELLER.bankAccount },
      buyer: { name: BUYER.name, country: 'DE' },
      lines: [{ lineNumber: 1, hsCode: LINE.hsCode, total: LINE.total, purchase: LINE.purchase }],
      freight: { containers: [{ sizeType: '22G1', count: 1 }], readyDate: '2026-12-01', freightCharge: null },
      refund: { mode: 'trading', advance: false },
      placedAt: order.placedAt,
    });
  });
});
