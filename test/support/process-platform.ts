import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type pg from 'pg';

import {
  freePort,
  LocalServer,
  NODE_ENVIRONMENT,
  NODE_FLAGS,
  prepareDatabase,
  type Services,
  startServices,
} from '../../scripts/services/index.js';
import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { createTestDatabase, ownerPool, type TestDatabase } from './database.js';
import { services } from './services.js';
import { Trader } from './trader.js';

const DIST = path.resolve(import.meta.dirname, '../../dist/src');
/** A folder that keeps what the processes logged, for a person to read; else it goes with them. */
const KEPT_LOGS = process.env['FAULT_LOGS'];
const PARTNERS = ['customs', 'carrier', 'courier', 'bank', 'lender', 'tax-bureau'] as const;
export type Partner = (typeof PARTNERS)[number];

interface StartOptions {
  /** False: BullMQ's PostgreSQL backend, though the machine may have a Redis. */
  readonly redis?: boolean;
  /** True: a PostgreSQL that may be stopped; it takes some seconds to make. Else a database on that of all tests. */
  readonly ownPostgres?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The platform as it runs in production: processes of their own, all of which may be killed. */
export class ProcessPlatform {
  private constructor(
    readonly services: Services,
    readonly database: TestDatabase,
    readonly baseUrl: string,
    readonly sandboxUrl: string,
    readonly api: LocalServer,
    readonly worker: LocalServer,
    private readonly sandbox: LocalServer,
    private readonly logFolder: string,
    /** As the owner: sees every tenant. */
    readonly admin: pg.Pool,
  ) {}

  static async start({ redis = true, ownPostgres = false, env = {} }: StartOptions = {}): Promise<ProcessPlatform> {
    const found = { ...process.env };
    if (!redis) found['PATH'] = ''; // no Redis program is found, and PostgreSQL comes from its usual folders
    if (!ownPostgres) found['DATABASE_URL'] = services().adminUrl;
    const around = await startServices({ env: found });
    const database = ownPostgres ? await ownDatabase(around.adminUrl) : await createTestDatabase();
    const [apiPort, workerPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
    const baseUrl = `http://127.0.0.1:${apiPort}`;
    const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
    const shared = {
      ...partnerUrls(sandboxUrl),
      SANDBOX_URL: sandboxUrl,
      PUBLIC_URL: baseUrl,
      LOG_LEVEL: 'warn',
      REDELIVER_AFTER_MS: '3000',
      JOB_LOCK_MS: '3000',
      ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64'),
      ...(around.redisUrl === null ? {} : { REDIS_URL: around.redisUrl }),
      ...env,
    };
    const logFolder = mkdtempSync(path.join(KEPT_LOGS ?? tmpdir(), 'entrepot-fault-'));
    const logFile = (name: string): string => path.join(logFolder, `${name}.log`);
    const sandbox = program(logFile('sandbox'), 'sandbox/main.js', `${sandboxUrl}/health`, {
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_DELAY_MS: '20',
    });
    const api = program(logFile('api'), 'main.js', `${baseUrl}/health/ready`, {
      ...shared,
      DATABASE_URL: database.appUrl,
      PORT: String(apiPort),
    });
    const worker = program(logFile('worker'), 'worker.js', `http://127.0.0.1:${workerPort}/health/live`, {
      ...shared,
      DATABASE_URL: database.workerUrl,
      WORKER_PORT: String(workerPort),
    });
    await Promise.all([sandbox.start(), api.start(), worker.start()]);
    const admin = ownerPool(database.adminUrl, 2);
    return new ProcessPlatform(around, database, baseUrl, sandboxUrl, api, worker, sandbox, logFolder, admin);
  }

  async trader(parties: { seller?: object; buyer?: object } = {}): Promise<Trader> {
    const { tenantId, apiKey } = await createTenant(this.database.adminUrl, { name: 'Fault', livemode: false });
    return Trader.open({ baseUrl: this.baseUrl, sandboxUrl: this.sandboxUrl, apiKey, tenantId }, parties);
  }

  /** Sets how a partner behaves; what is not named is normal. */
  async switch(partner: Partner, switches: object): Promise<void> {
    const answer = await fetch(`${this.sandboxUrl}/control/partners/${partner}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(switches),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async switchAll(switches: object): Promise<void> {
    for (const partner of PARTNERS) await this.switch(partner, switches);
  }

  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(sql, [...values])).rows;
  }

  /** Everything that api and worker have logged so far. */
  logs(): string {
    return [this.log('api'), this.log('worker')].join('\n');
  }

  log(name: 'api' | 'worker'): string {
    return readFileSync(path.join(this.logFolder, `${name}.log`), 'utf8');
  }

  async stop(): Promise<void> {
    await this.admin.end();
    await Promise.all([this.worker, this.api, this.sandbox].map((server) => server.stop()));
    await this.database.drop();
    await this.services.stop();
    if (KEPT_LOGS === undefined) rmSync(this.logFolder, { recursive: true });
  }
}

/** Goes with its server. */
async function ownDatabase(serverUrl: string): Promise<TestDatabase> {
  return { ...(await prepareDatabase(serverUrl, `fault_${process.pid}`)), drop: () => Promise.resolve() };
}

function program(logFile: string, file: string, health: string, env: Record<string, string>): LocalServer {
  const name = path.basename(logFile, '.log');
  return new LocalServer({
    name,
    command: process.execPath,
    args: [...NODE_FLAGS, path.join(DIST, file)],
    cwd: process.cwd(),
    user: null,
    logFile,
    stopSignal: 'SIGTERM',
    env: { ...NODE_ENVIRONMENT, ...env, TZ: 'UTC' },
    probe: async () => {
      const answer = await fetch(health, { signal: AbortSignal.timeout(1_000) });
      if (!answer.ok) throw new Error(`${name} answers ${answer.status}`);
    },
  });
}

function partnerUrls(sandboxUrl: string): Record<string, string> {
  return Object.fromEntries(
    PARTNERS.flatMap((name) => {
      const prefix = name.toUpperCase().replace('-', '_');
      return [
        [`${prefix}_URL`, `${sandboxUrl}/${name}`],
        [`${prefix}_SECRET`, `sandbox-${name}-secret`],
      ];
    }),
  );
}
