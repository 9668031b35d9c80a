import { parseId } from '../../src/kernel/ids.js';
import { key, type Order, OrderDesk } from '../support/order-desk.js';

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** So many that they share transactions. */
const MANY = 40;

describe('Orders that come at the same moment', () => {
  it('are each entered once, with their own event, audit line and kept answer', async () => {
    const answers = await Promise.all(Array.from({ length: MANY }, () => desk.create(desk.body())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const ids = answers.map(({ body }) => parseId('order', body.id));
    expect(new Set(ids).size).toBe(MANY);
    const [counts] = await desk.platform.rows(
      `SELECT (SELECT count(*)::int FROM platform.event WHERE resource_id = ANY($1) AND sequence = 1) AS events,
              (SELECT count(*)::int FROM audit.record WHERE resource_id = ANY($1::text[])) AS audits,
              (SELECT count(*)::int FROM platform.idempotency_record WHERE resource = ANY($2)) AS answers`,
      [ids, answers.map(({ body }) => body.id)],
    );
    expect(counts).toEqual({ events: MANY, audits: MANY, answers: MANY });
  });

  it('fail alone: a taken reference and a broken rule spoil no other', async () => {
    const taken = desk.body();
    await desk.create(taken);
    const requests = Array.from({ length: MANY }, (_, index) => {
      if (index % 10 === 3) return { ...desk.body(), reference: taken.reference };
      if (index % 10 === 7) return { ...desk.body(), buyerId: desk.body().sellerId };
      return desk.body();
    });
    const answers = await Promise.all(requests.map((request) => desk.create(request)));
    const wanted = requests.map((_, index) => (index % 10 === 3 ? 409 : index % 10 === 7 ? 422 : 201));
    expect(answers.map(({ status }) => status)).toEqual(wanted);
    const rows = await desk.platform.rows<{ reference: string }>(
      'SELECT reference FROM orders.trade_order WHERE reference = ANY($1)',
      [requests.filter((_, index) => wanted[index] === 201).map(({ reference }) => reference)],
    );
    expect(rows).toHaveLength(wanted.filter((status) => status === 201).length);
  });

  it('give a repeat among them the first answer or ask it to wait, and never a second order', async () => {
    const repeated = { request: desk.body(), headers: key() };
    const answers = await Promise.all(
      Array.from({ length: MANY }, (_, index) =>
        index % 2 === 0 ? desk.create(repeated.request, repeated.headers) : desk.create(desk.body()),
      ),
    );
    const repeats = answers.filter((_, index) => index % 2 === 0);
    expect(answers.filter((_, index) => index % 2 === 1).every(({ status }) => status === 201)).toBe(true);
    expect(repeats.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(repeats.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
  });

  it('of two with one new reference one is entered', async () => {
    const request = desk.body();
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.create(request)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    const refused = answers
      .filter(({ status }) => status === 409)
      .map(({ body }) => body as unknown as { code: string });
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['ORDERS.REFERENCE_TAKEN']));
  });

  it('follow their own requests: the trace of each order is that of its caller', async () => {
    const traces = Array.from(
      { length: 12 },
      (_, index) => `00-${String(index + 1).padStart(32, 'a')}-${'b'.repeat(16)}-01`,
    );
    const answers = await Promise.all(
      traces.map((traceparent) => desk.tenant.client.post<Order>('/v1/orders', desk.body(), { ...key(), traceparent })),
    );
    const rows = await desk.platform.rows<{ resource_id: string; traceparent: string }>(
      'SELECT resource_id, traceparent FROM platform.event WHERE resource_id = ANY($1)',
      [answers.map(({ body }) => parseId('order', body.id))],
    );
    const traceOf = new Map(rows.map((row) => [row.resource_id, row.traceparent.split('-')[1]]));
    expect(answers.map(({ body }) => traceOf.get(parseId('order', body.id)))).toEqual(
      traces.map((traceparent) => traceparent.split('-')[1]),
    );
  });
});
