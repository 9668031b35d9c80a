import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { E_INVOICE_EXAMPLE } from '../../src/tax-refund/api/dto/e-invoice.example.js';
import { type Result } from '../support/batch-desk.js';
import { ISSUER } from '../support/e-invoice-samples.js';
import { type ClaimBody, type InvoiceBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Invoice extends InvoiceBody {
  readonly redOf: string | null;
  readonly findings: readonly { readonly pointer: string; readonly rule: string }[];
}

interface Checked extends Invoice {
  readonly verification: { readonly state: string; readonly outcome: string; readonly differences: readonly object[] };
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const yuan = (amount: string): object => ({ amount, currency: 'CNY' });

describe('A VAT invoice that is taken in', () => {
  it('tells all of its faults at once; what may be right all the same is kept with it', async () => {
    const desk = await RefundDesk.open(platform);
    const bad = desk.invoice(
      null,
      { issuedOn: '2099-01-01', totals: { amountExVat: yuan('1.00'), vat: yuan('7800.00') } },
      { vatRate: '0.12', unitPrice: '61' },
    );
    const { status, body } = await desk.record<ProblemBody>(bad);
    expect([status, body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      [
        '/issuedOn in_the_future',
        '/lines/0/unitPrice price_is_not_amount_by_quantity',
        '/lines/0/vat vat_is_not_amount_times_rate',
        '/lines/0/vatRate no_such_rate',
        '/totals/amountExVat not_the_sum',
      ],
    ]);
    const odd = await desk.record<Invoice>(desk.invoice(null));
    expect(odd.body.findings.map(({ rule }) => rule)).toEqual(['check_character', 'issuer_not_reviewed']);
    const policy = { checkDigits: 'refuse', issuerReview: 'warn' };
    expect((await desk.tenant.client.send('PUT', '/v1/tax-refund/invoice-policy', policy, key())).status).toBe(200);
    const refused = await desk.record<ProblemBody>(desk.invoice(null));
    expect(refused.body.errors).toMatchObject([{ pointer: '/seller/taxNumber', code: 'check_character' }]);
  });

  it('is recorded once, whoever races; the others are told as what', async () => {
    const desk = await RefundDesk.open(platform);
    const body = desk.invoice(null);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => desk.record<{ id?: string; details?: { invoiceId: string } }>(body)),
    );
    const recorded = answers.filter(({ status }) => status === 201);
    const id = recorded[0]?.body.id;
    expect([recorded.length, id === undefined]).toEqual([1, false]);
    const others = answers.filter(({ status }) => status === 409);
    expect(new Set(others.map(({ body: { details } }) => details?.invoiceId))).toEqual(new Set([id]));
  });
});

