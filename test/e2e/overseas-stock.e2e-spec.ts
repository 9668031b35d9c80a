import { exportParcel, EXPORTS, ParcelDesk } from '../support/parcel-desk.js';
import { CustomsDesk } from '../support/customs-desk.js';
import { OrderFilingDesk } from '../support/order-filing-desk.js';
import { OVERSEAS, overseasParcel } from '../support/overseas-desk.js';
import { eventually, TestPlatform, type TestTenant } from '../support/test-platform.js';

interface SeenLot {
  readonly id: string;
  readonly sku: string;
  readonly declared: string;
  readonly sold: string;
  readonly lost: string;
  readonly onHand: string;
  readonly documentNo: string | null;
  readonly code: string;
  readonly detail: string;
}
interface SeenMovements {
  readonly movements: readonly {
    readonly id: string;
    readonly allocations: readonly { readonly quantity: string }[];
  }[];
  readonly code: string;
  readonly detail: string;
}

const WAREHOUSE = 'US-LAX-1';
const ARRIVED = '2026-12-20';

describe('Stock in a warehouse abroad', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let keys = 0;

  beforeAll(async () => {
    platform = await TestPlatform.start();
  });
  beforeEach(async () => {
    tenant = await platform.tenant();
  });
  afterAll(() => platform.stop());

  const post = <Body>(path: string, body: object, of = tenant) =>
    of.client.post<Body>(`/v1/customs/${path}`, body, { 'idempotency-key': `overseas-${(keys += 1)}` });
  const receive = (source: object, more: object = {}) =>
    post<{ lots: SeenLot[]; code: string }>('overseas-lots', {
      warehouse: WAREHOUSE,
      arrivedOn: ARRIVED,
      ...source,
      ...more,
    });
  const move = (...movements: readonly object[]) =>
    post<SeenMovements>('overseas-movements', { warehouse: WAREHOUSE, movements });
  const told = (reference: string, kind: string, quantity: string, more: object = {}) => ({
    ...{ reference, kind, quantity, sku: 'TOY-1', occurredOn: '2026-12-24' },
    ...more,
  });
  const lots = async (query = ''): Promise<SeenLot[]> =>
    (await tenant.client.get<{ data: SeenLot[] }>(`/v1/customs/overseas-lots${query}`)).body.data;
  const standing = async (): Promise<string[]> =>
    (await lots()).map(({ declared, sold, lost, onHand }) => `${declared}: ${sold} ${lost} ${onHand}`);
  const list = async (orderNo: string, profile: string, papers: object = overseasParcel(orderNo)): Promise<string> => {
    const desk = new ParcelDesk(tenant);
    await desk.bring(profile, papers);
    return (await desk.until(orderNo, 'released')).id;
  };
  const profile = (): Promise<string> => new ParcelDesk(tenant).profile({ ...OVERSEAS, name: 'Overseas' });

  it('is what lists under 9810 declared, and goes down and up by what the warehouse tells', async () => {
    const parcelId = await list('OW-1', await profile());
    const { status, body } = await receive({ parcelId });
    expect([status, body.lots]).toMatchObject([
      201,
      [{ sku: 'TOY-1', declared: '3', onHand: '3', hsCode: '9503008900' }],
    ]);
    expect(body.lots[0]?.documentNo).toMatch(/^3105\d{4}E\d{9}$/);
    const second = await receive({ parcelId });
    expect([second.status, second.body.code]).toEqual([409, 'CUSTOMS.OVERSEAS_STOCK_RECEIVED']);
    const sold = await move(told('M-1', 'sale', '2', { orderNo: '112-0042' }), told('M-2', 'loss', '1'));
    expect(sold.body.movements.map(({ allocations }) => allocations[0]?.quantity)).toEqual(['2', '1']);
    expect(await standing()).toEqual(['3: 2 1 0']);
    const again = await move(told('M-1', 'sale', '2', { orderNo: '112-0042' }));
    expect(again.body.movements[0]?.id).toBe(sold.body.movements[0]?.id);
    expect(await standing()).toEqual(['3: 2 1 0']);
    const other = await move(told('M-1', 'sale', '1', { orderNo: '112-0042' }));
    expect([other.status, other.body.code]).toEqual([409, 'CUSTOMS.OVERSEAS_MOVEMENT_DIFFERS']);
    await move(told('M-3', 'return', '0.5'), told('M-4', 'found', '1'));
    expect(await standing()).toEqual(['3: 1.5 0 1.5']);
    expect((await tenant.client.get(`/v1/customs/overseas-lots/${body.lots[0]?.id}`)).body).toMatchObject({
      onHand: '1.5',
      version: 3,
    });
    const { body: found } = await tenant.client.get<{ data: { reference: string }[] }>(
      `/v1/customs/overseas-movements?warehouse=${WAREHOUSE}&sku=TOY-1`,
    );
    expect(found.data.map(({ reference }) => reference)).toEqual(['M-4', 'M-3', 'M-2', 'M-1']);
  });

  it('is never below zero: of a request that asks for too much nothing is done', async () => {
    const of = await profile();
    await receive({ parcelId: await list('OW-2', of) });
    await receive({ parcelId: await list('OW-3', of) }, { arrivedOn: '2026-12-22' });
    const short = await move(told('N-1', 'sale', '1'), told('N-2', 'sale', '6'));
    expect([short.status, short.body.code]).toEqual([409, 'CUSTOMS.OVERSEAS_STOCK_SHORT']);
    expect(short.body.detail).toContain('there are 5');
    expect(await standing()).toEqual(['3: 0 0 3', '3: 0 0 3']);
    const early = await move(told('N-3', 'sale', '4', { occurredOn: '2026-12-21' }));
    expect(early.body.code).toBe('CUSTOMS.OVERSEAS_STOCK_SHORT');
    const twice = await Promise.all(['N-4', 'N-5'].map((reference) => move(told(reference, 'sale', '4'))));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await standing()).toEqual(['3: 1 0 2', '3: 3 0 0']);
  });

  it('is of nothing else, and of nothing that has not left', async () => {
    const desk = new ParcelDesk(tenant);
    const usual = await desk.profile({ ...EXPORTS, transmits: [] });
    const wrong = await receive({ parcelId: await list('OW-4', usual, exportParcel('OW-4')) });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'CUSTOMS.NO_OVERSEAS_EXPORT']);
    const of = await profile();
    const { order } = exportParcel('OW-5');
    const { body } = await desk.bring(of, { order });
    expect((await receive({ parcelId: body.id })).body.code).toBe('CUSTOMS.NO_OVERSEAS_EXPORT');
    expect((await receive({})).status).toBe(422);
  });

  it('is declared by a declaration: its taxes are claimed in advance when it leaves, and settled by what is sold', async () => {
    const customs = await CustomsDesk.open();
    try {
      const { id: declarationId, orderId, sku } = await departed(customs);
      const refundCase = () => customs.tenant.client.get<SeenCase>(`/v1/tax-refund/cases/${orderId}`);
      const open = await eventually(refundCase, ({ body }) => body.declarations.length === 1);
      expect(open.body.missing.map(({ fact }) => fact)).not.toContain('collection');
      expect(open.body.checks).toContainEqual(expect.objectContaining({ check: 'collection', outcome: 'warn' }));
      const at = { warehouse: WAREHOUSE };
      const of = customs.tenant;
      const received = await post<{ lots: SeenLot[] }>(
        'overseas-lots',
        { ...at, declarationId, arrivedOn: '2099-01-01', items: [{ lineNo: 1, sku }] },
        of,
      );
      expect(received.status).toBe(201);
      const sale = told('S-1', 'sale', '400', { sku, occurredOn: '2099-01-02' });
      expect((await post('overseas-movements', { ...at, movements: [sale] }, of)).status).toBe(200);
      const told400 = await eventually(refundCase, ({ body }) => body.overseasSales[0]?.settlement === 'partly');
      expect(told400.body.overseasSales[0]?.items).toEqual([
        { itemNumber: 1, declared: '1000', sold: '400', lost: '0', unsold: '600' },
      ]);
    } finally {
      await customs.close();
    }
  });
});

interface SeenCase {
  readonly missing: readonly { readonly fact: string }[];
  readonly checks: readonly object[];
  readonly declarations: readonly object[];
  readonly overseasSales: readonly { readonly settlement: string; readonly items: readonly object[] }[];
}

/** Goods of an order to a warehouse abroad, filed and declared under 9810, that have left. */
async function departed(desk: CustomsDesk): Promise<{ id: string; orderId: string; sku: string }> {
  const filings = new OrderFilingDesk(desk);
  await filings.profile('9810');
  const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
  const refund = { mode: 'trading', advance: false };
  const orderId = await desk.place({ contractNumber: 'OW20261101', salesChannel: '9810', freight, refund });
  await filings.until(orderId, 'accepted');
  const drafted = await desk.declarationOf(orderId);
  const { id } = drafted;
  const { queued, billNumber } = await desk.ship(drafted);
  if (queued.findings.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(queued.findings));
  await desk.until(id, 'released');
  await desk.depart(billNumber);
  await eventually(
    () => desk.read(id),
    ({ body }) => body.state === 'departed' || body.state === 'cleared',
  );
  return { id, orderId, sku: 'OVEN-1' };
}
