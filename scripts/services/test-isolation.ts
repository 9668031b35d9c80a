import { Redis } from 'ioredis';

import { withClient } from './prepare-database.js';

const LOGICAL_DATABASES = 16;

/**
 * URLs of `count` databases of this Redis that hold nothing, so that tests may empty them between files.
 * @returns fewer, or none, where a server that somebody lent us has no room
 */
export async function emptyRedisDatabases(url: string, count: number): Promise<string[]> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  const empty: string[] = [];
  try {
    await client.connect();
    for (let number = LOGICAL_DATABASES - 1; number >= 0 && empty.length < count; number -= 1) {
      await client.select(number);
      if ((await client.dbsize()) === 0) empty.push(withLogicalDatabase(url, number));
    }
  } finally {
    if (client.status !== 'end') client.disconnect(); // once more would wait two seconds for nothing
  }
  return empty;
}

/** Drops a template, whatever was cloned from it, and every login that was made for either. */
export async function dropTestDatabases(serverUrl: string, templateName: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const databases = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)`,
      [templateName],
    );
    for (const { name } of databases.rows) {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    }
    const logins = await client.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, $1)`,
      [templateName],
    );
    for (const { name } of logins.rows) await client.query(`DROP ROLE ${client.escapeIdentifier(name)}`);
  });
}

function withLogicalDatabase(url: string, number: number): string {
  const changed = new URL(url);
  changed.pathname = `/${number}`;
  return changed.href;
}
