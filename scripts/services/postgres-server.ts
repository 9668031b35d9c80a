import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { type DataFolder, isAlive, keptPassword, serverFolder } from './data-folder.js';
import { freePort } from './free-port.js';
import { LocalServer } from './local-server.js';
import { type PostgresBinaries } from './postgres-binaries.js';
import { giveTo, type SystemUser } from './unprivileged-user.js';

const SUPERUSER = 'entrepot_owner';
const PREDECESSOR_GONE_WITHIN_MS = 10_000;
/** A socket's whole path has 107 bytes at most on Linux and 103 on macOS; its name takes the rest. */
const SOCKET_FOLDER_MAX = 80;

/** Settings for data that nobody will miss: some four times as fast, and lost with the machine's power. */
const THROW_AWAY_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

export interface PostgresOptions {
  readonly binaries: PostgresBinaries;
  readonly data: DataFolder;
  readonly user: SystemUser | null;
  /** Every commit on disk before it is answered. */
  readonly durable: boolean;
}

/**
 * A PostgreSQL server of our own, on this machine only, its one superuser behind a password. Its URL goes by a socket
 * in the file system where there is room for one: a statement then costs some third less than by TCP.
 */
export interface PostgresServer {
  readonly url: string;
  readonly server: LocalServer;
}

/** @throws Error with PostgreSQL's own words when the data cannot be made or opened */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const password = keptPassword(options.data, 'postgres.password');
  const home = serverFolder(options.data, 'postgres', options.user);
  const cluster = path.join(home, 'cluster');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(options, home, password);
  await predecessorGone(cluster);
  const port = await freePort();
  const sockets = Buffer.byteLength(home) <= SOCKET_FOLDER_MAX ? home : '';
  const byWay = sockets === '' ? '' : `?host=${encodeURIComponent(sockets)}`;
  const url = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres${byWay}`;
  const server = new LocalServer({
    name: options.binaries.description,
    command: path.join(options.binaries.folder, 'postgres'),
    args: ['-D', cluster, '-p', port.toString(), ...settings(options.durable, sockets)],
    cwd: home,
    user: options.user,
    logFile: path.join(options.data.path, 'postgres.log'),
    stopSignal: 'SIGINT', // "fast": roll back what is open, write everything down, end
    probe: () => connects(url),
  });
  await server.start();
  return { url, server };
}

/** The major version that made the data kept in this folder; null when there is none yet. */
export function majorOfData(data: DataFolder): number | null {
  const file = path.join(data.path, 'postgres', 'cluster', 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : null;
}

function settings(durable: boolean, sockets: string): string[] {
  const all = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${sockets}`,
    'max_connections=500',
    'shared_buffers=256MB',
    // What a table holds is looked at again soon: a plan made while it was empty reads all of it for every row.
    'autovacuum_naptime=20s',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : THROW_AWAY_SETTINGS),
  ];
  return all.flatMap((setting) => ['-c', setting]);
}

function initialise({ binaries, data, user, durable }: PostgresOptions, home: string, password: string): void {
  const passwordFile = path.join(home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(user, passwordFile);
  const locale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
  const run = spawnSync(
    path.join(binaries.folder, 'initdb'),
    [
      ...['-D', path.join(home, 'cluster'), '-U', SUPERUSER, '-A', 'scram-sha-256', '--pwfile', passwordFile],
      ...['-E', 'UTF8', `--locale=${locale}`, ...(durable ? [] : ['--no-sync'])],
    ],
    {
      cwd: home,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    },
  );
  rmSync(passwordFile, { force: true });
  if (run.status !== 0) throw new Error(`initdb in ${data.path} failed: ${run.stderr}${run.error?.message ?? ''}`);
}

/**
 * Waits for a server that still runs on this data because the process that started it was killed a moment ago. Its
 * parent's death told it to stop (on Linux); elsewhere this does. The folder's lock is ours, so nobody else needs it.
 */
async function predecessorGone(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const deadline = performance.now() + PREDECESSOR_GONE_WITHIN_MS;
  while (existsSync(pidFile) && isPostgresOf(pid, cluster)) {
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) still runs on ${cluster}; stop it first`);
    process.kill(pid, 'SIGINT');
    await sleep(200);
  }
}

/** A process number may have been given to somebody else since: look at what it runs. */
function isPostgresOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = existsSync('/proc')
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : spawnSync('ps', ['-p', pid.toString(), '-o', 'command='], { encoding: 'utf8' }).stdout;
  return commandLine.includes(cluster);
}

async function connects(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}
