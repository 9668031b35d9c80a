import { Redis } from 'ioredis';

import { dropDatabase, withClient } from './prepare-database.js';

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

/** Drops a template, its logins, and whatever was cloned from it. */
export async function dropTestDatabases(serverUrl: string, templateName: string): Promise<void> {
  const clones = await withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database WHERE starts_with(datname, $1)`,
      [`${templateName}_`],
    );
    return rows.map(({ datname }) => datname);
  });
  for (const name of [...clones, templateName]) await dropDatabase(serverUrl, name);
}

function withLogicalDatabase(url: string, number: number): string {
  const changed = new URL(url);
  changed.pathname = `/${number}`;
  return changed.href;
}
