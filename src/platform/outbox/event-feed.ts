import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Pump } from './pump.js';

const BATCH_MAX = 1_000;
const POLL_MS = 20;

/**
 * Gives each committed event its position in its tenant's feed. The head's row lock makes feeders take turns per
 * tenant, and its commit makes positions visible in order: a reader never finds a smaller one later.
 */
const FEED = `
  WITH taken AS (
    DELETE FROM platform.event_unfed u
    USING (SELECT tenant_id, event_id FROM platform.event_unfed ORDER BY event_id LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED) AS due
    WHERE u.tenant_id = due.tenant_id AND u.event_id = due.event_id
    RETURNING u.tenant_id, u.event_id
  ), head AS (
    INSERT INTO platform.event_feed_head AS h (tenant_id, position)
    SELECT tenant_id, count(*) FROM taken GROUP BY tenant_id ORDER BY tenant_id
    ON CONFLICT (tenant_id) DO UPDATE SET position = h.position + EXCLUDED.position
    RETURNING tenant_id, position
  ), numbered AS (
    SELECT t.tenant_id, t.event_id, row_number() OVER (PARTITION BY t.tenant_id ORDER BY t.event_id) AS nth,
           count(*) OVER (PARTITION BY t.tenant_id) AS total
    FROM taken t
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
    return rows.length === BATCH_MAX;
  }
}
