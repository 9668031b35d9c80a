import { inDays } from '../support/broker-desk.js';
import { SELLER } from '../support/order-samples.js';
import { type ClaimBody, key, type ProblemBody, RefundDesk } from '../support/refund-desk.js';
import { stepByStep } from '../support/step-by-step.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface ClaimLife extends ClaimBody {
  readonly held: { readonly rule: string; readonly pointer: string } | null;
  readonly doubts: readonly { readonly number: number; readonly code: string; readonly answer: object | null }[];
  readonly inquiries: readonly { readonly number: number; readonly dueOn: string; readonly isOverdue: boolean }[];
  readonly clawbacks: readonly { readonly state: string; readonly setOffBy: string | null }[];
}

let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** The bureau reads magic words in the taxpayer's name. */
const taxpayer = (word: string): Promise<RefundDesk> => RefundDesk.open(platform, { name: `${SELLER.name} ${word}` });
const life = async (desk: RefundDesk, id: string): Promise<ClaimLife> => (await desk.claim(id)).body as ClaimLife;
const until = async (desk: RefundDesk, id: string, state: string): Promise<ClaimLife> =>
  (await desk.until(id, state)) as ClaimLife;
const isClean = async (desk: RefundDesk): Promise<void> => {
  expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('0.00');
  expect(await desk.posted('clearing_tax_bureau')).toBe('0.00');
};

describe('The self-check', () => {
  it('finds a doubt; with the answer to it the claim is filed by itself, the answer with it', async () => {
    const desk = await taxpayer('SBX-TAX-DOUBT');
    const doubted = (await desk.claimed('doubted')) as ClaimLife;
    expect(doubted).toMatchObject({
      held: null,
      expectedBy: null,
      allowedActions: ['file', 'abandon'],
      doubts: [{ number: 1, code: 'PRICE_UNUSUAL', weight: 'answer', answer: null }],
      filings: [{ attempt: 1, state: 'doubted' }],
    });
    const early = await desk.command<ProblemBody>(doubted.id, 'filing');
    expect([early.status, early.body.code]).toEqual([409, 'TAX_REFUND.DOUBTS_UNANSWERED']);
    const answer = { text: 'A yearly contract', documents: [{ name: '合同', reference: 'C-1' }] };
    expect((await desk.command(doubted.id, 'doubts/2/answer', answer)).status).toBe(404);
    const { body } = await desk.command<ClaimLife>(doubted.id, 'doubts/1/answer', answer);
    expect(body).toMatchObject({ state: 'queued', attempt: 2, doubts: [{ answer: { text: 'A yearly contract' } }] });
    const paid = await desk.until(doubted.id, 'paid');
    expect(JSON.parse(paid.filings[1]?.message ?? '')).toMatchObject({
      explanations: [{ code: 'PRICE_UNUSUAL', text: 'A yearly contract', documents: [{ reference: 'C-1' }] }],
    });
    expect(await desk.story(paid.id)).toEqual(['matched', 'doubted', 'filed', 'accepted', 'approved', 'paid']);
    await isClean(desk);
  });

  it('that blocks holds the claim until it is mended and filed again', async () => {
    const desk = await taxpayer('SBX-TAX-DOUBT-BLOCK');
    const { id } = await desk.claimed('doubted');
    expect(await life(desk, id)).toMatchObject({
      held: { rule: 'blocking_doubt', pointer: '/doubts/0' },
      doubts: [{ weight: 'block' }],
    });
    expect((await desk.command(id, 'doubts/1/answer', { text: 'No' })).status).toBe(404);
    expect((await desk.command(id, 'filing')).status).toBe(202);
    expect(await until(desk, id, 'paid')).toMatchObject({ attempt: 2, held: null, doubts: [] });
  });
});

describe('A filing that got through without its answer', () => {
  it('is not refused by a bureau that will not check again what it has', async () => {
    const desk = await taxpayer('SBX-TAX-HANGUP SBX-TAX-SEALED');
    await stepByStep(platform, 'tax-bureau', async () => {
      const { id } = await desk.claimed('filed');
      const asked = await platform.rows<{ operation: string }>(
        `SELECT operation FROM platform.partner_exchange WHERE tenant_id = $1 AND operation = 'precheck-claim'`,
        [desk.tenant.tenantId],
      );
      expect(asked.length).toBeGreaterThan(1);
      expect(await desk.story(id)).toEqual(['matched', 'filed']);
    });
  });
});

