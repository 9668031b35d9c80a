import { parseId } from '../../src/kernel/ids.js';
import { LINE, orderBody, SELLER, BUYER } from '../support/order-samples.js';
import { enter, faultsOf, key, type Order, OrderDesk, type Problem, problemOf } from '../support/order-desk.js';

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

describe('Entering an order', () => {
  it('places it at once, and answers what was stored', async () => {
    const request = desk.body();
    const answer = await desk.create(request);
    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toBe(`/v1/orders/${answer.body.id}`);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      reference: request.reference,
      state: 'placed',
      value: { amount: '10000.00', currency: 'USD' },
      tracks: {
        customs: 'pending',
        freight: 'pending',
        fx: 'pending',
        taxRefund: 'pending',
        financing: 'not_applicable',
      },
      allowedActions: ['cancel'],
      lines: [{ lineNumber: 1, hsCode: '8516609000', quantity: '1000', originCountry: 'CN', purchase: LINE.purchase }],
    });
    const found = await desk.tenant.client.get<Order>(`/v1/orders/${answer.body.id}`);
    expect(found.headers['etag']).toBe('"1"');
    expect(found.body).toEqual(answer.body);
  });

  it('tells the services and the auditors, and nobody twice', async () => {
    const { id } = await desk.placed();
    const orderId = parseId('order', id);
    const events = await desk.platform.rows<{ type: string; sequence: number }>(
      'SELECT type, sequence FROM platform.event WHERE order_id = $1',
      [orderId],
    );
    expect(events).toEqual([{ type: 'orders.order.placed', sequence: 1 }]);
    const audits = await desk.platform.rows('SELECT action, to_state FROM audit.record WHERE resource_id = $1', [
      orderId,
    ]);
    expect(audits).toEqual([{ action: 'orders.create', to_state: 'placed' }]);
  });

  it('answers a retry byte for byte, and makes one order of fifty at once', async () => {
    const request = desk.body();
    const headers = key();
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.create(request, headers)));
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const rows = await desk.platform.rows('SELECT 1 FROM orders.trade_order WHERE reference = $1', [request.reference]);
    expect(rows).toHaveLength(1);
  });

  it('keeps nothing of a dry run', async () => {
    const request = desk.body();
    const answer = await desk.tenant.client.post<Order>('/v1/orders?dryRun=true', request, key());
    expect([answer.status, answer.body.state]).toEqual([200, 'placed']);
    const rows = await desk.platform.rows('SELECT 1 FROM orders.trade_order WHERE reference = $1', [request.reference]);
    expect(rows).toHaveLength(0);
  });

  it('takes a thousand lines and no more', async () => {
    const answer = await desk.create(desk.body({ lines: Array.from({ length: 1_000 }, () => LINE) }));
    expect(answer.body.lines).toHaveLength(1_000);
    expect(answer.body.value.amount).toBe('10000000.00');
    const more = await desk.create(desk.body({ lines: Array.from({ length: 1_001 }, () => LINE) }));
    expect([more.status, ...faultsOf(more)]).toEqual([422, '/lines too_many']);
  });

  it('keeps every digit that was given', async () => {
    const exact = { ...LINE, quantity: '1000.00', netWeightKg: '7999.99999', unitPrice: '10.000001' };
    const { id } = await desk.placed({ lines: [exact] });
    expect((await desk.read(id)).lines[0]).toMatchObject({
      quantity: '1000.00',
      netWeightKg: '7999.99999',
      unitPrice: '10.000001',
    });
  });

  it('needs an Idempotency-Key', async () => {
    const answer = await desk.tenant.client.post<Problem>('/v1/orders', desk.body());
    expect([answer.status, answer.body.code]).toEqual([400, 'IDEMPOTENCY.KEY_REQUIRED']);
  });

  it('refuses a reference that is taken', async () => {
    const { reference } = await desk.placed();
    const again = await desk.create(desk.body({ reference }));
    expect(problemOf(again)).toEqual([409, 'ORDERS.REFERENCE_TAKEN']);
  });

  it('names every broken rule at once, those of the parties too', async () => {
    const answer = await desk.create(
      desk.body({
        sellerId: desk.buyer,
        salesChannel: '9610',
        lines: [{ ...LINE, total: { amount: '9.00', currency: 'USD' }, netWeightKg: '9001' }],
      }),
    );
    expect(problemOf(answer)).toEqual([422, 'REQUEST.INVALID']);
    expect(faultsOf(answer)).toEqual([
      '/salesChannel channel_not_offered',
      '/lines/0/total total_mismatch',
      '/lines/0/netWeightKg net_above_gross',
      '/sellerId unknown_party',
    ]);
  });

  it.each<[why: string, change: object, expected: string]>([
    ['an unknown field', { colour: 'red' }, '/colour unknown_field'],
    ['an unknown field of a line', { lines: [{ ...LINE, colour: 'red' }] }, '/lines/0/colour unknown_field'],
    ['no lines', { lines: [] }, '/lines too_few'],
    ['lines that are no list', { lines: 'many' }, '/lines is_array'],
    ['money as a number', { lines: [{ ...LINE, total: 10000 }] }, '/lines/0/total is_object'],
    [
      'an amount as a number',
      { lines: [{ ...LINE, total: { amount: 10000, currency: 'USD' } }] },
      '/lines/0/total money',
    ],
    [
      'too many decimals',
      { lines: [{ ...LINE, total: { amount: '10000.001', currency: 'USD' } }] },
      '/lines/0/total money',
    ],
    ['a short HS code', { lines: [{ ...LINE, hsCode: '851660' }] }, '/lines/0/hsCode format'],
    ['a quantity in words', { lines: [{ ...LINE, quantity: 'ten' }] }, '/lines/0/quantity format'],
    ['an unknown Incoterm', { incoterm: 'DAT' }, '/incoterm not_allowed'],
    ['the id of something else', { sellerId: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb' }, '/sellerId id'],
    [
      'a day that never was',
      { freight: { ...orderBody('', '').freight, readyDate: '2026-02-30' } },
      '/freight/readyDate date',
    ],
    ['a NUL in a name', { lines: [{ ...LINE, goodsName: 'a\u0000b' }] }, '/lines/0/goodsName characters'],
  ])('refuses %s', async (_why, change, expected) => {
    const answer = await desk.create(desk.body(change));
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toContain(expected);
  });

  it('refuses a body that is no JSON, no object, or too large', async () => {
    const statuses = await Promise.all(
      ['{', '[]', `{"reference":"${'x'.repeat(3_000_000)}"}`].map(
        async (text) =>
          (await desk.tenant.client.send('POST', '/v1/orders', text, { ...key(), 'content-type': 'application/json' }))
            .status,
      ),
    );
    expect(statuses).toEqual([400, 400, 413]);
  });

  it('does not know the parties of another tenant', async () => {
    const stranger = await desk.platform.tenant('Stranger');
    const answer = await stranger.client.post('/v1/orders', desk.body(), key());
    expect(faultsOf(answer)).toEqual(['/sellerId unknown_party', '/buyerId unknown_party']);
  });
});

