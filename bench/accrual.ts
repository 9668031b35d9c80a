import pg from 'pg';
import { type DataSource } from 'typeorm';

import { Accruals } from '../src/financing/application/accrual/accruals.service.js';
import { type Clock } from '../src/kernel/clock.js';
import { Ledger } from '../src/ledger/index.js';
import { OutboxSignal, UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { forgetNights, provenNight, storeLoans } from './accrual-loans.js';
import {
  type Bench,
  type BenchResult,
  type BenchServices,
  compare,
  type Comparison,
  log,
  median,
  rateOf,
  rateRows,
  rounded,
  type Side,
} from './harness.js';
import { LedgerBooks } from './ledger-books.js';
import { forgetYardstick, nightByStatement, openYardstick } from './yardsticks/accrual.js';

/** The loans were drawn a week before, and no night has been worked since. */
const TODAY = '2027-01-08';
const NOON: Clock = { now: () => new Date(`${TODAY}T04:00:00.000Z`) };
const CONNECTIONS = 4;

/** How many loans; `BENCH_ACCRUAL` names another number. */
function size(): number {
  return Number(process.env['BENCH_ACCRUAL'] ?? '1000000');
}

interface Stage {
  readonly admin: pg.Client;
  readonly given: BenchServices;
  readonly dataSource: DataSource;
}

/**
 * One night: the interest of all loans, and the penalty of every tenth, computed and posted slice by slice by the service that
 * the worker's schedule calls; beside it one statement that computes and posts the same rows. `linear`: time for each loan over
 * that at a tenth of the loans.
 */
export const accrualBench: Bench = {
  name: 'accrual',
  async run(given): Promise<BenchResult> {
    const admin = new pg.Client({ connectionString: given.database.adminUrl });
    await admin.connect();
    const dataSource = await LedgerBooks.connect(given, CONNECTIONS);
    try {
      const stage = { admin, given, dataSource };
      const few = await Ours.open(stage, Math.ceil(size() / 10), 'a tenth');
      const tenth = await compare([few]);
      const ours = await Ours.open(stage, size(), 'ours');
      await openYardstick(admin, ours.tenantId);
      log(`  ${size()} loans`);
      const whole = await compare([ours, new OneStatement(admin, ours.tenantId, size())]);
      return resultOf(whole, tenth);
    } finally {
      await dataSource.destroy();
      await admin.end();
    }
  },
};

class Ours implements Side {
  private constructor(
    private readonly admin: pg.Client,
    private readonly unitOfWork: UnitOfWork,
    readonly tenantId: string,
    private readonly loans: number,
    readonly name: string,
  ) {}

  static async open({ admin, given, dataSource }: Stage, loans: number, name: string): Promise<Ours> {
    const { tenantId } = await createTenant(given.database.adminUrl, { name: 'Bench', livemode: true });
    await storeLoans(admin, tenantId, loans);
    return new Ours(admin, new UnitOfWork(dataSource, NOON, new OutboxSignal()), tenantId, loans, name);
  }

  prepare(): Promise<void> {
    return forgetNights(this.admin, this.tenantId);
  }

  async run(): Promise<number> {
    const accruals = new Accruals(new Ledger());
    const caller = { tenantId: this.tenantId, actor: 'bench', traceparent: null };
    while (await this.unitOfWork.run(caller, (tx) => accruals.accrueSlice(tx)));
    return this.loans;
  }

  prove(): Promise<Record<string, string | number>> {
    return provenNight(this.admin, { ledger: 'ledger', loans: 'financing' }, this.tenantId);
  }
}

class OneStatement implements Side {
  readonly name = 'one statement';

  constructor(
    private readonly admin: pg.Client,
    private readonly tenantId: string,
    private readonly loans: number,
  ) {}

  prepare(): Promise<void> {
    return forgetYardstick(this.admin);
  }

  async run(): Promise<number> {
    await nightByStatement(this.admin, this.tenantId, TODAY);
    return this.loans;
  }

  prove(): Promise<Record<string, string | number>> {
    return provenNight(this.admin, { ledger: 'nightly', loans: 'nightly' }, this.tenantId);
  }
}

function resultOf(whole: Comparison, tenth: Comparison): BenchResult {
  const perSecond = ({ rates }: Comparison, side: string): number =>
    median(rates.find(({ name }) => name === side)?.samples ?? []);
  return {
    table: [...rateRows('a tenth', tenth, 'a tenth'), ...rateRows('loans', whole, 'one statement')],
    figures: {
      ours: rateOf(whole, 'ours'),
      limit: rateOf(whole, 'one statement'),
      ratio: rounded(whole.ratio('ours', 'one statement')),
      linear: rounded(perSecond(tenth, 'a tenth') / perSecond(whole, 'ours')),
    },
  };
}
