import type pg from 'pg';
import { DataSource } from 'typeorm';

import { SystemClock } from '../src/kernel/clock.js';
import { newId } from '../src/kernel/ids.js';
import { Money } from '../src/kernel/money.js';
import { Ledger, type LedgerEntry, PostingQueue } from '../src/ledger/index.js';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { OutboxSignal, UnitOfWork } from '../src/platform/database/unit-of-work.js';
import { createTenant } from '../src/platform/operations/create-tenant.js';
import { type BenchServices } from './harness.js';
import { type Legs } from './yardsticks/ledger.js';

/** Ours: the Ledger as business code calls it, with its tenant, checks and keys. */
export class LedgerBooks {
  private readonly ledger = new Ledger();

  private constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queue: PostingQueue,
    private readonly tenantId: string,
    private readonly parties: readonly string[],
  ) {}

  static async connect(
    { database }: BenchServices,
    connections: number,
    entities: readonly (new () => object)[] = [],
  ): Promise<DataSource> {
    const options = dataSourceOptions(database.appUrl, { poolMax: connections });
    return new DataSource({ ...options, entities: [...entities], migrations: [] }).initialize();
  }

  /** A tenant of its own with `accounts` client accounts, each funded. */
  static async open(
    dataSource: DataSource,
    { database }: BenchServices,
    { accounts, fundsMinor }: { readonly accounts: number; readonly fundsMinor: bigint },
  ): Promise<LedgerBooks> {
    const { tenantId } = await createTenant(database.adminUrl, { name: 'Bench', livemode: false });
    const unitOfWork = new UnitOfWork(dataSource, new SystemClock(), new OutboxSignal());
    const parties = Array.from({ length: accounts }, () => newId());
    const books = new LedgerBooks(unitOfWork, new PostingQueue(unitOfWork), tenantId, parties);
    const funds = Money.ofMinor(fundsMinor, 'USD');
    for (const [index, partyId] of parties.entries()) {
      await books.inTransaction({
        ...books.entry(`fund ${index}`, []),
        kind: 'bench.funding',
        postings: [
          { account: { code: 'clearing_bank' }, amount: funds },
          { account: { code: 'client_funds', partyId }, amount: funds.negated() },
        ],
      });
    }
    return books;
  }

  entry(key: string, legs: Legs): LedgerEntry {
    const postings = legs.map(([account, minor]) => ({
      account: { code: 'client_funds', partyId: this.parties[account] ?? null } as const,
      amount: Money.ofMinor(minor, 'USD'),
    }));
    return { kind: 'bench.transfer', key, valueDate: '2026-04-01', postings };
  }

  /** One transaction for each transfer, as when it is booked together with a change of business rows. */
  inTransaction(entry: LedgerEntry): Promise<string> {
    const caller = { tenantId: this.tenantId, actor: 'bench', traceparent: null };
    return this.unitOfWork.run(caller, (tx) => this.ledger.post(tx, entry));
  }

  /** Stand-alone transfers, in checked batches. */
  queued(entry: LedgerEntry): Promise<string> {
    return this.queue.post(this.tenantId, entry);
  }

  /** The same facts as the yardstick's proof, from the ledger's own tables. */
  async proof(admin: pg.Client): Promise<Record<string, string | number>> {
    const { rows } = await admin.query<Record<string, string | number>>(
      `WITH transfers AS (SELECT id FROM ledger.transfer WHERE tenant_id = $1 AND kind = 'bench.transfer'),
            postings AS (SELECT p.amount_minor FROM ledger.posting p WHERE p.tenant_id = $1 AND p.transfer_id IN (SELECT id FROM transfers))
       SELECT (SELECT count(*)::int FROM transfers) AS transfers,
              (SELECT count(*)::int FROM postings) AS postings,
              (SELECT coalesce(sum(abs(amount_minor)), 0)::text FROM postings) AS turnover,
              (SELECT md5(string_agg(b.posted_minor::text, ',' ORDER BY l.ordinal))
               FROM unnest($2::uuid[]) WITH ORDINALITY AS l (party_id, ordinal)
               JOIN ledger.account a ON a.tenant_id = $1 AND a.code = 'client_funds' AND a.party_id = l.party_id
               JOIN ledger.balance b ON b.tenant_id = $1 AND b.account_id = a.id) AS balances`,
      [this.tenantId, this.parties],
    );
    return rows[0] ?? {};
  }
}
