import { Inject, Injectable, Optional } from '@nestjs/common';
import { type PoolClient, type QueryResult } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { EventCheck } from '../outbox/event-check.js';
import { assertTenantId, type Caller } from './caller.js';
import { promisesOf, writePromises } from './flush.js';
import { prepared, Tx, View } from './session.js';
import { type SqlValue } from './sql-value.js';

/** A statement sent together with BEGIN, and what to do with its rows before the work starts. */
export interface Preamble {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface RunOptions {
  /** Roll back whatever was done, and return its result: a dry run. */
  readonly keepNothing?: boolean;
  readonly expectedVersion?: number | null;
  /** Sent in the first round trip, after the tenant is set. */
  readonly preambles?: readonly Preamble[];
}

/** Told after each commit that left work in the outbox; the relay of this process listens. */
@Injectable()
export class OutboxSignal {
  private listener: () => void = () => undefined;

  onWork(listener: () => void): void {
    this.listener = listener;
  }

  ring(): void {
    this.listener();
  }
}

/** Work that can share a transaction with others: it asks nothing of the database but its preambles. */
export interface GroupedWork<Result> {
  readonly caller: Caller;
  readonly preambles: readonly Preamble[];
  /** @param rows of each preamble, in order */
  work(this: void, tx: Tx, rows: readonly unknown[][]): Result;
}

interface Begun {
  readonly client: PoolClient;
  readonly open: (caller: Caller, expectedVersion: number | null) => Tx;
  /** Of each preamble, in order. */
  readonly rows: readonly unknown[][];
}

interface TenantRow {
  readonly test_clock: Date | null;
  readonly livemode: boolean;
}

const SET_TENANT = `SELECT set_config('app.tenant', $1, true)`;
const SET_SESSION_TENANT = `SELECT set_config('app.tenant', $1, false)`;
/** How many live tenants a process remembers before it starts anew. */
const LIVE_TENANTS_MAX = 50_000;
const LIVE_TENANT: TenantRow = { test_clock: null, livemode: true };
/** Of a sandbox tenant each transaction shares a lock, so that its reset is alone. */
const READ_TENANT = `
  SELECT test_clock, livemode, CASE WHEN NOT livemode THEN pg_advisory_xact_lock_shared(hashtextextended('tenant/' || id, 0)) END
  FROM platform.tenant WHERE id = $1`;

/** The one place a transaction begins, and the one place a tenant is set. */
@Injectable()
export class UnitOfWork {
  /** Which tenant each pooled connection was last set to read for. */
  private readonly readingFor = new WeakMap<PoolClient, string>();

  private readonly liveTenants = new Set<string>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly signal: OutboxSignal,
    @Optional() private readonly eventCheck: EventCheck = new EventCheck(true),
  ) {}

  /** Runs `work` in a transaction of the caller's tenant; its events, jobs and audit commit with it, or nothing does. */
  async run<Result>(caller: Caller, work: (tx: Tx) => Promise<Result>, options: RunOptions = {}): Promise<Result> {
    return this.runAfter(caller, options, (tx) => work(tx));
  }

  /** As `run`; `work` also gets the rows of each preamble, in order. */
  async runAfter<Result>(
    caller: Caller,
    options: RunOptions,
    work: (tx: Tx, preambleRows: readonly unknown[][]) => Promise<Result>,
  ): Promise<Result> {
    assertTenantId(caller.tenantId);
    return this.withTransaction(caller.tenantId, options.preambles ?? [], async ({ open, rows }) => {
      const tx = open(caller, options.expectedVersion ?? null);
      const result = await work(tx, rows);
      if (options.keepNothing === true) await this.undo(tx);
      else await this.commit([tx]);
      return result;
    });
  }

