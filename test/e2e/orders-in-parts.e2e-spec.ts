import { parseId } from '../../src/kernel/ids.js';
import { type MoneyJson } from '../../src/kernel/money.js';
import { CustomsDesk, type DeclarationBody, key } from '../support/customs-desk.js';
import { BUYER, LINE, SELLER } from '../support/order-samples.js';
import { eventually } from '../support/test-platform.js';

const LINES = 120;

let desk: CustomsDesk;
beforeAll(async () => {
  desk = await CustomsDesk.open();
});
afterAll(() => desk.close());

/** Ten ovens on each line: USD 100.00, bought for CNY 600.00 without VAT. */
const GOODS = {
  ...LINE,
  ...{
    quantity: '10',
    firstQuantity: '10',
    secondQuantity: '80',
    netWeightKg: '80',
    grossWeightKg: '90',
    packages: 10,
  },
  volumeCbm: '0.2',
  total: { amount: '100.00', currency: 'USD' },
  purchase: { amountExVat: { amount: '600.00', currency: 'CNY' }, vatRate: '0.13' },
};
const lines = (count: number) => Array.from({ length: count }, () => GOODS);

interface Part extends DeclarationBody {
  readonly reference: string;
  readonly part: { readonly number: number; readonly of: number };
  readonly items: readonly { readonly itemNumber: number; readonly orderLineId: string }[];
  readonly freightCharge: MoneyJson | null;
  readonly fob: MoneyJson | null;
  readonly packages: number;
}

interface Order {
  readonly state: string;
  readonly tracks: Readonly<Record<string, string>>;
  readonly allowedActions: readonly string[];
  readonly lines: readonly { readonly id: string }[];
}

const get = async <Body>(path: string): Promise<Body> => (await desk.tenant.client.get<Body>(path)).body;
const order = (id: string) => get<Order>(`/v1/orders/${id}`);

async function parts(orderId: string, holds: (all: readonly Part[]) => boolean): Promise<Part[]> {
  const read = async (): Promise<Part[]> => {
    const { data } = await get<{ data: { id: string }[] }>(`/v1/customs/declarations?orderId=${orderId}`);
    const all = await Promise.all(data.map(({ id }) => get<Part>(`/v1/customs/declarations/${id}`)));
    return all.sort((left, right) => left.part.number - right.part.number);
  };
  return eventually(read, holds);
}

const isAll = (count: number, state: string) => (all: readonly Part[]) =>
  all.length === count && all.every((part) => part.state === state);
const sumOf = (charges: readonly (MoneyJson | null)[]) =>
  charges.reduce((sum, charge) => sum + Math.round(Number(charge?.amount) * 100), 0) / 100;

/** The factory's invoice for every line. */
function invoiceOf(orderId: string): object {
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  return {
    orderId,
    kind: 'special',
    invoiceNumber: '26332000000000000120',
    issuedOn: '2026-11-10',
    seller: { name: '宁波示例电器有限公司', taxNumber: '91330212MA2AF1XX2U' },
    buyer: { name: SELLER.name, taxNumber: SELLER.uscc },
    lines: Array.from({ length: LINES }, (_, index) => ({
      orderLineNumber: index + 1,
      ...{ hsCode: LINE.hsCode, goodsName: '*家用电器*电烤箱', quantity: '10', unit: '001' },
      ...{ amountExVat: cny('600.00'), vatRate: '0.13', vat: cny('78.00') },
    })),
  };
}

async function buyerPays(reference: string): Promise<void> {
  const accounts = await eventually(
    () => get<{ data: { accountNumber: string | null }[] }>('/v1/fx/collection-accounts?currency=USD&state=open'),
    ({ data }) => data.length === 1,
  );
  await desk.control('POST', '/control/buyer-payments', {
    accountNumber: accounts.data[0]?.accountNumber,
    amount: { amount: '12000.00', currency: 'USD' },
    ...{ payerName: BUYER.name, payerCountry: 'DE', remittance: `PAYMENT ${reference}` },
  });
}

/** What is left on the accounts that an order's money runs through. */
function balances(): Promise<{ code: string; minor: string }[]> {
  return desk.platform.rows(
    `SELECT a.code, sum(p.amount_minor)::text AS minor FROM ledger.posting p
     JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
     WHERE p.tenant_id = $1 AND a.code IN ('refund_receivable', 'client_funds') GROUP BY a.code HAVING sum(p.amount_minor) <> 0`,
    [desk.tenant.tenantId],
  );
}

