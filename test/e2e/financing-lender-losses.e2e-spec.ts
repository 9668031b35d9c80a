import { addDays } from '../../src/kernel/local-date.js';
import { LenderDesk, type Money } from '../support/lender-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface Owed {
  readonly outstanding: Money;
  readonly interestDue: Money;
  readonly penaltyDue: Money;
  readonly feesDue: Money;
  readonly daysOverdue: number;
}

const SLOW_MS = 90_000;
const inAll = ({ outstanding, interestDue, penaltyDue, feesDue }: Owed): number =>
  [outstanding, interestDue, penaltyDue, feesDue].reduce(
    (sum, { amount }) => sum + Math.round(Number(amount) * 100),
    0,
  );

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
}, SLOW_MS);
afterAll(() => platform.stop());

describe('A loan that its lender has written off', () => {
  it(
    'is no exposure any more, and a claim as the statement has it: principal, interest, penalty and fees',
    async () => {
      const desk = await LenderDesk.open(platform);
      await desk.consent();
      const reference = await desk.drawn();
      const { maturityOn } = (
        await desk.borrower.client.get<{ maturityOn: string }>(`/v1/financing/advances/${reference}`)
      ).body;
      for (const { client } of [desk.borrower, desk.lender]) {
        await client.post('/v1/sandbox/clock', { now: `${addDays(maturityOn, 181)}T01:00:00.000Z` });
      }
      await desk.borrower.says(reference, { type: 'loan.written_off', reason: 'Nothing has come in' });
      const { id } = await desk.sees(reference, ({ state }) => state === 'written_off');
      const loan = (await desk.loan(id)) as Awaited<ReturnType<typeof desk.loan>> & Owed;
      expect(loan.daysOverdue).toBe(181);
      expect(Number(loan.interestDue.amount)).toBeGreaterThan(0);
      expect(Number(loan.penaltyDue.amount)).toBeGreaterThan(0);
      expect(inAll(loan)).toBe(Math.round(Number(loan.statement.at(-1)?.balance.amount) * 100));

      const told = await eventually(
        async () => (await desk.events('financing.lender_loan.changed')).map(({ data }) => data['state']),
        (states) => states.includes('written_off'),
      );
      expect(told.filter((state) => state === 'written_off')).toHaveLength(1);
      const { currencies } = (await desk.lender.client.get<{ currencies: { drawn: Money }[] }>('/v1/lender/portfolio'))
        .body;
      expect(currencies.filter(({ drawn }) => drawn.amount !== '0.00')).toEqual([]);
    },
    SLOW_MS,
  );
});
