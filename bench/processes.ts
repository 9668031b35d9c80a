import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort, LocalServer, NODE_FLAGS } from '../scripts/services/index.js';
import { type BenchServices } from './harness.js';

/** Seals the secrets of webhooks. */
export const BENCH_KEY = Buffer.alloc(32, 5);

const SRC = path.resolve(import.meta.dirname, '../src');
const PARTNERS = ['customs', 'carrier', 'courier', 'bank', 'lender', 'insurer', 'tax-bureau', 'registry'] as const;

const PROGRAMS = {
  sandbox: { file: 'sandbox/main.js', health: '/health', port: 'SANDBOX_PORT' },
  api: { file: 'main.js', health: '/health/ready', port: 'PORT' },
  worker: { file: 'worker.js', health: '/health/ready', port: 'WORKER_PORT' },
} as const;
type ProgramName = keyof typeof PROGRAMS;

/** The platform's own processes as they run in production, with the defaults of its settings. */
export class BenchProcesses {
  private constructor(
    private readonly servers: readonly LocalServer[],
    private readonly names: readonly ProgramName[],
    private readonly folder: string,
    readonly baseUrl: string,
    readonly workerUrl: string,
    readonly sandboxUrl: string,
  ) {}

  /**
   * @param names which of them; a worker alone is enough where nobody asks the api
   * @param partnersWaitMs how long the simulated partners take for each step
   */
  static async start(
    { services, database }: BenchServices,
    names: readonly ProgramName[],
    partnersWaitMs = 0,
  ): Promise<BenchProcesses> {
    const ports = { api: await freePort(), worker: await freePort(), sandbox: await freePort() };
    const [baseUrl, workerUrl, sandboxUrl] = [url(ports.api), url(ports.worker), url(ports.sandbox)];
    const folder = path.join(tmpdir(), `entrepot-bench-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    const shared = {
      ...partnerUrls(sandboxUrl),
      PUBLIC_URL: baseUrl,
      ENCRYPTION_KEY: BENCH_KEY.toString('base64'),
      ...(services.redisUrl === null ? {} : { REDIS_URL: services.redisUrl }),
    };
    const env: Record<ProgramName, Record<string, string>> = {
      sandbox: { SANDBOX_PORT: String(ports.sandbox), SANDBOX_DELAY_MS: String(partnersWaitMs) },
      api: { ...shared, DATABASE_URL: database.appUrl, PORT: String(ports.api) },
      worker: { ...shared, DATABASE_URL: database.workerUrl, WORKER_PORT: String(ports.worker) },
    };
    // What stands twice among them gets a port of its own, and is asked nothing beside.
    const servers: LocalServer[] = [];
    for (const [index, name] of names.entries()) {
      const isFirst = names.indexOf(name) === index;
      const port = isFirst ? ports[name] : await freePort();
      const settings = isFirst ? env[name] : { ...env[name], [PROGRAMS[name].port]: String(port) };
      servers.push(program(name, path.join(folder, `${name}-${index}.log`), url(port), settings));
    }
    const processes = new BenchProcesses(servers, names, folder, baseUrl, workerUrl, sandboxUrl);
    try {
      await Promise.all(servers.map((server) => server.start()));
    } catch (error) {
      await processes.stop();
      throw error;
    }
    return processes;
  }

  /** Jobs that the worker has done since it started, of all queues together. */
  async jobsDone(): Promise<number> {
    const text = await (await fetch(`${this.workerUrl}/metrics`)).text();
    const counts = text.matchAll(/^job_seconds_count\{[^}]*outcome="done"[^}]*\} (\d+)$/gm);
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  }

  /** The most that any of these had in memory since it started, as Linux tells it. */
  peakMemoryMb(names: readonly ProgramName[]): number {
    const peaks = this.servers.filter((_server, index) => names.some((name) => name === this.names[index])).map(peakOf);
    return Math.max(...peaks);
  }

  /** @throws Error with the end of its log when one of them runs no more: what is waited for would never come */
  assertRunning(): void {
    for (const server of this.servers) server.assertRunning();
  }

  async stop(): Promise<void> {
    for (const server of this.servers.toReversed()) await server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function peakOf({ pid }: LocalServer): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

function program(name: ProgramName, logFile: string, baseUrl: string, env: Record<string, string>): LocalServer {
  const { file, health } = PROGRAMS[name];
  const flags = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
  return new LocalServer({
    name,
    command: process.execPath,
    args: [...NODE_FLAGS, ...flags, path.join(SRC, file)],
    cwd: process.cwd(),
    user: null,
    logFile,
    stopSignal: 'SIGTERM',
    env,
    probe: async () => {
      const answer = await fetch(baseUrl + health, { signal: AbortSignal.timeout(1_000) });
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    },
  });
}

function url(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function partnerUrls(sandboxUrl: string): Record<string, string> {
  return Object.fromEntries(
    PARTNERS.map((name) => [`${name.toUpperCase().replace('-', '_')}_URL`, `${sandboxUrl}/${name}`]),
  );
}
