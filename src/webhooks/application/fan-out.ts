import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EventFeed } from '../../platform/outbox/event-feed.js';
import { Pump } from '../../platform/outbox/pump.js';
import { Dispatcher } from './dispatcher.js';
import { deliveryId, LETS_THROUGH, TURN } from './matching.js';

const ENDPOINTS_MAX = 50;
const EVENTS_MAX = 200;
const IDLE_MS = 1_000;

/**
 * For each enabled endpoint that has not seen its tenant's whole feed: the next events in order, one delivery for
 * each that its filters let through, and its new position, in one statement.
 */
const FAN_OUT = `
  WITH due AS (
    SELECT p.tenant_id, p.endpoint_id, p.fed_position
    FROM webhooks.endpoint_progress p JOIN platform.event_feed_head h ON h.tenant_id = p.tenant_id
    WHERE h.position > p.fed_position
    LIMIT ${ENDPOINTS_MAX} FOR UPDATE OF p SKIP LOCKED
  ), fed AS (
    SELECT d.tenant_id, d.endpoint_id, f.position, f.event_id
    FROM due d CROSS JOIN LATERAL (
      SELECT position, event_id FROM platform.event_feed f
      WHERE f.tenant_id = d.tenant_id AND f.position > d.fed_position ORDER BY f.position LIMIT ${EVENTS_MAX}) f
  ), made AS (
    INSERT INTO webhooks.delivery (tenant_id, id, endpoint_id, event_id, state, next_attempt_at, created_at, resource_id, sequence)
    SELECT fed.tenant_id, ${deliveryId('fed.event_id')},
           fed.endpoint_id, fed.event_id, 'pending', now(), now(), ${TURN}
    FROM fed
    JOIN webhooks.endpoint e ON e.tenant_id = fed.tenant_id AND e.id = fed.endpoint_id AND e.state = 'enabled'
    JOIN platform.event v ON v.tenant_id = fed.tenant_id AND v.id = fed.event_id
    WHERE ${LETS_THROUGH}
    ON CONFLICT (tenant_id, endpoint_id, event_id) DO NOTHING
  )
  UPDATE webhooks.endpoint_progress p SET fed_position = f.position
  FROM (SELECT tenant_id, endpoint_id, max(position) AS position FROM fed GROUP BY tenant_id, endpoint_id) AS f
  WHERE p.tenant_id = f.tenant_id AND p.endpoint_id = f.endpoint_id
  RETURNING p.endpoint_id`;

/** Turns the event feed into deliveries. */
@Injectable()
export class FanOut implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pump = new Pump('WebhookFanOut', IDLE_MS, () => this.round());

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feed: EventFeed,
    private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.listen({
      fed: () => {
        this.pump.ring();
      },
    });
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async round(): Promise<boolean> {
    const moved = await this.unitOfWork.asMachine((client) => prepared(client, FAN_OUT, []));
    if (moved.length > 0) this.dispatcher.ring();
    return moved.length > 0;
  }
}
