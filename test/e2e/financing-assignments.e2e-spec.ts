import { CHINA, addDays, dateInZone } from '../../src/kernel/local-date.js';
import { ACKNOWLEDGEMENT } from '../../src/financing/api/insurance/insurance.examples.js';
import { type ApiAnswer } from '../support/api-client.js';
import { InsuranceDesk } from '../support/insurance-desk.js';
import { LendingDesk } from '../support/lending-desk.js';
import { BUYER } from '../support/order-samples.js';
import { pdfPages } from '../support/pdf-text.js';
import { key } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

interface AssignmentBody {
  readonly id: string;
  readonly state: string;
  readonly code: string;
  readonly rankedAt: string | null;
  readonly allowedActions: readonly string[];
  readonly errors: readonly { readonly pointer: string }[];
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

const TODAY = dateInZone(new Date(), CHINA);
const PATH = '/v1/financing/assignments';
let contracts = 0;

const assign = (desk: LendingDesk, orderId: string): Promise<ApiAnswer<AssignmentBody>> =>
  desk.client.post<AssignmentBody>(PATH, { orderId, assignee: 'Bank of Ningbo', account: 'NBCBCNBN, 2026' }, key());
const act = (desk: LendingDesk, id: string, action: string, body: object): Promise<ApiAnswer<AssignmentBody>> =>
  desk.client.post<AssignmentBody>(`${PATH}/${id}/${action}`, body, key());
/** What stands on the notice to the buyer. */
const notice = async ({ desk }: LendingDesk, id: string): Promise<string> => {
  const answer = await fetch(`${platform.config.publicUrl}${PATH}/${id}/notice`, {
    headers: { authorization: `Bearer ${desk.tenant.apiKey}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return pdfPages(Buffer.from(await answer.arrayBuffer())).join('\n');
};
const contract = (): object => {
  contracts += 1;
  return { contractNumber: `ASSIGNED-${contracts}` };
};

describe('The receivable of an order', () => {
  it('is assigned, told to the buyer on paper, and acknowledged; only then it opens what asks for it', async () => {
    const desk = await InsuranceDesk.open(platform);
    const { lending } = desk;
    const orderId = await lending.desk.place(contract());
    const { status, body } = await assign(lending, orderId);
    expect([status, body.state, body.allowedActions]).toEqual([201, 'drafted', ['send', 'release']]);
    expect((await desk.judged(orderId, 'invoice_assigned')).reasons).toEqual([
      'The notice of assignment has not gone to the buyer',
    ]);
    expect(await notice(lending, body.id)).toContain('DRAFT');

    const future = await act(lending, body.id, 'dispatch', { manner: 'courier', sentOn: addDays(TODAY, 1) });
    expect([future.status, future.body.errors[0]?.pointer]).toEqual([422, '/sentOn']);
    const early = { ...ACKNOWLEDGEMENT, acknowledgedOn: TODAY };
    expect((await act(lending, body.id, 'acknowledgement', early)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    const sent = await act(lending, body.id, 'dispatch', { manner: 'courier', sentOn: TODAY });
    expect([sent.body.state, sent.body.rankedAt === null]).toEqual(['sent', false]);
    expect((await desk.judged(orderId, 'invoice_assigned')).outcome).toBe('unmet');
    const before = { ...ACKNOWLEDGEMENT, acknowledgedOn: addDays(TODAY, -1) };
    expect((await act(lending, body.id, 'acknowledgement', before)).status).toBe(422);
    expect((await act(lending, body.id, 'acknowledgement', early)).body.state).toBe('acknowledged');
    expect((await desk.judged(orderId, 'invoice_assigned')).outcome).toBe('met');
    expect((await act(lending, body.id, 'release', { reason: 'Repaid' })).body.state).toBe('released');
    expect((await desk.judged(orderId, 'invoice_assigned')).outcome).toBe('unknown');
    expect((await assign(lending, orderId)).status).toBe(201);
  });

  it('is told to the buyer with all that the buyer has to know: who, what, how much, and where to pay', async () => {
    const desk = await LendingDesk.open(platform);
    const { body } = await assign(desk, await desk.desk.place({ ...contract(), reference: 'PO-ASSIGNED' }));
    await act(desk, body.id, 'dispatch', { manner: 'courier', sentOn: TODAY });
    const page = await notice(desk, body.id);
    for (const words of [
      ...['NOTICE OF ASSIGNMENT', '应收账款转让通知书', body.id, BUYER.name, BUYER.address],
      ...[
        'Ningbo Example',
        '宁波示例',
        '浙江省宁波市鄞州区示例路',
        'Bank of Ningbo',
        'NBCBCNBN, 2026',
        `ASSIGNED-${contracts}`,
        'PO-ASSIGNED',
        '10000.00 USD',
        TODAY,
      ],
      ...['payment discharges you only', 'Acknowledged by the debtor'],
    ]) {
      expect(page).toContain(words);
    }
    expect(page).not.toContain('DRAFT');
  });

  it('is assigned once, whichever tenants ask, and backs no loan of another', async () => {
    const [one, other] = [await LendingDesk.open(platform), await LendingDesk.open(platform)];
    const same = contract();
    const [mine, theirs] = [await one.desk.place(same), await other.desk.place(same)];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_none, index) => (index % 2 === 0 ? assign(one, mine) : assign(other, theirs))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(19);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['FINANCING.RECEIVABLE_ASSIGNED']));
    expect((await assign(one, 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb')).status).toBe(404);
    expect((await assign(one, await one.desk.place({ ...contract(), placement: 'later' }))).body.code).toBe(
      'FINANCING.NOT_ASSIGNABLE',
    );
  });
});
