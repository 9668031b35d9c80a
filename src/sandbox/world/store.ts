import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS story (
    partner TEXT NOT NULL, kind TEXT NOT NULL, reference TEXT NOT NULL,
    head TEXT NOT NULL, parked TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (partner, kind, reference)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS known_as (
    name TEXT NOT NULL, partner TEXT NOT NULL, kind TEXT NOT NULL, reference TEXT NOT NULL,
    PRIMARY KEY (name, partner, kind, reference)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS step (
    id INTEGER PRIMARY KEY, due_ms INTEGER NOT NULL,
    partner TEXT NOT NULL, kind TEXT NOT NULL, reference TEXT NOT NULL, step TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS callback (
    id INTEGER PRIMARY KEY, partner TEXT NOT NULL, lane TEXT NOT NULL, in_reply_to TEXT NOT NULL, url TEXT NOT NULL,
    message_id TEXT, traceparent TEXT, content_type TEXT NOT NULL, body TEXT NOT NULL,
    due_ms INTEGER NOT NULL, attempts INTEGER NOT NULL, loose INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS received (
    id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, partner TEXT NOT NULL, reference TEXT, effect TEXT NOT NULL,
    status INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, headers TEXT NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS ix_received_reference ON received (partner, reference);
  CREATE TABLE IF NOT EXISTS number_used (name TEXT PRIMARY KEY, upto INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
const TABLES = ['story', 'known_as', 'step', 'callback', 'received', 'fact'] as const;

const MEMORY = ':memory:';

/**
 * The memory of the outside world: one SQLite file, one connection.
 *
 * Everything that happens in one turn of the event loop is one transaction, committed at the turn's end; answers
 * and callbacks wait for that commit (`settled`). So under load hundreds of requests share a commit, and a killed
 * process still remembers whatever it has answered. `synchronous = OFF` gives that up only for a crash of the
 * machine itself, which a simulated partner may.
 */
export class Store {
  private readonly db: DatabaseSync;
  private isOpen = false;
  private waiting: (() => void)[] = [];
  private readonly beforeCommit: (() => void)[] = [];
  private readonly beginStatement: StatementSync;
  private readonly commitStatement: StatementSync;

  /** @param path of the file, whose folder is made where it is missing, or `:memory:` */
  constructor(path: string) {
    if (path !== MEMORY) mkdirSync(dirname(path), { recursive: true });
    this.db = new DatabaseSync(path);
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;');
    this.db.exec(SCHEMA);
    this.beginStatement = this.db.prepare('BEGIN');
    this.commitStatement = this.db.prepare('COMMIT');
  }

  prepare(sql: string): StatementSync {
    return this.db.prepare(sql);
  }

  /** Runs a change inside the transaction of this turn. */
  write(statement: StatementSync, ...values: SQLInputValue[]): number {
    this.begin();
    return Number(statement.run(...values).lastInsertRowid);
  }

  /** Work that still belongs to the turn's transaction is done just before it commits, in the order of registration. */
  onBeforeCommit(work: () => void): void {
    this.beforeCommit.push(work);
  }

  /** Ensures that a turn's end comes even when nothing was written yet. */
  begin(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.beginStatement.run();
    setImmediate(() => {
      this.commit();
    });
  }

  /** Resolves when all that was written so far is kept. */
  settled(): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  /** Calls back when all that was written so far is kept. */
  whenSettled(work: () => void): void {
    if (this.isOpen) this.waiting.push(work);
    else work();
  }

  /** Forgets everything but the numbers given out, so that none is ever given out twice. */
  forgetAll(): void {
    this.begin();
    for (const table of TABLES) this.db.exec(`DELETE FROM ${table}`);
  }

  close(): void {
    if (this.isOpen) this.commit();
    this.db.close();
  }

  private commit(): void {
    if (!this.isOpen) return;
    for (const work of this.beforeCommit) work();
    this.commitStatement.run();
    this.isOpen = false;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
