import pg from 'pg';

import { hasBroken, outliveConnections } from '../database/lost-connection.js';

type Callback = Parameters<pg.Pool['connect']>[0];

/**
 * The pool that BullMQ's queues share. BullMQ keeps one connection per worker to be woken by, and notices its end only
 * when it comes after the connection was handed over: one that ended with its first answer would never wake anybody.
 */
export class QueuePool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super(options);
    outliveConnections(this);
    // Every queue and every worker listens to the pool they share: many listeners are no leak here.
    this.setMaxListeners(0);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    if (callback === undefined) return this.connectWhole();
    super.connect(callback);
  }

  private async connectWhole(): Promise<pg.PoolClient> {
    const client = await super.connect();
    if (!hasBroken(client)) return client;
    client.release(true);
    throw new Error('The connection ended as it was made');
  }
}
