import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Colleague, colleague, policy, say } from '../support/approval-desk.js';
import { ImportDesk } from '../support/import-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: ImportDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ImportDesk.open(platform);
});
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
    expect([await desk.balance('client_dues'), await desk.balance('clearing_customs')]).toEqual([
      '84888.71',
      '84888.71',
    ]);

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
      ['issued', 'payment_ordered', 'payment_refused', 'payment_ordered', 'paid'].map(
        (step) => `customs.tax_bill.${step}`,
      ),
    );
  });
});

describe('The page on imports', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/customs-imports.md'), 'utf8');

  it('enters what the platform takes, and tells the taxes that it answers', async () => {
    const [, body = ''] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
    const { body: draft } = await desk.enter(JSON.parse(body.replace('pty_…', desk.importerId)) as object);
    expect([draft.state, draft.findings]).toEqual(['draft', []]);
    const told = [...page.matchAll(/^\| `(\w+)` +\|.*\| +([\d.]+) \|$/gm)].map(([, name = '', amount]) => [
      name,
      amount,
    ]);
    expect(told).toHaveLength(5);
    const tax = draft.tax as unknown as Record<string, { amount: string }>;
    expect(told).toEqual(told.map(([name = '']) => [name, tax[name]?.amount]));
  });

  it('need not have an English name, and shows none then', async () => {
    const [, body = ''] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
    const unnamed = body.replace(/"goodsNameEn": .*\n/, '').replace('IMP-2026-0001', 'IMP-UNNAMED');
    const { body: draft } = await desk.enter(JSON.parse(unnamed.replace('pty_…', desk.importerId)) as object);
    expect(draft.items?.map((item) => 'goodsNameEn' in item)).toEqual([false]);
  });
});

