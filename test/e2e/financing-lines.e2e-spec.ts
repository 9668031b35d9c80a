import { addDays } from '../../src/kernel/local-date.js';
import { Instalments } from '../../src/financing/application/instalments.service.js';
import { Waterfalls } from '../../src/financing/application/waterfalls.service.js';
import { AccrueInterest } from '../../src/financing/jobs/accrue-interest.schedule.js';
import { TakeInstalments } from '../../src/financing/jobs/take-instalments.schedule.js';
import { parseId, publicId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { Ledger } from '../../src/ledger/index.js';
import { type Tx } from '../../src/platform/database/session.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { GROUPS, GuaranteeDesk } from '../support/guarantee-desk.js';
import { CNY } from '../support/lending-desk.js';
import { type LoanBody, LoanDesk } from '../support/loan-desk.js';
import { eventually, TestPlatform } from '../support/test-platform.js';

interface ScheduleBody {
  readonly lines: readonly {
    readonly dueOn: string;
    readonly principal: { readonly amount: string };
    readonly interest: { readonly amount: string };
    readonly fee: { readonly amount: string };
    readonly total: { readonly amount: string };
  }[];
  readonly principal: { readonly amount: string };
  readonly interest: { readonly amount: string };
  readonly cost: { readonly amount: string };
  readonly allInRate: string;
}

const SLOW_MS = 120_000;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());

/** Loans whose instalments somebody is still to take. */
const untaken = async (): Promise<readonly string[]> => {
  const waiting = await platform.rows<{ id: string }>(
    `SELECT payload ->> 'advanceId' AS id FROM platform.delivery WHERE queue = 'financing.take-instalment'`,
  );
  return waiting.map(({ id }) => publicId('advance', id));
};
const allTaken = () => eventually(untaken, (waiting) => waiting.length === 0);
const midnight = async (): Promise<void> => {
  await platform.inWorker(AccrueInterest).run();
  await platform.inWorker(TakeInstalments).run();
  // The worker's own round may be at it.
  await eventually(
    () => platform.rows(`SELECT FROM financing.instalment_tenants(1)`),
    (due) => due.length === 0,
  );
};
const night = async (): Promise<void> => {
  await midnight();
  await allTaken();
};

