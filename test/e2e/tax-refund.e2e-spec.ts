import { LINE, orderBody } from '../support/order-samples.js';
import { key, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SMOOTH = ['matched', 'filed', 'accepted', 'approved', 'paid'];
const MANUFACTURER = { enterpriseKind: 'manufacturer' };

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});

afterAll(async () => {
  await platform.stop();
});

describe('The refund of a trading company', () => {
  it('is matched, filed and paid by itself, and every fen of it is in the books', async () => {
    const desk = await RefundDesk.open(platform);
    const paid = await desk.claimed('paid');
    expect(paid).toMatchObject({
      attempt: 1,
      taxable: { amount: '60000.00', currency: 'CNY' },
      refund: { amount: '7800.00', currency: 'CNY' },
      nonRefundableVat: { amount: '0.00', currency: 'CNY' },
      awarded: { amount: '7800.00', currency: 'CNY' },
      expectedBy: null,
      allowedActions: ['close'],
      filings: [{ attempt: 1, reference: paid.id, state: 'taken' }],
    });
    expect(paid.acceptanceNumber).toMatch(/^3302/);
    expect(paid.treasuryReference).toMatch(/^TRS/);
    expect(await desk.story(paid.id)).toEqual(SMOOTH);
    expect((await desk.events(paid.id)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
    expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
    expect(await desk.credited()).toBe('7800.00');
  });

  it('goes on from the order alone: the carrier, customs and the bank say the rest', async () => {
    const desk = await RefundDesk.open(platform);
    const { freight } = orderBody('', '');
    const orderId = await desk.place({ freight, reference: 'SO-REAL-1' });
    await desk.record(desk.invoice(orderId));
    const open = await eventually(
      () =>
        desk.tenant.client.get<{ data: { accountNumber: string | null }[] }>(
          `/v1/fx/collection-accounts?sellerId=${desk.sellerId}&currency=USD`,
        ),
      ({ body }) => (body.data[0]?.accountNumber ?? '') !== '',
    );
    await desk.control('POST', '/control/buyer-payments', {
      accountNumber: open.body.data[0]?.accountNumber,
      amount: { amount: '10000.00', currency: 'USD' },
      payerName: 'Hamburg Haushalt GmbH',
      payerCountry: 'DE',
      remittance: 'SO-REAL-1',
    });
    const paid = await desk.untilClaim(orderId, 'paid');
    expect(paid.refund).toEqual({ amount: '7800.00', currency: 'CNY' });
    expect(paid.lines[0]?.declarationLine).toMatch(/^3104\d{4}0\d{9}001$/);
    await eventually(
      () => desk.tenant.client.get<{ tracks: { taxRefund: string } }>(`/v1/orders/${orderId}`),
      ({ body }) => body.tracks.taxRefund === 'paid',
    );
  });

  it('tells the clerk what it still waits for, as the facts come in', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place({ lines: [LINE, { ...LINE, goodsName: '微波炉' }] });
    const facts = async (count: number): Promise<string[]> => {
      const body = await desk.untilCase(orderId, ({ missing }) => missing.length === count);
      return body.missing.map(({ fact, lineNumber }) => (lineNumber === null ? fact : `${fact} ${lineNumber}`));
    };
    expect(await facts(4)).toEqual(['declaration_cleared', 'invoice 1', 'invoice 2', 'collection']);
    await desk.record(desk.invoice(orderId));
    expect(await facts(3)).toEqual(['declaration_cleared', 'invoice 2', 'collection']);
    await desk.clear(orderId);
    const waiting = await desk.untilCase(orderId, ({ declarations }) => declarations.length === 1);
    expect(waiting.missing.map(({ fact }) => fact)).toEqual(['collection', 'invoice']);
    expect(waiting.deadlines).toEqual({
      collectBy: '2027-04-30',
      fileBy: '2027-04-30',
      filingExpiresOn: '2029-11-20',
      deemedDomesticOn: '2029-11-21',
    });
    await desk.record(desk.invoice(orderId, {}, { orderLineNumber: 2, goodsName: '微波炉' }));
    expect(await facts(1)).toEqual(['collection']);
    await desk.collect(orderId);
    const paid = await desk.untilClaim(orderId, 'paid');
    expect(paid.lines.map(({ refund }) => refund.amount)).toEqual(['7800.00', '7800.00']);
    expect(await desk.untilCase(orderId, ({ claimState }) => claimState === 'paid')).toMatchObject({
      state: 'claimed',
      missing: [],
    });
  });

  it('claims the exported share of a larger purchase, and leaves the rest', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const { body: invoice } = await desk.record(desk.invoice(orderId, {}, { quantity: '3000' }));
    await desk.collect(orderId);
    await desk.clear(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    expect(claim).toMatchObject({ taxable: { amount: '20000.00' }, refund: { amount: '2600.00' } });
    expect(claim.checks.filter(({ outcome }) => outcome !== 'pass')).toMatchObject([
      { check: 'quantity', outcome: 'split', lineNumber: 1 },
      // 22,600.00 paid, 2,600.00 back: two yuan for a dollar of export.
      { check: 'exchange_cost', outcome: 'warn' },
    ]);
    const { body } = await desk.tenant.client.get<typeof invoice>(`/v1/tax-refund/invoices/${invoice.id}`);
    expect(body.lines).toMatchObject([{ claimedQuantity: '1000', claimedAmount: { amount: '20000.00' } }]);
  });

  it('shows how it was worked out', async () => {
    const desk = await RefundDesk.open(platform);
    const { id } = await desk.claimed('paid');
    const { body } = await desk.tenant.client.get<{ steps: { name: string; value: string }[] }>(
      `/v1/tax-refund/claims/${id}/calculation`,
    );
    expect(body).toMatchObject({
      claimId: id,
      rule: { id: 'tax-refund.trading' },
      inputs: { exportDate: '2026-11-20', items: [{ hsCode: LINE.hsCode, vatRate: '0.13', refundRate: '0.13' }] },
      refundRates: [{ hsCode: LINE.hsCode, refundRate: '0.13', rule: { id: 'tax-refund.rate' } }],
      deadlines: { rule: { id: 'tax-refund.deadlines' } },
    });
    expect(body.steps).toContainEqual(expect.objectContaining({ name: 'items.0.vatRefund', value: '7800.00 CNY' }));
  });

  it('is not there for an order that wants none', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place({ refund: { mode: 'none', advance: false } });
    await desk.clear(orderId);
    await desk.collect(orderId);
    await eventually(
      () => platform.rows(`SELECT 1 FROM platform.delivery WHERE queue LIKE 'tax-refund.on-%' AND due_at <= now()`),
      (waiting) => waiting.length === 0,
    );
    expect((await desk.case(orderId)).status).toBe(404);
  });
});

