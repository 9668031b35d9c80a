import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { FEED_DAYS } from '../../outbox/event-log.js';
import { ScheduledTask } from './scheduled-task.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BATCH_MAX = 5_000;

/** The API promises to keep first answers this long. */
const IDEMPOTENCY_DAYS = 30;

const PURGE_RECORDS = `
  DELETE FROM platform.idempotency_record r
  USING (SELECT tenant_id, actor, key FROM platform.idempotency_record
         WHERE created_at < $1 ORDER BY created_at LIMIT ${BATCH_MAX}) AS old
  WHERE r.tenant_id = old.tenant_id AND r.actor = old.actor AND r.key = old.key
  RETURNING 1`;

/** Forgets the first answers of commands once their keys may be used anew. */
@Injectable()
export class PurgeIdempotencyRecords extends ScheduledTask {
  readonly name = 'platform.purge-idempotency-records';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - IDEMPOTENCY_DAYS * DAY_MS);
    const purged = await this.unitOfWork.asMachine((client) => prepared(client, PURGE_RECORDS, [before]));
    return purged.length === BATCH_MAX;
  }
}

const PURGE_NONCES = `
  DELETE FROM platform.signature_nonce n
  USING (SELECT tenant_id, credential_id, nonce FROM platform.signature_nonce
         WHERE expires_at < $1 ORDER BY expires_at LIMIT ${BATCH_MAX}) AS old
  WHERE n.tenant_id = old.tenant_id AND n.credential_id = old.credential_id AND n.nonce = old.nonce
  RETURNING 1`;

/** Forgets what signatures have said once their age alone refuses them. */
@Injectable()
export class PurgeSignatureNonces extends ScheduledTask {
  readonly name = 'platform.purge-signature-nonces';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const purged = await this.unitOfWork.asMachine((client) => prepared(client, PURGE_NONCES, [this.clock.now()]));
    return purged.length === BATCH_MAX;
  }
}

/** By tenant, because the feed's order is each tenant's own; positions only grow, so the oldest are the smallest. */
const PURGE_FEED = `
  DELETE FROM platform.event_feed f
  USING (SELECT o.tenant_id, o.position
         FROM platform.event_feed_head h
         CROSS JOIN LATERAL (
           SELECT e.tenant_id, e.position, e.event_id FROM platform.event_feed e
           WHERE e.tenant_id = h.tenant_id ORDER BY e.position LIMIT ${BATCH_MAX}) AS o
         WHERE o.event_id < $1 LIMIT ${BATCH_MAX}) AS old
  WHERE f.tenant_id = old.tenant_id AND f.position = old.position
  RETURNING 1`;

/** Shortens the event feed to what the API promises. The events themselves stay: they are the history of the orders. */
@Injectable()
export class PurgeEventFeed extends ScheduledTask {
  readonly name = 'platform.purge-event-feed';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - FEED_DAYS * DAY_MS);
    const purged = await this.unitOfWork.asMachine((client) => prepared(client, PURGE_FEED, [firstIdOf(before)]));
    return purged.length === BATCH_MAX;
  }
}

/** The smallest UUIDv7 of an instant: ids are made by the wall clock, whatever clock their tenant has. */
export function firstIdOf(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
