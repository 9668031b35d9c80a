import { Logger } from '@nestjs/common';
import { type Client, type ClientBase, type Connection, type Pool } from 'pg';

import { sqlState } from './violates.js';

/**
 * SQLSTATEs of a server that is not to be had: connection lost, none left, shut down. And what Node calls it. A statement
 * that was cancelled (57014) is not among them: that may be its own fault.
 */
const AWAY = /^(08|53300|57P|E[A-Z]{4,}$)/;
/** What the driver says, without a code, when a connection breaks or none is to be had. */
const AWAY_WORDS = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to)/;

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
    connectionOf(client).on('errorMessage', (message: Error) => {
      if (isLostConnection(message)) broken.add(client);
    });
  });
  // A server that ends a connection while it answers says so to the statement alone: until the socket closes, the driver
  // takes the client for whole, and the pool would hand it out once more.
  pool.on('release', (_error, client) => {
    if (broken.has(client)) void (client as Client).end();
  });
}

/** What the server says arrives at the client's connection, which the driver's types leave out. */
function connectionOf(client: ClientBase): Connection {
  return (client as ClientBase & { readonly connection: Connection }).connection;
}

/** Whether it was logged as the loss of an idle connection: everybody who shares a pool hears of it. */
export function isNoted(error: Error): boolean {
  return noted.has(error);
}

/** Whether a connection of such a pool has ended, though nobody may have listened when it did. */
export function hasBroken(client: ClientBase): boolean {
  return broken.has(client);
}

/** Whether the database was away, so that it is no fault of the statement and the next one would fare no better. */
export function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return AWAY.test(sqlState(error) ?? '') || AWAY_WORDS.test(error.message);
}
