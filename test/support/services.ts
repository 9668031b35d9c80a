import { Redis } from 'ioredis';

import { JEST_WORKERS, type TestServices } from './test-services.js';

export type QueueBackend = 'redis' | 'postgres';

/** What global set-up started. @throws Error in a test that runs outside the project that has them */
export function services(): TestServices {
  const told = process.env['TEST_SERVICES'];
  if (told === undefined) {
    throw new Error('No services here: tests that need a database or a queue live below test/, not beside the code');
  }
  return JSON.parse(told) as TestServices;
}

/** Every backend that this machine has for the queues: what touches a queue is tested on each. */
export function queueBackends(): readonly QueueBackend[] {
  return (process.env['TEST_QUEUE_BACKENDS'] ?? 'postgres').split(',') as QueueBackend[];
}

/** The one that the platform itself would take on this machine. */
export function queueBackend(): QueueBackend {
  return queueBackends()[0] ?? 'postgres';
}

let platforms = 0;

/** The `REDIS_URL` of a platform under test on this backend: an emptied Redis of this Jest worker's own, or null. */
export async function queueUrl(backend: QueueBackend): Promise<string | null> {
  if (backend === 'postgres') return null;
  const [worker, { redisUrls }] = [Number(process.env['JEST_WORKER_ID'] ?? 1), services()];
  const url = redisUrls[(worker - 1 + platforms * JEST_WORKERS) % redisUrls.length];
  platforms += 1;
  if (url === undefined) throw new Error('No Redis on this machine');
  const client = new Redis(url, { lazyConnect: true });
  await client.connect();
  await client.flushdb();
  client.disconnect();
  return url;
}
