import { CNY, faultsIn, type GroupBody, GROUPS, GuaranteeDesk } from '../support/guarantee-desk.js';
import { TestPlatform } from '../support/test-platform.js';

interface Claim {
  readonly id: string;
  readonly creditorId: string;
  readonly source: string;
  readonly state: string;
  readonly amount: { readonly amount: string };
  readonly outstanding: { readonly amount: string };
  readonly code: string;
  readonly errors: GroupBody['errors'];
}
interface Call {
  readonly id: string;
  readonly state: string;
  readonly due: { readonly amount: string };
  readonly shortfall: { readonly amount: string };
  readonly payments: readonly { partyId: string; source: string; amount: { amount: string } }[];
  readonly claims: readonly Claim[];
  readonly code: string;
}
interface Simulated {
  readonly fromPool: { readonly amount: string };
  readonly fromMembers: readonly { readonly amount: { readonly amount: string } }[];
  readonly shortfall: { readonly amount: string };
}

const CALLS = '/v1/financing/guarantee-calls';
const CLAIMS = '/v1/financing/recourse-claims';

let platform: TestPlatform;
let desk: GuaranteeDesk;
let parties: readonly string[] = [];
let group: GroupBody;
const [A, B, C] = [0, 1, 2].map((index) => () => parties[index] ?? '') as [() => string, () => string, () => string];

beforeAll(async () => {
  platform = await TestPlatform.start({ worker: false });
});
afterAll(() => platform.stop());
beforeEach(async () => {
  desk = await GuaranteeDesk.open(platform);
  parties = [await desk.seller(), await desk.seller(), await desk.seller()];
  group = await desk.active(parties);
});

const paid = ({ payments }: Call): string[] =>
  payments.map(({ partyId, source, amount }) => `${'ABC'.charAt(parties.indexOf(partyId))} ${source} ${amount.amount}`);
const owed = ({ claims }: Call): string[] =>
  claims.map(
    ({ creditorId, source, amount }) => `${'ABC'.charAt(parties.indexOf(creditorId))} ${source} ${amount.amount}`,
  );
const outstanding = async (id: string): Promise<string[]> => {
  const { state, outstanding: left } = await desk.get<{ state: string; outstanding: { amount: string } }>(
    `/v1/financing/advances/${id}`,
  );
  return [state, left.amount];
};

