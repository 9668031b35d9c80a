import { type Worker } from 'bullmq';

import { newId } from '../../src/kernel/ids.js';
import { BUNDLE_TOPIC } from '../../src/platform/database/bundle.js';
import { defineJob, type JobData, laneOf } from '../../src/platform/queues/job-definition.js';
import { QueueBackend } from '../../src/platform/queues/queue-backend.js';
import { QueueRegistry } from '../../src/platform/queues/queue-registry.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { queueBackends, queueUrl } from '../support/services.js';
import { eventually } from '../support/test-platform.js';

const LETTERS = defineJob('test.deliver-letter', { attemptsMax: 3, firstRetryDelayMs: 20 });

describe.each(queueBackends())('The queues on %s', (kind) => {
  let database: TestDatabase;
  let backend: QueueBackend;
  let registry: QueueRegistry;
  let worker: Worker<JobData>;
  let seen: string[];
  let work: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    backend = new QueueBackend({ databaseUrl: database.workerUrl, redisUrl: await queueUrl(kind), jobLockMs: 10_000 });
    registry = new QueueRegistry(backend, [LETTERS], () => undefined);
    worker = backend.worker(laneOf(LETTERS), take, { concurrency: 4 });
    worker.on('error', () => undefined);
    await worker.waitUntilReady();
  });
  beforeEach(() => {
    seen = [];
    work = () => Promise.resolve();
  });
  afterAll(async () => {
    await worker.close();
    await registry.onApplicationShutdown();
    await database.drop();
  });

  it('are the ones that were asked for, and answer', async () => {
    expect(backend.kind).toBe(kind);
    await expect(backend.ping()).resolves.toBeUndefined();
  });

  it('hand over each of a batch once, however often it was added while it waited', async () => {
    const batch = Array.from({ length: 50 }, letter);
    await worker.pause();
    await add(batch);
    await add(batch);
    await worker.resume();
    await eventually(allOver, Boolean);
    expect([...seen].sort()).toEqual(batch.map(({ messageId }) => messageId).sort());
  });

  it('let what comes alone go before bundles that wait', async () => {
    const bundles = Array.from({ length: 20 }, () => ({ ...letter(), topic: BUNDLE_TOPIC }));
    const alone = letter();
    await worker.pause();
    await add([...bundles, alone]);
    await worker.resume();
    await eventually(allOver, Boolean);
    expect(seen).toHaveLength(21);
    expect(seen.indexOf(alone.messageId)).toBeLessThan(4);
  });

  it('try again what failed, and give up after the last try', async () => {
    work = () => Promise.reject(new Error('nobody opened the door'));
    const failing = letter();
    await add([failing]);
    await eventually(allOver, Boolean);
    expect(seen).toEqual(Array.from({ length: 3 }, () => failing.messageId));
  });

  it('keep nothing of what is over, so that the same letter may be sent again', async () => {
    const again = letter();
    for (const times of [1, 2]) {
      await add([again]);
      await eventually(
        () => Promise.resolve(seen.length),
        (count) => count === times,
      );
      await eventually(allOver, Boolean);
    }
    expect(seen).toEqual([again.messageId, again.messageId]);
  });

  function take({ data }: { data: JobData }): Promise<void> {
    seen.push(data.messageId);
    return work();
  }

  function add(letters: readonly JobData[]): Promise<void> {
    return registry.addAll(letters.map((data) => ({ queue: LETTERS.queue, data })));
  }

  async function allOver(): Promise<boolean> {
    const counts = await registry.lane(laneOf(LETTERS)).getJobCounts('waiting', 'active', 'delayed');
    return seen.length > 0 && Object.values(counts).every((count) => count === 0);
  }

  function letter(): JobData {
    return { tenantId: newId(), messageId: newId(), topic: 'test', payload: null, traceparent: null };
  }
});
