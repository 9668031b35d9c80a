import { type LotBody, type WarehouseBody, WarehouseDesk } from '../support/warehouse-desk.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { key } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';
import { type ApiAnswer } from '../support/api-client.js';

let platform: TestPlatform;
let desk: WarehouseDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());
beforeEach(async () => {
  desk = await WarehouseDesk.open(platform, await platform.tenant());
});

const told = ({ status, body }: ApiAnswer<WarehouseBody>): [number, unknown] => [
  status,
  (body as unknown as { code: string }).code,
];
const faults = ({ body }: ApiAnswer<WarehouseBody>): string[] =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

/** What the moves of each lot add up to, and what the lot says. */
const LEDGER = `
  SELECT count(*)::int AS lots,
         count(*) FILTER (WHERE l.on_hand <> m.on_hand OR l.allocated <> m.allocated OR l.damaged <> m.damaged OR l.sold <> m.sold)::int AS wrong
  FROM freight.stock_lot l JOIN (
    SELECT lot_id,
      sum(CASE WHEN kind IN ('receipt', 'return_restock', 'found') THEN pieces WHEN kind IN ('dispatch', 'damage', 'lost') THEN -pieces ELSE 0 END) AS on_hand,
      sum(CASE kind WHEN 'allocation' THEN pieces WHEN 'deallocation' THEN -pieces WHEN 'dispatch' THEN -pieces ELSE 0 END) AS allocated,
      sum(CASE WHEN kind IN ('damaged_receipt', 'return_damaged', 'damage') THEN pieces WHEN kind = 'disposal' THEN -pieces ELSE 0 END) AS damaged,
      sum(CASE WHEN kind = 'dispatch' THEN pieces WHEN kind LIKE 'return%' THEN -pieces ELSE 0 END) AS sold
    FROM freight.stock_move WHERE tenant_id = $1 GROUP BY lot_id) m ON m.lot_id = l.id
  WHERE l.tenant_id = $1`;
const ledger = async (): Promise<object | undefined> => (await platform.rows(LEDGER, [desk.tenant.tenantId]))[0];

