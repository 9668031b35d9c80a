import { type ImportTaxRefundDto } from '../../src/customs/api/dto/import-tax-refund.dto.js';
import { parseId } from '../../src/kernel/ids.js';
import { ImportDesk } from '../support/import-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

type Refused = ImportTaxRefundDto & { readonly code: string; readonly errors: readonly { readonly pointer: string }[] };

let platform: TestPlatform;
let desk: ImportDesk;
beforeAll(async () => {
  platform = await TestPlatform.start();
  desk = await ImportDesk.open(platform);
});
afterAll(() => platform.stop());

const ask = (id: string, body: object = {}) =>
  desk.command<Refused>(id, 'tax-refund-request', { reason: 'Too much was paid', ...body });
const until = async (id: string, state: string): Promise<ImportTaxRefundDto> => {
  const { body } = await eventually(
    () => desk.tenant.client.get<ImportTaxRefundDto>(`/v1/customs/import-tax-refunds/${id}`),
    (found) => found.body.state === state,
  );
  return body;
};
const story = async (id: string): Promise<string[]> =>
  (
    await platform.rows<{ type: string }>(`SELECT type FROM platform.event WHERE resource_id = $1 ORDER BY sequence`, [
      parseId('importTaxRefund', id),
    ])
  ).map(({ type }) => type.replace('customs.import_tax_refund.', ''));
/** The treasury pays into the account of the importer. */
const payBack = async (amount: string, remittance: string): Promise<void> => {
  const { body } = await desk.tenant.client.get<{ data: { accountNumber: string }[] }>(
    '/v1/fx/collection-accounts?currency=CNY&state=open',
  );
  await desk.control('/control/buyer-payments', {
    accountNumber: body.data[0]?.accountNumber,
    amount: { amount, currency: 'CNY' },
    ...{ payerName: '国家金库宁波市中心支库', payerCountry: 'CN', remittance },
  });
};
/** An import whose taxes are paid. */
const paid = async (words: string): Promise<string> => {
  const { id, bill } = await desk.billed(words);
  await desk.payIn(bill.amount.amount);
  await desk.pay(bill.id);
  await desk.billOf(id, 'paid');
  return id;
};
const customs = (switches: object): Promise<Response> =>
  fetch(`${platform.sandbox.url}/control/partners/customs`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(switches),
  });

