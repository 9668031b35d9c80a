import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Pump } from '../../platform/outbox/pump.js';
import { Dispatcher } from './dispatcher.js';
import { deliveryId, LETS_THROUGH, TURN } from './matching.js';

const IDLE_MS = 1_000;
const CHUNK = 500;
/** While so many deliveries of an endpoint are due, its replay waits: what is new should not stand behind all that is old. */
const DUE_MAX = 1_000;

/**
 * The next piece of the replay that was longest not worked on. What waits to be sent anyway stays as it is; so the same
 * piece twice sends nothing twice, and a worker that dies half-way leaves nothing half-done.
 */
const REPLAY = `
  WITH due AS (
    SELECT r.* FROM webhooks.replay r
    JOIN webhooks.endpoint e ON e.tenant_id = r.tenant_id AND e.id = r.endpoint_id AND e.state = 'enabled'
    WHERE r.state = 'running' AND (
      SELECT count(*) FROM (
        SELECT 1 FROM webhooks.delivery d
        WHERE d.tenant_id = r.tenant_id AND d.endpoint_id = r.endpoint_id AND d.state = 'pending' AND d.next_attempt_at <= now()
        LIMIT ${DUE_MAX}) AS waiting) < ${DUE_MAX}
    ORDER BY r.worked_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED
  ), looked AS (
    SELECT d.tenant_id, d.endpoint_id, d.last_position AS position, d.event_id, true AS is_named, d.missing, d.since, d.until
    FROM due d WHERE d.event_id IS NOT NULL
    UNION ALL
    SELECT d.tenant_id, d.endpoint_id, f.position, f.event_id, false, d.missing, d.since, d.until
    FROM due d CROSS JOIN LATERAL (
      SELECT f.position, f.event_id FROM platform.event_feed f
      WHERE f.tenant_id = d.tenant_id AND f.position > d.position AND f.position <= d.last_position
      ORDER BY f.position LIMIT ${CHUNK}) AS f
    WHERE d.event_id IS NULL
  ), chosen AS (
    SELECT l.tenant_id, l.endpoint_id, l.event_id, ${TURN}
    FROM looked l
    JOIN webhooks.endpoint e ON e.tenant_id = l.tenant_id AND e.id = l.endpoint_id
    JOIN platform.event v ON v.tenant_id = l.tenant_id AND v.id = l.event_id
    WHERE l.is_named OR (
      (l.since IS NULL OR v.occurred_at >= l.since) AND (l.until IS NULL OR v.occurred_at < l.until) AND ${LETS_THROUGH}
      AND NOT (l.missing AND EXISTS (
        SELECT 1 FROM webhooks.delivery d
        WHERE d.tenant_id = l.tenant_id AND d.endpoint_id = l.endpoint_id AND d.event_id = l.event_id AND d.state = 'delivered')))
    ORDER BY l.position
  ), made AS (
    INSERT INTO webhooks.delivery AS t (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, resource_id, sequence)
    SELECT tenant_id, ${deliveryId('event_id')}, endpoint_id, event_id, 'pending', now(), now(), resource_id, sequence FROM chosen
    ON CONFLICT (tenant_id, endpoint_id, event_id)
      DO UPDATE SET state = 'pending', attempts = 0, next_attempt_at = now(), resource_id = EXCLUDED.resource_id,
                    sequence = EXCLUDED.sequence
      WHERE t.state <> 'pending'
    RETURNING 1
  ), done AS (
    SELECT coalesce(max(position), 0) AS position, count(*) < ${CHUNK} AS is_last FROM looked
  )
  UPDATE webhooks.replay r
  SET position = CASE WHEN done.is_last THEN r.last_position ELSE done.position END,
      queued = r.queued + (SELECT count(*) FROM made), worked_at = clock_timestamp(),
      state = CASE WHEN done.is_last THEN 'completed' ELSE r.state END,
      completed_at = CASE WHEN done.is_last THEN now() END
  FROM due d, done WHERE r.tenant_id = d.tenant_id AND r.id = d.id
  RETURNING r.id`;

/** Works off replays, a piece in a statement. */
@Injectable()
export class Replayer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pump = new Pump('WebhookReplayer', IDLE_MS, () => this.round());

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async round(): Promise<boolean> {
    const worked = await this.unitOfWork.asMachine((client) => prepared(client, REPLAY, []));
    if (worked.length > 0) this.dispatcher.ring();
    return worked.length > 0;
  }
}
