import { ImportDesk } from '../support/import-desk.js';
import { TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: ImportDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ImportDesk.open(platform);
}, 60_000);
afterAll(() => platform.stop());


describe('An import', () => {
  it('is entered, declared, billed, paid out of what the importer has, released and cleared', async () => {
    const { status, body: draft } = await desk.enter();
    expect([status, draft.state, draft.findings]).toEqual([201, 'draft', []]);
    expect(draft.allowedActions).toEqual(['correct', 'submit', 'cancel']);
    expect(draft.tax?.totalTax).toEqual({ amount: '84888.71', currency: 'CNY' });
    await desk.command(draft.id, 'submission');
    const bill = await desk.billOf(draft.id);
    expect(bill).toMatchObject({ amount: draft.tax?.totalTax, differences: [], importerId: desk.importerId });
    expect(bill.taxes.map(({ tax, amount }) => [tax, amount.amount])).toEqual([
      ['duty', draft.tax?.duty.amount],
      ['consumption_tax', draft.tax?.consumptionTax.amount],
      ['vat', draft.tax?.vat.amount],
    ]);
    expect([await desk.balance('client_dues'), await desk.balance('clearing_customs')]).toEqual(['84888.71', '84888.71']);

    expect((await desk.pay(bill.id)).body.state).toBe('paying');
    const refused = await desk.billOf(draft.id, 'refused');
    expect(refused.reason).toContain('LEDGER.INSUFFICIENT_FUNDS');
    await desk.payIn('100000.00');
    expect((await desk.pay(bill.id)).status).toBe(202);
    const cleared = await desk.until(draft.id, 'cleared');
    expect(cleared.entryNumber).toMatch(/^3104\d{4}1\d{9}$/);
    const paid = await desk.billOf(draft.id, 'paid');
    expect([paid.paidOn !== null, paid.allowedActions, paid.lateFee.amount]).toEqual([true, [], '0.00']);
    expect([await desk.balance('client_funds'), await desk.balance('client_dues')]).toEqual(['15111.29', '0.00']);
    expect([await desk.balance('clearing_customs'), await desk.balance('clearing_bank')]).toEqual(['0.00', '15111.29']);
    expect(await desk.story('declaration', draft.id)).toEqual([
      ...['drafted', 'submitted', 'accepted', 'released'].map((step) => `customs.declaration.${step}`),
      'customs.import.cleared',
    ]);
    expect(await desk.story('taxBill', bill.id)).toEqual(
      ['issued', 'payment_ordered', 'payment_refused', 'payment_ordered', 'paid'].map((step) => `customs.tax_bill.${step}`),
    );
  });
});