const events = async (): Promise<string[]> =>
  (
    await platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE tenant_id = $1 AND type LIKE 'freight.%' ORDER BY id`,
      [desk.tenant.tenantId],
    )
  ).map(({ type }) => type.replace('freight.', ''));

describe('An inbound notice', () => {
  it('is announced, inspected with evidence, and stocked with its differences', async () => {
    const notice = await desk.announced(100, { lot: 'L1' });
    expect(notice).toMatchObject({ state: 'announced', allowedActions: ['depart', 'arrive', 'cancel'] });
    await desk.done(`inbound-notices/${notice.id}/departure`, { trackingNumber: 'CSQU3054383' });
    const early = await desk.post(`inbound-notices/${notice.id}/stocking`);
    expect(told(early)).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    await desk.done(`inbound-notices/${notice.id}/arrival`);
    const found = await desk.done(`inbound-notices/${notice.id}/inspection`, desk.inspection(notice, 95, 10));
    expect(found.lines).toMatchObject([{ counted: 95, accepted: 85, damaged: 10, missing: 5 }]);
    const stale = await desk.post(`inbound-notices/${notice.id}/stocking`, {}, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect((await desk.done(`inbound-notices/${notice.id}/stocking`)).state).toBe('discrepancy');
    const { data } = await desk.get<{ data: LotBody[] }>('stock-lots?lot=L1');
    expect(data).toMatchObject([{ received: 95, onHand: 85, damaged: 10, available: 85 }]);
    const told2 = (await events()).filter((type) => type.startsWith('inbound') || type.startsWith('stock'));
    expect(told2).toEqual([
      ...['inbound.announced', 'inbound.departed', 'inbound.arrived', 'inbound.inspected'],
      ...['stock.moved', 'inbound.discrepancy'],
    ]);
    expect((await (await platform.tenant()).client.get(`/v1/freight/inbound-notices/${notice.id}`)).status).toBe(404);
  });

  it('of what is wrong is refused with every fault, and no row is changed', async () => {
    const arrived = await desk.arrived(100, { lot: 'L1' });
    const before = await desk.rows();
    const body = desk.announcement(10, { lot: 'L2' });
    const wrong = await desk.post('inbound-notices', {
      ...body,
      lines: [...body.lines, { sku: 'NONE', lot: 'X', quantity: 1, itemNumber: 1 }, ...body.lines],
    });
    expect(faults(wrong)).toEqual([
      '/lines/1/sku unknown',
      '/lines/1/itemNumber with_declaration',
      '/lines/2/lot twice',
    ]);
    const zero = await desk.post('inbound-notices', { ...body, lines: [{ sku: 'TOY-1', lot: 'L2', quantity: 0 }] });
    expect(zero.status).toBe(422);
    expect(told(await desk.post('inbound-notices', desk.announcement(10, { lot: 'L1' })))).toEqual([
      409,
      'FREIGHT.LOT_TAKEN',
    ]);
    const lotId = arrived.lines[0]?.lotId ?? '';
    const line = { lotId, counted: 101, accepted: 90, damaged: 1 };
    const foreign = { ...line, lotId: lotId.replace(/..$/, '00') };
    const path = `inbound-notices/${arrived.id}/inspection`;
    const refused = await desk.post(path, { lines: [line, foreign] });
    expect(faults(refused)).toEqual([
      ...['/lines/0/counted sum', '/lines/0/counted too_many', '/lines/0/evidence required', '/lines/1/lotId foreign'],
    ]);
    expect(faults(await desk.post(path, { lines: [foreign] }))).toContain('/lines incomplete');
    expect(await desk.rows()).toBe(before);
  });

  it('takes no more of a declaration than left under it, and what became of that is accounted for', async () => {
    const declarationId = await desk.departed('1000');
    await desk.stocked(600, { declarationId, counted: 590, damaged: 20 });
    const twice = await Promise.all(
      [0, 1].map(() => desk.post('inbound-notices', desk.announcement(300, { declarationId }))),
    );
    expect(twice.map(told).sort()).toEqual([
      [201, undefined],
      [409, 'FREIGHT.DECLARED_GOODS_EXCEEDED'],
    ]);
    const sent = await desk.dispatched(100);
    await desk.done(`outbound-orders/${sent.id}/returns`, {
      ...{ reference: 'RMA-1', reason: 'r' },
      lines: [
        { lotId: sent.allocations[0]?.lotId, quantity: 3, disposition: 'restock' },
        { lotId: sent.allocations[0]?.lotId, quantity: 2, disposition: 'dispose' },
      ],
    });
    const account = await desk.get<{ items: object[] }>(`overseas/accounts/${declarationId}`);
    expect(account.items).toEqual([
      {
        ...{ itemNumber: 1, hsCode: '9503008900', quantity: '1000', unit: '007' },
        ...{ unannounced: '100', underway: 300, missing: 10, received: 590, adjusted: 0 },
        ...{ sold: 95, returned: 5, disposed: 2, damaged: 20, onHand: 473, unsold: 493 },
      },
    ]);
    const [last] = await platform.rows<{ data: { items: object[] } }>(
      `SELECT data FROM platform.event WHERE tenant_id = $1 AND type = 'freight.overseas_export.accounted' ORDER BY id DESC LIMIT 1`,
      [desk.tenant.tenantId],
    );
    expect(last?.data.items).toMatchObject([{ sold: 95, unsold: 493 }]);
    const measured = desk.announcement(1, { declarationId: await desk.departed('12.5', '035') });
    expect(faults(await desk.post('inbound-notices', measured))).toEqual(['/lines/0/itemNumber not_pieces']);
    const unknown = desk.announcement(1, { declarationId: declarationId.replace(/..$/, '00') });
    expect((await desk.post('inbound-notices', unknown)).status).toBe(404);
  });

  it('that is cancelled frees its lot and what it took of the declaration', async () => {
    const declarationId = await desk.departed('10');
    const { id } = await desk.announced(10, { declarationId, lot: 'L1' });
    await desk.done(`inbound-notices/${id}/cancellation`, { reason: 'Twice' });
    await desk.stocked(10, { declarationId, lot: 'L1' });
    expect(told(await desk.post(`inbound-notices/${id}/arrival`))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });
});

describe('Stock', () => {
  it('of which ten pieces are left is promised ten times, whoever races whom', async () => {
    const lotId = await desk.stocked(10);
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.post('outbound-orders', desk.wanted(1))));
    const statuses = answers.map(({ status }) => status);
    expect([
      statuses.filter((status) => status === 201).length,
      statuses.filter((status) => status === 409).length,
    ]).toEqual([10, 40]);
    expect(await desk.lot(lotId)).toMatchObject({ onHand: 10, allocated: 10, available: 0 });
    expect(await ledger()).toEqual({ lots: 1, wrong: 0 });
  });

  it('of several lots moves at once, and each move is told', async () => {
    const lots = await Promise.all(['A', 'B', 'C', 'D'].map((lot) => desk.stocked(50, { lot })));
    const damage = (lotId: string) =>
      desk.post(`stock-lots/${lotId}/write-downs`, { kind: 'damage', quantity: 1, reason: 'r' });
    const answers = await Promise.all(Array.from({ length: 15 }, () => lots.map(damage)).flat());
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect((await events()).filter((type) => type === 'stock.moved')).toHaveLength(64);
    expect(await ledger()).toEqual({ lots: 4, wrong: 0 });
  });

  it('is promised to an order once, and goes on offer again when that is cancelled', async () => {
    const lotId = await desk.stocked(100);
    const wanted = desk.wanted(10);
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.post('outbound-orders', wanted)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 201).map((each) => told(each)[1]))).toEqual(
      new Set(['FREIGHT.ORDER_ALLOCATED']),
    );
    const { id } = answers.find(({ status }) => status === 201)?.body ?? { id: '' };
    expect((await desk.lot(lotId)).allocated).toBe(10);
    await desk.done(`outbound-orders/${id}/cancellation`, { reason: 'r' });
    expect((await desk.lot(lotId)).available).toBe(100);
    expect((await desk.post('outbound-orders', wanted)).status).toBe(201);
  });

  it('leaves the oldest first, or from the named lot, and comes back no more than it left', async () => {
    const [first, second] = [await desk.stocked(5, { lot: 'A' }), await desk.stocked(5, { lot: 'B' })];
    const named = await desk.allocated(2, { lot: 'B' });
    expect(named.allocations).toMatchObject([{ lot: 'B', quantity: 2 }]);
    const { id, allocations } = await desk.allocated(7);
    expect(allocations.map(({ lot, quantity }) => [lot, quantity])).toEqual([
      ['A', 5],
      ['B', 2],
    ]);
    expect(told(await desk.post('outbound-orders', desk.wanted(2)))).toEqual([409, 'FREIGHT.STOCK_SHORT']);
    expect(faults(await desk.post('outbound-orders', desk.wanted(1, { lot: 'C' })))).toEqual(['/lines/0/lot unknown']);
    const sent = { carrier: 'UPS', trackingNumber: '1Z' };
    expect(told(await desk.post(`outbound-orders/${id}/dispatch`, sent))).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    await desk.done(`outbound-orders/${id}/release`);
    expect(await desk.done(`outbound-orders/${id}/dispatch`, sent)).toMatchObject({ state: 'dispatched', pieces: 7 });
    const back = (lotId: string, quantity: number) => ({
      ...{ reference: desk.reference('RMA'), reason: 'r', lines: [{ lotId, quantity, disposition: 'damaged' }] },
    });
    const before = await desk.rows();
    expect(faults(await desk.post(`outbound-orders/${id}/returns`, back(second, 3)))).toEqual([
      '/lines/0/quantity too_many',
    ]);
    expect(told(await desk.post(`outbound-orders/${named.id}/returns`, back(second, 1)))[0]).toBe(409);
    const foreign = await desk.post(`outbound-orders/${id}/returns`, back(second.replace(/..$/, '00'), 1));
    expect(faults(foreign)).toEqual(['/lines/0/lotId foreign']);
    expect(await desk.rows()).toBe(before);
    await desk.done(`outbound-orders/${id}/returns`, back(first, 5));
    expect(await desk.lot(first)).toMatchObject({ onHand: 0, damaged: 5, sold: 0 });
    await desk.done(`stock-lots/${first}/write-downs`, { kind: 'disposal', quantity: 5, reason: 'r' });
    const more = await desk.post(`stock-lots/${first}/write-downs`, { kind: 'disposal', quantity: 1, reason: 'r' });
    expect(told(more)).toEqual([409, 'FREIGHT.STOCK_SHORT']);
    expect(await ledger()).toEqual({ lots: 2, wrong: 0 });
  });

  it('is counted blind; differences are booked with the reason, but none of what is promised', async () => {
    const lotId = await desk.stocked(10);
    await desk.allocated(9);
    const count = await desk.opened();
    expect(count.lines).toMatchObject([{ lotId, counted: null, expected: null, difference: null }]);
    const path = `stock-counts/${count.id}`;
    const foreign = lotId.replace(/..$/, '00');
    expect(faults(await desk.post(`${path}/result`, { lines: [{ lotId: foreign, counted: 1 }] }))).toEqual([
      ...['/lines/0/lotId foreign', '/lines incomplete'],
    ]);
    const counted = await desk.done(`${path}/result`, { lines: [{ lotId, counted: 8 }] });
    expect(counted.lines).toMatchObject([{ expected: 10, difference: -2 }]);
    expect(told(await desk.post(`${path}/adjustment`, { reason: 'r' }))).toEqual([409, 'FREIGHT.STOCK_SHORT']);
    await desk.done(`${path}/cancellation`, { reason: 'Promised' });
    const second = await desk.opened();
    await desk.done(`stock-counts/${second.id}/result`, { lines: [{ lotId, counted: 12 }] });
    expect((await desk.done(`stock-counts/${second.id}/adjustment`, { reason: 'Found two' })).state).toBe('adjusted');
    expect(await desk.lot(lotId)).toMatchObject({ onHand: 12, allocated: 9, adjusted: 2 });
    expect(await ledger()).toEqual({ lots: 1, wrong: 0 });
  });

  it('is tried without a trace by a dry run', async () => {
    await desk.stocked(10);
    const before = await desk.rows();
    const { client } = desk.tenant;
    const tried = await client.post<WarehouseBody>('/v1/freight/outbound-orders?dryRun=true', desk.wanted(4), key());
    expect([tried.status, tried.body.allocations[0]?.quantity]).toEqual([200, 4]);
    expect(await desk.rows()).toBe(before);
  });
});

describe('A warehouse', () => {
  it('has a code of its own, a place and a zone that there are, and prices without gaps', async () => {
    const body = { code: 'X', name: 'X', country: 'US', unLocode: 'DEHAM', zone: 'Mars/Olympus' };
    expect(faults(await desk.post('warehouses', body))).toEqual(['/unLocode format', '/zone unknown']);
    const taken = { ...body, code: 'US-LAX-9', unLocode: 'USLAX', zone: 'America/Los_Angeles' };
    expect(told(await desk.post('warehouses', taken))).toEqual([409, 'FREIGHT.WAREHOUSE_CODE_TAKEN']);
    const change = await desk.tenant.client.patch(
      `/v1/freight/warehouses/${desk.warehouseId}`,
      { name: 'Carson' },
      { 'if-match': '"1"' },
    );
    expect(change.body).toMatchObject({ name: 'Carson', version: 2 });
    const prices = {
      ...{ warehouseId: desk.warehouseId, validFrom: '2026-02-01', currency: 'EUR', source: 's', freeDays: 3 },
      ...{ inboundPerPiece: '0', inboundPerCarton: '0', pickPerOrder: '0', pickPerPiece: '0', returnPerPiece: '10001' },
      storage: [
        { fromDay: 9, perCbmDay: '1' },
        { fromDay: 9, perCbmDay: '1' },
      ],
    };
    expect(faults(await desk.post('warehouse-tariffs', prices)).sort()).toEqual([
      ...['/currency other_currency', '/returnPerPiece too_large', '/storage/0/fromDay gap'],
      ...['/storage/1/fromDay not_ascending', '/validFrom past'],
    ]);
  });

  it('charges by the day, and its month is billed once, when it is over', async () => {
    const { client } = desk.tenant;
    const set = await client.post('/v1/sandbox/clock', { now: '2099-03-01T20:00:00Z' }, key());
    expect(set.status).toBeLessThan(300);
    await desk.stocked(10);
    await client.post('/v1/sandbox/clock', { now: '2099-03-10T20:00:00Z' }, key());
    await desk.dispatched(4);
    await client.post('/v1/sandbox/clock', { now: '2099-03-12T20:00:00Z' }, key());
    interface Fees {
      readonly storage: readonly { readonly fee: object; readonly spans: readonly object[] }[];
      readonly handling: readonly { readonly kind: string; readonly amount: { readonly amount: string } }[];
      readonly total: object;
    }
    const fees = await desk.get<Fees>(`warehouses/${desk.warehouseId}/fees`);
    expect(fees.storage).toMatchObject([
      { spans: [{ days: 3 }, { days: 6, amount: '1.8' }, { days: 3, pieces: 6, amount: '0.54' }] },
    ]);
    expect(fees.handling.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ...[
        ['inbound_piece', '0.50'],
        ['inbound_carton', '1.60'],
        ['pick_order', '1.50'],
        ['pick_piece', '1.00'],
      ],
    ]);
    expect(fees.total).toEqual({ amount: '6.94', currency: 'USD' });
    const month = { warehouseId: desk.warehouseId, period: '2099-03' };
    expect(told(await desk.post('warehouse-statements', month))).toEqual([409, 'FREIGHT.WAREHOUSE_MONTH_OPEN']);
    await client.post('/v1/sandbox/clock', { now: '2099-04-02T20:00:00Z' }, key());
    const { id } = await desk.done('warehouse-statements', month);
    expect(await desk.get(`warehouse-statements/${id}`)).toMatchObject({ total: { amount: '10.36', currency: 'USD' } });
    expect(told(await desk.post('warehouse-statements', month))).toEqual([409, 'FREIGHT.WAREHOUSE_STATEMENT_EXISTS']);
  });
});

describe('The guide of warehouses', () => {
  it.each(shellExamples('docs/warehouses.md').map((example) => [example.heading, example] as const))(
    '%s',
    async (_heading, example) => {
      const { apiKey } = await platform.tenant();
      expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
    },
  );
});
