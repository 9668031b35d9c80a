import { gzipSync } from 'node:zlib';

import { encodeGbk } from '../../src/kernel/gbk.js';
import { DeclarationDesk } from '../support/declaration-desk.js';
import { FACTORY, type InvoiceBody, RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const GOODS = '序号,关联号,出口发票号,报关单号,出口日期,商品代码,商品名称,计量单位,数量,美元离岸价';
const PURCHASES =
  '序号,关联号,税种,凭证种类,进货凭证号,供货方纳税人识别号,开票日期,商品代码,商品名称,计量单位,数量,计税金额,征税率,退税率,可退税额,备注';
const goods = (item: string, change = '1000,10000.00', sequence = '0001'): string =>
  `${sequence},2611001001,SO-9,${item},2026-11-20,8516609000,电烤箱,台,${change}`;
const purchase = (voucher: string, amount: string, sequence = '0001'): string =>
  `${sequence},2611001001,V,增值税专用发票,${voucher},${FACTORY.taxNumber},2026-11-10,8516609000,电烤箱,台,500,${amount},13,13,1300.00,`;
const table = (...rows: readonly string[]): string => [...rows, ''].join('\r\n');

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

async function open(): Promise<{ desk: RefundDesk; tables: DeclarationDesk }> {
  const desk = await RefundDesk.open(platform);
  return { desk, tables: new DeclarationDesk(desk) };
}

describe('A table of the platform', () => {
  it('agrees with its claim when it comes back, in both encodings, packed or not; the same one comes once', async () => {
    const { desk, tables } = await open();
    const claim = await desk.claimed('paid');
    for (const kind of ['export_details', 'purchase_details']) {
      const text = await tables.table(claim.id, kind);
      const tried = await tables.send(text, { kind, query: '&dryRun=true' });
      expect([tried.status, tried.body]).toMatchObject([200, { rows: 1, agreeing: 1, unknown: 0 }]);
    }
    expect(await tables.kept()).toEqual([0, 0, 0, 0, 0]);
    const text = await tables.table(claim.id, 'export_details');
    const gbk = await tables.send(Buffer.from(encodeGbk(text)), { query: '&dryRun=true' });
    expect(gbk.body).toMatchObject({ agreeing: 1 });
    const same = { 'idempotency-key': 'table-1', 'content-encoding': 'gzip' };
    const imported = await tables.send(gzipSync(text), { headers: same });
    expect([imported.status, imported.body]).toMatchObject([
      201,
      { state: 'kept', rows: 1, agreeing: 1, differing: 0 },
    ]);
    expect((await tables.send(gzipSync(text), { headers: same })).body).toEqual(imported.body);
    expect(await tables.rows(imported.body.id)).toMatchObject([
      { number: 1, outcome: 'agrees', claimId: claim.id, differences: [], record: { goodsName: '电烤箱' } },
    ]);
    expect(await tables.kept()).toEqual([0, 1, 1, 0, 0]);
    const again = await tables.send(text);
    expect([again.status, again.body.code]).toEqual([409, 'TAX_REFUND.DECLARATION_IMPORTED']);
    expect(again.body.detail).toContain(imported.body.id);
  });

  it('that was changed differs, and says in which fields', async () => {
    const { desk, tables } = await open();
    const claim = await desk.claimed('paid');
    const changed = (await tables.table(claim.id, 'purchase_details')).replace(',60000.00,', ',59000.00,');
    const { body } = await tables.send(changed, { kind: 'purchase_details' });
    expect(body).toMatchObject({ agreeing: 0, differing: 1 });
    expect(await tables.rows(body.id, '?outcome=agrees')).toEqual([]);
    expect(await tables.rows(body.id, '?outcome=differs')).toMatchObject([
      { claimId: claim.id, differences: [{ field: 'taxable', declared: '59000.00', held: '60000.00' }] },
    ]);
    // What differs declares nothing: the claim here stands.
    expect(await tables.kept()).toEqual([0, 1, 1, 0, 0]);
  });
});

describe('What was declared elsewhere', () => {
  it('is claimed here no more; when the import is taken back, it is', async () => {
    const { desk, tables } = await open();
    const orderId = await desk.place();
    await desk.record(desk.invoice(orderId));
    const entryNumber = await desk.clear(orderId);
    await desk.untilCase(orderId, ({ missing }) => missing.every(({ fact }) => fact === 'collection'));
    const sent = table(GOODS, goods(`${entryNumber}001`));
    const { body: imported } = await tables.send(sent);
    expect(imported).toMatchObject({ unknown: 1, agreeing: 0 });
    await desk.collect(orderId);
    const held = await desk.untilCase(orderId, ({ checks }) =>
      checks.some(({ check, outcome }) => check === 'single_use' && outcome === 'block'),
    );
    expect(held.claimId).toBeNull();
    const again = await tables.send(
      table(GOODS, goods(`${entryNumber}001`), goods(`${entryNumber}002`), goods(`${entryNumber}002`)),
    );
    expect(again.body).toMatchObject({ unknown: 1, declaredBefore: 2 });
    const withdrawn = await tables.withdraw(imported.id);
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    expect(await tables.rows(imported.id)).toHaveLength(1);
    const claim = await desk.untilClaim(orderId, 'paid');
    expect(claim.lines).toHaveLength(1);
    expect((await tables.withdraw(imported.id)).body.code).toBe('TAX_REFUND.IMPORT_WITHDRAWN');
    // The same table may come again; by now the claim is what it agrees with.
    expect((await tables.send(sent)).body).toMatchObject({ agreeing: 1, unknown: 0 });
  });

  it('is refused to a claim by the database, whoever races whom', async () => {
    const { desk, tables } = await open();
    const claim = await desk.claimed('paid');
    const item = '310420260000099999001';
    await tables.send(table(GOODS, goods(item)));
    const sneak = platform.rows(
      `INSERT INTO tax_refund.claim_line
         (tenant_id, id, claim_id, line_number, declaration_line, hs_code, goods_name, quantity, unit, taxable_minor, vat_rate,
          refund_rate, refund_minor, non_refundable_minor)
       SELECT tenant_id, gen_random_uuid(), claim_id, 99, $2, hs_code, goods_name, quantity, unit, 1, vat_rate, refund_rate, 0, 0
       FROM tax_refund.claim_line WHERE tenant_id = $1 AND NOT released LIMIT 1`,
      [desk.tenant.tenantId, item],
    );
    await expect(sneak).rejects.toThrow(/declared elsewhere/);
    expect(claim.state).toBe('paid');
  });

  it('of an invoice is taken of it, whether the invoice is here before or comes later', async () => {
    const { desk, tables } = await open();
    const claimed = async (id: string): Promise<string[]> => {
      const { body } = await desk.tenant.client.get<{ lines: { claimedAmount: { amount: string } }[] }>(
        `/v1/tax-refund/invoices/${id}`,
      );
      return body.lines.map(({ claimedAmount }) => claimedAmount.amount);
    };
    const early = desk.invoice(null) as { invoiceNumber: string };
    const late = desk.invoice(null) as { invoiceNumber: string };
    const { body: recorded } = await desk.record(early);
    const sent = table(
      PURCHASES,
      purchase(early.invoiceNumber, '10000.00'),
      purchase(early.invoiceNumber, '60000.00', '0002'),
      purchase(late.invoiceNumber, '30000.00', '0003'),
    );
    const { body: imported } = await tables.send(sent, { kind: 'purchase_details' });
    expect(imported).toMatchObject({ unknown: 2, differing: 1 });
    expect(await tables.rows(imported.id, '?outcome=differs')).toMatchObject([
      { number: 2, claimId: null, differences: [{ field: 'taxable', declared: '60000.00', held: '50000.00' }] },
    ]);
    expect(await claimed(recorded.id)).toEqual(['10000.00']);
    const { body: later } = await desk.record(late);
    expect(await claimed(later.id)).toEqual(['30000.00']);
    const cancelled = await desk.tenant.client.post<{ code: string }>(
      `/v1/tax-refund/invoices/${later.id}/cancellation`,
      { reason: 'r' },
      { 'idempotency-key': 'cancel-1' },
    );
    expect(cancelled.body.code).toBe('TAX_REFUND.INVOICE_IN_USE');
    await tables.withdraw(imported.id);
    expect([await claimed(recorded.id), await claimed(later.id)]).toEqual([['0.00'], ['0.00']]);
  });
});

describe('A table with faults', () => {
  it('is told all of them at once, by row and column, and nothing of it is kept', async () => {
    const { tables } = await open();
    const bad = table(
      GOODS,
      goods('310420260000000001001'),
      goods('31042026000000000100'),
      goods('310420260000000001003', 'many,1'),
    );
    const { status, body } = await tables.send(bad);
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/rows/2/item', '/rows/3/quantity']]);
    const other = await tables.send('a,b\r\n1,2\r\n');
    expect([other.status, other.body.code]).toEqual([422, 'TAX_REFUND.DECLARATION_TABLE']);
    expect(other.body.detail).toContain('出口货物报关单号');
    expect((await tables.send(table(GOODS))).body.code).toBe('TAX_REFUND.DECLARATION_TABLE');
    expect((await tables.send(bad, { kind: 'colours' })).status).toBe(400);
    expect(await tables.kept()).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('The tables of other regimes', () => {
  it('of 代办退税 are written, and agree when they come back; elsewhere they take item and invoice', async () => {
    const desk = await RefundDesk.open(platform, MANUFACTURER);
    const tables = new DeclarationDesk(desk);
    const orderId = await desk.place({ refund: { mode: 'agency', advance: false } });
    await desk.clear(orderId);
    await desk.collect(orderId);
    await desk.record(agencyInvoice(desk, orderId));
    const { id, lines } = await desk.untilClaim(orderId, 'paid');
    const text = await tables.table(id, 'agency_details');
    const [header, row = ''] = text.split('\r\n');
    expect(header).toMatch(/^序号,生产企业纳税人识别号,出口货物报关单号,/);
    expect(row).toMatch(/,2026-11-10,70827\.00,13,13,9207\.51,,$/);
    expect((await tables.send(text, { kind: 'agency_details' })).body).toMatchObject({ rows: 1, agreeing: 1 });
    const other = await desk.tenant.client.get(`/v1/tax-refund/claims/${id}/tables/export_details`);
    expect(other.status).toBe(404);

    const spare = agencyInvoice(desk, null) as { readonly invoiceNumber: string };
    const { body: recorded } = await desk.record(spare);
    const elsewhere = text
      .replace(lines[0]?.declarationLine ?? '', '310420260000088888001')
      .replace(lines[0]?.invoices[0]?.invoiceNumber ?? '', spare.invoiceNumber);
    expect((await tables.send(elsewhere, { kind: 'agency_details' })).body).toMatchObject({ unknown: 1 });
    const { body } = await desk.tenant.client.get<InvoiceBody>(`/v1/tax-refund/invoices/${recorded.id}`);
    expect(body.lines).toMatchObject([{ claimedAmount: { amount: '70827.00' } }]);
  });

  it('of a manufacturer are its details and its month, with bonded material and the credit that is left', async () => {
    const desk = await RefundDesk.open(platform, MANUFACTURER);
    const tables = new DeclarationDesk(desk);
    const figures = {
      sellerId: desk.sellerId,
      domesticOutputVat: { amount: '0.00', currency: 'CNY' },
      inputVat: { amount: '12000.00', currency: 'CNY' },
      bondedPlanRate: '0.2',
      fxRates: [{ currency: 'USD', rate: '7.00', source: 'SAFE middle rate of 2026-11-02' }],
    };
    const given = await desk.tenant.client.send('PUT', '/v1/tax-refund/periods/202611', figures, {});
    expect(given.status).toBe(200);
    const orderId = await desk.place({ refund: { mode: 'manufacturer', advance: false } });
    await desk.clear(orderId, { supervisionMode: '0615' });
    await desk.collect(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    const details = await tables.table(claim.id, 'manufacturer_details');
    // 70,000.00, of it a fifth of bonded material: 56,000.00 × 13 %.
    expect(details.split('\r\n')[1]).toContain(',10000.00,70000.00,,13,13,20,14000.00,0.00,7280.00,');
    expect((await tables.send(details, { kind: 'manufacturer_details' })).body).toMatchObject({ agreeing: 1 });
    const summary = await tables.table(claim.id, 'manufacturer_summary');
    const boxes = summary.split('\r\n').map((line) => line.split(',').slice(1, 3).join(' '));
    expect(boxes).toEqual(
      expect.arrayContaining(['1 10000.00', '4 70000.00', '15 7280.00', '17 12000.00', '18 7280.00']),
    );
    const came = await tables.send(summary.replace('12000.00', '11000.00'), { kind: 'manufacturer_summary' });
    expect(came.body).toMatchObject({ rows: 19, agreeing: 18, differing: 1 });
  });

  it('of a correction are below zero, with the invoices of the claim that it corrects', async () => {
    const desk = await RefundDesk.open(platform);
    const tables = new DeclarationDesk(desk);
    const claim = await desk.claimed('paid');
    const declarationLine = claim.lines[0]?.declarationLine;
    const lines = [{ declarationLine, taxable: { amount: '600.00', currency: 'CNY' } }];
    const { body } = await desk.command(claim.id, 'corrections', { kind: 'returned_goods', reason: '退运', lines });
    for (const [kind, row] of [
      ['export_details', /,-10,,,,退运$/],
      ['purchase_details', /,-10,-600\.00,13,13,-78\.00,$/],
    ] as const) {
      const text = await tables.table(body.id, kind);
      expect(text.split('\r\n')[1]).toMatch(row);
      const { id, ...counts } = (await tables.send(text, { kind })).body;
      expect(counts).toMatchObject({ agreeing: 1, rows: 1 });
      expect(await tables.rows(id)).toMatchObject([{ claimId: body.id }]);
    }
  });

  it('of adjusted codes say what was taken back under one code and claimed anew under another', async () => {
    const desk = await RefundDesk.open(platform);
    const tables = new DeclarationDesk(desk);
    const claim = await desk.claimed('paid');
    const lines = [{ declarationLine: claim.lines[0]?.declarationLine, hsCode: '8516310000' }];
    const { body } = await desk.command(claim.id, 'corrections', { kind: 'code_change', reason: '海关改码', lines });
    const kind = 'code_adjustments';
    const text = await tables.table(body.id, kind);
    expect(text.split('\r\n')[1]).toMatch(/,2026-11-20,8516609000,电烤箱,13,8516310000,.*,13,海关改码$/);
    expect((await tables.send(text, { kind })).body).toMatchObject({ rows: 1, agreeing: 1 });
    const other = await tables.send(text.replace('8516310000', '8516500000'), { kind });
    expect(await tables.rows(other.body.id)).toMatchObject([
      {
        outcome: 'differs',
        claimId: body.id,
        differences: [{ field: 'newCode', declared: '8516500000', held: '8516310000' }],
      },
    ]);
    // Nothing was changed by the claim itself.
    expect((await tables.table(claim.id, kind)).split('\r\n')).toHaveLength(2);
  });
});

const MANUFACTURER = { enterpriseKind: 'manufacturer' };

/** The invoice marked 代办退税专用 for the sample order, at 7.0827. */
function agencyInvoice(desk: RefundDesk, orderId: string | null): object {
  const parties = {
    kind: 'agency_refund',
    seller: { name: desk.seller.name, taxNumber: desk.seller.uscc },
    buyer: { name: '宁波世贸通', taxNumber: '91330212MA2AF1XX2U' },
    ...{ fxRate: '7.0827', fxSource: 'SAFE middle rate of 2026-11-02', remark: '代办退税专用' },
  };
  const amounts = {
    amountExVat: { amount: '70827.00', currency: 'CNY' },
    vat: { amount: '9207.51', currency: 'CNY' },
  };
  return desk.invoice(orderId, parties, amounts);
}
