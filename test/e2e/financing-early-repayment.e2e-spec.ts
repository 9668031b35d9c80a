import { CNY, LendingDesk } from '../support/lending-desk.js';
import { pdfPages } from '../support/pdf-text.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AdvanceView {
  readonly state: string;
  readonly outstanding: { readonly amount: string };
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface WaterfallView {
  readonly source: string;
  readonly lines: readonly { readonly part: string; readonly amount: { readonly amount: string } }[];
}

const SLOW_MS = 60_000;

/** 8,000.00 at 4.35 %, with a fee of 8.00, drawn on 2027-01-04. */
describe('An advance that its client pays back early', () => {
  let platform: TestPlatform;
  let desk: LendingDesk;
  let orderId: string;
  let id: string;

  const clock = (day: string) => desk.client.post('/v1/sandbox/clock', { now: `${day}T01:00:00.000Z` });
  const repay = (body: object, query = '') =>
    desk.client.post<AdvanceView>(`/v1/financing/advances/${id}/repayments${query}`, body, key());
  const advance = async (): Promise<AdvanceView> =>
    (await desk.client.get<AdvanceView>(`/v1/financing/advances/${id}`)).body;
  const funds = (): Promise<string> => desk.desk.posted('client_funds', desk.desk.sellerId);

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await LendingDesk.open(platform);
    orderId = await desk.ready();
    await clock('2027-01-04');
    id = (await desk.ask(orderId)).body.id;
    const paid = { loanId: 'L-1', bankReference: 'B-1', valueDate: '2027-01-04' };
    await desk.says(id, { type: 'loan.disbursed', amount: CNY('8000.00'), ...paid });
    await eventually(advance, ({ state }) => state === 'drawn');
    // The advance itself has gone on to the seller.
    await eventually(funds, (posted) => posted === '0.00', SLOW_MS);
    await clock('2027-01-06');
  }, SLOW_MS);
  afterAll(() => platform.stop());

  it('is paid from what the platform holds for it, and from nothing else', async () => {
    const { status, body } = await repay({});
    expect([status, body.code]).toEqual([409, 'LEDGER.INSUFFICIENT_FUNDS']);
    expect(await advance()).toMatchObject({ state: 'drawn', outstanding: CNY('8000.00') });
  });

  it('is refused of more than is owed, and in another currency, and nothing changes', async () => {
    await desk.fund('9000.00');
    const faultsOf = async (amount: object) =>
      (await repay({ amount })).body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await faultsOf(CNY('8009.94'))).toEqual(['/amount too_much']);
    expect(await faultsOf({ amount: '1.00', currency: 'USD' })).toEqual(['/amount currency_mismatch']);
    expect((await repay({ amount: CNY('0.00') })).status).toBe(422);
    expect([(await advance()).outstanding, await funds()]).toEqual([CNY('8000.00'), '9000.00']);
  });

  it('takes a part: fees, then interest, then principal', async () => {
    const dry = await repay({ amount: CNY('109.93') }, '?dryRun=true');
    expect(dry.body.outstanding).toEqual(CNY('7900.00'));
    expect((await advance()).outstanding).toEqual(CNY('8000.00'));
    const { status, body } = await repay({ amount: CNY('109.93') });
    expect([status, body.state, body.outstanding]).toEqual([200, 'drawn', CNY('7900.00')]);
    const { body: list } = await desk.client.get<{ data: WaterfallView[] }>(
      `/v1/financing/waterfalls?orderId=${orderId}`,
    );
    const [split] = list.data.filter(({ source }) => source === 'repayment');
    expect(split?.lines.map(({ part, amount }) => `${part} ${amount.amount}`)).toEqual([
      'fees 8.00',
      'interest 1.93',
      'principal 100.00',
    ]);
  });

  it('is paid in full once, by however many at the same moment, and the lender has it all', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => repay({})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await advance()).state).toBe('repaid');
    expect(await funds()).toBe('990.07');
    for (const code of ['loan_principal', 'fees', 'interest'] as const) {
      expect(await desk.desk.posted(code, desk.desk.sellerId)).toBe('0.00');
    }
    expect(await desk.desk.posted('clearing_lender')).toBe('0.00');
  });

  it('has its repayments in a statement that can be printed', async () => {
    const { apiKey } = desk.desk.tenant;
    const answer = await fetch(`${platform.config.publicUrl}/v1/financing/advances/${id}/statement/document`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const [page = ''] = pdfPages(Buffer.from(await answer.arrayBuffer()));
    for (const words of ['LOAN STATEMENT', '-109.93', '-7900.00', 'Owed at the end']) expect(page).toContain(words);
  });
});