describe('An order of 120 lines', () => {
  it('goes in three declarations, one of them twice, and is refunded and closed as one', async () => {
    const terms = { contractNumber: 'SBX-CUSTOMS-REJECT-120', incoterm: 'CFR', lines: lines(LINES) };
    const orderId = await desk.place({ reference: 'SO-120', ...terms });
    const { body: recorded } = await desk.tenant.client.post('/v1/tax-refund/invoices', invoiceOf(orderId), key());
    expect(recorded).toMatchObject({ state: 'recorded' });
    await buyerPays('SO-120');

    // Customs sends back the first that it sees of the contract; the others go on.
    const seen = await parts(orderId, (all) => all.some(({ state }) => state === 'rejected'));
    expect(seen.map(({ part }) => part)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })));
    expect(seen.map(({ reference }) => reference)).toEqual(['SO-120 (1/3)', 'SO-120 (2/3)', 'SO-120 (3/3)']);
    expect(seen.map(({ items, packages }) => [items.length, packages])).toEqual([
      [50, 500],
      [50, 500],
      [20, 200],
    ]);
    const { lines: ordered } = await order(orderId);
    const declared = seen.flatMap(({ items }) => items.map(({ orderLineId }) => orderLineId));
    expect(declared).toEqual(ordered.map(({ id }) => id));
    const held = await eventually(
      () => order(orderId),
      ({ tracks }) => tracks['customs'] === 'rejected',
    );
    expect([held.state, held.allowedActions]).toEqual(['attention', []]);
    expect(
      (await desk.tenant.client.post(`/v1/orders/${orderId}/cancellation`, { reason: '' }, key())).status,
    ).not.toBe(200);

    const others = await parts(orderId, (all) => all.filter(({ state }) => state !== 'rejected').length === 2);
    const back = others.find(({ state }) => state === 'rejected');
    if (back === undefined) throw new Error('None was sent back');
    const fix = { items: [{ itemNumber: 1, declarationElements: '用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-36' }] };
    expect((await desk.correct(back, fix)).status).toBe(200);
    expect((await desk.command(back.id, 'resubmission')).status).toBe(202);

    const cleared = await parts(orderId, isAll(3, 'cleared'));
    expect(cleared.map(({ attempt }) => attempt).sort()).toEqual([1, 1, 2]);
    expect(cleared.map(({ items }) => items.map(({ orderLineId }) => orderLineId))).toEqual(
      seen.map(({ items }) => items.map(({ orderLineId }) => orderLineId)),
    );
    expect(new Set(cleared.map(({ entryNumber }) => entryNumber)).size).toBe(3);
    // The carrier's freight is theirs together, by value: 5 : 5 : 2.
    const freight = cleared.map(({ freightCharge }) => freightCharge);
    expect(Number(freight[2]?.amount) / Number(freight[0]?.amount)).toBeCloseTo(0.4, 2);
    expect(sumOf(freight) + sumOf(cleared.map(({ fob }) => fob))).toBeCloseTo(12_000, 2);

    const closed = await eventually(
      () => order(orderId),
      ({ state }) => state === 'closed',
      60_000,
    );
    expect(closed.tracks).toMatchObject({ customs: 'cleared', taxRefund: 'paid', fx: 'paid_out' });
    const { data: claims } = await get<{ data: { id: string }[] }>(`/v1/tax-refund/claims?orderId=${orderId}`);
    expect(claims).toHaveLength(1);
    const claim = await get<{
      refund: MoneyJson;
      declarations: { entryNumber: string; exportDate: string }[];
      lines: { declarationLine: string }[];
    }>(`/v1/tax-refund/claims/${claims[0]?.id ?? ''}`);
    expect(claim.refund).toEqual({ amount: '9360.00', currency: 'CNY' });
    expect(claim.declarations).toEqual(cleared.map(({ entryNumber, exportDate }) => ({ entryNumber, exportDate })));
    const keys = cleared.flatMap(({ entryNumber, items }) =>
      items.map(({ itemNumber }) => `${entryNumber ?? ''}0${String(itemNumber).padStart(2, '0')}`),
    );
    expect(claim.lines.map(({ declarationLine }) => declarationLine)).toEqual(keys);
    const margin = await get<{ lines: { code: string; actual: { amount: MoneyJson } | null }[] }>(
      `/v1/orders/${orderId}/margin`,
    );
    const actual = (code: string) => margin.lines.find((line) => line.code === code)?.actual?.amount.amount;
    expect([actual('purchase'), actual('tax_refund')]).toEqual(['72000.00', '9360.00']);
    expect(await balances()).toEqual([]);
  });

  it('is given up with all of its declarations when it is cancelled', async () => {
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    const orderId = await desk.place({ contractNumber: 'NB120-2', freight, lines: lines(60) });
    await parts(orderId, isAll(2, 'draft'));
    const answer = await desk.tenant.client.post(`/v1/orders/${orderId}/cancellation`, { reason: 'No deal' }, key());
    expect(answer.status).toBe(200);
    await parts(orderId, isAll(2, 'cancelled'));
    const refund = await eventually(
      () => get<{ state: string; declarations: object[] }>(`/v1/tax-refund/cases/${orderId}`),
      ({ state }) => state === 'closed',
    );
    expect(refund.declarations).toEqual([]);
  });

  it('does not wait with its refund for a declaration that was given up alone', async () => {
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    const orderId = await desk.place({ contractNumber: 'NB120-3', freight, lines: lines(51) });
    const [first, second] = await parts(orderId, isAll(2, 'draft'));
    if (first === undefined || second === undefined) throw new Error('There are two');
    expect((await desk.command(second.id, 'cancellation', { reason: 'Not packed' })).status).toBe(200);
    const { billNumber } = await desk.ship(first);
    await desk.until(first.id, 'released');
    await desk.depart(billNumber);
    await desk.until(first.id, 'cleared');
    const refund = await eventually(
      () => get<{ declarations: { part: object }[]; missing: { fact: string }[] }>(`/v1/tax-refund/cases/${orderId}`),
      ({ declarations }) => declarations.length === 1,
    );
    expect(refund.declarations).toMatchObject([{ part: { number: 1, of: 2 } }]);
    const missing = await eventually(
      () => get<{ missing: { fact: string }[] }>(`/v1/tax-refund/cases/${orderId}`),
      (body) => body.missing.every(({ fact }) => fact !== 'declaration_cleared'),
    );
    expect(missing.missing.map(({ fact }) => fact)).toContain('invoice');
    const { tracks } = await eventually(
      () => order(orderId),
      (body) => body.tracks['customs'] === 'cleared',
    );
    expect(tracks['taxRefund']).toBe('pending');
    const rows = await desk.platform.rows<{ given_up_parts: number[] }>(
      `SELECT given_up_parts FROM tax_refund.refund_case WHERE id = $1`,
      [parseId('order', orderId)],
    );
    expect(rows[0]?.given_up_parts).toEqual([2]);
  });
});