/** 120,000.00 in twelve parts of 10,000.00. */
describe('A credit line on export data', () => {
  let desk: LoanDesk;
  let loan: LoanBody;
  let schedule: ScheduleBody;

  const ask = (query = '') =>
    desk.request({ product: 'data_credit_line', sellerId: desk.sellerId, amount: CNY('120000.00') }, query);
  const due = (index: number): string => schedule.lines[index]?.dueOn ?? '';
  const funds = (): Promise<string> => desk.lending.desk.posted('client_funds', desk.sellerId);
  const principals = async (): Promise<string[]> =>
    (
      await platform.rows<{ principal: string }>(
        `SELECT r.principal_minor::text AS principal FROM financing.repayment r WHERE r.tenant_id = $1 ORDER BY r.id`,
        [desk.lending.desk.tenant.tenantId],
      )
    ).map(({ principal }) => principal);
  const work = <Result>(job: (tx: Tx) => Promise<Result>): Promise<Result> => {
    const caller = { tenantId: desk.lending.desk.tenant.tenantId, actor: 'test', traceparent: null };
    return platform.api.get(UnitOfWork).run(caller, job);
  };

  beforeAll(async () => {
    desk = await LoanDesk.open(platform);
  });

  it('says why it cannot be had, and its schedule before it is asked for', async () => {
    const refused = await ask();
    expect([refused.status, refused.body.code]).toEqual([409, 'FINANCING.NOT_ELIGIBLE']);
    await desk.traded('2000000.00');
    const dry = await ask('?dryRun=true');
    const { schedule: shown } = dry.body as LoanBody & { schedule: ScheduleBody };
    expect([shown.lines.length, shown.principal.amount, shown.lines[11]?.principal.amount]).toEqual([
      ...[12, '120000.00', '10000.00'],
    ]);
    const eligible = await desk.client.get<{ isEligible: boolean; amount: object; orderId: string }>(
      `/v1/financing/eligibility?product=data_credit_line&sellerId=${desk.sellerId}`,
    );
    // A fifth of 2,000,000.00.
    expect(eligible.body).toMatchObject({ isEligible: true, amount: CNY('400000.00'), orderId: '' });
  });

  it(
    'is drawn on no order, and paid out to the seller',
    async () => {
      const asked = await ask();
      expect(asked.status).toBe(202);
      const { id } = asked.body;
      loan = await desk.until(id, 'drawn');
      expect(loan).toMatchObject({ orderId: '', subject: { type: 'seller', id: desk.sellerId } });
      await desk.paidOut(id);
      expect(await funds()).toBe('0.00');
      schedule = (await desk.client.get<ScheduleBody>(`/v1/financing/advances/${id}/schedule`)).body;
      expect([loan.nextDueOn, loan.maturityOn]).toEqual([due(0), due(11)]);
      const list = await desk.client.get<{ data: LoanBody[] }>(`/v1/financing/advances?sellerId=${desk.sellerId}`);
      expect(list.body.data.map((each) => each.id)).toEqual([id]);
    },
    SLOW_MS,
  );

  it(
    'is taken on its day from what is there, once, whatever breaks off',
    async () => {
      await desk.lending.fund('11000.00');
      await desk.clock(due(0));
      const instalments = new Instalments(platform.api.get(Ledger), platform.api.get(Waterfalls));
      const killed = work(async (tx) => {
        await instalments.order(tx);
        await instalments.take(tx, parseId('advance', loan.id));
        throw new Error('killed');
      });
      await expect(killed).rejects.toThrow('killed');
      expect(await principals()).toEqual([]);
      await Promise.all(
        Array.from({ length: 5 }, () => work((tx) => instalments.take(tx, parseId('advance', loan.id)))),
      );
      await night();
      expect(await principals()).toEqual(['1000000']);
      const [line] = schedule.lines;
      const left = Money.parse('11000.00', 'CNY').minus(Money.parse(line?.total.amount ?? '', 'CNY'));
      expect(await funds()).toBe(left.toAmountString());
      const paid = await desk.advance(loan.id);
      expect(paid).toMatchObject({ outstanding: CNY('110000.00'), nextDueOn: due(1), daysOverdue: 0 });
    },
    SLOW_MS,
  );

  it(
    'is overdue from the day on which it could not be taken, in part, and counts from the oldest part',
    async () => {
      await desk.clock(addDays(due(1), 3));
      await night();
      const late = await desk.advance(loan.id);
      expect(late).toMatchObject({ state: 'drawn', nextDueOn: due(1), daysOverdue: 3, overdueBucket: 'days_1_30' });
      expect(await funds()).toBe('0.00');
      const [told] = await platform.rows<{ data: { daysOverdue: number } }>(
        `SELECT data FROM platform.event WHERE tenant_id = $1 AND type = 'financing.advance.overdue' ORDER BY id DESC LIMIT 1`,
        [desk.lending.desk.tenant.tenantId],
      );
      expect(told?.data.daysOverdue).toBe(3);
    },
    SLOW_MS,
  );

  it(
    'is paid of what comes in for the seller, after the order’s own, and before the seller',
    async () => {
      const orderId = await desk.place();
      await desk.collected(orderId, '71000.00');
      const splits = await eventually(
        () => desk.splits(orderId),
        ([split]) => split !== undefined,
        60_000,
      );
      const parts = splits[0]?.lines.map(({ payee, part }) => `${payee} ${part}`);
      expect(parts).toEqual(['lender interest', 'lender principal', 'seller released']);
      expect(splits[0]?.lines.every(({ advanceId, payee }) => payee === 'seller' || advanceId === loan.id)).toBe(true);
      const paid = await desk.advance(loan.id);
      expect(paid).toMatchObject({ outstanding: CNY('100000.00'), nextDueOn: due(2), daysOverdue: 0 });
    },
    SLOW_MS,
  );

  it(
    'is drawn as it is needed: of many who ask at once for more than it reaches, the last gets the rest and others nothing',
    async () => {
      await eventually(funds, (posted) => posted === '0.00', 60_000);
      await desk.lending.fund('110000.00');
      const repaid = await desk.post<LoanBody>(`/v1/financing/advances/${loan.id}/repayments`, {});
      expect([repaid.status, repaid.body.state]).toEqual([200, 'repaid']);
      expect(await desk.owedInTheBooks()).toEqual(['0.00', '0.00', '0.00']);
      const answers = await Promise.all(Array.from({ length: 6 }, () => ask()));
      // A fifth of 2,000,000.00 and of the 71,000.00 that came in since.
      const drawn = answers.filter(({ status }) => status === 202).map(({ body }) => body);
      expect(drawn.map(({ principal }) => principal.amount).sort()).toEqual([
        ...['120000.00', '120000.00', '120000.00', '54200.00'],
      ]);
      const refused = answers.filter(({ status }) => status !== 202);
      expect(refused.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
        ...['409 FINANCING.NOT_ELIGIBLE', '409 FINANCING.NOT_ELIGIBLE'],
      ]);
      for (const { id } of drawn) await desk.until(id, 'drawn');
    },
    SLOW_MS,
  );

  it(
    'is taken on its day whatever is wrong with another one, which is tried again until it is put right',
    async () => {
      const page = await desk.client.get<{ data: LoanBody[] }>(
        '/v1/financing/advances?state=drawn&product=data_credit_line',
      );
      const [wrong, ...others] = page.body.data.reverse();
      const id = wrong?.id ?? '';
      expect(others).toHaveLength(3);
      for (const { id: drawn } of page.body.data) await desk.paidOut(drawn);
      const instalmentsOf = `UPDATE financing.advance SET instalments = $2::jsonb WHERE id = $1 RETURNING instalments`;
      const [right] = await platform.rows<{ instalments: object }>(
        `SELECT instalments FROM financing.advance WHERE id = $1`,
        [parseId('advance', id)],
      );
      await platform.rows(instalmentsOf, [parseId('advance', id), '{"parts": "none"}']);
      await desk.lending.fund('120000.00');
      await midnight();
      await eventually(untaken, (waiting) => waiting.join() === id);
      await platform.rows(instalmentsOf, [parseId('advance', id), JSON.stringify(right?.instalments)]);
      await allTaken();
      for (const loan of page.body.data) {
        const { nextDueOn, daysOverdue } = await desk.advance(loan.id);
        expect([nextDueOn === loan.nextDueOn, daysOverdue]).toEqual([false, 0]);
      }
    },
    SLOW_MS,
  );
});

