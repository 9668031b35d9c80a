import pg from 'pg';

import { outliveDeadlocks } from '../../src/platform/database/deadlock.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';

/** As PostgreSQL's error for a deadlock comes out of the driver. */
const DEADLOCK = Object.assign(new pg.DatabaseError('deadlock detected', 17, 'error'), { code: '40P01' });
const TOLD_AT_ONCE = Object.assign(new pg.DatabaseError('duplicate key', 13, 'error'), {
  ...{ code: '23505', constraint: 'uq_event_sequence' },
});
const TAKEN = Object.assign(new pg.DatabaseError('duplicate key', 13, 'error'), {
  ...{ code: '23505', constraint: 'uq_quote_reference' },
});

describe('A transaction that is given up to a deadlock', () => {
  let database: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await createTestDatabase();
    pool = ownerPool(database.adminUrl, 2);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  it('is done again: two that lock the same two things crosswise both come through', async () => {
    const met = Promise.withResolvers<true>();
    let begun = 0;
    let tries = 0;
    const crossing = (first: number, second: number) => async (): Promise<string> => {
      tries += 1;
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT pg_advisory_xact_lock($1)', [first]);
        begun += 1;
        if (begun === 2) met.resolve(true);
        await met.promise;
        await client.query('SELECT pg_advisory_xact_lock($1)', [second]);
        await client.query('COMMIT');
        return `${first} ${second}`;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    };
    const done = await Promise.all([outliveDeadlocks(crossing(1, 2)), outliveDeadlocks(crossing(2, 1))]);
    expect(done).toEqual(['1 2', '2 1']);
    expect(tries).toBeGreaterThan(2);
  });

  it.each([
    ['is tried four times, and its error told then', DEADLOCK, 4],
    ['is like one that told of the same resource as another', TOLD_AT_ONCE, 4],
    ['is not confused with one whose number is taken', TAKEN, 1],
    ['is not confused with one that fails: that is told at once', new Error('refused'), 1],
  ])('%s', async (_name, error, triesMax) => {
    let tries = 0;
    const work = (): Promise<never> => {
      tries += 1;
      return Promise.reject(error);
    };
    await expect(outliveDeadlocks(work)).rejects.toBe(error);
    expect(tries).toBe(triesMax);
  });
});
