import { ACKNOWLEDGEMENT } from '../../src/financing/api/insurance/insurance.examples.js';
import { CHINA, dateInZone } from '../../src/kernel/local-date.js';
import { InsuranceDesk } from '../support/insurance-desk.js';
import { CNY } from '../support/lending-desk.js';
import { type LoanBody, LoanDesk } from '../support/loan-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

const SLOW_MS = 90_000;
const TODAY = dateInZone(new Date(), CHINA);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** 10,000.00 USD at a plan rate of 7.10 are 71,000.00 CNY, of which a half is lent. */
describe('A loan on a signed order', () => {
  let desk: LoanDesk;

  beforeAll(async () => {
    desk = await LoanDesk.open(platform);
    await desk.traded('20000.00');
  }, SLOW_MS);

  it(
    'is asked for, drawn, and repaid by what the buyer pays',
    async () => {
      const orderId = await desk.place();
      const asked = await desk.request({ product: 'order_financing', orderId });
      expect(asked.status).toBe(202);
      expect(asked.body).toMatchObject({
        product: 'order_financing',
        orderId,
        subject: { type: 'order', id: orderId },
      });
      const { id, principal } = asked.body;
      const { outstanding } = await desk.until(id, 'drawn');
      expect(outstanding).toEqual(principal);
      await desk.paidOut(id);
      await desk.collected(orderId, '71000.00');
      await desk.until(id, 'repaid');
      const [collection] = (await desk.splits(orderId)).filter(({ source }) => source === 'collection');
      expect(collection?.lines.map(({ payee, part, amount }) => [payee, part, amount.amount])).toEqual([
        ['lender', 'fees', '106.50'],
        ['lender', 'principal', '35500.00'],
        ['seller', 'released', '35393.50'],
      ]);
      expect(await desk.owedInTheBooks()).toEqual(['0.00', '0.00', '0.00']);
    },
    SLOW_MS,
  );

  it('is asked for on what its product is lent on, and on nothing else', async () => {
    const orderId = await desk.place();
    const { sellerId } = desk;
    const faultsOf = async (body: object) =>
      (await desk.request(body)).body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await faultsOf({ product: 'order_financing' })).toEqual(['/orderId required']);
    expect(await faultsOf({ product: 'order_financing', orderId, sellerId })).toEqual(['/sellerId not_applicable']);
    expect(await faultsOf({ product: 'data_credit_line', orderId })).toEqual([
      '/sellerId required',
      '/orderId not_applicable',
    ]);
    expect(await faultsOf({ product: 'fx_margin_line', orderId })).toEqual([
      '/forwardId required',
      '/orderId not_applicable',
    ]);
    expect(await faultsOf({})).toEqual(['/orderId required']);
    const unknown = await desk.request({ product: 'no_such_thing', orderId });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'FINANCING.PRODUCT_NOT_OFFERED']);
  });

  it(
    'backs no second loan: of twenty that ask at once one has it, and the contract is assigned to nobody else',
    async () => {
      const orderId = await desk.place();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => desk.request({ product: 'order_financing', orderId })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array<number>(19).fill(409)]);
      expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(
        new Set(['FINANCING.ALREADY_ADVANCED']),
      );
      const assigned = await desk.post<{ code: string }>('/v1/financing/assignments', {
        ...{ orderId, assignee: 'Bank of Ningbo', account: 'NBCBCNBN, 20260000001234567' },
      });
      expect([assigned.status, assigned.body.code]).toEqual([409, 'FINANCING.RECEIVABLE_ASSIGNED']);
      const { body } = await desk.client.get<{ data: { kind: string }[] }>(
        `/v1/financing/advances/${answers.find(({ status }) => status === 202)?.body.id ?? ''}/pledges`,
      );
      expect(body.data.map(({ kind }) => kind)).toEqual(['invoice']);
    },
    SLOW_MS,
  );
});

