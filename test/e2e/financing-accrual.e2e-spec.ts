import { Accruals } from '../../src/financing/application/accrual/accruals.service.js';
import { AccrueInterest } from '../../src/financing/jobs/accrue-interest.schedule.js';
import { Money } from '../../src/kernel/money.js';
import { type Tx } from '../../src/platform/database/session.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AdvanceView {
  readonly id: string;
  readonly state: string;
  readonly maturityOn: string;
  readonly daysOverdue: number;
  readonly overdueBucket: string;
  readonly accruedInterest: { readonly amount: string };
}

interface StatementView {
  readonly opening: { readonly amount: string };
  readonly closing: { readonly amount: string };
  readonly lines: readonly {
    readonly on: string;
    readonly kind: string;
    readonly amount: { readonly amount: string };
  }[];
  readonly errors: readonly { readonly pointer: string }[];
}

interface WaterfallView {
  readonly source: string;
  readonly state: string;
  readonly lines: readonly {
    readonly payee: string;
    readonly lender: string | null;
    readonly advanceId: string | null;
    readonly part: string;
    readonly amount: { readonly amount: string };
  }[];
}

const SLOW_MS = 60_000;

describe('The interest of an advance of 8,000.00 at 4.35 %, drawn on 2027-01-04', () => {
  let platform: TestPlatform;
  let desk: LendingDesk;
  let orderId: string;
  let id: string;

  const clock = async (day: string): Promise<void> => {
    const { status, text } = await desk.client.post('/v1/sandbox/clock', { now: `${day}T01:00:00.000Z` });
    if (status >= 300) throw new Error(text);
  };
  const night = (): Promise<boolean> => platform.inWorker(AccrueInterest).run();
  const inBooks = (): Promise<string> => desk.desk.posted('interest', desk.desk.sellerId);
  const advance = async (): Promise<AdvanceView> =>
    (await desk.client.get<AdvanceView>(`/v1/financing/advances/${id}`)).body;
  const statement = async (query = ''): Promise<StatementView> =>
    (await desk.client.get<StatementView>(`/v1/financing/advances/${id}/statement${query}`)).body;
  const work = <Result>(job: (tx: Tx) => Promise<Result>): Promise<Result> => {
    const caller = { tenantId: desk.desk.tenant.tenantId, actor: 'test', traceparent: null };
    return platform.api.get(UnitOfWork).run(caller, job);
  };
  const entries = async (kind: string): Promise<number> =>
    (
      await platform.rows(`SELECT 1 FROM ledger.transfer WHERE tenant_id = $1 AND kind = $2`, [
        desk.desk.tenant.tenantId,
        kind,
      ])
    ).length;
  const buckets = async (): Promise<string[]> =>
    (
      await platform.rows<{ bucket: string }>(
        `SELECT data ->> 'bucket' AS bucket FROM platform.event
         WHERE tenant_id = $1 AND type = 'financing.advance.overdue' AND data ->> 'state' = 'drawn' ORDER BY id`,
        [desk.desk.tenant.tenantId],
      )
    ).map(({ bucket }) => bucket);

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await LendingDesk.open(platform);
    orderId = await desk.ready();
    await clock('2027-01-04');
    id = (await desk.ask(orderId)).body.id;
    const paid = { loanId: 'L-1', bankReference: 'B-1', valueDate: '2027-01-04' };
    await desk.says(id, { type: 'loan.disbursed', amount: CNY('8000.00'), ...paid });
    await eventually(advance, ({ state }) => state === 'drawn');
  }, SLOW_MS);
  afterAll(() => platform.stop());

  it('is in no book on the day of the draw, and 0.97 after the first night, however often and by however many it is run', async () => {
    await night();
    expect([await inBooks(), await entries('financing.accrual')]).toEqual(['0.00', 0]);
    await clock('2027-01-05');
    await Promise.all(Array.from({ length: 6 }, night));
    await night();
    expect([await inBooks(), await entries('financing.accrual')]).toEqual(['0.97', 1]);
  });

  it('sums to the fen over nights: 1.93, 2.90, and after nights that were missed 34.80', async () => {
    await clock('2027-01-06');
    await night();
    expect(await inBooks()).toBe('1.93');
    await clock('2027-01-07');
    await night();
    expect(await inBooks()).toBe('2.90');
    // 36 days × 0.966…
    await clock('2027-02-09');
    await night();
    expect([await inBooks(), await entries('financing.accrual')]).toEqual(['34.80', 4]);
    expect((await advance()).accruedInterest.amount).toBe('34.80');
  });

  it('is not booked by a night that breaks off, and booked once by the next', async () => {
    await clock('2027-02-10');
    const broken = work(async (tx) => {
      await platform.inWorker(Accruals).accrueSlice(tx);
      throw new Error('The process died');
    });
    await expect(broken).rejects.toThrow('The process died');
    expect(await inBooks()).toBe('34.80');
    await night();
    expect(await inBooks()).toBe('35.77');
  });

  it('is told by month in a statement, which ends with what the books hold', async () => {
    const { lines, closing, opening } = await statement();
    expect(lines.map(({ on, kind, amount }) => `${on} ${kind} ${amount.amount}`)).toEqual([
      '2027-01-04 draw 8000.00',
      '2027-01-04 fee 8.00',
      '2027-01-31 interest 27.07',
      '2027-02-09 interest 8.70',
    ]);
    expect([opening.amount, closing.amount]).toEqual(['0.00', '8043.77']);
    const february = await statement('?from=2027-02-01&to=2027-02-05');
    expect([february.opening.amount, february.closing.amount]).toEqual(['8035.07', '8039.90']);
    const wrong = await statement('?from=2026-12-31&to=2026-12-01');
    expect(wrong.errors.map(({ pointer }) => pointer)).toEqual(['?to']);
  });

  it('goes on after the maturity with a penalty, and each bucket is told once', async () => {
    const { maturityOn } = await advance();
    await clock(maturityOn);
    await night();
    expect([await buckets(), await entries('financing.penalty-accrual')]).toEqual([[], 0]);
    const day = (after: number): string =>
      new Date(Date.parse(maturityOn) + after * 86_400_000).toISOString().slice(0, 10);
    for (const after of [1, 2, 31]) {
      await clock(day(after));
      await night();
    }
    expect(await buckets()).toEqual(['days_1_30', 'days_31_60']);
    expect(await advance()).toMatchObject({ daysOverdue: 31, overdueBucket: 'days_31_60' });
    expect(await entries('financing.penalty-accrual')).toBe(3);
    const { accruedInterest } = await advance();
    expect(await inBooks()).toBe(accruedInterest.amount);
  });

  it(
    'is paid out of the refund before the principal, line by line, and then nothing of it is in the books',
    async () => {
      const owed = await advance();
      await desk.fund('10000.00');
      await desk.desk.hear(orderId, 'tax_refund.claim.paid', { refund: CNY('10000.00'), treasuryReference: 'GK' });
      await eventually(advance, ({ state }) => state === 'repaid', SLOW_MS);
      const { body } = await desk.client.get<{ data: WaterfallView[] }>(`/v1/financing/waterfalls?orderId=${orderId}`);
      const lines = body.data.find(({ source }) => source === 'refund')?.lines ?? [];
      expect(lines.map(({ payee, part }) => `${payee} ${part}`)).toEqual([
        'lender fees',
        'lender penalty',
        'lender interest',
        'lender principal',
        'seller released',
      ]);
      expect(lines[0]).toMatchObject({ advanceId: id, amount: { amount: '8.00' } });
      const paid = Money.sum(
        lines
          .filter(({ part }) => part === 'penalty' || part === 'interest')
          .map(({ amount }) => Money.parse(amount.amount, 'CNY')),
        'CNY',
      );
      expect(paid.toAmountString()).toBe(owed.accruedInterest.amount);
      expect(await inBooks()).toBe('0.00');
      for (const code of ['loan_principal', 'fees'] as const) {
        expect(await desk.desk.posted(code, desk.desk.sellerId)).toBe('0.00');
      }
      expect(await desk.desk.posted('clearing_lender')).toBe('0.00');
      expect((await statement()).closing.amount).toBe('0.00');
      expect((await advance()).overdueBucket).toBe('current');
    },
    SLOW_MS,
  );

  it('runs no more once it is repaid', async () => {
    const before = await entries('financing.accrual');
    await clock('2027-12-01');
    await night();
    expect([await inBooks(), await entries('financing.accrual')]).toEqual(['0.00', before]);
  });
});
