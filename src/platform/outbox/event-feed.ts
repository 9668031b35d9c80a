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
 * Within a resource positions follow the sequence. An event commits before the next of its resource is numbered, so who
 * sees that one sees it too; but ids are made before the commit, by clocks that differ, and do not tell. Hence one feeder
 * at a time, which takes the earlier of a resource with the later: `left_behind` are those that a full batch, cut by
 * ids, would leave to the next one. In the batch an event stands no earlier than those of its resource before it.
 */
const FEED = `
  WITH due AS (
    SELECT tenant_id, event_id FROM platform.event_unfed
    WHERE (SELECT pg_try_advisory_xact_lock(hashtextextended('platform.event_feed', 0)))
    ORDER BY event_id LIMIT ${BATCH_MAX}
  ), named AS (
    SELECT d.tenant_id, d.event_id, e.resource_id, e.sequence
    FROM due d CROSS JOIN LATERAL (
      SELECT e.resource_id, e.sequence FROM platform.event e WHERE e.tenant_id = d.tenant_id AND e.id = d.event_id LIMIT 1
    ) AS e
  ), left_behind AS (
    SELECT n.tenant_id, p.event_id, n.resource_id, p.sequence
    FROM named n CROSS JOIN LATERAL (
      SELECT e.id AS event_id, e.sequence FROM platform.event e
      WHERE e.tenant_id = n.tenant_id AND e.resource_id = n.resource_id AND e.sequence < n.sequence
        AND (SELECT true FROM platform.event_unfed u WHERE u.tenant_id = e.tenant_id AND u.event_id = e.id)
      OFFSET 0
    ) AS p
    WHERE (SELECT count(*) FROM due) = ${BATCH_MAX}
  ), taken AS (
    DELETE FROM platform.event_unfed u
    USING (SELECT * FROM named UNION SELECT * FROM left_behind) AS t
    WHERE u.tenant_id = t.tenant_id AND u.event_id = t.event_id
    RETURNING u.tenant_id, u.event_id, t.resource_id, t.sequence
  ), head AS (
    INSERT INTO platform.event_feed_head AS h (tenant_id, position)
    SELECT tenant_id, count(*) FROM taken GROUP BY tenant_id ORDER BY tenant_id
    ON CONFLICT (tenant_id) DO UPDATE SET position = h.position + EXCLUDED.position
    RETURNING tenant_id, position
  ), placed AS (
    SELECT tenant_id, event_id, sequence,
           max(event_id::text COLLATE "C") OVER (PARTITION BY tenant_id, resource_id ORDER BY sequence) AS place
    FROM taken
  ), numbered AS (
    SELECT tenant_id, event_id, row_number() OVER (PARTITION BY tenant_id ORDER BY place, sequence) AS nth,
           count(*) OVER (PARTITION BY tenant_id) AS total
    FROM placed
  )
  INSERT INTO platform.event_feed (tenant_id, position, event_id)
  SELECT n.tenant_id, h.position - n.total + n.nth, n.event_id FROM numbered n JOIN head h USING (tenant_id)
  RETURNING tenant_id`;

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
    const rows = await this.unitOfWork.asMachine((client) => prepared<{ tenant_id: string }>(client, FEED, []));
    if (rows.length === 0) return false;
    const tenants = [...new Set(rows.map(({ tenant_id }) => tenant_id))];
    for (const listener of this.listeners) listener.fed(tenants);
    return rows.length >= BATCH_MAX;
  }
}
