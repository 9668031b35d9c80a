import {
  type ApprovalBody,
  type Colleague,
  colleague,
  policy,
  say,
  settled,
  type Standing,
} from '../support/approval-desk.js';
import { BrokerDesk } from '../support/broker-desk.js';
import { CustomsDesk, type DeclarationBody, key } from '../support/customs-desk.js';
import { LINE } from '../support/order-samples.js';
import { eventually } from '../support/test-platform.js';

type Declaration = DeclarationBody & Standing;

const usd = (amount: string) => ({ amount, currency: 'USD' });
const TRANSPORT = { vesselName: 'SBX ORIENT', voyageNumber: '026W', billNumber: 'TESTBL00009999' };

let desk: CustomsDesk;
let owner: Colleague;
let checker: Colleague;

beforeAll(async () => {
  desk = await CustomsDesk.open();
  owner = await colleague(desk.platform, desk.tenant, 'owner');
  checker = await colleague(desk.platform, desk.tenant, 'approver');
  await policy(owner, 'customs.declaration.submission', '1000.00');
});
afterAll(() => desk.close());

async function read(id: string): Promise<Declaration> {
  return (await desk.read(id)).body as Declaration;
}

async function requestOf({ awaitingApproval }: Standing): Promise<ApprovalBody> {
  return (await checker.client.get<ApprovalBody>(awaitingApproval?.url ?? '/v1/approvals/none')).body;
}

function submit(id: string, path = 'submission', client = owner.client) {
  return client.post<Declaration>(`/v1/customs/declarations/${id}/${path}`, { transport: TRANSPORT }, key());
}

describe('A declaration of an order that goes in parts', () => {
  it('waits where the order is above the limit, though it is not itself', async () => {
    const line = { ...LINE, quantity: '10', firstQuantity: '10', secondQuantity: '80', total: usd('100.00') };
    const weights = { netWeightKg: '80', grossWeightKg: '90', packages: 10, volumeCbm: '0.2' };
    const purchase = { amountExVat: { amount: '600.00', currency: 'CNY' }, vatRate: '0.13' };
    const freight = { by: 'other', mode: null, containers: [], readyDate: '2026-12-01' };
    const lines = Array.from({ length: 60 }, () => ({ ...line, ...weights, purchase }));
    const orderId = await desk.place({ reference: 'SO-PARTS', freight, lines });
    const { body } = await eventually(
      () => owner.client.get<{ data: Declaration[] }>(`/v1/customs/declarations?orderId=${orderId}`),
      (found) => found.body.data.length === 2,
    );
    // 50 lines and 10: USD 5,000.00, and USD 1,000.00, which is exactly the limit.
    for (const { id } of body.data) {
      const answer = await submit(id);
      expect([answer.status, answer.body.state, answer.body.awaitingApproval === null]).toEqual([202, 'draft', false]);
    }
  });
});