describe('The refund that the platform files for a manufacturer (代办退税)', () => {
  it('stands on an invoice for the FOB value; one for less is told why, and replaced', async () => {
    const desk = await RefundDesk.open(platform, MANUFACTURER);
    const orderId = await desk.place({ refund: { mode: 'agency', advance: false } });
    const parties = {
      kind: 'agency_refund',
      seller: { name: desk.seller.name, taxNumber: desk.seller.uscc },
      buyer: { name: '宁波世贸通', taxNumber: '91330212MA2AF1XX2U' },
      fxRate: '7.0827',
      fxSource: 'SAFE middle rate of 2026-11-02',
      remark: '代办退税专用',
    };
    const agency = (amount: string, vat: string) =>
      desk.invoice(orderId, parties, {
        amountExVat: { amount, currency: 'CNY' },
        vat: { amount: vat, currency: 'CNY' },
      });
    await desk.clear(orderId);
    await desk.collect(orderId);
    const { declarations } = await desk.untilCase(orderId, (body) => body.declarations.length === 1);
    expect(declarations[0]?.items).toMatchObject([{ fob: { amount: '10000.00', currency: 'USD' } }]);

    const wrong = await desk.record(agency('62678.76', '8148.24'));
    const blocked = await desk.untilCase(orderId, ({ checks }) => checks.some(({ outcome }) => outcome === 'block'));
    expect(blocked.checks.find(({ outcome }) => outcome === 'block')).toMatchObject({
      check: 'agency_amount',
      fix: 'Have it re-issued: 金额 = FOB × rate, not divided by 1 + VAT rate',
    });
    const cancelled = await desk.tenant.client.post<{ state: string }>(
      `/v1/tax-refund/invoices/${wrong.body.id}/cancellation`,
      { reason: 'For less than FOB' },
    );
    expect(cancelled.body.state).toBe('cancelled');
    await desk.record(agency('70827.00', '9207.51'));
    const paid = await desk.untilClaim(orderId, 'paid');
    expect(paid).toMatchObject({ taxable: { amount: '70827.00' }, refund: { amount: '9207.51' } });
    expect(await desk.credited()).toBe('9207.51');
  });
});

