import { Harness } from '../testing/harness.js';
import { claim, declaration } from '../testing/samples.js';

let world: Harness;
beforeAll(async () => {
  world = await Harness.start();
});
afterAll(() => world.stop());

let serial = 0;
const newReference = (): string => `clm_${String((serial += 1))}`;
/** Nobody claims the same line twice, so each test has lines of its own. */
const newLine = (): { declarationLine: string } => ({
  declarationLine: `9999${String((serial += 1)).padStart(14, '0')}001`,
});

const file = (body: object): ReturnType<Harness['call']> => world.call('POST', '/tax-bureau/claims', body);
const told = async (reference: string, count: number): Promise<Record<string, unknown>[]> =>
  (await world.told('tax-bureau', count, reference)).map((body) => JSON.parse(body) as Record<string, unknown>);
const types = (news: readonly Record<string, unknown>[]): string =>
  news.map(({ type }) => String(type).slice(6)).join(' ');

describe('Claiming a refund', () => {
  it('is received at once, then accepted, approved and paid in full', async () => {
    const reference = newReference();
    const answer = await file(claim(reference, newLine()));
    expect(answer).toMatchObject({ status: 202, json: { reference, status: 'received' } });
    const news = await told(reference, 3);
    expect(types(news)).toBe('accepted approved paid');
    expect(news[2]).toMatchObject({
      acceptanceNumber: answer.json['acceptanceNumber'],
      amount: { amount: '6500.00', currency: 'CNY' },
    });
    expect(news[2]?.['treasuryReference']).toMatch(/^TRS\d{9}$/);
    const shown = await world.call('GET', `/tax-bureau/claims/${reference}`);
    expect(shown.json).toMatchObject({ status: 'paid', amount: { amount: '6500.00', currency: 'CNY' } });
  });

  it.each([
    ['SBX-REJECT', 'accepted rejected'],
    ['SBX-QUERY', 'accepted queried approved paid'],
    ['SBX-TAX-LESS', 'accepted approved paid'],
    ['SBX-LENDER-REJECT', 'accepted approved paid'],
  ])('goes as %s in the name of the taxpayer says: %s', async (word, expected) => {
    const reference = newReference();
    await file(claim(reference, newLine(), {}, `Ningbo ${word}`));
    expect(types(await told(reference, expected.split(' ').length))).toBe(expected);
  });

  it('is paid in half, with a reason, by SBX-LESS', async () => {
    const reference = newReference();
    await file(claim(reference, newLine(), {}, 'Ningbo SBX-LESS'));
    const [, approved, paid] = await told(reference, 3);
    expect(approved).toMatchObject({ amount: { amount: '3250.00' }, reasonCode: 'PARTLY_DISALLOWED' });
    expect(paid).toMatchObject({ amount: { amount: '3250.00' } });
  });

  it.each([
    ['a refund that is not amount times rate', { refundAmount: '6400.00' }, {}, '/lines/0/refundAmount'],
    [
      'a total that is not the sum',
      {},
      { totals: { taxableAmount: '50000.00', refundAmount: '6500.01' } },
      '/totals/refundAmount',
    ],
    ['a refund rate above the VAT rate', { refundRate: '0.17' }, {}, '/lines/0/refundRate'],
    ['a declaration line of 18 digits', { declarationLine: '310420260000000001' }, {}, '/lines/0/declarationLine'],
    ['an invoice number of twelve digits', { invoiceNumber: '123456789012' }, {}, '/lines/0/invoiceNumber'],
    ['a thirteenth month', {}, { period: '202613' }, '/period'],
  ])('refuses %s', async (_why, line, changes, pointer) => {
    const { status, json } = await file(claim(newReference(), { ...newLine(), ...line }, changes));
    expect(status).toBe(422);
    expect((json['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it('lets a manufacturer claim less than the lines make, without invoices', async () => {
    const changes = { regime: 'manufacturer', totals: { taxableAmount: '50000.00', refundAmount: '1200.00' } };
    const line = { ...newLine(), invoiceNumber: undefined, invoiceDate: undefined, supplierTaxNo: undefined };
    expect((await file(claim(newReference(), line, changes))).status).toBe(202);
  });

  it('refuses a line that is claimed already, unless that claim was rejected', async () => {
    const [taken, rejected] = [newLine(), newLine()];
    await file(claim(newReference(), taken));
    expect((await file(claim(newReference(), taken))).json['code']).toBe('LINE_ALREADY_CLAIMED');
    const first = newReference();
    await file(claim(first, rejected, {}, 'Ningbo SBX-REJECT'));
    await told(first, 2);
    expect((await file(claim(newReference(), rejected))).status).toBe(202);
  });

  it('refuses goods that customs know and that have not left', async () => {
    await world.call('POST', '/customs/declarations', declaration({ BillNo: 'B-9' }), { 'x-message-id': 'dec_9' });
    const [receipt = ''] = await world.told('customs', 1, 'dec_9');
    const declarationLine = `${/<ENTRY_ID>(\d{18})</.exec(receipt)?.[1] ?? ''}001`;
    expect((await file(claim(newReference(), { declarationLine }))).json['code']).toBe('NOT_EXPORTED');
    await world.told('customs', 2, 'dec_9');
    await world.control('POST', '/departures', { billNo: 'B-9' });
    expect((await file(claim(newReference(), { declarationLine }))).status).toBe(202);
  });
});
