import { setTimeout as sleep } from 'node:timers/promises';

import { sqlState, violates } from './violates.js';

/** Of a transaction that PostgreSQL has given up, so that another one which waited for it may go on. */
const DEADLOCK = '40P01';
const TRIES_MAX = 4;
/** The other one is done by then. */
const PAUSE_MAX_MS = 50;

/** Modules that tell of one resource hold rows of their own, and may number its events at the same time. */
const TOLD_AT_ONCE = 'uq_event_sequence';

/**
 * Does a transaction again that was given up to a deadlock, or to another one that told of the same resource: nothing of it
 * was kept, and the caller has done nothing wrong.
 * @param work one whole transaction, that may be done again
 * @throws the error when it is given up for the fourth time; any other error at once
 */
export async function outliveDeadlocks<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const isGivenUp = sqlState(error) === DEADLOCK || violates(error, TOLD_AT_ONCE);
      if (!isGivenUp || tries === TRIES_MAX) throw error;
      await sleep(Math.random() * PAUSE_MAX_MS);
    }
  }
}
