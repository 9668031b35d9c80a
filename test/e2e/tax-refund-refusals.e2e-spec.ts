import { newId, publicId } from '../../src/kernel/ids.js';
import { key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: RefundDesk;

beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await RefundDesk.open(platform);
});

afterAll(async () => {
  await platform.stop();
});

const INVOICES = '/v1/tax-refund/invoices';
const faultsOf = ({ body }: { body: ProblemBody }) => body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
const invoices = async (): Promise<number> =>
  (await platform.rows(`SELECT 1 FROM tax_refund.invoice WHERE tenant_id = $1`, [desk.tenant.tenantId])).length;

describe('An invoice is refused', () => {
  it.each([
    ['with an unknown field', { colour: 'red' }, {}, 422, ['/colour unknown_field']],
    ['of an unknown kind', { kind: 'receipt' }, {}, 422, ['/kind isIn']],
    ['with a number of twelve digits', { invoiceNumber: '123456789012' }, {}, 422, ['/invoiceNumber matches']],
    ['without lines', { lines: [] }, {}, 422, ['/lines arrayMinSize']],
    ['in dollars', {}, { vat: { amount: '7800.00', currency: 'USD' } }, 422, ['/lines/0/vat money']],
    [
      'whose VAT is not amount × rate',
      {},
      { vat: { amount: '1.00', currency: 'CNY' } },
      422,
      ['/lines/0/vat vat_is_not_amount_times_rate'],
    ],
    ['issued tomorrow', { issuedOn: '2098-01-01' }, {}, 422, ['/issuedOn in_the_future']],
    ['with a quantity that is a number', {}, { quantity: 1_000 }, 422, ['/lines/0/quantity']],
    [
      'that names a line the order does not have',
      {},
      { orderLineNumber: 9 },
      422,
      ['/lines/0/orderLineNumber unknown_line'],
    ],
  ])('%s, and nothing is kept', async (_why, change, line, status, faults) => {
    const orderId = await desk.place();
    const before = await invoices();
    const answer = await desk.record<ProblemBody>(desk.invoice(orderId, change, line));
    expect(answer.status).toBe(status);
    const found = faultsOf(answer);
    expect(faults.every((fault) => found.some((other) => other.startsWith(fault.split(' ')[0] ?? '')))).toBe(true);
    expect(await invoices()).toBe(before);
  });

  it('for an order that is not there, or another tenant’s', async () => {
    const other = await RefundDesk.open(platform);
    for (const orderId of [publicId('order', newId()), await other.place()]) {
      expect((await desk.record<ProblemBody>(desk.invoice(orderId))).status).toBe(404);
    }
  });

  it('tried out by a dry run, which keeps nothing', async () => {
    const before = await invoices();
    const answer = await desk.tenant.client.post(`${INVOICES}?dryRun=true`, desk.invoice(null), key());
    expect(answer.status).toBe(200);
    expect(await invoices()).toBe(before);
  });
});

describe('An invoice that a claim stands on', () => {
  it('is neither cancelled nor moved', async () => {
    const claim = await desk.claimed('paid');
    const number = claim.lines[0]?.invoices[0]?.invoiceNumber ?? '';
    const { body } = await desk.tenant.client.get<{ data: { id: string }[] }>(`${INVOICES}?invoiceNumber=${number}`);
    const id = body.data[0]?.id ?? '';
    const cancelled = await desk.tenant.client.post(`${INVOICES}/${id}/cancellation`, { reason: 'x' }, key());
    expect([cancelled.status, cancelled.body['code']]).toEqual([409, 'TAX_REFUND.INVOICE_IN_USE']);
    const moved = await desk.tenant.client.post(`${INVOICES}/${id}/assignment`, { orderId: await desk.place() }, key());
    expect([moved.status, moved.body['code']]).toEqual([409, 'TAX_REFUND.INVOICE_IN_USE']);
  });
});