  /**
   * Many works of one tenant in one transaction: they read by their preambles only and write at the commit only. A work
   * that throws is left out, and the others go on; an error of the database undoes them all.
   * @returns what became of each, in order
   */
  async runAll<Result>(works: readonly GroupedWork<Result>[]): Promise<PromiseSettledResult<Result>[]> {
    const tenantId = works[0]?.caller.tenantId ?? '';
    assertTenantId(tenantId);
    const { preambles, places } = onceEach(works);
    return this.withTransaction(tenantId, preambles, async ({ client, open, rows }) => {
      const done = works.map((one, index) => {
        const tx = open(one.caller, null);
        const answers = (places[index] ?? []).map((place) => rows[place] ?? []);
        return { tx, outcome: settled(() => one.work(tx, answers)) };
      });
      const [first, ...others] = done.filter(({ outcome }) => outcome.status === 'fulfilled').map(({ tx }) => tx);
      if (first === undefined) await client.query('ROLLBACK');
      else await this.commit([first, ...others]);
      return done.map(({ outcome }) => outcome);
    });
  }

  /**
   * Works of one tenant one after the other in one transaction: each sees what those before it have written, and all of
   * it commits or none does.
   * @param work opens a `Tx` for each
   */
  async runInTurn<Result>(
    tenantId: string,
    preambles: readonly Preamble[],
    work: (open: (caller: Caller) => Tx, preambleRows: readonly unknown[][]) => Promise<Result>,
  ): Promise<Result> {
    assertTenantId(tenantId);
    return this.withTransaction(tenantId, preambles, async ({ client, open, rows }) => {
      const opened: Tx[] = [];
      const result = await work((caller) => {
        const tx = open(caller, null);
        opened.push(tx);
        return tx;
      }, rows);
      const [first, ...others] = opened;
      if (first === undefined) await client.query('COMMIT');
      else await this.commit([first, ...others]);
      return result;
    });
  }

  /** Reads without a transaction: each statement sees what was committed when it began. */
  async read<Result>(caller: Caller, work: (view: View) => Promise<Result>): Promise<Result> {
    assertTenantId(caller.tenantId);
    return this.withRunner(async (runner, client) => {
      // On the wire before the first statement of the work; nothing that was read is handed out unless it succeeded.
      const tenantSet = this.setReader(client, caller.tenantId);
      const reading = async (): Promise<Result> => work(new View(client, runner.manager, caller));
      const [result] = await Promise.all([reading(), tenantSet]);
      return result;
    });
  }

