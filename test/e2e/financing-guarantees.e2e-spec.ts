import { candidate, CNY, faultsIn, type GroupBody, GROUPS, GuaranteeDesk } from '../support/guarantee-desk.js';
import { parseId } from '../../src/kernel/ids.js';
import { BUYER, orderBody } from '../support/order-samples.js';
import { key } from '../support/refund-desk.js';
import { TestPlatform } from '../support/test-platform.js';

let platform: TestPlatform;
let desk: GuaranteeDesk;
let parties: readonly string[] = [];
const [A, B, C] = [0, 1, 2].map((index) => () => parties[index] ?? '') as [() => string, () => string, () => string];

beforeAll(async () => {
  platform = await TestPlatform.start({ worker: false });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  desk = await GuaranteeDesk.open(platform);
  parties = [await desk.seller(), await desk.seller(), await desk.seller()];
});

const events = async (): Promise<string[]> =>
  (
    await platform.rows<{ type: string }>(
      `SELECT type FROM platform.event WHERE tenant_id = $1 AND type LIKE 'financing.guarantee%' ORDER BY id`,
      [desk.tenant.tenantId],
    )
  ).map(({ type }) => type.replace('financing.guarantee_', ''));

describe('A guarantee group', () => {
  it('is drafted, accepted by all, and active', async () => {
    const draft = await desk.drafted(parties);
    expect(draft).toMatchObject({ state: 'draft', allowedActions: ['activate', 'dissolve'], pool: CNY('0.00') });
    const early = await desk.post(`${GROUPS}/${draft.id}/activation`);
    expect([early.status, early.body.code]).toEqual([409, 'FINANCING.GUARANTEE_NOT_FORMED']);
    expect(faultsIn(early.body)).toEqual([0, 1, 2].map((index) => `/members/${index} not_accepted`));
    for (const partyId of parties) await desk.done(`${GROUPS}/${draft.id}/acceptances`, { partyId });
    const check = await desk.get<{ findings: object[] }>(`${GROUPS}/${draft.id}/formation-check`);
    expect(check.findings).toEqual([]);
    const active = await desk.done(`${GROUPS}/${draft.id}/activation`);
    expect(active.members.map(({ state }) => state)).toEqual(['active', 'active', 'active']);
    expect((await desk.post(`${GROUPS}/${draft.id}/activation`)).body.code).toBe('STATE.ILLEGAL_TRANSITION');
    const stale = await desk.tenant.client.post(
      `${GROUPS}/${draft.id}/freeze`,
      { reason: 'r' },
      { ...key(), 'if-match': '"1"' },
    );
    expect(stale.status).toBe(412);
    const listed = await desk.get<{ data: GroupBody[] }>(`${GROUPS}?state=active,frozen`);
    expect(listed.data.map(({ id }) => id)).toEqual([draft.id]);
    expect((await (await platform.tenant()).client.get(`${GROUPS}/${draft.id}`)).status).toBe(404);
    expect(await events()).toEqual([
      'group.created',
      ...['group.member_accepted', 'group.member_accepted', 'group.member_accepted', 'group.activated'],
    ]);
  });

  it('with ties, circles, losses or nobody behind it is refused with every finding, and nothing is kept', async () => {
    const before = await desk.rows();
    const owned = (holder: string, partyId: string) => ({ owners: [{ holder, partyId, share: '0.2' }] });
    const circle = [
      candidate(A(), owned('B', B())),
      candidate(B(), owned('C', C())),
      candidate(C(), { ...owned('A', A()), lastResult: { year: 2025, outcome: 'loss' }, establishedOn: '2026-11-01' }),
      candidate('pty_01jdq3x7k2e9ta6v0m8r4c5wzb', { limit: { amount: '500000.00', currency: 'USD' } }),
    ];
    const refused = await desk.post(GROUPS, { name: 'Circle', members: circle });
    expect(refused.status).toBe(422);
    expect(faultsIn(refused.body)).toEqual([
      '/members/3/partyId unknown',
      '/members/1/partyId tied',
      '/members/2/establishedOn too_young',
      '/members/2/lastResult/outcome loss',
      '/members/2/partyId tied',
      '/members/2/owners/0 tied',
      '/members/2/owners ownership_circle',
      '/members/3/limit currency_mismatch',
    ]);
    expect(await desk.rows()).toBe(before);
    const tried = await desk.post(`${GROUPS}?dryRun=true`, {
      name: 'Dry',
      members: parties.map((id) => candidate(id)),
    });
    expect([tried.status, await desk.rows()]).toEqual([200, before]);
  });

  it('takes nobody who guarantees in another, and a newcomer only while nothing is owed', async () => {
    const first = await desk.active(parties);
    const again = await desk.post(GROUPS, { name: 'Second', members: [candidate(A())] });
    expect(faultsIn(again.body)).toEqual(['/members/0/partyId guarantees_elsewhere']);
    const newcomer = await desk.seller();
    const member = candidate(newcomer);
    expect(faultsIn((await desk.post(`${GROUPS}/${first.id}/members`, candidate(A()))).body)).toEqual([
      '/partyId duplicate',
    ]);
    await desk.done(`${GROUPS}/${first.id}/members`, member);
    await desk.owes(B(), '1000.00', '2099-01-01');
    const early = await desk.post(`${GROUPS}/${first.id}/acceptances`, { partyId: newcomer });
    expect([early.status, early.body.code]).toEqual([409, 'FINANCING.GUARANTEE_EXPOSED']);
    await platform.rows(`UPDATE financing.advance SET state = 'repaid' WHERE tenant_id = $1`, [desk.tenant.tenantId]);
    const joined = await desk.done(`${GROUPS}/${first.id}/acceptances`, { partyId: newcomer });
    expect(joined.members.at(-1)).toMatchObject({ partyId: newcomer, state: 'active' });
  });

  it('keeps the pool in the books, and gives each its part when it leaves, which it cannot while anything is owed', async () => {
    const { id } = await desk.active([...parties, await desk.seller()]);
    await desk.fund(A(), '1000.00');
    const before = await desk.rows();
    const dollars = { partyId: A(), amount: { amount: '1.00', currency: 'USD' } };
    expect(faultsIn((await desk.post(`${GROUPS}/${id}/contributions`, dollars)).body)).toEqual([
      '/amount currency_mismatch',
    ]);
    const tooMuch = await desk.post(`${GROUPS}/${id}/contributions`, { partyId: A(), amount: CNY('1000.01') });
    expect(tooMuch.body.code).toBe('LEDGER.INSUFFICIENT_FUNDS');
    expect(await desk.rows()).toBe(before);
    const paid = await desk.done(`${GROUPS}/${id}/contributions`, { partyId: A(), amount: CNY('300.00') });
    expect([paid.pool.amount, await desk.posted('guarantee_pool')]).toEqual(['300.00', '300.00']);
    const advance = await desk.owes(B(), '1000.00', '2099-01-01');
    const exposed = await desk.post(`${GROUPS}/${id}/departures`, { partyId: A() });
    expect([exposed.body.code, exposed.body.detail]).toEqual([
      'FINANCING.GUARANTEE_EXPOSED',
      expect.stringContaining('1100.00 CNY'),
    ]);
    expect((await desk.get(`${GROUPS}/${id}`)).members[0]).toMatchObject({
      ...{ own: CNY('0.00'), forOthers: CNY('1100.00'), liability: CNY('1100.00') },
    });
    const notDue = await desk.post(`${GROUPS}/${id}/calls`, { advanceId: advance });
    expect(notDue.body.code).toBe('FINANCING.DEBT_NOT_OVERDUE');
    await platform.rows(`UPDATE financing.advance SET state = 'repaid' WHERE tenant_id = $1`, [desk.tenant.tenantId]);
    const left = await desk.done(`${GROUPS}/${id}/departures`, { partyId: A() });
    expect(left.members[0]?.state).toBe('left');
    expect([await desk.posted('guarantee_pool'), await desk.posted('client_funds', A())]).toEqual(['0.00', '1000.00']);
    const tooFew = await desk.post(`${GROUPS}/${id}/departures`, { partyId: B() });
    expect(faultsIn(tooFew.body)).toEqual(['/members too_few']);
    expect((await desk.done(`${GROUPS}/${id}/dissolution`)).state).toBe('dissolved');
  });

  it('sees each draw before it is made, one at a time, with what each would answer for', async () => {
    const { id } = await desk.active(parties);
    await desk.owes(B(), '900.00', '2099-01-01');
    const draw = { partyId: A(), amount: CNY('200000.00') };
    const over = await desk.post(`${GROUPS}/${id}/draws`, { partyId: A(), amount: CNY('500000.01') });
    expect(faultsIn(over.body)).toEqual(['/amount over_limit']);
    const announced = await desk.done(`${GROUPS}/${id}/draws`, draw);
    expect(announced.draw).toMatchObject({ state: 'open', awaited: [B(), C()] });
    expect(announced.draw?.exposures[1]).toMatchObject({ before: CNY('1000.00'), after: CNY('201000.00') });
    expect((await desk.post(`${GROUPS}/${id}/draws`, draw)).body.code).toBe('FINANCING.GUARANTEE_DRAW_ANNOUNCED');
    const answer = (partyId: string, consents: boolean) =>
      desk.done(`${GROUPS}/${id}/draw-answers`, { noticeId: announced.draw?.id, partyId, consents });
    expect((await answer(B(), true)).draw).toMatchObject({ state: 'open', awaited: [C()] });
    expect((await answer(C(), true)).draw).toMatchObject({ state: 'cleared', awaited: [] });
    expect((await answer(A(), false)).draw?.state).toBe('refused');
    const other = await desk.done(`${GROUPS}/${id}/draws`, draw);
    expect(other.draw?.state).toBe('open');
    await desk.done(`${GROUPS}/${id}/freeze`, { reason: 'Asked for' });
    const frozen = await desk.post(`${GROUPS}/${id}/draws`, draw);
    expect(frozen.body.code).toBe('STATE.ILLEGAL_TRANSITION');
    expect((await desk.done(`${GROUPS}/${id}/unfreeze`)).state).toBe('active');
  });

  it('lets a member have an advance only with the consent of the others, of no more than that, and of none while frozen', async () => {
    const { id } = await desk.active(parties);
    const buyer = (await desk.done<{ id: string }>('/v1/parties', BUYER)).id;
    const orderId = (await desk.done<{ id: string }>('/v1/orders', orderBody(A(), buyer, 'G-1'))).id;
    await platform.rows(
      `INSERT INTO financing.order_facts (tenant_id, order_id, entry_numbers, claim_id, refund_minor, refund_currency, claim_state, updated_at)
       VALUES ($1, $2, '{310420260000000017}', $2, 1000000, 'CNY', 'matched', now())
       ON CONFLICT (tenant_id, order_id) DO UPDATE SET entry_numbers = EXCLUDED.entry_numbers, claim_id = EXCLUDED.claim_id,
         refund_minor = EXCLUDED.refund_minor, refund_currency = EXCLUDED.refund_currency, claim_state = EXCLUDED.claim_state`,
      [desk.tenant.tenantId, parseId('order', orderId)],
    );
    const ask = () =>
      desk.post<{ state: string; principal: object; details: { reasons: string[] } }>('/v1/financing/advances', {
        orderId,
      });
    expect((await ask()).body.details.reasons).toEqual([expect.stringContaining('have not consented')]);
    const { draw } = await desk.done(`${GROUPS}/${id}/draws`, { partyId: A(), amount: CNY('5000.00') });
    for (const partyId of [B(), C()]) {
      await desk.done(`${GROUPS}/${id}/draw-answers`, { noticeId: draw?.id, partyId, consents: true });
    }
    await desk.done(`${GROUPS}/${id}/freeze`, { reason: 'Asked for' });
    expect((await ask()).body.details.reasons).toEqual([expect.stringContaining('is frozen')]);
    await desk.done(`${GROUPS}/${id}/unfreeze`);
    const asked = await ask();
    expect([asked.status, asked.body.principal]).toEqual([202, CNY('5000.00')]);
    expect(await desk.get(`${GROUPS}/${id}`)).toMatchObject({
      ...{ draw: { state: 'used', orderId }, groupTotal: CNY('5000.00') },
    });
  });
});
