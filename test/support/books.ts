import { DataSource } from 'typeorm';

import { SystemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { Money } from '../../src/kernel/money.js';
import { type AccountRef, Ledger, type LedgerEntry, PostingQueue } from '../../src/ledger/index.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { type Tx, type View } from '../../src/platform/database/session.js';
import { OutboxSignal, UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** The ledger of one tenant on a database of its own, without HTTP or queues around it. */
export class TestBooks {
  readonly ledger = new Ledger();
  readonly queue: PostingQueue;
  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    readonly unitOfWork: UnitOfWork,
    readonly tenantId: string,
  ) {
    this.queue = new PostingQueue(unitOfWork);
  }

  /** @param entities that the test reads and writes by TypeORM */
  static async open(entities: readonly (new () => object)[] = []): Promise<TestBooks> {
    const database = await createTestDatabase();
    const { tenantId } = await createTenant(database.adminUrl, { name: 'Books', livemode: false });
    // The database is migrated already; loading the migrations would cost a second for nothing.
    const options = { ...dataSourceOptions(database.appUrl, { poolMax: 16 }), migrations: [], entities: [...entities] };
    const dataSource = await new DataSource(options).initialize();
    const unitOfWork = new UnitOfWork(dataSource, new SystemClock(), new OutboxSignal());
    return new TestBooks(database, dataSource, unitOfWork, tenantId);
  }

  /** The books of another tenant on the same database. */
  async ofAnotherTenant(): Promise<TestBooks> {
    const { tenantId } = await createTenant(this.database.adminUrl, { name: 'Other books', livemode: false });
    return new TestBooks(this.database, this.dataSource, this.unitOfWork, tenantId);
  }

  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.unitOfWork.run({ tenantId: this.tenantId, actor: 'test', traceparent: null }, work);
  }

  read<Result>(work: (view: View) => Promise<Result>): Promise<Result> {
    return this.unitOfWork.read({ tenantId: this.tenantId, actor: 'test', traceparent: null }, work);
  }

  post(entry: LedgerEntry): Promise<string> {
    return this.run((tx) => this.ledger.post(tx, entry));
  }

  /** What is posted to an account, as a decimal on its normal side. */
  async posted(account: AccountRef, currency = 'USD'): Promise<string> {
    const { posted } = await this.read((view) => this.ledger.balance(view, { ...account, currency }));
    return posted.toAmountString();
  }

  async available(account: AccountRef, currency = 'USD'): Promise<string> {
    const { available } = await this.read((view) => this.ledger.balance(view, { ...account, currency }));
    return available.toAmountString();
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.drop();
  }
}

/** An entry of as many legs as given: `[account, '12.50 USD']`, debit above zero. */
export function entryOf(
  legs: readonly (readonly [AccountRef, string])[],
  facts: Partial<Omit<LedgerEntry, 'postings'>> = {},
): LedgerEntry {
  return {
    kind: 'test.transfer',
    key: newId(),
    valueDate: '2026-04-01',
    ...facts,
    postings: legs.map(([account, text]) => {
      const [amount = '', currency = ''] = text.split(' ');
      return { account, amount: Money.parse(amount, currency) };
    }),
  };
}

export const BANK: AccountRef = { code: 'clearing_bank' };

export function fundsOf(partyId: string): AccountRef {
  return { code: 'client_funds', partyId };
}

/** Money arrives for a client: Dr bank, Cr client funds. */
export function collected(
  partyId: string,
  amount: string,
  facts: Partial<Omit<LedgerEntry, 'postings'>> = {},
): LedgerEntry {
  return entryOf(
    [
      [BANK, amount],
      [fundsOf(partyId), `-${amount}`],
    ],
    { kind: 'fx.collected', ...facts },
  );
}

/** Money leaves a client: Dr client funds, Cr bank. */
export function paidOut(
  partyId: string,
  amount: string,
  facts: Partial<Omit<LedgerEntry, 'postings'>> = {},
): LedgerEntry {
  return entryOf(
    [
      [fundsOf(partyId), amount],
      [BANK, `-${amount}`],
    ],
    { kind: 'fx.paid-out', ...facts },
  );
}
