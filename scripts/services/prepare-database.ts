import { randomBytes } from 'node:crypto';

import { runMigrations } from 'bullmq';
import pg from 'pg';

import { recordSeed } from '../../src/catalogue/application/record-entries.js';
import { hsSeed } from '../../src/catalogue/data/hs-seed/index.js';
import { migrate } from '../../src/platform/database/data-source.js';

/** A database ready for the platform's processes, each with a login that owns nothing. */
export interface PreparedDatabase {
  readonly name: string;
  /** The owner: migrates, and makes and drops databases. */
  readonly adminUrl: string;
  /** For the api: member of `entrepot_app`, sees one tenant at a time. */
  readonly appUrl: string;
  /** For the worker: member of `entrepot_worker`. */
  readonly workerUrl: string;
  /** The migrations that were applied now. */
  readonly applied: readonly string[];
}

/** A user of the database server and its password. */
export interface Login {
  readonly name: string;
  readonly password: string;
}

/**
 * Creates the database `name` unless it is there, brings it up to date, and gives api and worker a login with a new
 * password. May be repeated.
 */
export async function prepareDatabase(serverUrl: string, name: string): Promise<PreparedDatabase> {
  await withClient(serverUrl, (client) => createDatabase(client, name));
  const adminUrl = withDatabase(serverUrl, name);
  const applied = await migrateAll(adminUrl);
  const api = { name: `${name}_api_login`, password: randomBytes(24).toString('hex') };
  const worker = { name: `${name}_worker_login`, password: randomBytes(24).toString('hex') };
  await withClient(adminUrl, async (client) => {
    await grantLogin(client, api, 'entrepot_app');
    await grantLogin(client, worker, 'entrepot_worker');
  });
  return { name, adminUrl, applied, appUrl: withLogin(adminUrl, api), workerUrl: withLogin(adminUrl, worker) };
}

/**
 * Our migrations, the reference data that comes with the project, and the tables of BullMQ's PostgreSQL backend, for where
 * there is no Redis.
 */
export async function migrateAll(adminUrl: string): Promise<string[]> {
  const applied = await migrate(adminUrl);
  await withClient(adminUrl, async (client) => {
    await recordSeed(client, hsSeed());
    await runMigrations(client);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA bullmq TO entrepot_worker; -- it makes a sequence per queue
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO entrepot_worker;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO entrepot_worker;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO entrepot_worker`);
  });
  return applied;
}

/** Makes the login unless it is there, sets its password, and makes it a member of `role`. */
export async function grantLogin(client: pg.Client, login: Login, role: string): Promise<void> {
  const name = client.escapeIdentifier(login.name);
  const existing = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login.name]);
  const verb = existing.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(login.password)}`);
  await client.query(`GRANT ${client.escapeIdentifier(role)} TO ${name}`);
}

/** Takes away what `prepareDatabase` made, whoever is still connected. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    for (const login of [`${name}_api_login`, `${name}_worker_login`]) {
      await client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(login)}`);
    }
  });
}

/** The same server and user, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withLogin(url: string, { name, password }: Login): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(name);
  changed.password = password;
  return changed.href;
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const existing = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (existing.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
}