describe('A red-letter invoice', () => {
  const red = (desk: RefundDesk, blueNumber: string, amount: string, vat: string, quantity: string): object =>
    desk.invoice(
      null,
      { issuedOn: '2026-11-20', redOf: { invoiceNumber: blueNumber } },
      { orderLineNumber: undefined, quantity, amountExVat: yuan(amount), vat: yuan(vat) },
    );
  const numberOf = (invoice: object): string => (invoice as { invoiceNumber: string }).invoiceNumber;

  it('takes back a part, the rest, and no more than there is; entered wrongly it gives it back', async () => {
    const desk = await RefundDesk.open(platform);
    const blue = desk.invoice(null);
    const { body: recorded } = await desk.record(blue);
    const read = async (): Promise<Invoice & { lines: readonly { redAmount: { amount: string } }[] }> =>
      (await desk.tenant.client.get<never>(`/v1/tax-refund/invoices/${recorded.id}`)).body;

    const part = await desk.record<Invoice>(red(desk, numberOf(blue), '-24000.00', '-3120.00', '-400'));
    expect([part.status, part.body.redOf]).toEqual([201, recorded.id]);
    expect(await read()).toMatchObject({ state: 'recorded', lines: [{ redAmount: { amount: '24000.00' } }] });
    const more = await desk.record<ProblemBody>(red(desk, numberOf(blue), '-36000.01', '-4680.00', '-600'));
    expect(more.body.errors).toMatchObject([{ pointer: '/lines/0/amountExVat', code: 'more_than_blue' }]);
    const rest = await desk.record<Invoice>(red(desk, numberOf(blue), '-36000.00', '-4680.00', '-600'));
    expect(rest.status).toBe(201);
    expect((await read()).state).toBe('red_flushed');
    const events = await desk.events(recorded.id, 'invoice');
    expect(events.filter(({ type }) => type.endsWith('red_flushed')).map(({ data }) => data['isWhole'])).toEqual([
      false,
      true,
    ]);
    const undone = await desk.tenant.client.post<Invoice>(
      `/v1/tax-refund/invoices/${rest.body.id}/cancellation`,
      { reason: 'Entered for the wrong invoice' },
      key(),
    );
    expect(undone.body.state).toBe('cancelled');
    expect(await read()).toMatchObject({ state: 'recorded', lines: [{ redAmount: { amount: '24000.00' } }] });
    const cancelled = await desk.tenant.client.post<ProblemBody>(
      `/v1/tax-refund/invoices/${recorded.id}/cancellation`,
      { reason: 'Red letters stand on it' },
      key(),
    );
    expect([cancelled.status, cancelled.body.code]).toEqual([409, 'TAX_REFUND.INVOICE_IN_USE']);
  });

  it('that takes back what a claim stands on flags the claim, says what must happen, and opens its correction', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const blue = desk.invoice(orderId);
    await desk.record(blue);
    await desk.collect(orderId);
    await desk.clear(orderId);
    const claim = await desk.untilClaim(orderId, 'paid');
    await desk.record(red(desk, numberOf(blue), '-60000.00', '-7800.00', '-1000'));
    const { body } = await eventually(
      () =>
        desk.tenant.client.get<{ flags: readonly object[]; corrections: readonly string[] }>(
          `/v1/tax-refund/claims/${claim.id}`,
        ),
      (answer) => answer.body.flags.length > 0,
    );
    expect(body.flags).toMatchObject([
      { rule: 'invoice_red_flushed', fix: expect.stringMatching(/corrected there/) as string },
    ]);
    const { body: correction } = await desk.tenant.client.get<ClaimBody & { correction: object }>(
      `/v1/tax-refund/claims/${body.corrections[0] ?? ''}`,
    );
    expect(correction).toMatchObject({
      refund: { amount: '-7800.00', currency: 'CNY' },
      correction: { kind: 'red_letter' },
    });
  });
});

describe('The check of an invoice (查验)', () => {
  const issuedBy = (name: string): object => ({ seller: { name, taxNumber: '91330281MA2DEM4D02' } });
  const checked = (desk: RefundDesk, id: string) =>
    eventually(
      () => desk.tenant.client.get<Checked>(`/v1/tax-refund/invoices/${id}`),
      ({ body }) => body.verification.state !== 'unverified',
    );

  it('comes to what the tax authority says', async () => {
    const desk = await RefundDesk.open(platform);
    const said = async (word: string): Promise<unknown> => {
      const { body } = await desk.record(desk.invoice(null, issuedBy(`工厂 SBX-${word}`)));
      const found = await checked(desk, body.id);
      const { state, outcome, differences } = found.body.verification;
      return [word, state, outcome, differences];
    };
    expect(await Promise.all(['NOTHING', 'UNKNOWN', 'VOIDED', 'RED', 'ABNORMAL', 'OTHER-VAT'].map(said))).toEqual([
      ['NOTHING', 'verified', 'genuine', []],
      ['UNKNOWN', 'refused', 'not_found', []],
      ['VOIDED', 'refused', 'voided', []],
      ['RED', 'refused', 'red_flushed', []],
      ['ABNORMAL', 'refused', 'abnormal', []],
      ['OTHER-VAT', 'refused', 'differs', [{ field: 'vat', recorded: '7801.00' }]],
    ]);
  });

  it('keeps a claim waiting until other invoices cover the goods; asked again, and unanswered, it is asked once more', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    await desk.collect(orderId);
    await desk.clear(orderId);
    const { body: voided } = await desk.record(desk.invoice(orderId, issuedBy('工厂 SBX-VOIDED')));
    const waiting = await desk.untilCase(orderId, ({ checks }) =>
      checks.some(({ check, outcome }) => check === 'authenticity' && outcome === 'block'),
    );
    expect(waiting.state).toBe('gathering');
    const again = await desk.tenant.client.post<Checked>(
      `/v1/tax-refund/invoices/${voided.id}/verification`,
      {},
      key(),
    );
    expect([again.status, again.body.verification.state]).toEqual([202, 'unverified']);
    await checked(desk, voided.id);
    await desk.record(desk.invoice(orderId, issuedBy('工厂 SBX-DOWN-ONCE')));
    const claim = await desk.untilClaim(orderId, 'paid');
    expect(claim.checks).toContainEqual(expect.objectContaining({ check: 'authenticity', outcome: 'warn' }));
  });
});

