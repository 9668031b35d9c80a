import { type PoolClient, type QueryResult } from 'pg';
import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';

import { DomainError, problem } from '../../kernel/domain-error.js';
import { type OutgoingEvent } from '../../contracts/events.js';
import { SAY } from '../platform.sentences.js';
import { type Caller } from './caller.js';
import { EntityStatements } from './entity-statements.js';
import { type SqlValue } from './sql-value.js';

/** Repeated statements get a name, so that PostgreSQL parses and plans each once per connection. */
const statementNames = new Map<string, string>();

function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (name === undefined) {
    name = `s${statementNames.size}`;
    statementNames.set(sql, name);
  }
  return name;
}

/** Sends one prepared statement. The text must be a constant: values go in `$1`, `$2`, …, never into the text. */
export async function prepared<Row>(client: PoolClient, sql: string, values: readonly SqlValue[]): Promise<Row[]> {
  return (await execute(client, sql, values)).rows as Row[];
}

function execute(client: PoolClient, sql: string, values: readonly SqlValue[]): Promise<QueryResult> {
  return client.query({ name: statementName(sql), text: sql, values: values as unknown[] });
}

/** A connection that sees one tenant's rows, to read from. */
export class View {
  constructor(
    readonly client: PoolClient,
    /** TypeORM on the same connection, for ordinary reads. */
    readonly manager: EntityManager,
    readonly caller: Caller,
  ) {}

  get tenantId(): string {
    return this.caller.tenantId;
  }

  /** Rows of a constant statement; the hot paths' way round the ORM. */
  query<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return prepared<Row>(this.client, sql, values);
  }

  /** Entities of a constant statement that selects whole rows of their table. */
  async entities<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    sql: string,
    values: readonly SqlValue[],
  ): Promise<Entity[]> {
    const statements = EntityStatements.of(this.manager, entity);
    const rows = await this.query<Record<string, unknown>>(sql, values);
    return rows.map((row) => statements.read<Entity>(row));
  }

  /** The tenant's own row by id, or null. */
  async find<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, id: string): Promise<Entity | null> {
    const statements = EntityStatements.of(this.manager, entity);
    const [row] = await this.query<Record<string, unknown>>(statements.select, [this.tenantId, id]);
    return row === undefined ? null : statements.read<Entity>(row);
  }
}

export class StaleVersionError extends DomainError {
  static readonly problem = problem(
    'REQUEST.STALE_VERSION',
    'stale',
    { en: 'The resource has changed since you read it', zh: '资源已被修改' },
    { en: 'Read it again and repeat the request with its new ETag', zh: '请重新读取资源，并使用新的 ETag 重试' },
  );
}

/** A row with an optimistic version, as every aggregate has. */
export interface Versioned {
  readonly tenantId: string;
  readonly id: string;
  readonly version: number;
}

/** One line of the audit: who is in the caller, when is the transaction's time. */
export interface AuditEntry {
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly from?: string | null;
  readonly to?: string | null;
  /** Facts for a later reader; no secrets, no personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Work promised to a queue. */
export interface OutgoingJob {
  readonly queue: string;
  /** Ids only: it travels through Redis. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Date | null;
}

/** What the outermost command answered, kept beside its effect. */
export interface KeptAnswer {
  readonly key: string;
  readonly actor: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly resource: string | null;
}

/** What a transaction begins with. */
export interface TxStart {
  /** The tenant's time at the start of the transaction: the test clock's, where the tenant has one. */
  readonly now: Date;
  readonly livemode: boolean;
  /** The version the caller named by If-Match, if any. */
  readonly expectedVersion: number | null;
  readonly writeAhead: () => Promise<void>;
}

/**
 * A running transaction of one tenant. Only UnitOfWork makes one, so code that must not run outside a
 * transaction takes a `Tx`, and forgetting the transaction does not compile. What it promises to the outside
 * (events, jobs, audit) is gathered here and written in one statement with the commit.
 */
export class Tx extends View {
  readonly events: OutgoingEvent[] = [];
  readonly jobs: OutgoingJob[] = [];
  readonly audits: AuditEntry[] = [];
  readonly lastWrites: (() => Promise<unknown>)[] = [];
  answer: KeptAnswer | null = null;
  /** Whose end its bundled news wait for; see `holdNews`. */
  newsHeldBy: string | null = null;
  readonly now: Date;
  readonly livemode: boolean;
  readonly expectedVersion: number | null;
  private hasToldOfWork = false;

