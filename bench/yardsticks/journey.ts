import { Queue, Worker } from 'bullmq';

import { namedPg } from '../../src/platform/database/named-client.js';

/** As many jobs are handed over at once as an outbox relay would. */
const BATCH = 100;
const QUEUE = 'yardstick';

/** Both ends run here: where the jobs come from is no matter, and one process less is in the way. */
interface Order {
  readonly jobs: number;
}

/**
 * A process of its own that works BullMQ jobs, each one empty transaction. Told `{ jobs: n }` it adds as many, works
 * them, and answers `{ done: n }`.
 */
async function main(): Promise<void> {
  const { REDIS_URL: url = '', DATABASE_URL: connectionString = '', POOL_MAX: max } = process.env;
  const pool = new namedPg.Pool({ connectionString, max: Number(max), pipeline: true });
  const connection = { url, maxRetriesPerRequest: null };
  const queue = new Queue(QUEUE, { connection });
  let done = 0;
  let wanted = 0;
  const worker = new Worker(
    QUEUE,
    async () => {
      const client = await pool.connect();
      try {
        await Promise.all([client.query('BEGIN'), client.query('COMMIT')]);
      } finally {
        client.release();
      }
      done += 1;
      if (done === wanted) process.send?.({ done });
    },
    { connection, concurrency: Number(max) },
  );
  await worker.waitUntilReady();
  process.on('message', ({ jobs }: Order) => {
    [done, wanted] = [0, jobs];
    void add(queue, jobs);
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}

async function add(queue: Queue, jobs: number): Promise<void> {
  const options = { removeOnComplete: true, removeOnFail: true };
  for (let first = 0; first < jobs; first += BATCH) {
    const size = Math.min(BATCH, jobs - first);
    await queue.addBulk(Array.from({ length: size }, (_, index) => ({ name: 'job', data: { index }, opts: options })));
  }
}

await main();