describe('An e-invoice (数电票)', () => {
  it('is recorded from its file, once, and the file is kept word for word', async () => {
    const desk = await RefundDesk.open(platform);
    const orderId = await desk.place();
    const { client } = desk.tenant;
    const xml = E_INVOICE_EXAMPLE.xml.replaceAll('宁波示例进出口有限公司', desk.seller.name);
    const send = (body: object) => client.post<Invoice & ProblemBody>('/v1/tax-refund/e-invoices', body, key());

    const unknown = await send({ xml: xml.replace('电烤箱', '微波炉').replace('>台<', '>箱<'), orderId });
    expect(unknown.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lines/0/unit unknown_unit',
      '/lines/0/hsCode required',
    ]);
    const [first, second] = [await send({ xml, orderId }), await send({ xml, orderId })];
    expect(first.body).toMatchObject({
      orderId,
      findings: [{ rule: 'hs_code_from_order' }, { rule: 'issuer_not_reviewed' }],
      lines: [{ orderLineNumber: 1, hsCode: '8516609000', unit: '001', taxCategory: '1090413990000000000' }],
    });
    expect([second.status, second.body.code]).toEqual([409, 'TAX_REFUND.DUPLICATE_INVOICE']);
    const original = await client.get<{ xml: string; sha256: string }>(`/v1/tax-refund/e-invoices/${first.body.id}`);
    expect(original.body).toMatchObject({ xml, sha256: createHash('sha256').update(xml).digest('hex') });
    const refused = await send({ xml: '<Invoice/>', orderId });
    expect([refused.status, refused.body.code]).toEqual([422, 'TAX_REFUND.E_INVOICE_UNREADABLE']);
  });
});