describe('A declaration above the limit', () => {
  it('is answered with 202 and waits; approved by somebody else it is declared, once', async () => {
    const draft = await desk.drafted();
    const dry = await submit(draft.id, 'submission?dryRun=true');
    expect([dry.status, dry.body.state, dry.body.awaitingApproval === null]).toEqual([200, 'draft', false]);
    expect((await read(draft.id)).awaitingApproval).toBeNull();
    const { status, body } = await submit(draft.id);
    expect([status, body.state, body.attempt, body.submission]).toEqual([202, 'draft', 0, null]);
    expect(body.allowedActions).toEqual(['correct', 'cancel']);
    const request = await requestOf(body);
    expect(request).toMatchObject({
      command: 'customs.declaration.submission',
      subjectId: draft.id,
      makers: [owner.id],
    });
    expect((await submit(draft.id)).body.awaitingApproval?.id).toBe(request.id);
    expect((await say(owner.client, request, 'approval')).body.code).toBe('APPROVALS.MAKER_CANNOT_DECIDE');
    await say(checker.client, request, 'approval');
    const declared = (await desk.until(draft.id, 'released')) as Declaration;
    expect([declared.attempt, declared.awaitingApproval]).toEqual([1, null]);
    expect(await desk.messages(draft.id)).toHaveLength(1);
  });

  it('waits too where the platform declares by itself, and knows who set it going', async () => {
    const draft = await desk.drafted();
    const { queued } = await desk.ship(draft);
    const waiting = queued as Declaration;
    expect(waiting.state).toBe('draft');
    const request = await requestOf(waiting);
    expect(request.askedBy).toEqual([expect.stringMatching(/^api_key:key_/)]);
    await say(checker.client, request, 'approval');
    await desk.until(draft.id, 'released');
  });

  it('that is changed while it waits is asked about anew, and the old request is withdrawn', async () => {
    const draft = await desk.drafted();
    const { queued } = await desk.ship(draft);
    const first = await requestOf(queued as Declaration);
    const { body } = await desk.correct(queued, { remarks: 'HANDLE WITH CARE' });
    const second = await requestOf(body as Declaration);
    expect(second.id).not.toBe(first.id);
    expect((await settled(checker, first, () => true)).state).toBe('withdrawn');
    expect((await say(checker.client, first, 'approval')).status).toBe(409);
    await say(checker.client, second, 'approval');
    await desk.until(draft.id, 'released');
    expect((await desk.messages(draft.id)).map(({ message }) => message.includes('HANDLE WITH CARE'))).toEqual([true]);
  });

  it('that was changed between its approval and its leaving does not leave: the approval is void', async () => {
    const draft = await desk.drafted();
    const { queued } = await desk.ship(draft);
    const first = await requestOf(queued as Declaration);
    await desk.platform.stopWorker();
    await say(checker.client, first, 'approval');
    const { body } = await desk.correct(queued, { remarks: 'CHANGED AFTERWARDS' });
    expect((await settled(checker, first, () => true)).outcome).toBe('void');
    await desk.platform.startWorker();
    const second = await requestOf(body as Declaration);
    expect(second.state).toBe('pending');
    await say(checker.client, second, 'refusal');
    const refused = await eventually(
      () => read(draft.id),
      ({ declinedApproval }) => declinedApproval !== null,
    );
    expect(refused).toMatchObject({
      ...{ state: 'draft', attempt: 0, awaitingApproval: null },
      declinedApproval: { id: second.id, state: 'refused', reason: 'The account is new to us' },
    });
    expect(refused.allowedActions).toContain('submit');
    const third = await requestOf((await submit(draft.id)).body);
    await say(checker.client, third, 'approval');
    await desk.until(draft.id, 'released');
  });

  it('that is given up is not asked about any more', async () => {
    const draft = await desk.drafted();
    const { queued } = await desk.ship(draft);
    const request = await requestOf(queued as Declaration);
    const { body } = await desk.command<Declaration>(draft.id, 'cancellation', { reason: 'no buyer' });
    expect([body.state, body.awaitingApproval]).toEqual(['cancelled', null]);
    expect((await settled(checker, request, () => true)).state).toBe('withdrawn');
  });

  it('that customs sent back is approved again for its next attempt', async () => {
    const draft = await desk.drafted('NB-SBX-CUSTOMS-REJECT');
    const { queued } = await desk.ship(draft);
    await say(checker.client, await requestOf(queued as Declaration), 'approval');
    await desk.until(draft.id, 'rejected');
    const { status, body } = await submit(draft.id, 'resubmission');
    expect([status, body.state, body.allowedActions.includes('resubmit')]).toEqual([202, 'rejected', false]);
    await say(checker.client, await requestOf(body), 'approval');
    await eventually(
      () => read(draft.id),
      ({ attempt }) => attempt === 2,
    );
  });
});

describe("A declaration that waits for a second person while its broker's mandate ends", () => {
  it('is not declared by the approval: it is blocked and says why, and what was approved is void', async () => {
    const brokers = new BrokerDesk(desk.platform, desk.tenant.client, desk.sellerId);
    const { id: mandate } = await brokers.entrust();
    const draft = await desk.drafted();
    const { body } = await submit(draft.id);
    const request = await requestOf(body);
    await brokers.revoke(mandate);
    await say(checker.client, request, 'approval');
    const blocked = (await desk.until(draft.id, 'blocked')) as Declaration;
    expect(blocked.findings.map(({ rule }) => rule)).toContain('broker_mandate_ended');
    expect([blocked.attempt, blocked.awaitingApproval]).toEqual([0, null]);
    expect((await settled(checker, request, ({ outcome }) => outcome !== null)).outcome).toBe('void');
  });
});
