import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Pump } from './pump.js';

const BATCH_MAX = 1_000;
const POLL_MS = 20;

/**
 * Gives each committed event its position in its tenant's feed. The head's row lock and its commit make positions
 * visible in order: a reader never finds a smaller one later.
 *
 * Within a resource positions follow the sequence. Transactions are numbered as they write what they tell; an event is
 * committed before the next of its resource is numbered, so that one's transaction comes later and is never seen alone.
 * One feeder at a time takes them in that order: as many as hold a batch together, and one transaction at least.
 */
const FEED = `
  WITH waiting AS MATERIALIZED (
    SELECT tenant_id, place, cardinality(event_ids) AS events FROM platform.event_unfed
    WHERE (SELECT pg_try_advisory_xact_lock(hashtextextended('platform.event_feed', 0)))
    ORDER BY place LIMIT ${BATCH_MAX}
  ), due AS MATERIALIZED (
    SELECT tenant_id, place
    FROM (SELECT tenant_id, place, sum(events) OVER (ORDER BY place) - events AS before FROM waiting) AS w
    WHERE before < ${BATCH_MAX}
  ), taken AS (
    DELETE FROM platform.event_unfed u USING due WHERE u.tenant_id = due.tenant_id AND u.place = due.place
    RETURNING u.tenant_id, u.place, u.event_ids
  ), head AS (
    INSERT INTO platform.event_feed_head AS h (tenant_id, position)
    SELECT tenant_id, sum(cardinality(event_ids)) FROM taken GROUP BY tenant_id ORDER BY tenant_id
    ON CONFLICT (tenant_id) DO UPDATE SET position = h.position + EXCLUDED.position
    RETURNING tenant_id, position
  ), numbered AS (
    SELECT t.tenant_id, e.id, row_number() OVER (PARTITION BY t.tenant_id ORDER BY t.place, e.nth) AS nth,
           count(*) OVER (PARTITION BY t.tenant_id) AS total
    FROM taken t CROSS JOIN LATERAL unnest(t.event_ids) WITH ORDINALITY AS e (id, nth)
  ), fed AS (
    INSERT INTO platform.event_feed (tenant_id, position, event_id)
    SELECT n.tenant_id, h.position - n.total + n.nth, n.id FROM numbered n JOIN head h USING (tenant_id)
    RETURNING tenant_id
  )
  SELECT tenant_id, count(*)::int AS events FROM fed GROUP BY tenant_id`;

interface FedTenant {
  readonly tenant_id: string;
  readonly events: number;
}

/** Told which tenants have new events in their feed. */
export abstract class FeedListener {
  abstract fed(tenantIds: readonly string[]): void;
}

@Injectable()
export class EventFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners: FeedListener[] = [];
  private readonly pump = new Pump('EventFeed', POLL_MS, () => this.feedBatch());

  constructor(private readonly unitOfWork: UnitOfWork) {}

  listen(listener: FeedListener): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async feedBatch(): Promise<boolean> {
    const fed = await this.unitOfWork.asMachine((client) => prepared<FedTenant>(client, FEED, []));
    if (fed.length === 0) return false;
    for (const listener of this.listeners) listener.fed(fed.map(({ tenant_id }) => tenant_id));
    return fed.reduce((sum, { events }) => sum + events, 0) >= BATCH_MAX;
  }
}