describe('A cancelled invoice', () => {
  it('is not cancelled again; the same paper may then be recorded anew', async () => {
    const body = desk.invoice(null);
    const { body: invoice } = await desk.record(body);
    const cancel = (headers = {}) =>
      desk.tenant.client.post(`${INVOICES}/${invoice.id}/cancellation`, { reason: 'Wrong' }, { ...key(), ...headers });
    expect((await cancel({ 'if-match': '"7"' })).status).toBe(412);
    expect((await cancel()).status).toBe(200);
    const again = await cancel();
    expect([again.status, again.body['code']]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
    expect((await desk.record(body)).status).toBe(201);
  });
});

describe('A paid claim', () => {
  it.each([
    ['filing', {}],
    ['answers', { text: 'x' }],
    ['abandonment', { reason: 'x' }],
  ])('takes no command: %s', async (name, body) => {
    const { id } = await desk.claimed('paid');
    const answer = await desk.command<{ code: string }>(id, name, body);
    expect([answer.status, answer.body.code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });
});

describe('Filing', () => {
  it('needs an Idempotency-Key, since a partner is told', async () => {
    const { id } = await desk.claimed('paid');
    const answer = await desk.tenant.client.post(`/v1/tax-refund/claims/${id}/filing`);
    expect([answer.status, answer.body['code']]).toEqual([400, 'IDEMPOTENCY.KEY_REQUIRED']);
  });

  it('is over 36 months after the export: the claim is matched, held back, and filed by nobody', async () => {
    const orderId = await desk.place();
    await desk.record(desk.invoice(orderId));
    await platform.rows(`UPDATE platform.tenant SET test_clock = '2030-01-01T00:00:00Z' WHERE id = $1`, [
      desk.tenant.tenantId,
    ]);
    try {
      await desk.clear(orderId);
      await desk.collect(orderId);
      const { id, deemedDomesticOn, allowedActions } = (await desk.untilClaim(orderId, 'matched')) as unknown as {
        id: string;
        deemedDomesticOn: string;
        allowedActions: string[];
      };
      expect([deemedDomesticOn, allowedActions]).toEqual(['2029-11-21', ['file', 'abandon']]);
      const answer = await desk.command<{ code: string }>(id, 'filing');
      expect([answer.status, answer.body.code]).toEqual([409, 'TAX_REFUND.FILING_WINDOW_CLOSED']);
    } finally {
      await platform.rows(`UPDATE platform.tenant SET test_clock = NULL WHERE id = $1`, [desk.tenant.tenantId]);
    }
  });
});

describe('A tax period is refused', () => {
  const figures = () => ({
    sellerId: desk.sellerId,
    domesticOutputVat: { amount: '0.00', currency: 'CNY' },
    inputVat: { amount: '1.00', currency: 'CNY' },
    fxRates: [],
  });

  it.each([
    ['of a trading company', '202611', {}, 422],
    ['of a thirteenth month', '202613', {}, 404],
    ['that is none', 'november', {}, 404],
    ['in dollars', '202611', { inputVat: { amount: '1.00', currency: 'USD' } }, 422],
    ['of a party that is no id', '202611', { sellerId: 'ord_1' }, 422],
  ])('%s', async (_why, period, change, status) => {
    const answer = await desk.tenant.client.send(
      'PUT',
      `/v1/tax-refund/periods/${period}`,
      { ...figures(), ...change },
      {},
    );
    expect(answer.status).toBe(status);
  });
});

describe('What is not there, or not yours,', () => {
  it.each([
    ['an invoice', (id: string) => `${INVOICES}/${publicId('invoice', id)}`],
    ['a claim', (id: string) => `/v1/tax-refund/claims/${publicId('claim', id)}`],
    ['a calculation', (id: string) => `/v1/tax-refund/claims/${publicId('claim', id)}/calculation`],
    ['a case', (id: string) => `/v1/tax-refund/cases/${publicId('order', id)}`],
    ['an id of another kind', (id: string) => `/v1/tax-refund/claims/${publicId('order', id)}`],
    ['no id at all', () => `/v1/tax-refund/claims/1`],
  ])('is 404: %s', async (_what, path) => {
    expect((await desk.tenant.client.get(path(newId()))).status).toBe(404);
  });

  it('is 404 as well when another tenant has it', async () => {
    const claim = await desk.claimed('paid');
    const other = await RefundDesk.open(platform);
    expect((await other.claim(claim.id)).status).toBe(404);
    expect((await other.command(claim.id, 'filing')).status).toBe(404);
    const { body } = await other.tenant.client.get<{ data: object[] }>('/v1/tax-refund/claims');
    expect(body.data).toEqual([]);
  });

  it('is 401 without a key', async () => {
    expect((await platform.as(null).get('/v1/tax-refund/claims')).status).toBe(401);
  });
});

describe('A list', () => {
  it('goes on where it ended, filters by state, and refuses what it does not know', async () => {
    await desk.claimed('paid');
    const list = (query: string) =>
      desk.tenant.client.get<{ data: { id: string }[]; nextCursor: string | null }>(`/v1/tax-refund/claims${query}`);
    const first = await list('?limit=1&state=paid');
    const second = await list(`?limit=1&state=paid&cursor=${first.body.nextCursor ?? ''}`);
    expect(first.body.data).toHaveLength(1);
    expect(second.body.data[0]?.id).not.toBe(first.body.data[0]?.id);
    expect((await list('?state=lost')).status).toBe(400);
    expect((await list('?colour=red')).status).toBe(400);
    expect((await list('?cursor=nonsense')).status).toBe(400);
    expect((await desk.tenant.client.get('/v1/tax-refund/cases?state=claimed&limit=2')).status).toBe(200);
  });
});

describe('The database itself', () => {
  it('refuses more of an invoice than there is, and a declared item in two claims', async () => {
    const { tenantId } = desk.tenant;
    await desk.claimed('paid');
    const tooMuch = platform.rows(
      `UPDATE tax_refund.invoice_line SET allocated_minor = amount_minor + 1 WHERE tenant_id = $1`,
      [tenantId],
    );
    await expect(tooMuch).rejects.toThrow(/ck_invoice_line_allocated_minor/);
    const twice = platform.rows(
      `INSERT INTO tax_refund.claim_line
       SELECT tenant_id, gen_random_uuid(), claim_id, line_number + 1, declaration_line, released, hs_code, goods_name,
              quantity, unit, taxable_minor, vat_rate, refund_rate, refund_minor, non_refundable_minor
       FROM tax_refund.claim_line WHERE tenant_id = $1 LIMIT 1`,
      [tenantId],
    );
    await expect(twice).rejects.toThrow(/uq_claim_line_declaration_line/);
  });

  it.each([
    ['tax_refund.invoice_line', 'amount_minor'],
    ['tax_refund.claim_line', 'refund_minor'],
    ['tax_refund.allocation', 'amount_minor'],
    ['tax_refund.filing', 'body'],
  ])('lets the application rewrite nothing of %s.%s, and delete nothing', async (table, column) => {
    const [may] = await platform.rows<{ rewrite: boolean; erase: boolean }>(
      `SELECT has_column_privilege('entrepot_app', $1, $2, 'UPDATE') AS rewrite,
              has_table_privilege('entrepot_app', $1, 'DELETE') AS erase`,
      [table, column],
    );
    expect(may).toEqual({ rewrite: false, erase: false });
  });
});