  /** A connection without any tenant: it sees machine tables only. For the relay, sweeps and health checks. */
  async asMachine<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    return this.withRunner(async (_runner, client) => work(client));
  }

  private async setReader(client: PoolClient, tenantId: string): Promise<void> {
    if (this.readingFor.get(client) === tenantId) return;
    this.readingFor.set(client, tenantId);
    try {
      await prepared(client, SET_SESSION_TENANT, [tenantId]);
    } catch (error) {
      this.readingFor.delete(client);
      throw error;
    }
  }

  private async withRunner<Result>(
    work: (runner: QueryRunner, client: PoolClient) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(runner, (await runner.connect()) as PoolClient);
    } finally {
      await runner.release();
    }
  }

  /** Begins a transaction, gives it to `work`, which commits it or throws, and rolls back what it has not committed. */
  private async withTransaction<Result>(
    tenantId: string,
    preambles: readonly Preamble[],
    work: (begun: Begun) => Promise<Result>,
  ): Promise<Result> {
    return this.withRunner(async (runner, client) => {
      try {
        const { tenant, rows } = await this.begin(client, tenantId, preambles);
        const now = tenant.test_clock ?? this.clock.now();
        // TypeORM did not see our BEGIN, and locks no row outside a transaction.
        Object.assign(runner, { isTransactionActive: true });
        const opened: Tx[] = [];
        const open: Begun['open'] = (caller, expectedVersion) => {
          const tx = new Tx(client, runner.manager, caller, {
            ...{ now, livemode: tenant.livemode, expectedVersion },
            writeAhead: () => this.writeAhead(client, opened),
          });
          opened.push(tx);
          return tx;
        };
        return await work({ client, open, rows });
      } catch (error) {
        // A lost connection cannot roll back, and need not: PostgreSQL does it for us.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        Object.assign(runner, { isTransactionActive: false });
      }
    });
  }

  private async begin(
    client: PoolClient,
    tenantId: string,
    preambles: readonly Preamble[],
  ): Promise<{ tenant: TenantRow; rows: unknown[][] }> {
    // One round trip: the connection is pipelined, so these are all on the wire before the first answer.
    const sent = await Promise.allSettled([
      client.query('BEGIN'),
      prepared(client, SET_TENANT, [tenantId]),
      this.readTenant(client, tenantId),
      ...preambles.map(({ sql, values }) => prepared(client, sql, values)),
    ]);
    const failed = sent.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const [, , tenants, ...rows] = sent.map((answer) => (answer.status === 'fulfilled' ? answer.value : [])) as [
      unknown,
      unknown,
      TenantRow[],
      ...unknown[][],
    ];
    const [tenant] = tenants;
    if (tenant === undefined) throw new Error('The tenant does not exist');
    if (tenant.livemode) this.rememberLive(tenantId);
    return { tenant, rows };
  }

  /** A live tenant has no clock of its own and stays live: once known it need not be read again. */
  private readTenant(client: PoolClient, tenantId: string): Promise<TenantRow[]> {
    if (this.liveTenants.has(tenantId)) return Promise.resolve([LIVE_TENANT]);
    return prepared<TenantRow>(client, READ_TENANT, [tenantId]);
  }

  private rememberLive(tenantId: string): void {
    if (this.liveTenants.size >= LIVE_TENANTS_MAX) this.liveTenants.clear();
    this.liveTenants.add(tenantId);
  }

  /** A dry run fails where the real one would: what it would have written last is tried too. */
  private async undo(tx: Tx): Promise<void> {
    for (const write of tx.lastWrites) await write();
    await tx.client.query('ROLLBACK');
  }

  /** What all works of the transaction have promised so far, so that it stands in the order in which it was said. */
  private async writeAhead(client: PoolClient, [first, ...others]: readonly Tx[]): Promise<void> {
    if (first === undefined) return;
    const promises = this.promised([first, ...others]);
    for (const tx of [first, ...others]) tx.forgetPromises();
    if (promises !== null) await writePromises(client, promises);
  }

  private promised(works: readonly [Tx, ...Tx[]]): readonly SqlValue[] | null {
    for (const { events } of works) for (const event of events) this.eventCheck.check(event);
    return promisesOf(works);
  }

  private async commit(works: readonly [Tx, ...Tx[]]): Promise<void> {
    const [{ client }] = works;
    const promises = this.promised(works);
    const sent = await Promise.allSettled([
      ...works.flatMap(({ lastWrites }) => lastWrites.map((write) => write())),
      promises === null ? null : writePromises(client, promises),
      client.query('COMMIT'),
    ]);
    // After the first error PostgreSQL refuses the rest, so the first is the one that says why.
    const failed = sent.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const committed = sent.at(-1) as PromiseFulfilledResult<QueryResult>;
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, where a statement failed and its error was swallowed.
    if (committed.value.command !== 'COMMIT') throw new Error('The transaction had failed and was rolled back');
    if (works.some((tx) => tx.leavesWork)) this.signal.ring();
  }
}

function settled<Result>(work: () => Result): PromiseSettledResult<Result> {
  try {
    return { status: 'fulfilled', value: work() };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

/** Different works of one tenant often ask the same; each question is sent once. */
function onceEach(works: readonly Pick<GroupedWork<unknown>, 'preambles'>[]): {
  preambles: readonly Preamble[];
  /** Of each work: where the answers to its questions stand. */
  places: readonly (readonly number[])[];
} {
  const preambles: Preamble[] = [];
  const known = new Map<string, number>();
  const placeOf = (preamble: Preamble): number => {
    const key = JSON.stringify(preamble);
    const place = known.get(key) ?? preambles.push(preamble) - 1;
    known.set(key, place);
    return place;
  };
  return { places: works.map((work) => work.preambles.map(placeOf)), preambles };
}