describe('Finding orders', () => {
  it('lists them newest first, page by page', async () => {
    const own = await desk.platform.tenant('Lister');
    const [sellerId, buyerId] = [await enter(own, SELLER), await enter(own, BUYER)];
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const placement = index < 3 ? 'immediate' : 'later';
      const request = { ...orderBody(sellerId, buyerId, `L-${index}`), placement };
      made.unshift((await own.client.post<Order>('/v1/orders', request, key())).body.id);
    }
    interface List {
      data: Order[];
      nextCursor: string | null;
    }
    const list = async (query: string) => (await own.client.get<List>(`/v1/orders?${query}`)).body;
    const first = await list('limit=3');
    expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 3));
    const second = await list(`limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([second.data.map(({ id }) => id), second.nextCursor]).toEqual([made.slice(3), null]);

    const references = async (query: string) => (await list(query)).data.map(({ reference }) => reference);
    expect(await references('state=draft')).toEqual(['L-4', 'L-3']);
    expect(await references('reference=L-1')).toEqual(['L-1']);
    expect(await references(`sellerId=${sellerId}&state=placed,closed`)).toEqual(['L-2', 'L-1', 'L-0']);
    expect(await references(`buyerId=${sellerId}`)).toEqual([]);
    expect(await references('createdAt[gte]=2099-01-01T00:00:00Z')).toEqual([]);
    expect(await references('createdAt[lt]=2099-01-01T00:00:00Z&limit=1')).toEqual(['L-4']);
    const { createdAt } = (await own.client.get<{ createdAt: string }>(`/v1/orders/${made[0] ?? ''}`)).body;
    expect(await references(`createdAt[gt]=${createdAt}`)).toEqual([]);
    expect(await references(`createdAt[gte]=${createdAt}&createdAt[lte]=${createdAt}&limit=1`)).toEqual(['L-4']);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'cursor=nonsense',
    'state=flying',
    'colour=red',
    'sellerId=ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
    'createdAt[gte]=yesterday',
  ])('refuses ?%s', async (query) => {
    const answer = await desk.tenant.client.get<Problem>(`/v1/orders?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'REQUEST.MALFORMED']);
  });

  it.each(['', '/timeline', '/margin'])('knows no order%s that is not there, or is not yours', async (part) => {
    const stranger = await desk.platform.tenant('Stranger');
    const { id } = await desk.placed();
    const answers = await Promise.all([
      desk.tenant.client.get(`/v1/orders/ord_01jdq3x7k2e9ta6v0m8r4c5wzb${part}`),
      desk.tenant.client.get(`/v1/orders/nonsense${part}`),
      stranger.client.get(`/v1/orders/${id}${part}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
