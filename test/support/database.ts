import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { services } from './services.js';

/** PostgreSQL's `object_in_use`. */
const IN_USE = '55006';

/** A migrated database of one test file's own. */
export interface TestDatabase {
  readonly name: string;
  /** As the owner: sees and may change everything. */
  readonly adminUrl: string;
  /** As the api connects: one tenant at a time, if any. */
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly drop: () => Promise<void>;
}

/** Clones the migrated template, in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, appUrl, workerUrl, templateName } = services();
  const name = `${templateName}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${templateName}`);
  return {
    name,
    adminUrl: withDatabase(adminUrl, name),
    appUrl: withDatabase(appUrl, name),
    workerUrl: withDatabase(workerUrl, name),
    drop: () => drop(adminUrl, name),
  };
}

/** To look about in a database as its owner. */
export function ownerPool(adminUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: adminUrl, max });
  // A connection that breaks while nobody uses it is replaced when it is needed.
  return pool.on('error', () => undefined);
}

/**
 * A pool says that it has ended a moment before its connections have. PostgreSQL waits five seconds for them; to end them
 * at once, by force, would be an error out of nowhere to the process that closes them.
 * @throws Error when a connection was left open: whoever opened it has not closed it
 */
async function drop(adminUrl: string, name: string): Promise<void> {
  try {
    await asAdmin(adminUrl, `DROP DATABASE ${name}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== IN_USE) throw error;
    const left = await asAdmin(
      adminUrl,
      `SELECT application_name, state, query FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    await asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    throw new Error(`Connections were left open: ${JSON.stringify(left)}`, { cause: error });
  }
}

async function asAdmin(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
