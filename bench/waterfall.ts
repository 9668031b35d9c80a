import { randomBytes } from 'node:crypto';

import pg from 'pg';
import { type DataSource } from 'typeorm';

import { Accruals } from '../src/financing/application/accrual/accruals.service.js';
import { Pledges } from '../src/financing/application/pledges.service.js';
import { Waterfalls } from '../src/financing/application/waterfalls.service.js';
import { Advance } from '../src/financing/entities/advance.entity.js';
import { type Clock } from '../src/kernel/clock.js';
import { newId } from '../src/kernel/ids.js';
import { Money } from '../src/kernel/money.js';
import { Ledger } from '../src/ledger/index.js';
import { outliveConnections } from '../src/platform/database/lost-connection.js';
import { OutboxSignal, UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type Bench, type BenchResult, compare, inLanes, rateOf, rateRows, rounded, type Side } from './harness.js';
import { LedgerBooks } from './ledger-books.js';
import { LOANS, orderId, sellerId, storeOrders, storeSellers } from './waterfall-orders.js';
import { type Legs, LedgerYardstick } from './yardsticks/ledger.js';

const SELLERS = 100;
const LANES = 64;
const CONNECTIONS = 12;
const NOON: Clock = { now: () => new Date('2027-01-11T04:00:00.000Z') };
/** The first two lenders get 101.10 each, the third the fee, the interest and 48.90 of its principal. */
const PAID = [10_000n, 10_000n, 4_890n];
const [FEE, INTEREST] = [100n, 10n];
const RECEIPT = 25_220n;
const FUNDS = 1_000_000_000n;

/** How many receipts a round; `BENCH_WATERFALL` names another number. */
function size(): number {
  return Number(process.env['BENCH_WATERFALL'] ?? '1000');
}

/**
 * Receipts split over the loans of three lenders by the service that hears of them: interest caught up, loans, limits, lines,
 * repayments, events and jobs written, all of it posted; beside it the same postings by one hand-written statement for each
 * transfer, in one transaction for each receipt, and nothing else.
 */
export const waterfallBench: Bench = {
  name: 'waterfall',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const pool = new pg.Pool({ connectionString: given.database.appUrl, max: CONNECTIONS, pipeline: true });
    outliveConnections(pool);
    const dataSource = await LedgerBooks.connect(given, CONNECTIONS, [Advance]);
    try {
      await LedgerYardstick.createTables(admin);
      const { tenantId } = await createTenant(given.database.adminUrl, { name: 'Bench', livemode: true });
      const ours = await Ours.open(admin, dataSource, tenantId);
      const accounts = { accounts: SELLERS * OF_SELLER + 2, fundsMinor: FUNDS };
      const yardstick = await LedgerYardstick.open(admin, pool, 'one-statement', accounts);
      const comparison = await compare([ours, new Statements(admin, yardstick)]);
      return {
        table: rateRows('receipts', comparison, 'statements'),
        figures: {
          ours: rateOf(comparison, 'ours'),
          limit: rateOf(comparison, 'statements'),
          ratio: rounded(comparison.ratio('ours', 'statements')),
        },
      };
    } finally {
      await dataSource.destroy();
      await pool.end();
      await admin.end();
    }
  },
};

class Ours implements Side {
  readonly name = 'ours';
  private readonly waterfalls: Waterfalls;

  private constructor(
    private readonly admin: pg.Client,
    private readonly unitOfWork: UnitOfWork,
    private readonly tenantId: string,
  ) {
    const ledger = new Ledger();
    const pledges = new Pledges({ lookupKey: randomBytes(32) });
    this.waterfalls = new Waterfalls(ledger, new Accruals(ledger), pledges);
  }

  static async open(admin: pg.Client, dataSource: DataSource, tenantId: string): Promise<Ours> {
    const unitOfWork = new UnitOfWork(dataSource, NOON, new OutboxSignal());
    await storeSellers(admin, tenantId, SELLERS);
    const funds = Money.ofMinor(FUNDS, 'CNY');
    const entries = Array.from({ length: SELLERS }, (_, seller) => ({
      ...{ kind: 'bench.funding', key: `fund ${seller}`, valueDate: '2027-01-01' },
      postings: [
        { account: { code: 'clearing_bank' as const }, amount: funds },
        { account: { code: 'client_funds' as const, partyId: sellerId(seller) }, amount: funds.negated() },
      ],
    }));
    await unitOfWork.run({ tenantId, actor: 'bench', traceparent: null }, (tx) => new Ledger().postAll(tx, entries));
    return new Ours(admin, unitOfWork, tenantId);
  }

