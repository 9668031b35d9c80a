import { Logger } from '@nestjs/common';
import { type Pool } from 'pg';

const logger = new Logger('PostgreSQL');
const noted = new WeakSet<Error>();

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
    client.on('error', () => undefined);
  });
}

/** Whether it was logged as the loss of an idle connection: everybody who shares a pool hears of it. */
export function isNoted(error: Error): boolean {
  return noted.has(error);
}