describe('A line of a member of a guarantee group', () => {
  it(
    'is drawn with the consent of the others, taken by the month, and repaid',
    async () => {
      const desk = await GuaranteeDesk.open(platform);
      const parties = [await desk.seller(), await desk.seller(), await desk.seller()];
      const [sellerId = ''] = parties;
      const { id: groupId } = await desk.active(parties);
      const { draw } = await desk.done(`${GROUPS}/${groupId}/draws`, { partyId: sellerId, amount: CNY('60000.00') });
      for (const partyId of parties.slice(1)) {
        await desk.done(`${GROUPS}/${groupId}/draw-answers`, { noticeId: draw?.id, partyId, consents: true });
      }
      const ask = { product: 'mutual_guarantee_line', sellerId };
      const { status, body } = await desk.post<LoanBody>('/v1/financing/advances', ask);
      expect([status, body.principal]).toEqual([202, CNY('60000.00')]);
      const advance = () => desk.get<LoanBody>(`/v1/financing/advances/${body.id}`);
      const drawn = await eventually(advance, ({ state }) => state === 'drawn', 60_000);
      expect(await desk.get(`${GROUPS}/${groupId}`)).toMatchObject({ draw: { state: 'used', orderId: null } });
      await eventually(
        () => desk.posted('client_funds', sellerId),
        (posted) => posted === '0.00',
        60_000,
      );
      await desk.fund(sellerId, '80000.00');
      const now = `${drawn.nextDueOn ?? ''}T01:00:00.000Z`;
      expect((await desk.tenant.client.post('/v1/sandbox/clock', { now })).status).toBeLessThan(300);
      await night();
      expect((await advance()).outstanding).toEqual(CNY('55000.00'));
      await desk.done(`/v1/financing/advances/${body.id}/repayments`);
      expect((await advance()).state).toBe('repaid');
    },
    SLOW_MS,
  );
});

describe('A product that the tenant adds', () => {
  it(
    'is lent as any other, by its terms alone: on the record of the seller, in three parts every two months',
    async () => {
      const desk = await LoanDesk.open(platform);
      await desk.traded('500000.00');
      const terms = { base: 'export_data' as const, code: 'season_line', closesBy: ['instalments'], documents: [] };
      const opensWhen = ['collections_at_least', 'no_overdue_debt', 'guarantee_clear', 'payout_account'].map((name) =>
        name === 'collections_at_least' ? { name, value: '100000' } : { name },
      );
      const instalments = { count: 3, everyMonths: 2 };
      await desk.offer({ ...terms, opensWhen, instalments, tenorDays: 190, advanceRate: '0.1', feeRate: '0.001' });
      const asked = await desk.request({ product: 'season_line', sellerId: desk.sellerId });
      expect([asked.status, asked.body.principal]).toEqual([202, CNY('50000.00')]);
      await desk.until(asked.body.id, 'drawn');
      const path = `/v1/financing/advances/${asked.body.id}/schedule`;
      const { lines } = (await desk.client.get<ScheduleBody>(path)).body;
      expect(lines.map(({ principal, fee }) => [principal.amount, fee.amount])).toEqual([
        ...[
          ['16666.66', '50.00'],
          ['16666.66', '0.00'],
          ['16666.68', '0.00'],
        ],
      ]);
      await desk.paidOut(asked.body.id);
      await desk.lending.fund('60000.00');
      await desk.clock(lines[2]?.dueOn ?? '');
      await night();
      expect((await desk.advance(asked.body.id)).state).toBe('repaid');
    },
    SLOW_MS,
  );
});
