import pg from 'pg';

import { importLibrary } from '../../scripts/import/import-library.js';
import { type MoneyJson } from '../../src/kernel/money.js';
import { type ApiAnswer } from '../support/api-client.js';
import { LINE } from '../support/order-samples.js';
import { type ClaimBody, FACTORY, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { printed, shellExamples, typed } from '../support/shell-examples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const HEAD = '商品代码,商品名称,计量单位,起始日期,截止日期,征税率,退税率,特殊标识,从价定率,从量定额';
/** Ovens that bear consumption tax, as no ovens do: 10 % of the value and 1.5 CNY for each. */
const OVENS = '8516609000,电烤箱,台,20260101,20991231,13,13,,10,1.5';
const EXAMPLES = shellExamples('docs/tax-refund-consumption-tax.md');
const MANUFACTURER = { enterpriseKind: 'manufacturer' };

interface Paper {
  readonly id: string;
  readonly state: string;
  readonly orderId: string | null;
  readonly claimedQuantity: string;
  readonly claimedTax: MoneyJson;
  readonly findings: readonly { readonly rule: string }[];
}
interface TaxedClaim extends ClaimBody {
  readonly consumptionTaxRefund: MoneyJson;
  readonly awardedConsumptionTax: MoneyJson;
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
  const client = new pg.Client({ connectionString: platform.database.adminUrl });
  await client.connect();
  try {
    const terms = { name: '出口退税率文库', issue: '2026B', source: '国家税务总局' };
    await importLibrary(client, [HEAD, OVENS].join('\n'), terms);
  } finally {
    await client.end();
  }
});
afterAll(() => platform.stop());

let papers = 0;
/** 2,000 ovens: 10 % of 100,000.00 and 1.5 CNY each. */
function paperOf({ seller }: RefundDesk, change: object = {}): object {
  papers += 1;
  return {
    kind: 'payment_certificate',
    voucherNumber: `3330212609${String(papers).padStart(8, '0')}`,
    issuer: '国家税务总局宁波市鄞州区税务局',
    issuedOn: '2026-11-11',
    supplier: FACTORY,
    buyer: { name: seller.name, taxNumber: seller.uscc },
    hsCode: LINE.hsCode,
    goodsName: '电烤箱',
    quantity: '2000',
    unit: '001',
    taxableAmount: { amount: '100000.00', currency: 'CNY' },
    rate: '0.1',
    amountPerUnit: '1.5',
    tax: { amount: '13000.00', currency: 'CNY' },
    ...change,
  };
}
const record = <Body = Paper>({ tenant }: RefundDesk, body: object): Promise<ApiAnswer<Body>> =>
  tenant.client.post<Body>('/v1/tax-refund/consumption-tax-vouchers', body, key());
const shown = async ({ tenant }: RefundDesk, id: string): Promise<Paper> =>
  (await tenant.client.get<Paper>(`/v1/tax-refund/consumption-tax-vouchers/${id}`)).body;
const claimOf = async (desk: RefundDesk, orderId: string, ...states: string[]): Promise<TaxedClaim> =>
  (await desk.untilClaim(orderId, ...states)) as TaxedClaim;

/** An order that lacks nothing but its paper. */
async function cleared(desk: RefundDesk): Promise<string> {
  const orderId = await desk.place();
  await desk.record(desk.invoice(orderId));
  await desk.clear(orderId);
  await desk.collect(orderId);
  return orderId;
}