describe('An inquiry with a last day', () => {
  it('is spoken of before that day, may be given more time, is overdue after it, and is answered with papers', async () => {
    const desk = await taxpayer('SBX-TAX-NEVER');
    const { id } = await desk.claimed('filed');
    const clock = (now: string) => desk.tenant.client.post('/v1/sandbox/clock', { now }, key());
    const heard = async (type: string, count: number) =>
      eventually(
        async () => (await desk.story(id)).filter((step) => step === type),
        (told) => told.length === count,
      );
    const at = new Date().toISOString();
    const asked = { type: 'claim.queried', reference: id, acceptanceNumber: '33022026000000001', at };
    await desk.callback({ ...asked, reason: 'Which supplier?', letter: 'HD-1', dueOn: inDays(10) });
    const queried = await until(desk, id, 'queried');
    expect(queried.inquiries).toMatchObject([{ number: 1, letter: 'HD-1', dueOn: inDays(10), isOverdue: false }]);
    await clock(`${inDays(3)}T00:00:00Z`);
    await heard('answer_due', 1);
    const extension = { dueOn: inDays(20), reason: 'Granted by letter' };
    const early = await desk.command<ProblemBody>(id, 'inquiries/1/extension', { ...extension, dueOn: inDays(9) });
    expect([early.status, early.body.errors[0]?.code]).toEqual([422, 'not_later']);
    expect((await desk.command(id, 'inquiries/1/extension', extension)).body).toMatchObject({
      inquiries: [{ dueOn: inDays(20), extensions: [{ reason: 'Granted by letter' }] }],
    });
    for (const [day, count] of [
      [13, 2],
      [17, 3],
      [19, 4],
    ] as const) {
      await clock(`${inDays(day)}T00:00:00Z`);
      await heard('answer_due', count);
    }
    await clock(`${inDays(21)}T00:00:00Z`);
    await heard('answer_overdue', 1);
    expect((await life(desk, id)).inquiries).toMatchObject([{ isOverdue: true }]);
    const reply = { text: 'The factory in Yuyao', documents: [{ name: '发票', reference: 'INV-1' }] };
    expect((await desk.command(id, 'answers', reply)).body).toMatchObject({
      state: 'answered',
      inquiries: [{ isOverdue: false, answers: [{ documents: [{ name: '发票' }] }] }],
    });
    expect((await desk.command(id, 'inquiries/1/extension', extension)).status).toBe(404);
  });
});

describe('A claim that the bureau', () => {
  it('withholds goes on once it resumes', async () => {
    const desk = await taxpayer('SBX-TAX-WITHHOLD');
    await stepByStep(platform, 'tax-bureau', async (stepOn) => {
      const { id } = await desk.claimed('filed');
      for (const state of ['accepted', 'withheld', 'accepted', 'approved', 'paid']) {
        await stepOn();
        await desk.until(id, state);
      }
      const story = ['matched', 'filed', 'accepted', 'withheld', 'resumed', 'approved', 'paid'];
      expect(await desk.story(id)).toEqual(story);
    });
  });

  it('refuses in part is paid for the rest, and says which item is left out', async () => {
    const desk = await taxpayer('SBX-TAX-PARTIAL');
    const { id } = await desk.claimed('paid');
    const { body: paid } = await eventually(
      () => desk.claim(id),
      ({ body }) => body.reason !== null,
    );
    expect(paid).toMatchObject({
      awarded: { amount: '0.00' },
      reason: 'The invoice of the first item was voided',
    });
    await isClean(desk);
  });

  it('has paid is closed, and opened again when the bureau wants money back; paid back, it is in order', async () => {
    const desk = await RefundDesk.open(platform);
    const { id } = await desk.claimed('paid');
    expect((await desk.command(id, 'closure')).body).toMatchObject({ state: 'closed', allowedActions: [] });
    const demand = {
      letter: `ZH-${id}`,
      amount: { amount: '1300.00', currency: 'CNY' },
      ...{ dueOn: inDays(15), reason: 'False invoice' },
    };
    const notice = { type: 'claim.clawed_back', reference: id, acceptanceNumber: '1', at: new Date().toISOString() };
    await desk.callback({ ...notice, demand });
    await desk.callback({ ...notice, demand });
    expect(await until(desk, id, 'clawed_back')).toMatchObject({
      clawbacks: [{ number: 1, state: 'owed', letter: `ZH-${id}`, amount: { amount: '1300.00' } }],
    });
    expect(await desk.posted('refund_receivable', desk.sellerId)).toBe('-1300.00');
    const later = await desk.command<ProblemBody>(id, 'clawbacks/1/repayment', {
      ...{ bankReference: 'B-1', paidOn: inDays(2), from: 'own_account' },
    });
    expect(later.body.errors[0]?.code).toBe('in_future');
    const repayment = { bankReference: 'B-1', paidOn: '2026-11-20', from: 'client_funds' };
    const poor = await desk.command<ProblemBody>(id, 'clawbacks/1/repayment', repayment);
    // What came was released to the seller at once: nothing is held for it until it brings something in.
    expect([poor.status, poor.body.code]).toEqual([409, 'LEDGER.INSUFFICIENT_FUNDS']);
    const own = await desk.command(id, 'clawbacks/1/repayment', { ...repayment, from: 'own_account' });
    expect(own.body).toMatchObject({ state: 'paid', clawbacks: [{ state: 'repaid', bankReference: 'B-1' }] });
    const twice = await desk.command<ProblemBody>(id, 'clawbacks/1/repayment', repayment);
    expect([twice.status, twice.body.code]).toEqual([409, 'TAX_REFUND.CLAWBACK_SETTLED']);
    expect((await desk.story(id)).slice(-3)).toEqual(['closed', 'clawed_back', 'settled']);
    await isClean(desk);
  });

  it('wants money back for may have it kept from the next refund', async () => {
    const desk = await RefundDesk.open(platform);
    const first = await desk.claimed('paid');
    await desk.control('POST', '/control/outcomes', {
      ...{ partner: 'tax-bureau', reference: first.id, outcome: 'CLAWBACK-SETOFF' },
    });
    await until(desk, first.id, 'clawed_back');
    const second = await desk.claimed('paid');
    const settled = await until(desk, first.id, 'paid');
    expect(settled.clawbacks).toMatchObject([{ state: 'set_off', setOffBy: second.id }]);
    const paid = (await desk.events(second.id)).find(({ type }) => type === 'tax_refund.claim.paid');
    expect(paid?.data).toMatchObject({ refund: { amount: '3900.00' } });
    await isClean(desk);
  });
});