describe('A tax bill', () => {
  it('that asks for more than the declaration makes says so, tax by tax, and is not paid by itself', async () => {
    const { id, bill } = await desk.billed('SBX-OVERCHARGE');
    const { body } = await desk.read(id);
    expect(bill.differences).toEqual([
      {
        tax: 'duty',
        billed: { amount: '16606.88', currency: 'CNY' },
        foreseen: body.tax?.duty,
      },
    ]);
    expect(await desk.story('taxBill', bill.id)).toEqual(['customs.tax_bill.issued', 'customs.tax_bill.differs']);
    expect(await desk.payment(bill.id)).toBeUndefined();
  });

  it('that comes twice is owed once, in whatever words', async () => {
    const owed = Number(await desk.balance('client_dues'));
    const { id, bill } = await desk.billed('SBX-CUSTOMS-TWICE');
    const [receipt] = await desk.receipts(id, 'tax_bill');
    await desk.callback((receipt?.body ?? '').replace('<NOTE>', '<NOTE>再次'));
    await eventually(
      () => desk.receipts(id, 'tax_bill'),
      (found) => found.length === 2 && found.every(({ outcome }) => outcome !== 'waiting'),
    );
    expect((await desk.receipts(id, 'tax_bill')).map(({ outcome }) => outcome)).toEqual(['late', 'applied']);
    expect(await desk.bills(id)).toHaveLength(1);
    expect(Number(await desk.balance('client_dues')) - owed).toBeCloseTo(Number(bill.amount.amount), 2);
  });

  it('that is nonsense is kept for people, and nothing is owed on it', async () => {
    const { id } = await desk.billed();
    const [receipt] = await desk.receipts(id, 'tax_bill');
    const broken = (receipt?.body ?? '')
      .replace(/<TAX_NO>[^<]*/, '<TAX_NO>OTHER')
      .replace(/<TAX_AMOUNT>[^<]*/, '<TAX_AMOUNT>much');
    await desk.callback(broken);
    const letters = await eventually(
      () => desk.tenant.client.get<{ data: { errorCode: string }[] }>('/v1/operations/dead-letters'),
      (found) => found.body.data.length > 0,
    );
    expect(letters.body.data[0]?.errorCode).toBe('CUSTOMS.UNREADABLE_RECEIPT');
    expect(await desk.bills(id)).toHaveLength(1);
  });

  it('that the bank will not pay is shown, and paid by another order', async () => {
    await desk.payIn('200000.00');
    const funds = await desk.balance('client_funds');
    const { id, bill } = await desk.billed();
    await desk.pay(bill.id, { note: 'SBX-BANK-REJECT' });
    expect((await desk.billOf(id, 'refused')).reason).toContain('AC04');
    expect(await desk.balance('client_funds')).toBe(funds);
    await desk.pay(bill.id, { note: 'SBX-BANK-HANGUP' });
    await desk.until(id, 'cleared');
    await desk.billOf(id, 'paid');
    const payment = await desk.payment(bill.id);
    expect([payment?.state, payment?.attempt]).toEqual(['confirmed', 2]);
    expect(Number(funds) - Number(await desk.balance('client_funds'))).toBeCloseTo(Number(bill.amount.amount), 2);
    const again = await desk.pay(bill.id);
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([409, 'STATE.ILLEGAL_TRANSITION']);
  });

  it('is paid once when the bank mislays the order, which is then asked for and sent again', async () => {
    const { id, bill } = await desk.billed();
    await desk.pay(bill.id, { note: 'SBX-BANK-LOST' });
    await eventually(
      () => desk.payment(bill.id),
      (payment) => payment?.state === 'sent',
    );
    expect((await desk.pay(bill.id)).status).toBe(409);
    await desk.letWaitsEnd('fx.ask-tax-payment');
    await desk.billOf(id, 'paid');
    const events = await desk.story('taxPayment', (await desk.payment(bill.id))?.id ?? '');
    expect(events.filter((type) => type === 'fx.tax_payment.confirmed')).toHaveLength(1);
  });

  it('that nobody has paid by its last day is told of, with the fee that grows', async () => {
    const { id, bill } = await desk.billed();
    await desk.letWaitsEnd('customs.expire-tax-bill');
    await eventually(
      () => desk.story('taxBill', bill.id),
      (types) => types.includes('customs.tax_bill.overdue'),
    );
    const late = await desk.billOf(id);
    expect(late.expectedBy?.slice(0, 10)).not.toBe(bill.expectedBy?.slice(0, 10));
  });

  it('is void when the declaration is withdrawn, and not owed any more', async () => {
    const owed = await desk.balance('client_dues');
    const { id } = await desk.billed();
    await desk.tenant.client.post(
      `/v1/customs/declarations/${id}/withdrawal`,
      { reason: 'Wrong goods' },
      { 'idempotency-key': id },
    );
    await desk.until(id, 'withdrawn');
    await desk.billOf(id, 'void');
    expect(await desk.balance('client_dues')).toBe(owed);
    const [receipt] = await desk.receipts(id, 'tax_bill');
    await desk.callback((receipt?.body ?? '').replace(/<TAX_NO>[^<]*/, '<TAX_NO>LATER'));
    await eventually(
      () => desk.receipts(id, 'tax_bill'),
      (receipts) => receipts.filter(({ outcome }) => outcome === 'late').length === 1,
    );
    expect([(await desk.bills(id)).length, await desk.balance('client_dues')]).toEqual([1, owed]);
  });

  it('is void too when the bank refuses to pay it after the declaration was withdrawn', async () => {
    const owed = await desk.balance('client_dues');
    await desk.payIn('200000.00');
    const { id, bill } = await desk.billed();
    await desk.pay(bill.id, { note: 'SBX-BANK-LOST SBX-BANK-REJECT' });
    await eventually(
      () => desk.payment(bill.id),
      (payment) => payment?.state === 'sent',
    );
    await desk.tenant.client.post(
      `/v1/customs/declarations/${id}/withdrawal`,
      { reason: 'Wrong goods' },
      { 'idempotency-key': id },
    );
    await desk.until(id, 'withdrawn');
    expect((await desk.billOf(id, 'paying')).amount).toEqual(bill.amount);
    await desk.letWaitsEnd('fx.ask-tax-payment');
    await desk.billOf(id, 'void');
    expect(await desk.balance('client_dues')).toBe(owed);
    expect((await desk.pay(bill.id)).status).toBe(409);
  });
});

