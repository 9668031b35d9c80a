import { type InvoiceBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { ISSUER } from '../support/e-invoice-samples.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Invoice extends InvoiceBody {
  readonly findings: readonly { readonly pointer: string; readonly rule: string }[];
}

interface Checked extends Invoice {
  readonly verification: { readonly state: string; readonly outcome: string; readonly reason: string | null };
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

describe('An invoice that the tax authority will not look at (查验被拒)', () => {
  it('says why, is not used, and is used once it is asked about anew and found genuine', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    await desk.clear(orderId);
    await desk.collect(orderId);
    const seller = { name: '工厂 SBX-NO-CHECK', taxNumber: '91330281MA2DEM4D02' };
    const { body: invoice } = await desk.record(desk.invoice(orderId, { seller }));
    const refused = await desk.untilCase(orderId, ({ checks }) =>
      checks.some(({ check, outcome }) => check === 'authenticity' && outcome === 'block'),
    );
    expect(refused.state).toBe('gathering');
    const { client } = desk.tenant;
    const { body: read } = await client.get<Checked>(`/v1/tax-refund/invoices/${invoice.id}`);
    const reason = 'Too many questions about invoices of this issuer today';
    expect(read.verification).toMatchObject({ state: 'declined', outcome: null, reason, expectedBy: null });
    const told = await eventually(
      () => desk.events(invoice.id, 'invoice'),
      (events) => events.some(({ type }) => type === 'tax_refund.invoice.check_declined'),
    );
    expect(told.at(-1)?.data).toMatchObject({ reason });

    const again = await client.post<Checked>(`/v1/tax-refund/invoices/${invoice.id}/verification`, {}, key());
    expect([again.status, again.body.verification]).toMatchObject([202, { state: 'unverified', reason: null }]);
    const claim = await desk.untilClaim(orderId, 'paid');
    expect(claim.checks).toContainEqual(expect.objectContaining({ check: 'authenticity', outcome: 'pass' }));
  });
});

describe('The tax classification code of an invoice (税收分类编码)', () => {
  const OVENS = { code: '1090413990000000000', name: '家用厨房电器具', hsCodes: ['8516'] };
  const TOYS = { code: '1060402010000000000', name: '玩具', hsCodes: ['9503'] };

  it('is looked up, and goes with the declared goods, or the claim says what would', async () => {
    for (const { code, name, hsCodes } of [OVENS, TOYS]) {
      const value = JSON.stringify({ nameZh: name, shortName: name, description: null, hsCodes, isGroup: false });
      await platform.rows(
        `INSERT INTO catalogue.reference_entry (topic, code, valid_from, value, source, year)
         VALUES ('tax_classification', $1, '2017-12-22', $2, '公告2017年第45号', 2017)`,
        [code, value],
      );
    }
    const desk = await RefundDesk.open(platform);
    const { client } = desk.tenant;
    const codes = '/v1/reference/tax-classification-codes';
    const found = await client.get<{ data: { code: string }[] }>(`${codes}?hsCode=8516609000&on=2026-11-10`);
    expect(found.body.data.map(({ code }) => code)).toEqual([OVENS.code]);
    expect((await client.get<object>(`${codes}/${TOYS.code}`)).body).toMatchObject({
      ...{ nameZh: '玩具', hsCodes: ['9503'], isGroup: false, validFrom: '2017-12-22', source: '公告2017年第45号' },
    });
    const before = await client.get<ProblemBody>(`${codes}/${TOYS.code}?on=2016-01-01`);
    expect([before.status, before.body.code]).toEqual([404, 'CATALOGUE.TAX_CODE_UNKNOWN']);

    const orderId = await desk.place();
    await desk.clear(orderId);
    await desk.collect(orderId);
    const { body } = await desk.record<Invoice>(desk.invoice(orderId, {}, { taxCategory: TOYS.code }));
    expect(body.findings).toContainEqual(expect.objectContaining({ pointer: '/lines/0/taxCategory' }));
    const claim = await desk.untilClaim(orderId, 'paid');
    const odd = claim.checks.find(({ check }) => check === 'tax_category');
    expect(odd).toMatchObject({ outcome: 'warn', detail: expect.stringContaining(OVENS.code) as string });
  });
});

describe('The capacity of an issuer (年生产能力)', () => {
  it('is held against what it invoiced in the year: told once when passed, a warning in the match and before it', async () => {
    const desk = await RefundDesk.open(platform);
    const { client } = desk.tenant;
    const issuers = '/v1/tax-refund/invoice-issuers';
    const products = [{ hsCode: '851660', goodsName: '电烤箱', yearlyCapacity: '1500', unit: '001' }];
    const { body: issuer } = await client.post<{ id: string }>(issuers, { ...ISSUER, products }, key());
    await client.post(`${issuers}/${issuer.id}/approval`, { validFrom: '2026-11-01', validTo: '2027-10-31' }, key());
    const seller = { name: ISSUER.name, taxNumber: ISSUER.taxNumber };
    const orderId = await desk.place();
    await desk.record(desk.invoice(orderId, { seller }));
    const use = async (): Promise<object> =>
      (await client.get<{ products: object[] }>(`${issuers}/${issuer.id}/capacity?year=2026`)).body.products[0] ?? {};
    expect(await use()).toMatchObject({ invoiced: '1000', yearlyCapacity: '1500', passed: false });
    expect((await client.get<object>(`${issuers}/${issuer.id}/capacity?year=2025`)).body).toMatchObject({
      ...{ year: 2025, products: [{ invoiced: '0' }] },
    });

    await Promise.all([1, 2].map(() => desk.record(desk.invoice(null, { seller }))));
    expect(await use()).toMatchObject({ invoiced: '3000', passed: true });
    const told = async () =>
      (await desk.events(issuer.id, 'invoiceIssuer')).filter(({ type }) => type.endsWith('.capacity_passed'));
    const [news, ...more] = await eventually(told, (events) => events.length > 0);
    expect([news?.data, more]).toMatchObject([{ year: 2026, hsCode: '851660', yearlyCapacity: '1500' }, []]);
    const warning = expect.objectContaining({ check: 'issuer', outcome: 'warn' }) as object;
    const before = await client.post<{ checks: object[] }>('/v1/tax-refund/pre-matches', { orderId }, key());
    expect(before.body.checks).toContainEqual(warning);
    await desk.clear(orderId);
    await desk.collect(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    expect(claim.checks).toContainEqual(warning);
  });
});
