import 'reflect-metadata';

import path from 'node:path';

import { type INestApplication } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { Pool } from 'undici';

import { freePort } from '../../scripts/services/free-port.js';
import { API_GUIDE } from '../../src/api-guide.js';
import { AppModule } from '../../src/app.module.js';
import { type AppConfig, readConfig } from '../../src/platform/config/app-config.js';
import { serveConsole } from '../../src/platform/http/console-page.js';
import { createHttpApp, createWorkerApp } from '../../src/platform/http/http-app.js';
import { describeApi, serveDocs } from '../../src/platform/http/openapi.js';
import { createLogger } from '../../src/platform/observability/logger.js';
import { createTenant } from '../../src/platform/operations/create-tenant.js';
import { createSandbox } from '../../src/sandbox/sandbox.js';
import { ApiClient } from './api-client.js';
import { Contract } from './contract.js';
import { createTestDatabase, ownerPool, type TestDatabase } from './database.js';
import { type QueueBackend, queueBackend, queueUrl } from './services.js';

const PATIENCE_MS = 50_000;
/** As the build made it: a browser runs no TypeScript. */
const CONSOLE = path.resolve(import.meta.dirname, '../../dist/console');

interface StartOptions {
  /** Which queues; those that the platform itself would take here unless said. */
  readonly backend?: QueueBackend;
  /** False for tests of the api alone. */
  readonly worker?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestTenant {
  readonly tenantId: string;
  readonly apiKey: string;
  readonly client: ApiClient;
}

type Sandbox = Awaited<ReturnType<typeof createSandbox>>;

/** The real platform, api and worker, on a database of its own, with the sandbox partners beside it. */
export class TestPlatform {
  private constructor(
    readonly config: AppConfig,
    readonly database: TestDatabase,
    readonly sandbox: Sandbox,
    readonly api: NestFastifyApplication,
    private worker: INestApplication | null,
    private readonly workerConfig: AppConfig,
    private readonly pool: Pool,
    readonly contract: Contract,
    /** As the owner: sees every tenant. For looking, in tests. */
    readonly admin: pg.Pool,
  ) {}

  static async start({ backend = queueBackend(), worker = true, env = {} }: StartOptions = {}): Promise<TestPlatform> {
    const [database, port, redisUrl] = await Promise.all([createTestDatabase(), freePort(), queueUrl(backend)]);
    const sandbox = await createSandbox({ delayMs: 0 });
    const baseUrl = `http://127.0.0.1:${port}`;
    const configure = (databaseUrl: string): AppConfig =>
      readConfig({
        ...partnerEnv(sandbox.url),
        NODE_ENV: 'test',
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        PORT: String(port),
        PUBLIC_URL: baseUrl,
        DATABASE_URL: databaseUrl,
        DATABASE_POOL_MAX: '12',
        WORKER_PORT: '0',
        ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
        ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
        ...env,
      });
    const config = configure(database.appUrl);
    const api = await createHttpApp(AppModule.api(config), config, createLogger(config.logLevel, 'api'));
    serveDocs(api, API_GUIDE, config.publicUrl);
    await serveConsole(api, CONSOLE);
    await api.init();
    await api.listen(port, '127.0.0.1');
    const contract = Contract.of(() => describeApi(api, API_GUIDE));
    const admin = ownerPool(database.adminUrl, 4);
    const workerConfig = configure(database.workerUrl);
    const pool = new Pool(baseUrl, { connections: 64 });
    const platform = new TestPlatform(config, database, sandbox, api, null, workerConfig, pool, contract, admin);
    if (worker) await platform.startWorker();
    return platform;
  }

  async startWorker(): Promise<void> {
    this.worker = await createWorkerApp(
      AppModule.worker(this.workerConfig),
      createLogger(this.workerConfig.logLevel, 'worker'),
    );
    await this.worker.init();
  }

  async stopWorker(): Promise<void> {
    await this.worker?.close();
    this.worker = null;
  }

  /** A part of the running worker. @throws Error when it does not run */
  inWorker<Part>(type: new (...args: never[]) => Part): Part {
    if (this.worker === null) throw new Error('The worker does not run');
    return this.worker.get(type, { strict: false });
  }

  /** A tenant of its own with a key for everything. */
  async tenant(name = 'Test tenant', { livemode = false } = {}): Promise<TestTenant> {
    const { tenantId, apiKey } = await createTenant(this.database.adminUrl, { name, livemode });
    return { tenantId, apiKey, client: this.as(apiKey) };
  }

  /** A client with this key, or with none. */
  as(apiKey: string | null): ApiClient {
    return new ApiClient(this.pool, this.contract, apiKey);
  }

  /** One more api process, so to speak, on the same database. */
  async anotherApi(): Promise<{ url: string; close: () => Promise<void> }> {
    const port = await freePort();
    const config = { ...this.config, port };
    const api = await createHttpApp(AppModule.api(config), config, createLogger(config.logLevel, 'api'));
    await api.init();
    await api.listen(port, '127.0.0.1');
    return { url: `http://127.0.0.1:${port}`, close: () => api.close() };
  }

  /** Rows as the owner sees them, past every policy. */
  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.admin.query<Row>(sql, [...values])).rows;
  }

  async stop(): Promise<void> {
    await this.pool.close();
    await this.stopWorker();
    await this.api.close();
    await this.sandbox.close();
    await this.admin.end();
    await this.database.drop();
  }
}

/** Asks again and again until the answer holds; fails loudly, with what was seen last. */
export async function eventually<Value>(
  probe: () => Promise<Value>,
  holds: (value: Value) => boolean,
  patienceMs = PATIENCE_MS,
): Promise<Value> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await probe();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`Never happened; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function partnerEnv(sandboxUrl: string): Record<string, string> {
  const names = {
    ...{
      CUSTOMS: 'customs',
      CARRIER: 'carrier',
      COURIER: 'courier',
      BANK: 'bank',
      LENDER: 'lender',
      TAX_BUREAU: 'tax-bureau',
    },
    REGISTRY: 'registry',
    INSURER: 'insurer',
  };
  const partners = Object.entries(names).flatMap(([prefix, path]) => [
    [`${prefix}_URL`, `${sandboxUrl}/${path}`],
    [`${prefix}_SECRET`, `sandbox-${path}-secret`],
  ]);
  return { ...(Object.fromEntries(partners) as Record<string, string>), SANDBOX_URL: sandboxUrl };
}
