import { AccrueInterest } from '../../src/financing/jobs/accrue-interest.schedule.js';
import { addDays } from '../../src/kernel/local-date.js';
import { CNY, LendingDesk } from '../support/lending-desk.js';
import { key } from '../support/refund-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface AdvanceView {
  readonly id: string;
  readonly state: string;
  readonly maturityOn: string;
  readonly daysOverdue: number;
  readonly overdueBucket: string;
  readonly feesDue: { readonly amount: string };
  readonly accruedInterest: { readonly amount: string };
}

interface ExtensionView {
  readonly id: string;
  readonly state: string;
  readonly before: string;
  readonly dueOn: string;
  readonly grantedDueOn: string | null;
  readonly fee: { readonly amount: string };
  readonly interest: { readonly amount: string };
  readonly reason: string | null;
  readonly code: string;
  readonly details: { readonly reasons?: readonly string[] };
  readonly errors: readonly { readonly pointer: string; readonly code: string }[];
}

interface StatementView {
  readonly closing: { readonly amount: string };
  readonly lines: readonly {
    readonly on: string;
    readonly kind: string;
    readonly amount: { readonly amount: string };
  }[];
}

const SLOW_MS = 90_000;

/** 8,000.00 at 4.35 % with a fee of 8.00, by terms that allow two extensions, 90 days and 10 days of grace. */
describe('A later due date', () => {
  let platform: TestPlatform;
  let desk: LendingDesk;

  const clock = async (day: string): Promise<void> => {
    const { status, text } = await desk.client.post('/v1/sandbox/clock', { now: `${day}T01:00:00.000Z` });
    if (status >= 300) throw new Error(text);
  };
  const night = (): Promise<boolean> => platform.inWorker(AccrueInterest).run();
  const advance = async (id: string): Promise<AdvanceView> =>
    (await desk.client.get<AdvanceView>(`/v1/financing/advances/${id}`)).body;
  const extend = (id: string, body: object, query = '') =>
    desk.client.post<ExtensionView>(`/v1/financing/advances/${id}/extensions${query}`, body, key());
  const extension = async (id: string): Promise<ExtensionView> =>
    (await desk.client.get<ExtensionView>(`/v1/financing/extensions/${id}`)).body;
  const decided = (id: string) =>
    eventually(
      () => extension(id),
      ({ state }) => state !== 'requested',
      SLOW_MS,
    );
  const told = async (type: string): Promise<number> =>
    (
      await platform.rows(`SELECT 1 FROM platform.event WHERE tenant_id = $1 AND type = $2`, [
        desk.desk.tenant.tenantId,
        type,
      ])
    ).length;
  const drawn = async (): Promise<AdvanceView> => {
    const { id } = (await desk.ask(await desk.ready())).body;
    return eventually(
      () => advance(id),
      ({ state }) => state === 'drawn',
      SLOW_MS,
    );
  };

  beforeAll(async () => {
    platform = await TestPlatform.start();
    desk = await LendingDesk.open(platform, 'Plain');
  }, SLOW_MS);
  afterAll(() => platform.stop());

  it(
    'is priced by a dry run, granted by the lender, and in the terms, the books and the statement from then on',
    async () => {
      const { id, maturityOn } = await drawn();
      const fees = await desk.desk.posted('fees', desk.desk.sellerId);
      const dueOn = addDays(maturityOn, 30);
      const dry = await extend(id, { dueOn }, '?dryRun=true');
      expect([dry.status, dry.body.state, dry.body.fee.amount]).toEqual([200, 'requested', '8.00']);
      expect(Number(dry.body.interest.amount)).toBeGreaterThanOrEqual(29);
      expect(
        (await desk.client.get<{ data: unknown[] }>(`/v1/financing/extensions?advanceId=${id}`)).body.data,
      ).toEqual([]);

      const asked = await extend(id, { dueOn });
      expect([asked.status, asked.body.before]).toEqual([202, maturityOn]);
      const granted = await decided(asked.body.id);
      expect(granted).toMatchObject({ state: 'granted', grantedDueOn: asked.body.dueOn });
      const after = await advance(id);
      expect([after.maturityOn, after.feesDue.amount, after.state]).toEqual([asked.body.dueOn, '16.00', 'drawn']);
      expect(await told('financing.advance.extended')).toBe(1);
      expect(Number(await desk.desk.posted('fees', desk.desk.sellerId)) - Number(fees)).toBe(8);
      const { body: statement } = await desk.client.get<StatementView>(`/v1/financing/advances/${id}/statement`);
      expect(statement.lines.map(({ kind, amount }) => `${kind} ${amount.amount}`)).toEqual([
        ...['draw 8000.00', 'fee 8.00', 'extension 8.00'],
      ]);
    },
    SLOW_MS,
  );

  it('is refused with every reason, and with pointers, and nothing is kept', async () => {
    const { id, maturityOn } = await drawn();
    const faults = async (dueOn: string) =>
      (await extend(id, { dueOn })).body.errors.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await faults(maturityOn)).toEqual(['/dueOn too_early']);
    expect(await faults('2028-12-31')).toEqual(['/dueOn too_late']);
    await platform.rows(
      `UPDATE financing.advance SET terms = terms - 'extension' WHERE tenant_id = $1 AND id = (
      SELECT id FROM financing.advance WHERE tenant_id = $1 ORDER BY id DESC LIMIT 1)`,
      [desk.desk.tenant.tenantId],
    );
    const { status, body } = await extend(id, { dueOn: '2027-08-02' });
    expect([status, body.code, body.details.reasons]).toEqual([
      ...[409, 'FINANCING.NOT_EXTENDABLE', ['The terms of the loan allow no extension']],
    ]);
  });

  it(
    'is granted for fewer days, refused, or granted once though it is told twice, as the lender has it',
    async () => {
      const { id, maturityOn } = await drawn();
      const refused = await extend(id, { dueOn: '2027-08-02', purpose: 'SBX-REJECT' });
      expect(await decided(refused.body.id)).toMatchObject({
        ...{ state: 'refused', reason: 'The due date is not moved by credit policy' },
      });
      expect((await advance(id)).maturityOn).toBe(maturityOn);
      const shorter = await extend(id, { dueOn: '2027-08-02', purpose: 'SBX-SHORTER' });
      const granted = await decided(shorter.body.id);
      expect([granted.state, (granted.grantedDueOn ?? '') < granted.dueOn]).toEqual(['granted', true]);
      const twice = await extend(id, { dueOn: '2027-08-02', purpose: 'SBX-TWICE' });
      await decided(twice.body.id);
      const { body } = await extend(id, { dueOn: '2027-08-16' });
      expect(body.details.reasons).toEqual(['It can be extended 2 times at most']);
      // 8.00 of the draw and twice 8.00.
      expect((await advance(id)).feesDue.amount).toBe('24.00');
    },
    SLOW_MS,
  );

  it(
    'is asked for once by however many at the same moment, and again where the lender is silent',
    async () => {
      const { id } = await drawn();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => extend(id, { dueOn: '2027-08-02', purpose: 'SBX-LOST' })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array<number>(9).fill(409)]);
      const asked = answers.find(({ status }) => status === 202)?.body.id ?? '';
      expect((await decided(asked)).state).toBe('granted');
      expect((await advance(id)).feesDue.amount).toBe('16.00');
    },
    SLOW_MS,
  );

  it(
    'of days of grace ends the penalty of the days before it, and counts from the first due date where it is late again',
    async () => {
      const { id, maturityOn } = await drawn();
      const day = (days: number): string => addDays(maturityOn, days);
      await clock(day(5));
      await night();
      expect(await advance(id)).toMatchObject({ daysOverdue: 5, overdueBucket: 'days_1_30' });
      const { body } = await extend(id, { dueOn: day(40) });
      const { grantedDueOn } = await decided(body.id);
      expect(await advance(id)).toMatchObject({ daysOverdue: 0, overdueBucket: 'current', maturityOn: grantedDueOn });
      await clock(day(50));
      await night();
      const late = await advance(id);
      expect([late.daysOverdue, late.overdueBucket]).toEqual([50, 'days_31_60']);
      const { body: statement } = await desk.client.get<StatementView>(`/v1/financing/advances/${id}/statement`);
      const owed = 8000 + Number(late.feesDue.amount) + Number(late.accruedInterest.amount);
      expect(Number(statement.closing.amount)).toBeCloseTo(owed, 2);
      expect((await extend(id, { dueOn: day(60) })).body.code).toBe(undefined);
      await clock(day(80));
      expect((await extend(id, { dueOn: day(89) })).body.details.reasons).toHaveLength(2);
    },
    SLOW_MS,
  );

  it('lapses where the loan is repaid before the lender answers', async () => {
    const { id, maturityOn } = await drawn();
    const { body } = await extend(id, { dueOn: addDays(maturityOn, 30), purpose: 'SBX-NEVER' });
    await desk.fund('9000.00');
    const paid = await desk.client.post<AdvanceView>(`/v1/financing/advances/${id}/repayments`, {}, key());
    expect(paid.body.state).toBe('repaid');
    await desk.says(id, { type: 'loan.extended', extensionReference: body.id, maturityDate: body.dueOn });
    expect((await decided(body.id)).state).toBe('lapsed');
    expect(await advance(id)).toMatchObject({ state: 'repaid', maturityOn, feesDue: CNY('0.00') });
  });
});
