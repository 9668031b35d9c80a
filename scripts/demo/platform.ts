import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { publicId } from '../../src/kernel/ids.js';
import { createTenant, type CreatedTenant } from '../../src/platform/operations/create-tenant.js';
import {
  freePort,
  isFree,
  LocalServer,
  NODE_ENVIRONMENT,
  NODE_FLAGS,
  prepareDatabase,
  type Services,
  startServices,
} from '../services/index.js';
import { shownPath } from './terminal.js';

/** Fast enough to watch, slow enough to see. */
const STEP_MS = 300;
/** A tax bureau takes longer than a bank: so an advance on its refund makes sense. */
export const TAX_BUREAU_STEP_MS = 1_200;

const API_PORT = 3_000;
const SANDBOX_PORT = 3_100;
const DIST = path.resolve(import.meta.dirname, '../../src');

/** Everything that runs: the services, the three processes, and a tenant to play with. */
export interface RunningPlatform {
  readonly baseUrl: string;
  readonly sandboxUrl: string;
  readonly tenant: CreatedTenant;
  /** Where data, logs and keys are, as one would type it. */
  readonly folder: string;
  /** Leaves the keys in `demo.json` there while the demo is up, for curl and other tools. */
  leaveKeys(webhookSecret: string): void;
  stop(): Promise<void>;
}

/**
 * Brings everything up, in the order in which it depends on one another.
 * @throws Error in words when something does not come up; whatever was started is stopped then
 */
export async function startPlatform(data: string, say: (line: string) => void): Promise<RunningPlatform> {
  const started: { stop(): Promise<unknown> }[] = [];
  const demoFile = path.join(data, 'demo.json');
  const forgetKeys = (): void => {
    rmSync(demoFile, { force: true });
  };
  process.once('exit', forgetKeys);
  const stop = async (): Promise<void> => {
    forgetKeys();
    for (const part of started.splice(0).reverse()) await part.stop();
  };
  try {
    const services = await startServices({ dataDir: data, log: say });
    started.push(services);
    const database = await prepareDatabase(services.adminUrl, 'entrepot');
    const ports = { api: await preferred(API_PORT), worker: await freePort(), sandbox: await preferred(SANDBOX_PORT) };
    const baseUrl = `http://127.0.0.1:${ports.api}`;
    const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
    const shared = environment(services, data, baseUrl, sandboxUrl);
    const programs = [
      program('sandbox', data, ports.sandbox, {
        SANDBOX_PORT: String(ports.sandbox),
        SANDBOX_STATE: path.join(data, 'sandbox.sqlite'),
        SANDBOX_DELAY_MS: String(STEP_MS),
      }),
      program('api', data, ports.api, { ...shared, DATABASE_URL: database.appUrl, PORT: String(ports.api) }),
      program('worker', data, ports.worker, {
        ...shared,
        DATABASE_URL: database.workerUrl,
        WORKER_PORT: String(ports.worker),
      }),
    ];
    started.push(...programs);
    await Promise.all(programs.map((one) => one.start()));
    say(`Platform: api ${baseUrl}, worker, and the outside world ${sandboxUrl}`);
    const tenant = await createTenant(database.adminUrl, { name: 'Demo', livemode: false });
    const leaveKeys = (webhookSecret: string): void => {
      const keys = { baseUrl, tenantId: publicId('tenant', tenant.tenantId), apiKey: tenant.apiKey, webhookSecret };
      writeFileSync(demoFile, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    };
    return { baseUrl, sandboxUrl, tenant, folder: shownPath(data), leaveKeys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(
  { redisUrl }: Services,
  data: string,
  baseUrl: string,
  sandboxUrl: string,
): Record<string, string> {
  const partners = ['customs', 'carrier', 'courier', 'bank', 'lender', 'insurer', 'tax-bureau', 'registry'].map(
    (name) => [`${name.toUpperCase().replace('-', '_')}_URL`, `${sandboxUrl}/${name}`],
  );
  const tracing = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return {
    ...(Object.fromEntries(partners) as Record<string, string>),
    SANDBOX_URL: sandboxUrl,
    PUBLIC_URL: baseUrl,
    ENCRYPTION_KEY: keptKey(data),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    WEBHOOKS_ALLOW_LOOPBACK: 'true',
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
    ...(tracing === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: tracing }),
  };
}

/** Made once: what it encrypted in the database must be readable at the next start. */
function keptKey(data: string): string {
  const file = path.join(data, 'encryption.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

const PROGRAMS = {
  sandbox: { file: 'sandbox/main.js', health: '/health' },
  api: { file: 'main.js', health: '/health/ready' },
  worker: { file: 'worker.js', health: '/health/ready' },
} as const;

/** One process of the platform; it ends with us, and its log stays in the folder `logs`. */
function program(name: keyof typeof PROGRAMS, data: string, port: number, env: Record<string, string>): LocalServer {
  const { file, health } = PROGRAMS[name];
  const logFile = path.join(data, 'logs', `${name}.log`);
  mkdirSync(path.dirname(logFile), { recursive: true });
  rmSync(logFile, { force: true });
  return new LocalServer({
    name: `The ${name}`,
    command: process.execPath,
    args: [...NODE_FLAGS, path.join(DIST, file)],
    cwd: process.cwd(),
    user: null,
    logFile,
    stopSignal: 'SIGTERM',
    env: { ...NODE_ENVIRONMENT, ...env },
    probe: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}${health}`, { signal: AbortSignal.timeout(1_000) });
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    },
  });
}

/** The port that people know, or any other when somebody has it. */
async function preferred(port: number): Promise<number> {
  return (await isFree(port)) ? port : freePort();
}
