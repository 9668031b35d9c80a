import { type Duplex } from 'node:stream';

import pg from 'pg';

import { outliveConnections } from './lost-connection.js';

/** How often a text must repeat before it is worth a name, and how many names a connection may hold. */
const REPEATS_MIN = 2;
const NAMES_MAX = 1_000;

const seen = new Map<string, { count: number; readonly name: string }>();

/**
 * A client that names every statement which repeats, so that TypeORM's statements too are parsed and planned
 * once per connection. Statement texts come from a finite set: TypeORM's and our own.
 */
class NamedClient extends pg.Client {
  private isCorked = false;

  // The driver's `query` has a dozen overloads; only the (text, values, callback?) form is touched.
  override query(...args: unknown[]): never {
    this.gather();
    const [text, values, callback] = args;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null;
    const forward = super.query.bind(this) as (...rest: unknown[]) => never;
    return name === null ? forward(...args) : forward({ name, text, values }, callback);
  }

  /** What is asked in one breath leaves in one write: on a pipelined connection a write per statement is what costs. */
  private gather(): void {
    if (this.isCorked) return;
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
    this.isCorked = true;
    stream.cork();
    process.nextTick(() => {
      this.isCorked = false;
      stream.uncork();
    });
  }
}

function nameOf(text: string): string | null {
  let statement = seen.get(text);
  if (statement === undefined) {
    if (seen.size >= NAMES_MAX) return null;
    statement = { count: 0, name: `t${seen.size}` };
    seen.set(text, statement);
  }
  statement.count += 1;
  return statement.count > REPEATS_MIN ? statement.name : null;
}

class NamedPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: NamedClient });
    outliveConnections(this);
  }
}

/** The `pg` driver for TypeORM, with prepared statements. */
export const namedPg = { ...pg, Client: NamedClient, Pool: NamedPool };
