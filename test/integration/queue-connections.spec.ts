import { setTimeout as sleep } from 'node:timers/promises';

import type pg from 'pg';

import { newId } from '../../src/kernel/ids.js';
import { defineJob, laneOf } from '../../src/platform/queues/job-definition.js';
import { QueueBackend } from '../../src/platform/queues/queue-backend.js';
import { QueueRegistry } from '../../src/platform/queues/queue-registry.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/test-platform.js';

const END_ALL = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
/** A worker that nobody wakes looks for work this often. */
const LOOKED_AGAIN_MS = 5_000;
const JOBS = Array.from({ length: 20 }, (_, nth) => defineJob(`test${nth}.deliver-letter`));

describe('Queues on a PostgreSQL that ends their connections again and again, also as they are made,', () => {
  let database: TestDatabase;
  let admin: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = ownerPool(database.adminUrl, 1);
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  it('are all worked on when it lets them be, and from then on at once', async () => {
    const backend = new QueueBackend({ databaseUrl: database.workerUrl, redisUrl: null, jobLockMs: 10_000 });
    const registry = new QueueRegistry(backend, JOBS, () => undefined);
    const seen = new Set<string>();
    const workers = JOBS.map((job) => {
      const { queue } = job;
      const worker = backend.worker(laneOf(job), () => Promise.resolve(void seen.add(queue)), { concurrency: 2 });
      return worker.on('error', () => undefined);
    });
    try {
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
      for (let times = 0; times < 60; times += 1) {
        await admin.query(END_ALL);
        await sleep(times);
      }
      await deliverToAll(registry, seen);

      seen.clear();
      await sleep(LOOKED_AGAIN_MS / 10);
      const start = Date.now();
      await deliverToAll(registry, seen);
      expect(Date.now() - start).toBeLessThan(LOOKED_AGAIN_MS / 2);
    } finally {
      await Promise.all(workers.map((worker) => worker.close()));
      await registry.onApplicationShutdown();
    }
  });
});

async function deliverToAll(registry: QueueRegistry, seen: ReadonlySet<string>): Promise<void> {
  for (const { queue } of JOBS) {
    const letter = { tenantId: newId(), messageId: newId(), topic: 'test', payload: null, traceparent: null };
    await registry.addAll([{ queue, data: letter }]);
  }
  await eventually(
    () => Promise.resolve(JOBS.map(({ queue }) => queue).filter((queue) => !seen.has(queue))),
    ({ length }) => length === 0,
  );
}