describe('The default of a member of a guarantee group', () => {
  /** The story of docs/financing.md, from the first day that is overdue to the last payment of recourse. */
  it('is called on its own account, the pool and the others until the lender has everything, and paid back', async () => {
    for (const partyId of [A(), B()]) {
      await desk.fund(partyId, '10000.00');
      await desk.done(`${GROUPS}/${group.id}/contributions`, { partyId, amount: CNY('10000.00') });
    }
    await desk.fund(A(), '5000.00');
    await desk.fund(B(), '20000.00');
    await desk.fund(C(), '60000.00');
    const advanceId = await desk.owes(A(), '149900.00');

    const foreseen = await desk.done<{ amountDue: object; byFunds: Simulated; byShare: Simulated }>(
      `${GROUPS}/${group.id}/simulations`,
      { partyId: A() },
    );
    expect(foreseen).toMatchObject({
      amountDue: CNY('150000.00'),
      byFunds: { fromPool: CNY('20000.00'), shortfall: CNY('45000.00') },
      byShare: { shortfall: CNY('0.00') },
    });
    expect(foreseen.byShare.fromMembers.map(({ amount }) => amount.amount)).toEqual(['62500.00', '62500.00']);
    expect((await desk.get<{ data: object[] }>(CALLS)).data).toEqual([]);

    const call = await desk.done<Call>(`${GROUPS}/${group.id}/calls`, { advanceId });
    expect(call).toMatchObject({ state: 'open', due: CNY('150000.00'), shortfall: CNY('45000.00') });
    expect(paid(call)).toEqual([
      ...['A own 5000.00', 'A pool 10000.00', 'B pool 10000.00', 'B member 20000.00', 'C member 60000.00'],
    ]);
    expect(owed(call)).toEqual(['B pool 10000.00', 'B member 20000.00', 'C member 60000.00']);
    expect(await outstanding(advanceId)).toEqual(['drawn', '45000.00']);
    expect(await desk.get(`${GROUPS}/${group.id}`)).toMatchObject({ state: 'frozen', pool: CNY('0.00') });
    for (const partyId of parties) expect(await desk.posted('client_funds', partyId)).toBe('0.00');
    expect(await desk.posted('guarantee_pool')).toBe('0.00');
    const again = await desk.post<Call>(`${GROUPS}/${group.id}/calls`, { advanceId });
    expect(again.body.code).toBe('FINANCING.GUARANTEE_CALL_OPEN');
    expect((await desk.post(`${GROUPS}/${group.id}/unfreeze`)).body.code).toBe('FINANCING.GUARANTEE_OVERDUE');

    const nothing = await desk.done<Call>(`${CALLS}/${call.id}/collection`);
    expect(nothing.shortfall).toEqual(CNY('45000.00'));
    await desk.fund(B(), '100000.00');
    const covered = await desk.done<Call>(`${CALLS}/${call.id}/collection`);
    expect(covered).toMatchObject({ state: 'covered', shortfall: CNY('0.00') });
    expect(paid(covered).at(-1)).toBe('B member 45000.00');
    expect(await outstanding(advanceId)).toEqual(['repaid', '0.00']);
    expect((await desk.post<Call>(`${CALLS}/${call.id}/collection`)).body.code).toBe('STATE.ILLEGAL_TRANSITION');

    await desk.done(`${GROUPS}/${group.id}/unfreeze`);
    const early = await desk.post(`${GROUPS}/${group.id}/dissolution`);
    expect([early.body.code, early.body.detail]).toEqual([
      'FINANCING.GUARANTEE_EXPOSED',
      expect.stringContaining('135000.00 CNY'),
    ]);
    await desk.fund(A(), '135000.00');
    const { data } = await desk.get<{ data: Claim[] }>(`${CLAIMS}?groupId=${group.id}&state=open`);
    for (const claim of data) {
      const whole = Number(claim.amount.amount);
      await desk.done(`${CLAIMS}/${claim.id}/repayments`, { amount: CNY('0.01') });
      const rest = await desk.done<Claim>(`${CLAIMS}/${claim.id}/repayments`, {
        amount: CNY((whole - 0.01).toFixed(2)),
      });
      expect(rest).toMatchObject({ state: 'settled', outstanding: CNY('0.00') });
    }
    expect(await desk.posted('client_funds', A())).toBe('0.00');
    expect(await desk.posted('client_funds', C())).toBe('60000.00');
    expect(await desk.posted('guarantee_pool')).toBe('10000.00');
    expect((await desk.done(`${GROUPS}/${group.id}/dissolution`)).state).toBe('dissolved');
    expect(await desk.posted('client_funds', B())).toBe('130000.00');
    expect(await desk.posted('guarantee_pool')).toBe('0.00');
  });

  it('pays the lender once, whoever calls at the same moment', async () => {
    await desk.fund(B(), '30000.00');
    await desk.fund(C(), '100000.00');
    const advanceId = await desk.owes(A(), '99900.00');
    const calls = await Promise.all(
      [1, 2, 3, 4].map(() => desk.post<Call>(`${GROUPS}/${group.id}/calls`, { advanceId })),
    );
    expect(calls.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const call = calls.find(({ status }) => status === 200)?.body;
    // Half of it is C's share; what B does not have is called on C in the same moment.
    expect(call && paid(call)).toEqual(['B member 30000.00', 'C member 70000.00']);
    expect(call?.state).toBe('covered');
    expect(await desk.posted('client_funds', C())).toBe('30000.00');
    expect(await outstanding(advanceId)).toEqual(['repaid', '0.00']);
    const waterfalls = await desk.get<{ data: { source: string; amount: object; released: object }[] }>(
      '/v1/financing/waterfalls',
    );
    expect(waterfalls.data).toMatchObject([
      { source: 'guarantee', amount: CNY('100000.00'), fees: CNY('100.00'), released: CNY('0.00') },
    ]);
  });

  it('is collected once by many at once, and by nobody where the debt was paid otherwise', async () => {
    const advanceId = await desk.owes(A(), '900.00');
    const call = await desk.done<Call>(`${GROUPS}/${group.id}/calls`, { advanceId });
    expect(call.shortfall).toEqual(CNY('1000.00'));
    await desk.fund(C(), '5000.00');
    await Promise.all([1, 2, 3, 4].map(() => desk.post(`${CALLS}/${call.id}/collection`)));
    expect(await desk.posted('client_funds', C())).toBe('4000.00');
    const other = await desk.owes(B(), '900.00');
    await desk.done(`${GROUPS}/${group.id}/contributions`, { partyId: C(), amount: CNY('4000.00') });
    const tried = await desk.post<Call>(`${GROUPS}/${group.id}/calls?dryRun=true`, { advanceId: other });
    expect([tried.status, tried.body.state]).toEqual([200, 'covered']);
    expect(await outstanding(other)).toEqual(['drawn', '900.00']);
  });

  it('gives claims that are repaid in their currency, and no more than is owed', async () => {
    await desk.fund(B(), '1000.00');
    const advanceId = await desk.owes(A(), '900.00');
    const { claims } = await desk.done<Call>(`${GROUPS}/${group.id}/calls`, { advanceId });
    const [claim] = claims;
    const repay = (amount: object) => desk.post<Claim>(`${CLAIMS}/${claim?.id ?? ''}/repayments`, { amount });
    const before = await desk.rows();
    expect(faultsIn((await repay({ amount: '1.00', currency: 'USD' })).body)).toEqual(['/amount currency_mismatch']);
    expect(faultsIn((await repay(CNY('1000.01'))).body)).toEqual(['/amount too_much']);
    expect((await repay(CNY('1.00'))).body.code).toBe('LEDGER.INSUFFICIENT_FUNDS');
    expect(await desk.rows()).toBe(before);
  });
});
