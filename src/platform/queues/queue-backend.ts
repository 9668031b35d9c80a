import { createPostgresBackend, Queue, Worker, type WorkerOptions, type Job } from 'bullmq';
import { Redis } from 'ioredis';

import { type AppConfig } from '../config/app-config.js';
import { type JobData } from './job-definition.js';
import { shareScripts } from './queue-client.js';
import { QueuePool } from './queue-pool.js';
import { createWakefulBackend } from './wakeful-backend.js';

/** How often what a killed worker had in hand is taken up again does not matter: the delivery's row decides when to give up. */
const STALLED = { maxStalledCount: 1_000 };

/** How soon a worker asks for work again after its queue could not be reached. */
const AGAIN = { runRetryDelay: 1_000 };

/** Each worker blocks on LISTEN with a connection of its own; so many more are for the queries of the backend. */
const POSTGRES_LISTENERS_MAX = 60;
const POSTGRES_POOL_MAX = POSTGRES_LISTENERS_MAX + 20;

/**
 * Where the queues live: Redis where there is one, else BullMQ's own PostgreSQL backend on our database.
 * The same Queue and Worker serve both; nothing outside this file knows which it is.
 */
export class QueueBackend {
  readonly kind: 'redis' | 'postgres';
  private readonly pool: QueuePool | null;
  private probe: Redis | null = null;
  private listeners = 0;

  constructor(private readonly config: Pick<AppConfig, 'redisUrl' | 'databaseUrl' | 'jobLockMs'>) {
    this.kind = config.redisUrl === null ? 'postgres' : 'redis';
    if (this.kind === 'redis') shareScripts();
    this.pool =
      this.kind === 'redis'
        ? null
        : new QueuePool({
            connectionString: config.databaseUrl,
            max: POSTGRES_POOL_MAX,
            options: '-c search_path=bullmq',
            application_name: 'entrepot-queues',
          });
  }

  queue(name: string): Queue<JobData> {
    return this.pool === null
      ? new Queue<JobData>(name, this.redisOptions(name))
      : new Queue(name, { connection: this.pool }, createPostgresBackend as never);
  }

  /** @throws Error where no connection would be left to listen with: nothing at all would be worked then */
  worker(
    name: string,
    work: (job: Job<JobData>) => Promise<void>,
    options: Omit<WorkerOptions, 'connection'>,
  ): Worker<JobData> {
    this.listeners += 1;
    if (this.pool !== null && this.listeners > POSTGRES_LISTENERS_MAX) {
      throw new Error(`More than ${POSTGRES_LISTENERS_MAX} workers: raise POSTGRES_LISTENERS_MAX`);
    }
    const { jobLockMs } = this.config;
    const all = { ...STALLED, ...AGAIN, lockDuration: jobLockMs, stalledInterval: jobLockMs / 2, ...options };
    return this.pool === null
      ? new Worker<JobData>(name, work, { ...all, ...this.redisOptions(name) })
      : new Worker(name, work as never, { ...all, connection: this.pool }, createWakefulBackend as never);
  }

  /** @throws Error when the queues cannot be reached */
  async ping(): Promise<void> {
    if (this.pool === null) await this.redis().ping();
    else await this.pool.query('SELECT 1');
  }

  async close(): Promise<void> {
    this.probe?.disconnect();
    await this.pool?.end();
  }

  /** A connection of its own for health checks: it fails at once when Redis is away, where the queues' would wait. */
  private redis(): Redis {
    this.probe ??= new Redis(this.config.redisUrl ?? '', {
      maxRetriesPerRequest: 0,
      enableOfflineQueue: true,
      lazyConnect: true,
    }).on('error', () => undefined);
    return this.probe;
  }

  /** The hash tag keeps all keys of one queue on one node of a Redis Cluster. */
  private redisOptions(name: string): { connection: object; prefix: string } {
    return {
      connection: { url: this.config.redisUrl, maxRetriesPerRequest: null, enableOfflineQueue: true },
      prefix: `{entrepot:${name}}`,
    };
  }
}
