import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';

import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { namedPg } from '../../src/platform/database/named-client.js';
import { QueueBackend } from '../../src/platform/queues/queue-backend.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/test-platform.js';

const PIDS = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;

describe('A connection that PostgreSQL ends', () => {
  let database: TestDatabase;
  let admin: pg.Pool;
  let warnings: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = ownerPool(database.adminUrl, 1);
    const ignore = (): undefined => undefined;
    Logger.overrideLogger({ log: ignore, error: ignore, warn: (text: unknown) => warnings.push(String(text)) });
  });
  beforeEach(() => {
    warnings = [];
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  /** Ends every connection but our own, and waits until they are gone. @returns how many */
  async function endAll(): Promise<number> {
    const { rows } = await admin.query<{ pid: number }>(PIDS);
    for (const { pid } of rows) await admin.query(`SELECT pg_terminate_backend($1)`, [pid]);
    await eventually(
      async () => (await admin.query(PIDS)).rows.length,
      (left) => left === 0,
    );
    return rows.length;
  }

  const untilWarned = (times: number) =>
    eventually(
      () => Promise.resolve(warnings),
      ({ length }) => times > 0 && length === times,
    );

  it('while nobody uses it is noted by the pool of the records, which makes another', async () => {
    const source = await new DataSource(dataSourceOptions(database.appUrl)).initialize();
    try {
      await Promise.all([source.query('SELECT pg_sleep(0.05)'), source.query('SELECT pg_sleep(0.05)')]);
      await untilWarned(await endAll());
      expect(await source.query('SELECT 6 * 7 AS n')).toEqual([{ n: 42 }]);
    } finally {
      await source.destroy();
    }
  });

  it('while nobody uses it is noted by the pool of the queues, which makes another', async () => {
    const backend = new QueueBackend({ databaseUrl: database.workerUrl, redisUrl: null, jobLockMs: 10_000 });
    try {
      await Promise.all([backend.ping(), backend.ping()]);
      await untilWarned(await endAll());
      await expect(backend.ping()).resolves.toBeUndefined();
    } finally {
      await backend.close();
    }
  });

  it.each([
    ['before it was asked', () => endAll()],
    ['while it answers', (held: pg.PoolClient) => held.query('SELECT pg_terminate_backend(pg_backend_pid())')],
  ])('after it was handed out, %s, fails what is asked on it, and nothing else', async (_when, end) => {
    const pool = new namedPg.Pool({ connectionString: database.appUrl, max: 2 });
    try {
      const held = await pool.connect();
      await expect(Promise.resolve(end(held)).then(() => held.query('SELECT 1'))).rejects.toThrow();
      held.release();
      expect((await pool.query('SELECT 6 * 7 AS n')).rows).toEqual([{ n: 42 }]);
    } finally {
      await pool.end();
    }
  });
});