describe('A payment of taxes that takes a second person', () => {
  let guarded: ImportDesk;
  let checker: Colleague;
  beforeAll(async () => {
    guarded = await ImportDesk.open(platform);
    const owner = await colleague(platform, guarded.tenant, 'owner', 'approver');
    checker = await colleague(platform, guarded.tenant, 'approver');
    await policy(owner, 'fx.tax_payment', '1000.00');
  });

  /** @returns the request about the payment that was ordered last */
  async function asked(unlike = ''): Promise<string> {
    const { body } = await eventually(
      () => checker.client.get<{ data: { id: string; command: string }[] }>('/v1/approvals?state=pending'),
      (found) => found.body.data.length === 1 && found.body.data[0]?.id !== unlike,
    );
    expect(body.data[0]?.command).toBe('fx.tax_payment');
    return body.data[0]?.id ?? '';
  }

  it('is refused, asked about anew, approved, and then paid', async () => {
    const { id, bill } = await guarded.billed();
    await guarded.payIn('90000.00');
    await guarded.pay(bill.id);
    const first = await asked();
    expect([(await guarded.payment(bill.id))?.awaitingApproval?.id, await guarded.balance('clearing_bank')]).toEqual([
      first,
      '90000.00',
    ]);
    await say(checker.client, { id: first }, 'refusal');
    expect((await guarded.billOf(id, 'refused')).reason).toBe('APPROVALS.REFUSED: The account is new to us');
    await guarded.pay(bill.id);
    await say(checker.client, { id: await asked(first) }, 'approval');
    await guarded.until(id, 'cleared');
    expect((await guarded.payment(bill.id))?.attempt).toBe(1);
    expect((await guarded.billOf(id, 'paid')).paidOn).not.toBeNull();
  });
});

describe('What is entered', () => {
  it('is held against every rule, in the words of an import', async () => {
    const { body } = await desk.enter({
      portOfDischarge: 'CNXXX',
      freightCharge: null,
      exchangeRate: null,
      insuranceCharge: { amount: '10.00', currency: 'EUR' },
    });
    expect(body.state).toBe('blocked');
    expect(body.findings.map(({ pointer, rule, severity }) => [pointer, rule, severity])).toEqual([
      ['/portOfDischarge', 'entry_port_unknown', 'error'],
      ['/freightCharge', 'import_freight_required', 'error'],
      ['/insuranceCharge', 'charge_currency', 'error'],
      ['/exchangeRate', 'exchange_rate_missing', 'warning'],
    ]);
    expect(body.tax).toBeNull();
    const refused = await desk.command(body.id, 'submission');
    expect([refused.status, (refused.body as unknown as { code: string }).code]).toEqual([
      422,
      'CUSTOMS.DECLARATION_BLOCKED',
    ]);
  });

  it('is mended, and amended once customs has it', async () => {
    const { body } = await desk.enter({ freightCharge: null }, 'SBX-CUSTOMS-HOLD');
    const mended = await desk.tenant.client.patch<typeof body>(
      `/v1/customs/import-declarations/${body.id}`,
      { freightCharge: { amount: '1200.00', currency: 'USD' } },
      { 'if-match': `"${body.version}"` },
    );
    expect([mended.body.state, mended.body.tax?.totalTax.amount]).toEqual(['draft', '84888.71']);
    await desk.command(body.id, 'submission');
    await desk.until(body.id, 'accepted');
    const asked = await desk.command<{ changes: { field: string; after: string }[] }>(body.id, 'amendment', {
      reason: 'The goods were moved',
      changes: { goodsPlace: '宁波市北仑区港区二路2号' },
    });
    expect(asked.body.changes.map(({ field, after }) => [field, after])).toEqual([
      ['GoodsPlace', '宁波市北仑区港区二路2号'],
    ]);
    await eventually(
      () => desk.read(body.id),
      (found) => found.body.goodsPlace === '宁波市北仑区港区二路2号',
    );
  });

  it('is sent back by customs, mended and declared anew', async () => {
    const { body } = await desk.enter({}, 'SBX-CUSTOMS-REJECT');
    await desk.command(body.id, 'submission');
    expect((await desk.until(body.id, 'rejected')).allowedActions).toEqual(['amend', 'resubmit', 'cancel']);
    await desk.command(body.id, 'resubmission');
    expect((await desk.billOf(body.id)).state).toBe('issued');
  });

  it('is no export: neither list shows what is of the other', async () => {
    const { body } = await desk.enter();
    const { client } = desk.tenant;
    expect((await client.get(`/v1/customs/declarations/${body.id}`)).status).toBe(404);
    expect((await client.get<{ data: object[] }>('/v1/customs/declarations')).body.data).toEqual([]);
  });
});