  prepare(round: number): Promise<void> {
    const from = round * size();
    return storeOrders(this.admin, this.tenantId, { sellers: SELLERS, from, to: from + size() - 1 });
  }

  async run(round: number): Promise<number> {
    const caller = { tenantId: this.tenantId, actor: 'bench', traceparent: null };
    await inLanes(size(), LANES, (index) => {
      const n = round * size() + index;
      const whose = { orderId: orderId(n), sellerId: sellerId(n % SELLERS) };
      const receipt = { source: 'refund', sourceId: newId(), amount: Money.ofMinor(RECEIPT, 'CNY'), ...whose } as const;
      return this.unitOfWork.run(caller, (tx) => this.waterfalls.take(tx, receipt));
    });
    return size();
  }

  /** @throws Error when a loan did not get what it is owed */
  async prove(): Promise<Record<string, string | number>> {
    const { rows } = await this.admin.query<Record<string, string | number>>(
      `WITH transfers AS (SELECT id FROM ledger.transfer WHERE tenant_id = $1 AND kind LIKE 'financing.%')
       SELECT (SELECT count(*)::int FROM transfers) AS transfers, count(*)::int AS postings,
              coalesce(sum(abs(p.amount_minor)), 0)::text AS turnover
       FROM ledger.posting p WHERE p.tenant_id = $1 AND p.transfer_id IN (SELECT id FROM transfers)`,
      [this.tenantId],
    );
    const wrong = await this.admin.query(
      `SELECT FROM financing.advance WHERE tenant_id = $1 AND (state <> 'repaid' AND lender_rank < 3 OR fees_due_minor <> 0
         OR interest_due_minor <> 0 OR (lender_rank = 3 AND outstanding_minor <> $2))`,
      [this.tenantId, (10_000n - (PAID[2] ?? 0n)).toString()],
    );
    if (wrong.rowCount !== 0) throw new Error(`${String(wrong.rowCount)} loans got something else`);
    return rows[0] ?? {};
  }
}

/** Accounts of each seller in the yardstick: funds, principal, interest, fees; after all of them the bank and the lenders. */
const OF_SELLER = 4;

class Statements implements Side {
  readonly name = 'statements';

  constructor(
    private readonly admin: pg.Client,
    private readonly yardstick: LedgerYardstick,
  ) {}

  async prepare(): Promise<void> {
    await this.admin.query('ANALYZE');
  }

  async run(round: number): Promise<number> {
    await inLanes(size(), LANES, (index) => {
      const n = round * size() + index;
      const transfers = legsOf(n % SELLERS).map((legs, place) => ({ key: `${n}:${place}`, legs }));
      return this.yardstick.postAllInTransaction(transfers);
    });
    return size();
  }

  async prove(): Promise<Record<string, string | number>> {
    const { transfers = 0, postings = 0, turnover = '0' } = await this.yardstick.proof(this.admin);
    return { transfers, postings, turnover };
  }
}

/** The transfers of one receipt as ours books them: the interest of each loan, then the split. */
function legsOf(seller: number): Legs[] {
  const [funds = 0, principal = 0, interest = 0, fees = 0] = Array.from(
    { length: OF_SELLER },
    (_, place) => seller * OF_SELLER + place,
  );
  const [bank, lender] = [SELLERS * OF_SELLER, SELLERS * OF_SELLER + 1];
  const move = (minor: bigint, debit: number, credit: number): Legs => [
    [debit, minor],
    [credit, -minor],
  ];
  const accruals = Array.from({ length: LOANS }, () => move(INTEREST, interest, lender));
  const split = PAID.flatMap((paid) => [
    ...move(paid + FEE + INTEREST, funds, bank),
    ...move(paid, lender, principal),
    ...move(INTEREST, lender, interest),
    ...move(FEE, lender, fees),
  ]);
  return [...accruals, split];
}