describe('Two loans on one order', () => {
  let desk: LoanDesk;

  beforeAll(async () => {
    desk = await LoanDesk.open(platform);
    await desk.traded('20000.00');
  }, SLOW_MS);

  it(
    'live together, never for more than the order is worth, and one collection repays them by rank',
    async () => {
      const own = {
        base: 'matched_refund' as const,
        code: 'refund_or_collection',
        closesBy: ['refund_paid', 'collection_received'],
      };
      await desk.offer({ ...own, advanceRate: '1', feeRate: '0', documents: [] });
      const orderId = await desk.place();
      await desk.lending.know(orderId, '40000.00', desk.entryNumber());
      const first = await desk.request({ product: 'order_financing', orderId });
      // 71,000.00 less 35,500.00 leave 35,500.00 of the 40,000.00.
      const second = await desk.request({ product: 'refund_or_collection', orderId });
      expect([first.body.principal, second.body.principal]).toEqual([CNY('35500.00'), CNY('35500.00')]);
      const third = await desk.request({ product: 'refund_advance', orderId });
      expect([third.status, third.body.details.reasons?.length]).toEqual([409, 1]);
      await desk.until(first.body.id, 'drawn');
      await desk.until(second.body.id, 'drawn');
      await desk.collected(orderId, '60000.00');
      await desk.until(first.body.id, 'repaid');
      const [collection] = (await desk.splits(orderId)).filter(({ source }) => source === 'collection');
      expect(collection?.lines.map(({ advanceId, part, amount }) => [advanceId, part, amount.amount])).toEqual([
        [first.body.id, 'fees', '106.50'],
        [first.body.id, 'principal', '35500.00'],
        [second.body.id, 'principal', '24393.50'],
      ]);
      expect((await desk.advance(second.body.id)).outstanding).toEqual(CNY('11106.50'));
    },
    SLOW_MS,
  );
});

describe('An insured invoice', () => {
  it(
    'is lent on once it is assigned, stays assigned meanwhile, and is repaid by what the buyer pays',
    async () => {
      const insured = await InsuranceDesk.open(platform);
      const { lending } = insured;
      const buyerId = await insured.buyer();
      await insured.granted(buyerId);
      const orderId = await lending.desk.place({ buyerId, contractNumber: 'FACTORED-1' });
      const asked = () =>
        insured.client.post<LoanBody>('/v1/financing/advances', body, { 'idempotency-key': `f-${(asks += 1)}` });
      const body = { product: 'insured_factoring', orderId };
      let asks = 0;
      expect((await asked()).body.code).toBe('FINANCING.NOT_ELIGIBLE');
      await lending.desk.hear(orderId, 'customs.declaration.departed', {
        ...{ entryNumber: '310420260000000077', exportDate: TODAY },
      });
      const command = async (path: string, sent: object): Promise<LoanBody> => {
        const answer = await insured.client.post<LoanBody>(path, sent, { 'idempotency-key': `c-${(asks += 1)}` });
        return answer.body;
      };
      const assignments = '/v1/financing/assignments';
      const { id } = await command(assignments, { orderId, assignee: 'Bank of Ningbo', account: 'NBCBCNBN, 2026' });
      await command(`${assignments}/${id}/dispatch`, { manner: 'courier', sentOn: TODAY });
      await command(`${assignments}/${id}/acknowledgement`, { ...ACKNOWLEDGEMENT, acknowledgedOn: TODAY });
      const requested = await eventually(asked, ({ status }) => status === 202, 30_000);
      const { id: advanceId, principal } = requested.body;
      const released = await command(`${assignments}/${id}/release`, { reason: 'A slip' });
      expect(released.code).toBe('FINANCING.ASSIGNMENT_LENT_ON');
      await lending.paysOut(advanceId, principal);
      const advance = async () => (await insured.client.get<LoanBody>(`/v1/financing/advances/${advanceId}`)).body;
      await eventually(advance, ({ state }) => state === 'drawn', 60_000);
      await lending.fund('71000.00');
      await lending.desk.hear(orderId, 'fx.conversion.settled', {
        ...{ sold: { amount: '10000.00', currency: 'USD' }, bought: CNY('71000.00'), rate: '7.1', planned: null },
      });
      await eventually(advance, ({ state }) => state === 'repaid', 60_000);
      expect((await command(`${assignments}/${id}/release`, { reason: 'Repaid' })).state).toBe('released');
    },
    SLOW_MS,
  );
});
