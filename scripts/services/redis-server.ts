import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { Redis } from 'ioredis';

import { type DataFolder, keptPassword } from './data-folder.js';
import { type Env, findOnPath } from './executables.js';
import { freePort } from './free-port.js';
import { LocalServer } from './local-server.js';

const OLDEST_REDIS = [6, 2] as const;

export interface RedisBinary {
  readonly file: string;
  readonly description: string;
}

/** A Redis (or Valkey) of our own, on loopback only, behind a password. */
export interface RedisServer {
  readonly url: string;
  readonly server: LocalServer;
}

/** @returns the server's binary on this machine, or a sentence that says why there is none */
export function findRedis(env: Env): RedisBinary | string {
  const file = findOnPath('valkey-server', env) ?? findOnPath('redis-server', env);
  if (file === null) return 'no valkey-server or redis-server on the PATH';
  const run = spawnSync(file, ['--version'], { encoding: 'utf8' });
  const version = /v=(\d+)\.(\d+)\.\S+/.exec(run.stdout);
  if (version === null) return `${file} does not run: ${run.stderr.trim()}`;
  if (!isNewEnough(version[1], version[2])) return `${file} is older than ${OLDEST_REDIS.join('.')}`;
  return { file, description: `${path.basename(file)} ${version[0].slice(2)}, found at ${file}` };
}

/** Durable: every write is in the append-only file within a second. Otherwise nothing is written at all. */
export async function startRedis(binary: RedisBinary, data: DataFolder, durable: boolean): Promise<RedisServer> {
  const password = keptPassword(data, 'redis.password');
  const home = path.join(data.path, 'redis');
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const port = await freePort();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const configuration = [
    `port ${port}`,
    'bind 127.0.0.1',
    `requirepass ${password}`,
    `dir "${home}"`,
    'maxmemory-policy noeviction', // BullMQ loses jobs where keys may be evicted
    'save ""',
    `appendonly ${durable ? 'yes' : 'no'}`,
  ];
  const server = new LocalServer({
    name: binary.description,
    command: binary.file,
    args: ['-'],
    stdin: configuration.join('\n'),
    cwd: home,
    user: null,
    logFile: path.join(data.path, 'redis.log'),
    stopSignal: 'SIGTERM',
    probe: async () => {
      await redisInfo(url);
    },
  });
  await server.start();
  return { url, server };
}

/** Checks a Redis that somebody else runs. @throws Error when it cannot be reached or is too old */
export async function checkGivenRedis(url: string): Promise<string> {
  const info = await redisInfo(url);
  const version = /redis_version:(\d+)\.(\d+)\S*/.exec(info);
  if (version === null || !isNewEnough(version[1], version[2])) {
    throw new Error(`REDIS_URL leads to a server older than ${OLDEST_REDIS.join('.')}`);
  }
  return `Redis ${version[0].slice('redis_version:'.length)}, given by REDIS_URL`;
}

function isNewEnough(major = '0', minor = '0'): boolean {
  const [oldestMajor, oldestMinor] = OLDEST_REDIS;
  return Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
}

async function redisInfo(url: string): Promise<string> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined); // the same error rejects connect()
  try {
    await client.connect();
    return await client.info('server');
  } finally {
    if (client.status !== 'end') client.disconnect(); // once more would wait two seconds for nothing
  }
}
