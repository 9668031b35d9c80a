import { EventEmitter, once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';

import { throwAwayFolder } from '../../scripts/services/data-folder.js';
import {
  dropDatabase,
  NoPostgresError,
  prepareDatabase,
  startServices,
  withClient,
} from '../../scripts/services/index.js';
import { findPostgresBinaries } from '../../scripts/services/postgres-binaries.js';
import { startPostgres } from '../../scripts/services/postgres-server.js';
import { findRedis } from '../../scripts/services/redis-server.js';
import { unprivilegedUser } from '../../scripts/services/unprivileged-user.js';
import { createTestDatabase } from '../support/database.js';
import { services } from '../support/services.js';

/** The machine alone: whatever URLs this test run was given stay out of it. */
const machine = { PATH: process.env['PATH'] };

describe('PostgreSQL', () => {
  const user = unprivilegedUser();
  const search = findPostgresBinaries(machine, user);

  it.each(search.found.map((binaries) => [binaries.description, binaries] as const))(
    'serves from %s, to whoever knows the password',
    async (_description, binaries) => {
      const data = throwAwayFolder();
      const { url, server } = await startPostgres({ binaries, data, user, durable: false });
      try {
        const answer = await withClient(url, (client) => client.query<{ count: string }>('SELECT 6 * 7 AS count'));
        expect(answer.rows).toEqual([{ count: 42 }]);
        const stranger = url.replace(/:[^:@]+@/, ':guessed@');
        await expect(withClient(stranger, () => Promise.resolve())).rejects.toThrow('password authentication failed');
      } finally {
        await server.stop();
        data.release();
      }
      expect(existsSync(data.path)).toBe(false);
    },
  );

  it.each(search.found.map((binaries) => [binaries.description, binaries] as const))(
    'from %s is enough for an owner who is no superuser, as on managed servers',
    async (_description, binaries) => {
      const data = throwAwayFolder();
      const { url, server } = await startPostgres({ binaries, data, user, durable: false });
      try {
        await withClient(url, (client) => client.query(`CREATE ROLE owner LOGIN CREATEDB CREATEROLE PASSWORD 'own'`));
        const given = url.replace(/\/\/[^@]+@/, '//owner:own@');
        const first = await prepareDatabase(given, 'managed');
        const again = await prepareDatabase(given, 'managed');
        expect([first.applied.length > 0, again.applied.length]).toEqual([true, 0]);
        await dropDatabase(given, 'managed');
        const left = `SELECT FROM pg_roles WHERE starts_with(rolname, 'managed') UNION ALL SELECT FROM pg_database WHERE datname = 'managed'`;
        expect((await withClient(url, (client) => client.query(left))).rowCount).toBe(0);
      } finally {
        await server.stop();
        data.release();
      }
    },
  );

  it('is not taken when it is too old, and the reason is told', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entrepot-old-'));
    for (const name of ['postgres', 'initdb']) {
      writeFileSync(path.join(folder, name), '#!/bin/sh\necho "postgres (PostgreSQL) 14.9"\n');
      chmodSync(path.join(folder, name), 0o755);
    }
    const { rejected } = findPostgresBinaries({ PATH: folder }, null);
    rmSync(folder, { recursive: true });
    expect(rejected).toContain(`${folder} is PostgreSQL 14, older than 15`);
  });

  it('that is nowhere makes one error that names every way to it', () => {
    const { message } = new NoPostgresError(['/opt/pg is PostgreSQL 14, older than 15']);
    for (const way of ['DATABASE_URL', 'apt-get install postgresql', 'npm ci', 'docker compose up', 'PostgreSQL 14']) {
      expect(message).toContain(way);
    }
  });

  it('that DATABASE_URL promises and that does not answer is an error, not a reason to look elsewhere', async () => {
    const started = startServices({ env: { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' } });
    await expect(started).rejects.toThrow(/^DATABASE_URL does not serve: .*ECONNREFUSED/);
  });

  it('that DATABASE_URL gives is taken as it is, and left running', async () => {
    const { adminUrl } = services();
    const running = await startServices({ env: { ...machine, DATABASE_URL: adminUrl } });
    await running.stop();
    expect(running).toMatchObject({ adminUrl, postgres: null });
    expect(running.described[0]).toMatch(/given by DATABASE_URL$/);
    expect((await withClient(adminUrl, (client) => client.query('SELECT 1'))).rowCount).toBe(1);
  });

  it('that DATABASE_URL gives to a user who may not create databases is an error', async () => {
    const { appUrl } = services();
    await expect(startServices({ env: { DATABASE_URL: appUrl } })).rejects.toThrow(
      'may not create databases and roles',
    );
  });
});

describe('Data that is kept', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entrepot-kept-'));
    chmodSync(folder, 0o755);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('survives a restart', async () => {
    const first = await startServices({ dataDir: folder, env: machine });
    await withClient(first.adminUrl, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS id'));
    await first.stop();

    const second = await startServices({ dataDir: folder, env: machine });
    const { rows } = await withClient(second.adminUrl, (client) => client.query('SELECT id FROM kept'));
    await second.stop();
    expect(rows).toEqual([{ id: 1 }]);
  });

  it('is held by one process at a time', async () => {
    writeFileSync(path.join(folder, 'services.pid'), process.ppid.toString());
    await expect(startServices({ dataDir: folder, env: machine })).rejects.toThrow(`in use by process ${process.ppid}`);
  });

  it('is taken over from a process that was killed', async () => {
    writeFileSync(path.join(folder, 'services.pid'), '4194303'); // above the highest process number
    const running = await startServices({ dataDir: folder, env: machine });
    await running.stop();
    expect(running.described).toHaveLength(2);
  });
});

describe('A database made ready', () => {
  it('may be made ready again, without a second migration', async () => {
    const { adminUrl } = services();
    const { name, drop } = await createTestDatabase();
    const again = await prepareDatabase(adminUrl, name);
    await drop();
    expect(again.applied).toEqual([]);
  });

  it('carries queues where there is no Redis, for the worker and nobody else', async () => {
    const database = await createTestDatabase();
    const pool = new pg.Pool({ connectionString: database.workerUrl, max: 8, options: '-c search_path=bullmq' });
    pool.on('error', () => undefined);
    const options = { connection: pool as never };
    const queue = new Queue('letters', options, createPostgresBackend as never);
    const arrived = new EventEmitter();
    const work = (job: { data: unknown }) => Promise.resolve(void arrived.emit('letter', job.data));
    const worker = new Worker('letters', work, options, createPostgresBackend as never);
    try {
      const letter = once(arrived, 'letter');
      await queue.add('letter', { id: 'one' });
      await expect(letter).resolves.toEqual([{ id: 'one' }]);
      const asApi = withClient(database.appUrl, (client) => client.query('SELECT * FROM bullmq.job'));
      await expect(asApi).rejects.toThrow('permission denied');
    } finally {
      await worker.close();
      await queue.close();
      await pool.end();
      await database.drop();
    }
  });
});

describe('Redis', () => {
  it('is not missed when there is none', () => {
    expect(findRedis({ PATH: '' })).toBe('no valkey-server or redis-server on the PATH');
  });
});
