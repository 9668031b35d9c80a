import pg from 'pg';

import { importLibrary } from '../../scripts/import/import-library.js';
import { boughtLine, collected, declaredItem, MatchDesk, taxPaid } from '../support/match-desk.js';
import { TestPlatform } from '../support/test-platform.js';

const HEAD = '商品代码,商品名称,计量单位,起始日期,截止日期,征税率,退税率,特殊标识,从价定率,从量定额';
/** Ovens that bear consumption tax, as no ovens do: 10 % of the value and 1.5 CNY for each. */
const OVENS = '8516609000,电烤箱,台,20260101,20991231,13,13,,10,1.5';

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

describe('The consumption tax of rows that an integrator brings', () => {
  it('is matched by its papers in a run, each amount once, and what is left of a paper stays for later exports', async () => {
    const book = new MatchDesk(await platform.tenant('Integrator'));
    await book.bring('items', [
      declaredItem('SO-1', 1),
      declaredItem('SO-2', 2),
      declaredItem('SO-3', 3, { consumptionTaxWaiver: 'No 分割单' }),
    ]);
    await book.bring(
      'invoice_lines',
      [1, 2, 3].map((number) => boughtLine(`SO-${number}`, number, { quantity: '2000', amount: '120000.00' })),
    );
    await book.bring('collections', [collected('SO-1', 1)]);
    expect(
      await book.bring('consumption_tax_vouchers', [
        taxPaid('SO-1', 1, { quantity: '1500', taxableAmount: '90000.01', tax: '11250.00' }),
        taxPaid('SO-2', 2, { quantity: '999', taxableAmount: '60000.00', tax: '7498.50' }),
      ]),
    ).toMatchObject({ kind: 'consumption_tax_vouchers', added: 2 });
    const run = await book.run();
    expect(run).toMatchObject({
      ...{ items: 3, matched: 2, waiting: 1, blocked: 0 },
      ...{ refund: { amount: '23100.00' }, consumptionTaxRefund: { amount: '7500.00', currency: 'CNY' } },
    });
    const results = await book.results(run.id);
    expect(results).toMatchObject([
      {
        ...{ outcome: 'matched', refund: { amount: '7800.00' }, consumptionTaxRefund: { amount: '7500.00' } },
        vouchers: [{ voucherNumber: '333021260900000001', quantity: '1000', tax: { amount: '7500.00' } }],
      },
      { outcome: 'waiting', consumptionTaxRefund: null, missing: [{ fact: 'consumption_tax_voucher' }], vouchers: [] },
      { outcome: 'matched', refund: { amount: '7800.00' }, consumptionTaxRefund: null, vouchers: [] },
    ]);
    expect(results[2]?.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toContain('consumption_tax warn');

    // The rest of the paper goes with the rest of its tax.
    await book.bring('items', [declaredItem('SO-1', 4, { quantity1: '500', quantity2: '4000', fob: '5000.00' })]);
    await book.bring('consumption_tax_vouchers', [
      taxPaid('SO-2', 3, { quantity: '1', taxableAmount: '60.00', tax: '7.50' }),
    ]);
    const second = await book.run();
    expect(second).toMatchObject({ items: 2, matched: 2, consumptionTaxRefund: { amount: '11256.00' } });
    expect((await book.results(second.id)).map(({ vouchers }) => vouchers.map(({ tax }) => tax.amount))).toEqual([
      ['3750.00'],
      ['7498.50', '7.50'],
    ]);
    // What is taken stays as it is: another word on the paper is refused.
    const { body } = await book.send('consumption_tax_vouchers', JSON.stringify(taxPaid('SO-1', 1)));
    expect(body).toMatchObject({ rejected: 1, changed: 0 });
  });

  it('is told with all that is wrong with a paper, and one beside what it was split from is not kept', async () => {
    const book = new MatchDesk(await platform.tenant('Integrator'));
    const split = { kind: 'split_certificate', splitOf: '333021260900000001' };
    const rows = [
      taxPaid('SO-1', 1),
      taxPaid('SO-1', 2, split),
      taxPaid('SO-1', 3, { tax: '1.00', issuedOn: '2099-01-01', buyerTaxNumber: '91330212MA2AF1XX2U' }),
    ];
    const { body } = await book.send('consumption_tax_vouchers', rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(body).toMatchObject({ added: 1, rejected: 2 });
    expect(body.reasons.map(({ row }) => row).sort()).toEqual([2, 3, 3, 3]);
    const { body: later } = await book.send('consumption_tax_vouchers', JSON.stringify(taxPaid('SO-1', 4, split)));
    expect(later).toMatchObject({ added: 0, rejected: 1, reasons: [{ row: 1 }] });
  });

  it('cannot be taken twice of a paper even where the rules were left out', async () => {
    const tenant = await platform.tenant('Racer');
    const book = new MatchDesk(tenant);
    await book.bring('items', [declaredItem('SO-1', 1)]);
    await book.bring('invoice_lines', [boughtLine('SO-1', 1)]);
    await book.bring('consumption_tax_vouchers', [taxPaid('SO-1', 1)]);
    await book.run();
    const again = (change: string) =>
      platform.rows(
        `INSERT INTO tax_refund.match_voucher_take (tenant_id, item_no, voucher_no, seq, ordinal, left_quantity, taxable_minor,
           tax_minor, left_taxable_minor, left_tax_minor, run_id, quantity)
         SELECT tenant_id, ${change}, 0, 0, 0, 0, run_id, 1 FROM tax_refund.match_voucher_take WHERE tenant_id = $1 AND seq = 1`,
        [tenant.tenantId],
      );
    await expect(again('item_no, voucher_no, 9, ordinal, 0')).rejects.toThrow('pk_match_voucher_take');
    await expect(again('item_no + 1000, voucher_no, seq, 0, 0')).rejects.toThrow('uq_match_voucher_take_voucher');
    await expect(again('item_no + 1000, voucher_no, 9, 0, -1')).rejects.toThrow('ck_match_voucher_take_left');
  });
});
