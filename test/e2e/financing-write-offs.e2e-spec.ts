import { addDays } from '../../src/kernel/local-date.js';
import { type AccountCode } from '../../src/ledger/index.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AdvanceView {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  readonly maturityOn: string;
  readonly outstanding: { readonly amount: string };
  readonly feesDue: { readonly amount: string };
  readonly accruedInterest: { readonly amount: string };
}

interface WriteOffView {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly principal: { readonly amount: string };
  readonly forgiven: { readonly amount: string };
  readonly code: string;
}

interface StatementView {
  readonly closing: { readonly amount: string };
  readonly lines: readonly { readonly kind: string }[];
}

const SLOW_MS = 40_000;
const WRITTEN_OFF = { type: 'loan.written_off', reason: 'Nothing has come in' };

/** 8,000.00 at 4.35 %, by terms that let it be written off when it is overdue for more than 180 days. */
describe('A loan that is written off', () => {
  let platform: TestPlatform;

  interface Overdue {
    readonly desk: LendingDesk;
    readonly id: string;
    readonly advance: () => Promise<AdvanceView>;
    readonly posted: (code: AccountCode) => Promise<number>;
    readonly writeOffs: () => Promise<readonly WriteOffView[]>;
    readonly propose: (reason: string, query?: string) => ReturnType<typeof proposed>;
    readonly repay: (body: object) => Promise<{ status: number; body: AdvanceView }>;
  }
  const proposed = (desk: LendingDesk, id: string, reason: string, query: string) =>
    desk.client.post<WriteOffView>(`/v1/financing/advances/${id}/write-offs${query}`, { reason }, key());

  /** Of a seller of its own, so many days past its due date. */
  async function overdue(days: number): Promise<Overdue> {
    const desk = await LendingDesk.open(platform, 'Plain');
    const { id } = (await desk.ask(await desk.ready())).body;
    const advance = async (): Promise<AdvanceView> =>
      (await desk.client.get<AdvanceView>(`/v1/financing/advances/${id}`)).body;
    const { maturityOn } = await eventually(advance, ({ state }) => state === 'drawn', SLOW_MS);
    const sellerId = desk.desk.sellerId;
    await eventually(
      () => desk.desk.posted('client_funds', sellerId),
      (held) => held === '0.00',
      SLOW_MS,
    );
    await desk.client.post('/v1/sandbox/clock', { now: `${addDays(maturityOn, days)}T01:00:00.000Z` });
    return {
      ...{ desk, id, advance },
      posted: async (code) => Number(await desk.desk.posted(code, code === 'clearing_lender' ? null : sellerId)),
      writeOffs: async () =>
        (await desk.client.get<{ data: WriteOffView[] }>(`/v1/financing/write-offs?advanceId=${id}`)).body.data,
      propose: (reason, query = '') => proposed(desk, id, reason, query),
      repay: (body) => desk.client.post<AdvanceView>(`/v1/financing/advances/${id}/repayments`, body, key()),
    };
  }

  const inState = ({ advance }: Overdue, state: string) =>
    eventually(advance, (found) => found.state === state, SLOW_MS);

  beforeAll(async () => {
    platform = await TestPlatform.start();
  }, SLOW_MS);
  afterAll(() => platform.stop());

  it(
    'by its lender of itself leaves the live loans and stays a claim; nothing runs on it, no limit is restored, nothing more is lent',
    async () => {
      const loan = await overdue(181);
      const { desk, id, advance, posted } = loan;
      const before = await advance();
      const used = (await desk.explain()).levels.find(({ level }) => level === 'client')?.used;
      await Promise.all(Array.from({ length: 5 }, () => desk.says(id, WRITTEN_OFF)));
      const after = await inState(loan, 'written_off');
      expect([after.outstanding, after.accruedInterest]).toEqual([before.outstanding, before.accruedInterest]);
      const owed = 8000 + Number(before.feesDue.amount) + Number(before.accruedInterest.amount);
      expect(await posted('written_off_claims')).toBeCloseTo(owed, 2);
      for (const code of ['loan_principal', 'interest', 'fees'] as const) expect(await posted(code)).toBe(0);
      expect((await desk.explain()).levels.find(({ level }) => level === 'client')?.used).toEqual(used);
      await desk.client.post('/v1/sandbox/clock', { now: `${addDays(before.maturityOn, 300)}T01:00:00.000Z` });
      expect((await advance()).accruedInterest).toEqual(before.accruedInterest);
      const { body } = await desk.ask(await desk.ready());
      expect(body.details.reasons).toEqual([
        'A loan of the seller is written off and not recovered: nothing more is lent',
      ]);
    },
    SLOW_MS,
  );

  it(
    'is recovered once by what comes in, fees first, by however many at the same moment, and draws are free again',
    async () => {
      const loan = await overdue(181);
      const { desk, id, advance, posted, repay } = loan;
      await desk.says(id, WRITTEN_OFF);
      const { outstanding, feesDue, accruedInterest } = await inState(loan, 'written_off');
      await desk.fund('9000.00');
      const part = await repay({ amount: CNY('100.00') });
      expect([part.status, part.body.state, part.body.outstanding, part.body.feesDue.amount]).toEqual([
        ...[200, 'written_off', outstanding, '0.00'],
      ]);
      const answers = await Promise.all(Array.from({ length: 20 }, () => repay({})));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
      expect((await advance()).state).toBe('recovered');
      const owed = 8000 + Number(feesDue.amount) + Number(accruedInterest.amount);
      expect(await posted('client_funds')).toBeCloseTo(9000 - owed, 2);
      expect([await posted('written_off_claims'), await posted('clearing_lender')]).toEqual([0, 0]);
      expect(await loan.writeOffs()).toMatchObject([{ state: 'closed', forgiven: CNY('0.00') }]);
      expect((await desk.ask(await desk.ready())).status).toBe(202);
      const { body } = await desk.client.get<StatementView>(`/v1/financing/advances/${id}/statement`);
      expect(body.closing.amount).toBe('0.00');
      expect(body.lines.filter(({ kind }) => kind === 'write_off')).toHaveLength(1);
    },
    SLOW_MS,
  );

  it(
    'is over with what was settled: the rest is given up, and the lender is owed nothing',
    async () => {
      const loan = await overdue(200);
      await loan.desk.says(loan.id, WRITTEN_OFF);
      await inState(loan, 'written_off');
      await loan.desk.fund('3000.00');
      await loan.repay({ amount: CNY('3000.00') });
      const { outstanding } = await loan.advance();
      for (let told = 0; told < 2; told += 1) await loan.desk.says(loan.id, { type: 'loan.settled' });
      await inState(loan, 'recovered');
      expect(await loan.writeOffs()).toMatchObject([{ state: 'closed', forgiven: outstanding }]);
      expect([await loan.posted('written_off_claims'), await loan.posted('clearing_lender')]).toEqual([0, 0]);
      const { body } = await loan.desk.client.get<StatementView>(`/v1/financing/advances/${loan.id}/statement`);
      expect(body.closing.amount).toBe('0.00');
    },
    SLOW_MS,
  );

  it(
    'is proposed by the platform once at a time, when it is overdue for long enough, and decided by the lender',
    async () => {
      const early = await overdue(180);
      expect((await early.propose('Too early')).body.code).toBe('FINANCING.NOT_WRITE_OFFABLE');
      await early.desk.says(early.id, WRITTEN_OFF);
      const loan = await overdue(181);
      expect((await loan.propose('Dry', '?dryRun=true')).status).toBe(200);
      const answers = await Promise.all(Array.from({ length: 5 }, () => loan.propose('Nothing came SBX-REJECT')));
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
      await eventually(loan.writeOffs, ([found]) => found?.state === 'declined', SLOW_MS);
      expect((await loan.advance()).state).toBe('drawn');
      expect((await loan.propose('Nothing came, SBX-LOST')).status).toBe(202);
      await inState(loan, 'written_off');
      expect((await loan.writeOffs()).map(({ state }) => state)).toEqual(['written_off', 'declined']);
      expect((await early.advance()).state).toBe('drawn');
    },
    SLOW_MS,
  );
});