describe('The consumption tax of what a trading company exports', () => {
  it('is waited for, claimed and paid beside the VAT, each in books of its own', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await cleared(desk);
    const { missing } = await desk.untilCase(orderId, (body) => body.missing.length === 1);
    expect(missing.map(({ fact }) => fact)).toEqual(['consumption_tax_voucher']);

    const { body: paper, status } = await record(desk, paperOf(desk, { orderId }));
    expect([status, paper.findings.map(({ rule }) => rule)]).toEqual([201, ['check_character']]);
    const claim = await claimOf(desk, orderId, 'paid');
    // 50,000.00 × 10 % + 1,000 × 1.5, and 60,000.00 × 13 %.
    expect(claim).toMatchObject({
      ...{ refund: { amount: '14300.00' }, consumptionTaxRefund: { amount: '6500.00' } },
      ...{ awarded: { amount: '14300.00' }, awardedConsumptionTax: { amount: '6500.00' } },
      lines: [
        {
          ...{ refund: { amount: '7800.00' }, consumptionTaxRefund: { amount: '6500.00' } },
          vouchers: [{ voucherId: paper.id, quantity: '1000', tax: { amount: '6500.00' } }],
        },
      ],
    });
    const message = JSON.parse(claim.filings[0]?.message ?? '{}') as Record<string, unknown>;
    expect(message['totals']).toEqual({
      ...{ taxableAmount: '60000.00', refundAmount: '14300.00', consumptionTaxAmount: '6500.00' },
    });
    expect(await shown(desk, paper.id)).toMatchObject({
      ...{ claimedQuantity: '1000', claimedTax: { amount: '6500.00' }, orderId },
    });
    for (const account of ['refund_receivable', 'consumption_tax_receivable'] as const) {
      expect(await desk.posted(account, desk.sellerId)).toBe('0.00');
    }
    expect(await desk.credited()).toBe('14300.00');
    const booked = await platform.rows<{ amount: string }>(
      `SELECT p.amount_minor::text AS amount FROM ledger.transfer t
       JOIN ledger.posting p ON p.tenant_id = t.tenant_id AND p.transfer_id = t.id
       JOIN ledger.account a ON a.tenant_id = p.tenant_id AND a.id = p.account_id
       WHERE t.tenant_id = $1 AND t.kind = 'tax-refund.filed' AND a.code = 'consumption_tax_receivable'`,
      [desk.tenant.tenantId],
    );
    expect(booked).toEqual([{ amount: '650000' }]);

    const table = await fetch(`${platform.config.publicUrl}/v1/tax-refund/claims/${claim.id}/tables/purchase_details`, {
      headers: { authorization: `Bearer ${desk.tenant.apiKey}` },
    });
    const rows = (await table.text()).split('\r\n').map((row) => row.split(','));
    expect(rows.slice(1, 3).map((row) => [row[2], row[3], row[10], row[11], row[12], row[14]])).toEqual([
      ['V', '增值税专用发票', '1000', '60000.00', '13', '7800.00'],
      ['C', '消费税专用缴款书', '1000', '50000.00', '10', '6500.00'],
    ]);
    const { body: worked } = await desk.tenant.client.get<{ steps: { name: string; value: string }[] }>(
      `/v1/tax-refund/claims/${claim.id}/calculation`,
    );
    expect(worked.steps).toContainEqual(
      expect.objectContaining({ name: 'items.0.consumptionTaxRefund', value: '6500.00 CNY' }),
    );

    // 6,000.00 of the base come back: a tenth of both taxes.
    const declarationLine = claim.lines[0]?.declarationLine ?? '';
    const lines = [{ declarationLine, taxable: { amount: '6000.00', currency: 'CNY' } }];
    const opened = await desk.command<TaxedClaim>(claim.id, 'corrections', {
      ...{ kind: 'returned_goods', reason: 'A hundred came back', lines },
    });
    expect(opened.body).toMatchObject({ refund: { amount: '-1430.00' }, consumptionTaxRefund: { amount: '-650.00' } });
    await desk.until(opened.body.id, 'paid');
    expect(await desk.posted('consumption_tax_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('client_dues', desk.sellerId)).toBe('1430.00');
  });

  it('is granted by kind of tax, where the bureau grants less', async () => {
    const desk = await RefundDesk.open(platform, { name: '宁波示例进出口有限公司 SBX-TAX-LESS' });
    const orderId = await cleared(desk);
    await record(desk, paperOf(desk, { orderId }));
    expect(await claimOf(desk, orderId, 'paid')).toMatchObject({
      ...{ awarded: { amount: '7150.00' }, awardedConsumptionTax: { amount: '3250.00' } },
    });
    expect(await desk.posted('consumption_tax_receivable', desk.sellerId)).toBe('0.00');
  });

  it('is claimed once of a paper, whoever races, and may be waived', async () => {
    const desk = await RefundDesk.open(platform);
    const orders = [await cleared(desk), await cleared(desk)];
    const { body: paper } = await record(
      desk,
      paperOf(desk, { quantity: '1000', tax: { amount: '11500.00', currency: 'CNY' } }),
    );
    const assign = (orderId: string) =>
      desk.tenant.client.post<ProblemBody>(
        `/v1/tax-refund/consumption-tax-vouchers/${paper.id}/assignment`,
        { orderId, orderLineNumber: 1 },
        key(),
      );
    await Promise.all(orders.map(assign));
    const claimed = await eventually(
      () => Promise.all(orders.map(async (orderId) => (await desk.case(orderId)).body)),
      (cases) => cases.some(({ claimId }) => typeof claimId === 'string'),
    );
    const [left] = orders.filter((_each, at) => typeof claimed[at]?.claimId !== 'string');
    expect([left === undefined, await shown(desk, paper.id)]).toMatchObject([
      false,
      { claimedQuantity: '1000', claimedTax: { amount: '11500.00' } },
    ]);
    expect((await assign(left ?? '')).body).toMatchObject({ code: 'TAX_REFUND.VOUCHER_IN_USE' });
    const waived = await desk.tenant.client.post(
      `/v1/tax-refund/cases/${left ?? ''}/consumption-tax-waiver`,
      { reason: 'The wholesaler has no 分割单' },
      key(),
    );
    expect(waived.status).toBe(200);
    const alone = await claimOf(desk, left ?? '', 'paid');
    expect(alone).toMatchObject({ refund: { amount: '7800.00' }, consumptionTaxRefund: { amount: '0.00' } });
    expect(alone.checks.find(({ check }) => check === 'consumption_tax')).toMatchObject({
      outcome: 'warn',
      lineNumber: 1,
    });
  });

  it('takes no paper twice, and none that cannot be: all faults at once', async () => {
    const desk = await RefundDesk.open(platform);
    const original = paperOf(desk) as { voucherNumber: string };
    const { body: first } = await record(desk, original);
    const again = await record<ProblemBody & { voucherId: string }>(desk, original);
    expect([again.status, again.body.code]).toEqual([409, 'TAX_REFUND.DUPLICATE_VOUCHER']);
    const split = paperOf(desk, { kind: 'split_certificate', splitOf: original.voucherNumber });
    expect((await record<ProblemBody>(desk, split)).body.code).toBe('TAX_REFUND.DUPLICATE_VOUCHER');
    const wrong = await record<ProblemBody>(desk, {
      ...{ ...original, issuedOn: '2099-01-01', tax: { amount: '1.00', currency: 'CNY' } },
    });
    expect(wrong.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/issuedOn in_the_future',
      '/tax tax_is_not_what_rates_come_to',
      '/voucherNumber duplicate',
    ]);
    const cancelled = await desk.tenant.client.post(
      `/v1/tax-refund/consumption-tax-vouchers/${first.id}/cancellation`,
      { reason: 'Split in two' },
      key(),
    );
    expect(cancelled.body).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect((await record(desk, split)).status).toBe(201);
  });

  it.each(EXAMPLES.map((example) => [example.heading, example] as const))(
    'as the page says: %s',
    async (_heading, example) => {
      const { apiKey } = await platform.tenant();
      expect(await typed(example, { BASE: platform.config.publicUrl, KEY: apiKey })).toMatch(printed(example));
    },
  );
});

