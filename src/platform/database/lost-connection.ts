import { Logger } from '@nestjs/common';
import { type ClientBase, type Pool } from 'pg';

const logger = new Logger('PostgreSQL');
const noted = new WeakSet<Error>();
const broken = new WeakSet<ClientBase>();

/**
 * PostgreSQL may end any connection at any moment: it is restarted, or somebody ends it. One that nobody uses is worth a
 * warning; one that was handed out a moment ago fails by what is asked on it. The pool makes a new one when it is needed.
 * Without listeners either would end the process.
 */
export function outliveConnections(pool: Pool): void {
  pool.on('error', (error) => {
    noted.add(error);
    logger.warn(`An idle connection was lost: ${error.message}`);
  });
  pool.on('connect', (client) => {
    client.on('error', () => broken.add(client));
  });
}

/** Whether it was logged as the loss of an idle connection: everybody who shares a pool hears of it. */
export function isNoted(error: Error): boolean {
  return noted.has(error);
}

/** Whether a connection of such a pool has ended, though nobody may have listened when it did. */
export function hasBroken(client: ClientBase): boolean {
  return broken.has(client);
}
