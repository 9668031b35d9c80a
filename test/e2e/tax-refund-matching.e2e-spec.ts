import { boughtLine, collected, declaredItem, MatchDesk } from '../support/match-desk.js';
import { RefundDesk } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});

afterAll(async () => {
  await platform.stop();
});

async function desk(): Promise<MatchDesk> {
  return new MatchDesk(await platform.tenant('Integrator'));
}

describe('Rows that an integrator brings', () => {
  it('are matched key by key, n to m, with what each item takes and what has to be done', async () => {
    const book = await desk();
    await book.bring('items', [
      declaredItem('SO-1', 1),
      declaredItem('SO-2', 2, { quantity1: '400', quantity2: '3200', fob: '4000.00' }),
      declaredItem('SO-2', 3, { quantity1: '600', quantity2: '4800', fob: '6000.00' }),
      declaredItem('SO-3', 4),
      declaredItem('SO-4', 5, { supervisionMode: '1039' }),
      declaredItem('SO-5', 6),
      declaredItem('SO-6', 7, { cleared: 'false' }),
    ]);
    await book.bring('invoice_lines', [
      boughtLine('SO-1', 1, { quantity: '300', amount: '18000.00' }),
      boughtLine('SO-1', 2, { quantity: '700', amount: '42000.00' }),
      boughtLine('SO-2', 3),
      boughtLine('SO-3', 4, { unit: '140', quantity: '100' }),
      boughtLine('SO-4', 5),
      boughtLine('SO-5', 6, { standing: 'red_flushed' }),
      boughtLine('SO-6', 7),
    ]);
    await book.bring(
      'collections',
      [1, 2, 3, 4, 5, 6].map((number) => collected(`SO-${number}`, number)),
    );
    const run = await book.run();
    expect(run).toMatchObject({ items: 7, done: 7, matched: 3, waiting: 2, blocked: 2 });
    expect(run.refund).toEqual({ amount: '15600.00', currency: 'CNY' });
    const results = await book.results(run.id);
    expect(results.map(({ outcome, takes }) => [outcome, ...takes.map(({ quantity }) => quantity)])).toEqual([
      ['matched', '300', '700'],
      ['matched', '400'],
      ['matched', '600'],
      ['blocked'],
      ['blocked'],
      ['waiting'],
      ['waiting'],
    ]);
    const open = await book.results(run.id, '?open=true');
    expect(
      open.map(({ checks, missing, suggestions }) => [
        ...checks.map(({ check, outcome }) => `${check} ${outcome}`),
        ...missing.map(({ fact }) => fact),
        ...suggestions.map(({ proposal }) => proposal),
      ]),
    ).toEqual([
      ['unit block', 'invoice', 'reissue'],
      ['supervision_mode block'],
      ['authenticity warn', 'invoice', 'issue'],
      ['declaration_cleared'],
    ]);
    expect(open[0]?.suggestions[0]?.text).toContain('unit 001, quantity 1000, amount 60000.00 CNY');
    expect(open[0]?.checks[0]?.fix).toBe('Have the invoice re-issued in one of the declared units');
  });

  it('keep what is left of an invoice for later exports, and never take anything twice', async () => {
    const book = await desk();
    await book.bring('items', [declaredItem('SO-1', 1, { quantity1: '300', quantity2: '2400', fob: '3000.00' })]);
    await book.bring('invoice_lines', [boughtLine('SO-1', 1, { amount: '60000.01' })]);
    const first = await book.run();
    expect((await book.results(first.id))[0]?.takes).toMatchObject([
      { quantity: '300', amountExVat: { amount: '18000.00' } },
    ]);
    // Nothing is open: the same again takes nothing.
    expect(await book.run()).toMatchObject({ items: 0, matched: 0 });
    await book.bring('items', [
      declaredItem('SO-1', 2, { quantity1: '700', quantity2: '5600', fob: '7000.00' }),
      declaredItem('SO-1', 3, { quantity1: '1', quantity2: '8', fob: '10.00' }),
    ]);
    const second = await book.run();
    expect(second).toMatchObject({ items: 2, matched: 1, waiting: 1 });
    // 18000.00 and 42000.01 are the whole invoice.
    expect(
      (await book.results(second.id)).map(({ takes }) => takes.map(({ amountExVat }) => amountExVat.amount)),
    ).toEqual([['42000.01'], []]);
  });

  it('are compared when they come again, and stay as they are once they are matched', async () => {
    const book = await desk();
    const rows = [declaredItem('SO-1', 1), declaredItem('SO-2', 2)];
    expect(await book.bring('items', rows)).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(await book.bring('items', rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await book.bring('items', [declaredItem('SO-1', 1, { fob: '11000.00' })])).toMatchObject({ changed: 1 });
    await book.bring('invoice_lines', [boughtLine('SO-1', 1)]);
    expect(await book.run()).toMatchObject({ matched: 1, waiting: 1 });
    const { body } = await book.send('items', `${JSON.stringify(declaredItem('SO-1', 1))}\n`);
    expect(body).toMatchObject({ unchanged: 0, rejected: 1, reasons: [{ row: 1 }] });
  });

  it('are taken as a table too; one bad row never stops the others', async () => {
    const book = await desk();
    const table = [
      'matchKey,reference,receivedOn,payer,amount,currency',
      'SO-1,R-1,2026-11-25,"Meyer, ""Sons""",10.00,USD',
      'SO-1,R-2,2026-13-25,Meyer,10.00,USD',
      'SO-1,R-3,2026-11-25,Meyer,10.001,USD',
      'SO-1,R-4,2026-11-25',
      'SO-1,R-1,2026-11-26,Meyer,10.00,USD',
      'SO-1,R-5,2026-11-25,Meyer,10,JPY',
    ].join('\r\n');
    const { body } = await book.send('collections', table, 'text/csv');
    expect(body).toMatchObject({ added: 2, rejected: 4 });
    expect(body.reasons.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
    const bad = await book.send('collections', 'nobody\r\n1', 'text/csv');
    expect([bad.status, (bad.body as unknown as { code: string }).code]).toEqual([422, 'TAX_REFUND.MATCH_ROWS']);
    const broken = await book.send('items', '{"matchKey":\n[]\n{"other":1}\n');
    expect(broken.body).toMatchObject({ added: 0, rejected: 3 });
  });

  it('are matched by one run at a time, whoever races; the database refuses the others', async () => {
    const book = await desk();
    await book.bring(
      'items',
      Array.from({ length: 50 }, (_one, index) => declaredItem(`SO-${index}`, index + 1)),
    );
    await book.bring(
      'invoice_lines',
      Array.from({ length: 50 }, (_one, index) => boughtLine(`SO-${index}`, index + 1)),
    );
    const started = await Promise.all(Array.from({ length: 5 }, () => book.start()));
    const won = started.filter(({ status }) => status === 202);
    const lost = started.filter(({ status }) => status === 409);
    expect([won.length >= 1, won.length + lost.length]).toEqual([true, 5]);
    expect(lost.every(({ text }) => text.includes('TAX_REFUND.MATCH_RUN_OPEN'))).toBe(true);
    const runs = await Promise.all(won.map(({ body }) => book.ended(body.id)));
    expect(runs.reduce((sum, { matched }) => sum + matched, 0)).toBe(50);
  });

  it('cannot be taken twice even where the rules were left out', async () => {
    const tenant = await platform.tenant('Racer');
    const book = new MatchDesk(tenant);
    await book.bring('items', [declaredItem('SO-1', 1), declaredItem('SO-1', 2)]);
    await book.bring('invoice_lines', [boughtLine('SO-1', 1, { quantity: '2000' })]);
    await book.run();
    const again = (change: string) =>
      platform.rows(
        `INSERT INTO tax_refund.match_take (tenant_id, item_no, invoice_no, amount_minor, left_minor, run_id, seq, ordinal, quantity, left_quantity)
         SELECT tenant_id, ${change} FROM tax_refund.match_take WHERE tenant_id = $1 AND seq = 1`,
        [tenant.tenantId],
      );
    const item = 'item_no, invoice_no, 0, 0, run_id, 9, ordinal, 1, 0';
    await expect(again(item)).rejects.toThrow('pk_match_take');
    await expect(again('item_no + 1000, invoice_no, 0, 0, run_id, seq, ordinal, 1, 0')).rejects.toThrow(
      'uq_match_take_invoice',
    );
    await expect(again('item_no + 1000, invoice_no, 0, 0, run_id, 9, ordinal, 1, -1')).rejects.toThrow(
      'ck_match_take_left',
    );
  });
});

describe('Before the goods leave', () => {
  it('an order is told what its invoices must show, and what a draft has wrong', async () => {
    const refunds = await RefundDesk.open(platform);
    const orderId = await refunds.place();
    const draft = {
      ...{ sellerTaxNumber: '91330212MA2AF1XX2U', buyerTaxNumber: '91330200MA2AEFJN86', hsCode: '8516609000' },
      ...{ goodsName: '电烤箱', quantity: '100', unit: '140', amountExVat: { amount: '60000.00', currency: 'CNY' } },
      vatRate: '0.13',
    };
    const { status, body, text } = await refunds.tenant.client.post<{
      ready: boolean;
      invoices: object[];
      checks: object[];
      suggestions: object[];
      expectedRefund: object;
    }>('/v1/tax-refund/pre-matches', { orderId, invoiceLines: [draft] });
    expect([status, text]).toEqual([200, expect.any(String)]);
    expect(body).toMatchObject({
      ready: false,
      invoices: [
        { lineNumber: 1, kind: 'special', goodsName: '电烤箱', amountExVat: { amount: '60000.00' }, remark: '' },
      ],
      checks: [{ check: 'unit', outcome: 'block' }],
      suggestions: [{ proposal: 'reissue', rank: 1, invoiceNumber: 'DRAFT-1' }],
      expectedRefund: { amount: '7800.00', currency: 'CNY' },
    });
    const both = await refunds.tenant.client.post('/v1/tax-refund/pre-matches', {});
    expect([both.status, both.text]).toEqual([422, expect.stringContaining('/draft')]);
  });

  it('an order whose invoice is wrong is told how to have it written, as its case is looked at', async () => {
    const refunds = await RefundDesk.open(platform);
    const orderId = await refunds.place();
    await refunds.record(refunds.invoice(orderId, {}, { unit: '140', quantity: '100' }));
    await refunds.clear(orderId);
    await refunds.untilCase(orderId, ({ declarations }) => declarations.length > 0);
    const { body } = await refunds.tenant.client.get<{ suggestions: object[] }>(`/v1/tax-refund/cases/${orderId}`);
    expect(body.suggestions).toMatchObject([{ proposal: 'reissue', lineNumber: 1, rank: 1 }]);
  });
});

describe('What is matched by', () => {
  it('is set by the tenant: the bands of its tax office, and changed codes', async () => {
    const { client } = await platform.tenant('Ruler');
    const at = '/v1/tax-refund/match-rules';
    expect((await client.get(at)).body).toEqual({ costBands: [], codeChanges: [] });
    const rules = {
      costBands: [{ region: '3302', currency: 'USD', from: '5.5', to: '7.5', validFrom: '2026-01-01' }],
      codeChanges: [{ from: '8516609000', to: '8516609010', changedOn: '2027-01-01' }],
    };
    expect((await client.send('PUT', at, rules, {})).status).toBe(200);
    expect((await client.get(at)).body).toEqual(rules);
    const wrong = await client.send(
      'PUT',
      at,
      {
        costBands: [{ currency: 'USD', from: '8', to: '5' }],
        codeChanges: [],
      },
      {},
    );
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('/costBands/0/to')]);
  });
});