describe('A claim of a manufacturer', () => {
  const cny = (amount: string): MoneyJson => ({ amount, currency: 'CNY' });
  const month = async (desk: RefundDesk, period: string, inputVat: string): Promise<void> => {
    const { status, text } = await desk.tenant.client.send(
      'PUT',
      `/v1/tax-refund/periods/${period}`,
      {
        ...{ sellerId: desk.sellerId, domesticOutputVat: cny('0.00'), inputVat: cny(inputVat) },
        fxRates: [{ currency: 'USD', rate: '7.00', source: 'SAFE middle rate of 2026-11-02' }],
      },
      {},
    );
    if (status !== 200) throw new Error(text);
  };
  const outcome = async (desk: RefundDesk, period: string) =>
    (
      await desk.tenant.client.get<{
        reductionForward: MoneyJson;
        next: { recordedReduction: MoneyJson; dueReduction: MoneyJson } | null;
      }>(`/v1/tax-refund/periods/${period}/outcome?sellerId=${desk.sellerId}`)
    ).body;

  it('is exempt from consumption tax, and corrected in a later period: what that cannot take off goes over', async () => {
    const desk = await RefundDesk.open(platform, MANUFACTURER);
    await month(desk, '202611', '12000.00');
    const orderId = await desk.place({ refund: { mode: 'manufacturer', advance: false } });
    await desk.clear(orderId);
    await desk.collect(orderId);
    const claim = await claimOf(desk, orderId, 'paid');
    expect(claim).toMatchObject({ refund: { amount: '9100.00' }, consumptionTaxRefund: { amount: '0.00' } });
    const tax = claim.checks.find(({ check }) => check === 'consumption_tax');
    expect([tax?.outcome, tax?.detail]).toEqual(['pass', expect.stringMatching(/exempt from consumption tax/)]);

    const declarationLine = claim.lines[0]?.declarationLine ?? '';
    const correct = (change: object, line: object = {}) =>
      desk.command<TaxedClaim & ProblemBody>(claim.id, 'corrections', {
        ...{ kind: 'returned_goods', reason: '退运', lines: [{ declarationLine, ...line }], ...change },
      });
    expect((await correct({})).body.code).toBe('TAX_REFUND.PERIOD_NOT_RECORDED');
    expect((await correct({ period: '202611' })).body.errors).toMatchObject([{ pointer: '/period' }]);
    // December takes over the 2,900.00 of credit that November leaves, January what December leaves.
    await month(desk, '202612', '5000.00');
    await month(desk, '202701', '5000.00');

    const returned = await correct({}, { taxable: cny('7000.00') });
    // Nothing else was exported in December: nothing to take it off, so it goes over.
    expect(returned.body).toMatchObject({
      ...{ period: '202612', state: 'queued', refund: { amount: '0.00' }, exemptCredit: { amount: '0.00' } },
      lines: [{ taxable: { amount: '-7000.00' }, refund: { amount: '-910.00' } }],
    });
    await desk.until(returned.body.id, 'paid');
    expect(await outcome(desk, '202612')).toMatchObject({ reductionForward: { amount: '910.00' } });
    await eventually(
      () => outcome(desk, '202612'),
      ({ next }) => next?.recordedReduction.amount === '910.00',
    );
    // The value was too high: taken back and declared anew.
    const anew = await correct({ kind: 'other' }, { anew: { taxable: cny('60000.00') } });
    expect(anew.body.lines.map(({ taxable, refund }) => [taxable.amount, refund.amount])).toEqual([
      ['-63000.00', '-8190.00'],
      ['60000.00', '7800.00'],
    ]);
    await desk.until(anew.body.id, 'paid');
    await eventually(
      () => outcome(desk, '202612'),
      ({ next }) => next?.recordedReduction.amount === '1300.00',
    );
    // More than is left is refused, as for everybody.
    expect((await correct({}, { taxable: cny('60000.01') })).body.code).toBe('TAX_REFUND.CORRECTION_TOO_LARGE');
  });
});