describe('A table of invoices', () => {
  const COLUMNS =
    '发票号码,issued_on,seller_name,seller_tax_number,buyer_name,buyer_tax_number,hs_code,goods_name,quantity,unit,amount,vat_rate,vat';
  const row = (serial: number, change = '60000.00,13%,7800.00'): string =>
    `263320000000990${String(serial).padStart(5, '0')},2026-11-10,Factory,91330281MA2DEM4D02,Trader,91330200MA2AEFJN86,8516609000,Oven,1000,001,${change}`;
  interface Imported {
    readonly operationId: string;
    readonly recorded: readonly string[];
    readonly errors: readonly { readonly pointer: string }[];
  }
  const send = (desk: RefundDesk, rows: readonly string[], query = '', headers: Record<string, string> = {}) =>
    desk.tenant.client.send<Imported>(
      'POST',
      `/v1/tax-refund/invoice-imports${query}`,
      packed([COLUMNS, ...rows].join('\r\n'), headers),
      { ...key(), 'content-type': 'text/csv', ...headers },
    );
  const packed = (text: string, headers: Record<string, string>): string | Buffer =>
    headers['content-encoding'] === 'gzip' ? gzipSync(text) : text;

  it('is recorded invoice by invoice: a bad one never stops the others, and a repeat is the same import', async () => {
    const desk = await RefundDesk.open(platform);
    const rows = [row(1), row(1, '100.00,13%,13.00'), row(2, '100.00,13%,99.00'), row(3)];
    const same = { 'idempotency-key': 'table-1', 'content-encoding': 'gzip' };
    const [first, again] = [await send(desk, rows, '', same), await send(desk, rows, '', same)];
    expect([first.status, again.body]).toEqual([202, first.body]);
    const { operationId } = first.body;
    await eventually(
      () => desk.tenant.client.get<{ state: string }>(`/v1/operations/${operationId}`),
      ({ body }) => body.state === 'completed',
    );
    const results = await desk.tenant.client.get<{ data: readonly Result[] }>(`/v1/operations/${operationId}/results`);
    expect(
      results.body.data.map((each) => [each.key, each.status, each.problem?.errors.map((e) => e.pointer)]),
    ).toEqual([
      ['table-1.row-1', 201, undefined],
      ['table-1.row-3', 422, ['/lines/0/vat']],
      ['table-1.row-4', 201, undefined],
    ]);
  });

  it('is recorded as a whole, or not at all, with the faults of every row', async () => {
    const desk = await RefundDesk.open(platform);
    const bad = [row(11), row(12, '100.00,13%,99.00'), row(11), row(13, '1.00,,0.13')];
    const refused = await send(desk, bad, '?atomic=true');
    expect([refused.status, [...new Set(refused.body.errors.map(({ pointer }) => pointer))]]).toEqual([
      422,
      ['/rows/2/vat', '/rows/3', '/rows/4/vatRate'],
    ]);
    const list = await desk.tenant.client.get<{ data: object[] }>('/v1/tax-refund/invoices');
    expect(list.body.data).toEqual([]);
    const recorded = await send(desk, [row(11), row(12)], '?atomic=true');
    expect([recorded.status, recorded.body.recorded.length]).toEqual([202, 2]);
    const other = await desk.tenant.client.send<ProblemBody>(
      'POST',
      '/v1/tax-refund/invoice-imports',
      'invoice_number,colour\r\n1,red',
      { ...key(), 'content-type': 'text/csv' },
    );
    expect([other.status, other.body.code]).toEqual([422, 'TAX_REFUND.INVOICE_TABLE']);
  });
});

describe('The issuer of invoices', () => {
  it('is reviewed for a time; where a tenant asks for that, claims are made of its invoices alone', async () => {
    const desk = await RefundDesk.open(platform);
    const { client } = desk.tenant;
    const issuers = '/v1/tax-refund/invoice-issuers';
    const strict = { checkDigits: 'warn', issuerReview: 'block' };
    await client.send('PUT', '/v1/tax-refund/invoice-policy', strict, key());
    const orderId = await desk.place();
    await desk.record(desk.invoice(orderId));
    await desk.clear(orderId);
    await desk.collect(orderId);
    await desk.untilCase(orderId, ({ checks }) =>
      checks.some(({ check, outcome }) => check === 'issuer' && outcome === 'block'),
    );
    const { body: issuer } = await client.post<{ id: string }>(issuers, ISSUER, key());
    const twice = await client.post<ProblemBody>(issuers, ISSUER, key());
    expect([twice.status, twice.body.code]).toEqual([409, 'TAX_REFUND.ISSUER_SUBMITTED']);
    const days = { validFrom: '2026-11-01', validTo: '2027-10-31' };
    const approved = await client.post<{ state: string; expectedBy: string }>(
      `${issuers}/${issuer.id}/approval`,
      days,
      key(),
    );
    expect(approved.body).toMatchObject({ state: 'approved', expectedBy: '2027-10-01T16:00:00.000Z' });
    const seller = { name: ISSUER.name, taxNumber: ISSUER.taxNumber };
    const { body: reviewed } = await desk.record<Invoice>(desk.invoice(orderId, { seller }));
    expect(reviewed.findings).toEqual([]);
    await desk.untilClaim(orderId, 'paid');
  });

  it('is approved by somebody else than entered it, in live operation', async () => {
    const desk = await RefundDesk.open(platform, {}, { livemode: true });
    const { body } = await desk.tenant.client.post<{ id: string }>('/v1/tax-refund/invoice-issuers', ISSUER, key());
    const days = { validFrom: '2026-11-01', validTo: '2027-10-31' };
    const own = await desk.tenant.client.post<ProblemBody>(
      `/v1/tax-refund/invoice-issuers/${body.id}/approval`,
      days,
      key(),
    );
    expect([own.status, own.body.code]).toEqual([403, 'TAX_REFUND.OWN_ISSUER']);
  });
});
