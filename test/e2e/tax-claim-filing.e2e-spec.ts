import { type ClaimBody, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Correction extends ClaimBody {
  readonly correctsId: string | null;
  readonly corrections: readonly string[];
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

describe('The official tables of a claim', () => {
  it('are files with the columns of the form, in UTF-8 or in GBK, of a trading company only', async () => {
    const desk = await RefundDesk.open(platform);
    const claim = await desk.claimed('paid');
    const path = (table: string) => `/v1/tax-refund/claims/${claim.id}/tables/${table}`;
    const { text, headers } = await desk.tenant.client.get(path('export_details'));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, row] = text.split('\r\n');
    expect(head).toMatch(/^序号,关联号,出口发票号,出口货物报关单号,/);
    expect(row).toBe(
      `0001,${claim.period.slice(2)}001001,SO-1,${claim.lines[0]?.declarationLine},,2026-11-20,8516609000,电烤箱,001,1000,10000.00,,,`,
    );
    const purchases = await desk.tenant.client.get(path('purchase_details'));
    expect(purchases.text.split('\r\n')[1]).toMatch(/,60000\.00,13,13,7800\.00,$/);
    const gbk = await desk.tenant.client.get(`${path('export_details')}?encoding=gbk`);
    expect(gbk.headers['content-type']).toBe('text/csv; charset=gbk');
    expect((await desk.tenant.client.get(path('other'))).status).toBe(404);
  });
});

describe('A correction of a claim', () => {
  it('is filed and done as every claim, and what it takes back the client owes to the platform', async () => {
    const desk = await RefundDesk.open(platform);
    const claim = await desk.claimed('paid');
    const declarationLine = claim.lines[0]?.declarationLine;
    const order = {
      ...{ kind: 'red_letter', reason: 'A part of the invoice was red-flushed', document: '26332000000099999999' },
      lines: [{ declarationLine, taxable: { amount: '10000.00', currency: 'CNY' } }],
    };
    const opened = await desk.command<Correction>(claim.id, 'corrections', order);
    expect(opened.status).toBe(202);
    expect(opened.body).toMatchObject({
      ...{ correctsId: claim.id, refund: { amount: '-1300.00' }, correction: { kind: 'red_letter' } },
      lines: [{ declarationLine, refund: { amount: '-1300.00' } }],
    });
    const done = await desk.until(opened.body.id, 'paid');
    expect(JSON.parse(done.filings[0]?.message ?? '')).toMatchObject({
      ...{ corrects: claim.id, totals: { refundAmount: '-1300.00' } },
      lines: [{ invoiceNumber: claim.lines[0]?.invoices[0]?.invoiceNumber }],
    });
    expect((await desk.claim(claim.id)).body).toMatchObject({ state: 'paid', corrections: [done.id] });
    expect(await desk.story(done.id)).toEqual(['corrected', ...Array<string>(4).fill('correction_moved')]);
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
    expect(await desk.posted('client_dues', desk.sellerId)).toBe('1300.00');
    // The order's own refund is where it was.
    const { body: refundCase } = await desk.tenant.client.get<{ data: { id: string }[] }>(
      `/v1/tax-refund/claims?state=paid`,
    );
    expect(refundCase.data).toHaveLength(2);
    const again = { ...order, lines: [{ declarationLine, taxable: { amount: '50000.01', currency: 'CNY' } }] };
    const refused = await desk.command<ProblemBody>(claim.id, 'corrections', again);
    expect([refused.status, refused.body.code]).toEqual([422, 'TAX_REFUND.CORRECTION_TOO_LARGE']);
    const ofItself = await desk.command<ProblemBody>(done.id, 'corrections', order);
    expect([ofItself.status, ofItself.body.code]).toEqual([409, 'TAX_REFUND.CLAIM_NOT_CORRECTABLE']);
  });

  it('claims goods anew under another code, and keeps the claim open until it is done', async () => {
    const desk = await RefundDesk.open(platform);
    const claim = await desk.claimed('paid');
    await desk.bureau({ delayMs: 60_000 });
    try {
      const lines = [{ declarationLine: claim.lines[0]?.declarationLine, hsCode: '8516310000' }];
      const order = { kind: 'code_change', reason: 'Customs changed the code', lines };
      const { body } = await desk.command<Correction>(claim.id, 'corrections', order);
      expect(body.lines.map(({ refund }) => refund.amount)).toEqual(['-7800.00', '7800.00']);
      await desk.until(body.id, 'filed');
      const early = await desk.command<ProblemBody>(claim.id, 'closure');
      expect([early.status, early.body.code]).toEqual([409, 'TAX_REFUND.CORRECTIONS_OPEN']);
    } finally {
      await desk.bureau({});
    }
  });

  it('that the bureau refuses is reversed in the books; given up, the order keeps its claim', async () => {
    const desk = await RefundDesk.open(platform);
    const claim = await desk.claimed('paid');
    await desk.bureau({ delayMs: 60_000 });
    const lines = [{ declarationLine: claim.lines[0]?.declarationLine }];
    const { body } = await desk.command<Correction>(claim.id, 'corrections', { kind: 'other', reason: 'r', lines });
    await desk.until(body.id, 'filed');
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('-7800.00');
    await desk.bureau({});
    await desk.callback({
      ...{
        type: 'claim.rejected',
        reference: body.id,
        acceptanceNumber: '1',
        reason: 'No',
        at: new Date().toISOString(),
      },
    });
    await desk.until(body.id, 'rejected');
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    await desk.command(body.id, 'abandonment', { reason: 'No' });
    const { body: cases } = await eventually(
      () => desk.tenant.client.get<{ data: { state: string }[] }>('/v1/tax-refund/cases'),
      (answer) => answer.body.data.length > 0,
    );
    expect(cases.data.map(({ state }) => state)).toEqual(['claimed']);
  });
});