describe('Taxes of an import that were paid too much', () => {
  it('come back by the treasury, to the fen and once', async () => {
    const id = await paid('SBX-OVERCHARGE');
    await desk.until(id, 'cleared');
    const funds = Number(await desk.balance('client_funds'));
    const { status, body } = await ask(id);
    expect([status, body.state]).toEqual([202, 'asked']);
    expect(body.taxes).toEqual([{ tax: 'duty', amount: { amount: '1509.72', currency: 'CNY' } }]);
    const back = await until(body.id, 'paid');
    expect(back).toMatchObject({ granted: body.amount, received: body.amount, interest: { amount: '0.00' } });
    expect(Number(await desk.balance('client_funds')) - funds).toBeCloseTo(1_509.72, 2);
    expect(await desk.balance('clearing_customs')).toBe('0.00');
    expect(await story(body.id)).toEqual(['requested', 'granted', 'paid']);
    const again = await ask(id);
    expect([again.status, again.body.code]).toEqual([409, 'CUSTOMS.NOTHING_TO_REFUND']);
  });

  it('come back as a whole when the declaration is withdrawn after they were paid', async () => {
    const { id, bill } = await desk.billed();
    await desk.payIn(bill.amount.amount);
    // Customs takes its time with the release: the withdrawal is before it.
    await customs({ delayMs: 600_000 });
    try {
      await desk.pay(bill.id);
      await desk.billOf(id, 'paid');
    } finally {
      await customs({});
    }
    await desk.tenant.client.post(
      `/v1/customs/declarations/${id}/withdrawal`,
      { reason: 'Wrong goods' },
      { 'idempotency-key': id },
    );
    await desk.until(id, 'withdrawn');
    const half = await ask(id, { taxes: [{ tax: 'duty', amount: { amount: '100.00', currency: 'CNY' } }] });
    await until(half.body.id, 'paid');
    const { body } = await ask(id);
    expect(Number(body.amount.amount)).toBeCloseTo(Number(bill.amount.amount) - 100, 2);
    await until(body.id, 'paid');
    expect((await ask(id)).status).toBe(409);
  });

  it('are asked back once, though two ask at once', async () => {
    const id = await paid('SBX-OVERCHARGE');
    await desk.until(id, 'cleared');
    const both = await Promise.all([ask(id), ask(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    const asked = both.find(({ status }) => status === 202);
    expect((await until(asked?.body.id ?? '', 'paid')).received.amount).toBe('1509.72');
  });

  it('are found when they come before customs has said that it gives them back', async () => {
    const id = await paid('SBX-OVERCHARGE');
    await desk.until(id, 'cleared');
    const { status, body } = await ask(id, { reason: 'SBX-CUSTOMS-LOST' });
    expect([status, body.code]).toEqual([202, undefined]);
    await payBack('1509.72', `退税 ${body.taxNumber}`);
    await eventually(
      async () => (await desk.tenant.client.get<ImportTaxRefundDto>(`/v1/customs/import-tax-refunds/${body.id}`)).body,
      ({ state, received }) => state === 'asked' && received.amount === '1509.72',
    );
    await desk.letWaitsEnd('customs.ask-request');
    expect(await until(body.id, 'paid')).toMatchObject({ received: { amount: '1509.72' }, expectedBy: null });
  });

  it('may be asked for again when customs refuses, and more than too much may not', async () => {
    const id = await paid('SBX-OVERCHARGE');
    await desk.until(id, 'cleared');
    const much = await ask(id, { taxes: [{ tax: 'duty', amount: { amount: '1509.73', currency: 'CNY' } }] });
    expect([much.status, much.body.errors[0]?.pointer]).toEqual([422, '/taxes/0/amount']);
    const dollars = await ask(id, { taxes: [{ tax: 'duty', amount: { amount: '1.00', currency: 'USD' } }] });
    expect(dollars.status).toBe(422);
    const { body } = await ask(id, { reason: 'SBX-REFUSE' });
    expect((await ask(id)).body.code).toBe('CUSTOMS.NOTHING_TO_REFUND');
    expect((await until(body.id, 'refused')).outcomeReason).toContain('申请理由不充分');
    expect(await story(body.id)).toEqual(['requested', 'refused']);
    const second = await ask(id);
    await until(second.body.id, 'paid');
  });

  it('are told of when the treasury does not pay, and found whenever it does', async () => {
    const id = await paid('SBX-OVERCHARGE');
    await desk.until(id, 'cleared');
    // The bank mislays what it should tell.
    await fetch(`${platform.sandbox.url}/control/partners/bank`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ lossy: 1 }),
    });
    const { body } = await ask(id);
    const { number, taxNumber } = await until(body.id, 'granted');
    await desk.letWaitsEnd('customs.expire-tax-refund');
    await eventually(
      () => story(body.id),
      (types) => types.at(-1) === 'overdue',
    );
    await fetch(`${platform.sandbox.url}/control/partners/bank`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await payBack('1509.71', `退税 ${taxNumber}`); // neither its number nor as much
    await payBack('1500.00', `退税 ${number ?? ''}`);
    await payBack('9.72', `退税 ${number ?? ''}`);
    expect((await until(body.id, 'paid')).received.amount).toBe('1509.72');
  });

  it('are not asked for before they are paid, nor of an export', async () => {
    const { id } = await desk.billed();
    expect((await ask(id)).body.code).toBe('CUSTOMS.NOTHING_TO_REFUND');
    const { body } = await desk.tenant.client.get<{ data: ImportTaxRefundDto[] }>(
      `/v1/customs/import-tax-refunds?declarationId=${id}`,
    );
    expect(body.data).toEqual([]);
    const stranger = await platform.tenant();
    expect(
      (
        await stranger.client.post(
          `/v1/customs/import-declarations/${id}/tax-refund-request`,
          { reason: 'x' },
          { 'idempotency-key': id },
        )
      ).status,
    ).toBe(404);
  });
});
