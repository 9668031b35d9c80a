import { addDays } from '../../src/kernel/local-date.js';
import { awaited, colleague, policy, say } from '../support/approval-desk.js';
import { CNY, GROUPS, GuaranteeDesk } from '../support/guarantee-desk.js';
import { LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface WriteOffView {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
}

interface Call {
  readonly state: string;
  readonly due: { readonly amount: string };
  readonly shortfall: { readonly amount: string };
  readonly payments: readonly { readonly source: string; readonly amount: { readonly amount: string } }[];
  readonly claims: readonly { readonly creditorId: string; readonly amount: { readonly amount: string } }[];
}

const SLOW_MS = 60_000;
const TERMS = `
  UPDATE financing.advance a SET terms = p.terms || jsonb_build_object('version', 1, 'origin', 'standard')
  FROM financing.standard_product p WHERE a.tenant_id = $1 AND p.code = a.product AND p.version = 1`;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
}, SLOW_MS);
afterAll(() => platform.stop());

describe('A written-off loan of a member of a guarantee group', () => {
  it(
    'is paid through by those who answer for it, who have recourse for what they paid',
    async () => {
      const lending = await LendingDesk.open(platform);
      const { tenant } = lending.desk;
      const desk = new GuaranteeDesk(platform, tenant);
      const [debtor, second, third] = [await desk.seller(), await desk.seller(), await desk.seller()];
      const { id: groupId } = await desk.active([debtor, second, third]);
      // As if its refund had never come: 8,000.00 and one hundred of fees, for more than 180 days.
      const advanceId = await desk.owes(debtor, '8000.00', addDays(new Date().toISOString().slice(0, 10), -200));
      await platform.rows(TERMS, [tenant.tenantId]);
      const advance = () => desk.get<{ state: string; outstanding: object }>(`/v1/financing/advances/${advanceId}`);
      await lending.says(advanceId, { type: 'loan.written_off', reason: 'Nothing has come in' });
      await eventually(advance, ({ state }) => state === 'written_off', SLOW_MS);
      const owed = await desk.posted('written_off_claims', debtor);

      await desk.fund(second, '3000.00');
      await desk.fund(third, '9000.00');
      const call = await desk.done<Call>(`${GROUPS}/${groupId}/calls`, { advanceId });
      expect(call).toMatchObject({ state: 'covered', due: CNY('8100.00'), shortfall: CNY('0.00') });
      expect([owed, await desk.posted('written_off_claims', debtor)]).toEqual(['8100.00', '0.00']);
      expect(call.payments.map(({ source, amount }) => `${source} ${amount.amount}`)).toEqual([
        ...['member 3000.00', 'member 5100.00'],
      ]);
      expect(await advance()).toMatchObject({ state: 'recovered', outstanding: CNY('0.00') });
      const claims = call.claims.map(({ creditorId, amount }) => [creditorId, amount.amount]);
      expect(claims).toEqual([
        [second, '3000.00'],
        [third, '5100.00'],
      ]);
      const { data } = await desk.get<{ data: WriteOffView[] }>(`/v1/financing/write-offs?advanceId=${advanceId}`);
      expect(data).toMatchObject([{ state: 'closed' }]);
    },
    SLOW_MS,
  );
});

describe('A proposal to write a loan off, where the tenant asks for a second person', () => {
  it(
    'reaches the lender once that one has approved it, and not where it was refused',
    async () => {
      const lending = await LendingDesk.open(platform, 'Plain');
      const { tenant } = lending.desk;
      const owner = await colleague(platform, tenant, 'owner');
      const checker = await colleague(platform, tenant, 'approver');
      await policy(owner, 'financing.advance.write_off', '100.00');
      const orderId = await lending.ready();
      const { id } = (await lending.ask(orderId)).body;
      await eventually(
        () => lending.advance(id),
        ({ state }) => state === 'drawn',
        SLOW_MS,
      );
      // As if it had been due half a year ago.
      const late = `UPDATE financing.advance SET maturity_on = current_date - 200 WHERE tenant_id = $1`;
      await platform.rows(late, [tenant.tenantId]);
      const propose = () =>
        owner.client.post<WriteOffView>(
          `/v1/financing/advances/${id}/write-offs`,
          { reason: 'Nothing has come in' },
          key(),
        );
      const writeOff = async (index = 0) =>
        (await lending.client.get<{ data: WriteOffView[] }>(`/v1/financing/write-offs?advanceId=${id}`)).body.data[
          index
        ];

      const first = await propose();
      expect([first.status, first.body.state]).toEqual([202, 'awaiting_approval']);
      expect((await propose()).status).toBe(409);
      const refused = await awaited(checker, orderId);
      expect((await say(owner.client, refused, 'approval')).status).toBe(403);
      await say(checker.client, refused, 'refusal');
      const declined = await eventually(writeOff, (found) => found?.state === 'declined', SLOW_MS);
      expect(declined?.reason).toContain('The account is new to us');
      expect((await lending.advance(id)).state).toBe('drawn');

      expect((await propose()).body.state).toBe('awaiting_approval');
      await say(checker.client, await awaited(checker, orderId, refused.id), 'approval');
      await eventually(
        () => lending.advance(id),
        ({ state }) => state === 'written_off',
        SLOW_MS,
      );
      expect([(await writeOff())?.state, (await writeOff(1))?.state]).toEqual(['written_off', 'declined']);
    },
    SLOW_MS,
  );
});