  constructor(
    client: PoolClient,
    manager: EntityManager,
    caller: Caller,
    private readonly start: TxStart,
  ) {
    super(client, manager, caller);
    this.now = start.now;
    this.livemode = start.livemode;
    this.expectedVersion = start.expectedVersion;
  }

  /** Somebody is to act on it once it has committed. */
  get leavesWork(): boolean {
    return this.hasToldOfWork || this.events.length > 0 || this.jobs.length > 0;
  }

  /**
   * Writes what was promised so far, in the same transaction: a long work neither gathers all of it in memory nor waits for
   * all of it at its end.
   */
  writeAhead(): Promise<void> {
    return this.start.writeAhead();
  }

  /** They are written. */
  forgetPromises(): void {
    this.hasToldOfWork = this.leavesWork;
    for (const promises of [this.events, this.jobs, this.audits]) promises.length = 0;
    this.answer = null;
  }

  /**
   * Writes when the work is done, in one round trip with the commit: for what nobody needs to see before. Where it
   * fails nothing is kept, and its error is that of the transaction.
   */
  atCommit(write: () => Promise<unknown>): void {
    this.lastWrites.push(write);
  }

  /**
   * Reads the tenant's row and holds it until the transaction ends, so that two changes cannot cross. Keys never change,
   * so the lock lets foreign keys be checked beside it: without that, two inserts of children would wait for each other.
   */
  async lock<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, id: string): Promise<Entity | null> {
    const statements = EntityStatements.of(this.manager, entity);
    const [row] = await this.query<Record<string, unknown>>(statements.selectToChange, [this.tenantId, id]);
    return row === undefined ? null : statements.read<Entity>(row);
  }

  /** @throws StaleVersionError when the caller sent If-Match for another version of this row */
  assertFresh(row: Versioned): void {
    if (this.expectedVersion !== null && this.expectedVersion !== row.version) {
      throw new StaleVersionError(SAY.other_version, { current: row.version });
    }
  }

  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: Partial<Entity> | readonly Partial<Entity>[],
  ): Promise<void> {
    const statements = EntityStatements.of(this.manager, entity);
    const insert = async (row: Partial<Entity>): Promise<void> => {
      const { sql, values } = statements.insert(row);
      const [given] = await this.query<Record<string, unknown>>(sql, values);
      if (given !== undefined) statements.take(row, given);
    };
    await Promise.all(
      (Array.isArray(rows) ? (rows as readonly Partial<Entity>[]) : [rows as Partial<Entity>]).map(insert),
    );
  }

  /** As `insert`, in one statement however many they are: for rows that say all there is to say, by the thousand. */
  async insertAll<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, rows: readonly Entity[]): Promise<void> {
    if (rows.length === 0) return;
    const { sql, values } = EntityStatements.of(this.manager, entity).insertAll(rows);
    await execute(this.client, sql, values);
  }

  /**
   * Writes back a row that was read with `lock`, and counts its version up.
   * @throws Error when the row was not held and another transaction has changed it: our bug
   */
  async store<Entity extends Versioned & ObjectLiteral>(entity: EntityTarget<Entity>, row: Entity): Promise<void> {
    const { tenantId, id, version } = row;
    Object.assign(row, { version: version + 1 });
    const { sql, values } = EntityStatements.of(this.manager, entity).update(row, [tenantId, id, version]);
    const { rowCount } = await execute(this.client, sql, values);
    if (rowCount !== 1) throw new Error(`Row ${id} was changed without being locked first`);
  }

  /**
   * As `store`, in one statement however many they are.
   * @throws Error when one of them was not held and another transaction has changed it: our bug
   */
  async storeAll<Entity extends Versioned & ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Entity[],
  ): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) Object.assign(row, { version: row.version + 1 });
    const { sql, values } = EntityStatements.of(this.manager, entity).updateAll(rows, this.tenantId);
    const { rowCount } = await execute(this.client, sql, values);
    if (rowCount !== rows.length) throw new Error('Rows were changed without being locked first');
  }
}