describe('The refund of a manufacturer (免抵退税)', () => {
  const figures = (sellerId: string, inputVat = '12000.00') => ({
    sellerId,
    domesticOutputVat: { amount: '0.00', currency: 'CNY' },
    inputVat: { amount: inputVat, currency: 'CNY' },
    fxRates: [{ currency: 'USD', rate: '7.00', source: 'SAFE middle rate of 2026-11-02' }],
  });

  it('waits for the figures of the period; its claims share the credit of the period', async () => {
    const desk = await RefundDesk.open(platform, MANUFACTURER);
    const declare = (body: object, headers = {}) =>
      desk.tenant.client.send<{ code?: string }>('PUT', '/v1/tax-refund/periods/202611', body, headers);
    const order = async (): Promise<string> => {
      const orderId = await desk.place({ refund: { mode: 'manufacturer', advance: false } });
      await desk.clear(orderId);
      await desk.collect(orderId);
      return orderId;
    };
    const first = await order();
    const waiting = await desk.untilCase(
      first,
      ({ missing }) => missing.length === 1 && missing[0]?.fact === 'tax_period',
    );
    expect(waiting.state).toBe('gathering');

    expect((await declare({ ...figures(desk.sellerId, '1.00'), fxRates: [] })).status).toBe(200);
    await desk.untilCase(first, ({ missing }) => missing.length === 1 && missing[0]?.fact === 'exchange_rate');
    expect((await declare(figures(desk.sellerId))).status).toBe(428);
    expect((await declare(figures(desk.sellerId), { 'if-match': '"9"' })).status).toBe(412);
    expect((await declare(figures(desk.sellerId), { 'if-match': '"1"' })).status).toBe(200);
    const paid = await desk.untilClaim(first, 'paid');
    // 70,000.00 × 13 % is the ceiling, below the credit of 12,000.00.
    expect(paid).toMatchObject({ period: '202611', refund: { amount: '9100.00' }, exemptCredit: { amount: '0.00' } });

    const second = await desk.untilClaim(await order(), 'paid');
    expect(second).toMatchObject({ refund: { amount: '2900.00' }, exemptCredit: { amount: '6200.00' } });
    const third = await desk.untilClaim(await order(), 'paid');
    expect(third).toMatchObject({ refund: { amount: '0.00' }, exemptCredit: { amount: '9100.00' } });
    expect(await desk.credited()).toBe('12000.00');

    const late = await declare(figures(desk.sellerId), { 'if-match': '"2"' });
    expect([late.status, late.body.code]).toEqual([409, 'TAX_REFUND.PERIOD_IN_USE']);
    const { body } = await desk.tenant.client.get<{ data: object[] }>(
      `/v1/tax-refund/periods?sellerId=${desk.sellerId}`,
    );
    expect(body.data).toMatchObject([{ period: '202611', inputVat: { amount: '12000.00' }, version: 2 }]);
  });
});

describe('An invoice', () => {
  it('may come before anybody knows the order it is for, and is given to it later', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    await desk.clear(orderId);
    await desk.collect(orderId);
    const { body: invoice } = await desk.record(desk.invoice(null));
    const assigned = await desk.tenant.client.post(
      `/v1/tax-refund/invoices/${invoice.id}/assignment`,
      { orderId },
      { ...key(), 'if-match': '"1"' },
    );
    expect(assigned.body).toMatchObject({ orderId, version: 2 });
    await desk.untilClaim(orderId, 'paid');
    const { body } = await desk.tenant.client.get<{ data: { id: string }[] }>(
      `/v1/tax-refund/invoices?orderId=${orderId}&state=recorded&kind=special`,
    );
    expect(body.data.map(({ id }) => id)).toEqual([invoice.id]);
  });

  it('is recorded once, however often it is sent', async () => {
    const desk = await RefundDesk.open(platform);
    const body = desk.invoice(null);
    const same = key();
    const repeats = Array.from({ length: 20 }, () => desk.tenant.client.post('/v1/tax-refund/invoices', body, same));
    const statuses = (await Promise.all(repeats)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const others = await Promise.all(Array.from({ length: 5 }, () => desk.record<{ code: string }>(body)));
    expect(new Set(others.map(({ status, body: { code } }) => `${status} ${code}`))).toEqual(
      new Set(['409 TAX_REFUND.DUPLICATE_INVOICE']),
    );
    const { body: list } = await desk.tenant.client.get<{ data: object[] }>('/v1/tax-refund/invoices');
    expect(list.data).toHaveLength(1);
  });
});
