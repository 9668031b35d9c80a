import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to connections that go out (from 32,768 on Linux, 49,152 elsewhere): one of those can be
 * taken by a connection in the moment between its choice here and its use.
 */
const [FIRST, BEHIND_LAST] = [20_000, 32_000];
const TRIES_MAX = 100;

/** A port of the loopback interface that nobody listens on now. @throws Error when none of many is free */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const port = randomInt(FIRST, BEHIND_LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`Of ${TRIES_MAX} ports from ${FIRST} on none is free`);
}

/** Whether nobody listens on it now. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
