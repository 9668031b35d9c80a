import { DataSource } from 'typeorm';
import type pg from 'pg';

import { SystemClock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { OutboxSignal, UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { EventFeed } from '../../src/platform/outbox/event-feed.js';
import { createTestDatabase, ownerPool, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/test-platform.js';

const WAITING = `SELECT count(*)::int AS n FROM platform.event_unfed`;
/** Events that the feed shows before an earlier one of their resource. */
const TOO_EARLY = `
  SELECT e.resource_id FROM platform.event e
  JOIN platform.event_feed f ON f.tenant_id = e.tenant_id AND f.event_id = e.id
  JOIN platform.event later ON later.tenant_id = e.tenant_id AND later.resource_id = e.resource_id AND later.sequence > e.sequence
  JOIN platform.event_feed g ON g.tenant_id = later.tenant_id AND g.event_id = later.id
  WHERE g.position < f.position`;
/** Positions of a tenant that are missing. */
const GAPS = `SELECT tenant_id FROM platform.event_feed GROUP BY tenant_id HAVING max(position) <> count(*) OR min(position) <> 1`;

interface Happened {
  readonly id: string;
  readonly resource: string;
  readonly sequence: number;
}

describe('The feed of events', () => {
  let database: TestDatabase;
  let admin: pg.Pool;
  let worker: DataSource;
  let unitOfWork: UnitOfWork;
  let tenantId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = ownerPool(database.adminUrl, 2);
    worker = await new DataSource(dataSourceOptions(database.workerUrl)).initialize();
    unitOfWork = new UnitOfWork(worker, new SystemClock(), new OutboxSignal());
  });
  beforeEach(() => {
    tenantId = newId();
  });
  afterAll(async () => {
    await worker.destroy();
    await admin.end();
    await database.drop();
  });

  /** Commits events as a writer does, in one transaction: they wait for their positions from then on. */
  async function commit(events: readonly Happened[], writer: pg.Pool | pg.PoolClient = admin): Promise<void> {
    await writer.query(
      `WITH told AS (
         INSERT INTO platform.event (tenant_id, id, type, schema_version, occurred_at, resource_type, resource_id, sequence,
                                     changed, data, livemode)
         SELECT $1, e.id, 'x', 1, now(), 'booking', e.resource, e.sequence, '{}', '{}', false
         FROM jsonb_to_recordset($2::jsonb) AS e (id uuid, resource uuid, sequence int) RETURNING id)
       INSERT INTO platform.event_unfed (tenant_id, event_ids) SELECT $1, array_agg(id ORDER BY id) FROM told`,
      [tenantId, JSON.stringify(events)],
    );
  }

  /** Lets so many worker processes feed, until nothing waits. */
  async function feed(feeders = 1): Promise<void> {
    const running = Array.from({ length: feeders }, () => new EventFeed(unitOfWork));
    for (const one of running) one.onApplicationBootstrap();
    await eventually(
      async () => (await admin.query<{ n: number }>(WAITING)).rows[0]?.n,
      (waiting) => waiting === 0,
    );
    await Promise.all(running.map((one) => one.beforeApplicationShutdown()));
  }

  async function feedIds(): Promise<string[]> {
    const sql = `SELECT event_id FROM platform.event_feed WHERE tenant_id = $1 ORDER BY position`;
    return (await admin.query<{ event_id: string }>(sql, [tenantId])).rows.map(({ event_id }) => event_id);
  }

  async function expectOrder(): Promise<void> {
    expect((await admin.query(TOO_EARLY)).rows).toEqual([]);
    expect((await admin.query(GAPS)).rows).toEqual([]);
  }

  /** As many ids as wanted, ascending. */
  const ids = (count: number): string[] => Array.from({ length: count }, () => newId()).sort();

  it('shows events in the order in which they were committed, whatever the clocks made of their ids', async () => {
    const [second = '', other = '', first = '', last = ''] = ids(4);
    const resource = newId();
    await commit([{ id: first, resource, sequence: 1 }]);
    await commit([
      { id: second, resource, sequence: 2 },
      { id: other, resource: newId(), sequence: 1 },
    ]);
    await commit([{ id: last, resource: newId(), sequence: 1 }]);
    await feed();
    expect(await feedIds()).toEqual([first, second, other, last]);
  });

  it('does so where one transaction fills a batch, and for more transactions than a batch has events', async () => {
    const resource = newId();
    const bulk = ids(2_500).map((id) => ({ id, resource: newId(), sequence: 1 }));
    const [second = '', first = ''] = ids(2);
    await commit([{ id: first, resource, sequence: 1 }, ...bulk]);
    await commit([{ id: second, resource, sequence: 2 }]);
    const singles = ids(1_200);
    for (const id of singles) await commit([{ id, resource: newId(), sequence: 1 }]);
    await feed();
    const fed = await feedIds();
    expect(fed).toHaveLength(2_502 + singles.length);
    expect(fed.slice(-singles.length - 1)).toEqual([second, ...singles]);
    await expectOrder();
  });

  it('waits for nobody who has written and not committed yet', async () => {
    const [slow = '', quick = ''] = ids(2);
    const writer = await admin.connect();
    await writer.query('BEGIN');
    await commit([{ id: slow, resource: newId(), sequence: 1 }], writer);
    await commit([{ id: quick, resource: newId(), sequence: 1 }]);
    await feed();
    expect(await feedIds()).toEqual([quick]);
    await writer.query('COMMIT');
    writer.release();
    await feed();
    expect(await feedIds()).toEqual([quick, slow]);
    await expectOrder();
  });

  it('does so while events come in and several workers feed', async () => {
    const resources = Array.from({ length: 40 }, () => newId());
    const writing = (async () => {
      for (let sequence = 1; sequence <= 60; sequence += 1) {
        // Ids of the slowest clock first: each is smaller than those of the rounds before.
        const round = resources.map((resource) => ({ id: idOfRound(60 - sequence), resource, sequence }));
        await commit(round);
      }
    })();
    await Promise.all([writing, feed(3)]);
    await feed(3);
    expect(await feedIds()).toHaveLength(2_400);
    await expectOrder();
  });
});

/** An id made at a time of its own: the smaller the round, the smaller the id. */
function idOfRound(round: number): string {
  const hex = (1_700_000_000_000 + round).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
}
