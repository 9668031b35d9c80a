import { type PoolClient } from 'pg';

import { type OutgoingEvent } from '../../contracts/events.js';
import { SUBSCRIPTIONS } from '../../contracts/subscriptions.js';
import { newId } from '../../kernel/ids.js';
import { bundled, type EventDelivery } from './bundle.js';
import { prepared, type Tx } from './session.js';
import { type SqlValue } from './sql-value.js';

/**
 * Events with their per-resource sequence, deliveries to every subscriber, promised jobs, audit lines and the kept
 * answer of an idempotent command: one statement, whatever their number. What waits for its place in the feed or its
 * seal is named here too, all of it in one row: ids are made one after another here, so in their order each resource's
 * events follow its sequence.
 *
 * The sequence has no gaps because the writer holds the resource's row; were two to meet all the same, the unique
 * constraint refuses the second and its whole transaction, which is then done again.
 *
 * A job is due by the tenant's clock, and the relay looks at ours: so what is stored is how long from now. Where the tenant
 * has a clock that can be moved, the hour by that is kept beside it.
 */
const FLUSH = `
  WITH event_row AS (
    INSERT INTO platform.event (tenant_id, id, type, schema_version, occurred_at, resource_type, resource_id, sequence,
                                order_id, changed, data, livemode, traceparent)
    SELECT $1, e.id, e.type, e.schema_version, $2, e.resource_type, e.resource_id,
           e.ordinal + CASE WHEN e.created THEN 0 ELSE coalesce((
             SELECT max(p.sequence) FROM platform.event p
             WHERE p.tenant_id = $1 AND p.resource_id = e.resource_id), 0) END,
           e.order_id, e.changed, e.data, $3, e.traceparent
    FROM jsonb_to_recordset($4::jsonb) AS e (
      id uuid, type text, schema_version int, resource_type text, resource_id uuid, ordinal int, created boolean,
      order_id uuid, changed text[], data jsonb, traceparent text)
    RETURNING id
  ), unfed_row AS (
    INSERT INTO platform.event_unfed (tenant_id, event_ids)
    SELECT $1, array_agg(id ORDER BY id) FROM event_row HAVING count(*) > 0
  ), delivery_row AS (
    INSERT INTO platform.delivery (tenant_id, message_id, queue, topic, payload, due_at, created_at, traceparent,
                                   clock_due_at, held_by)
    SELECT $1, d.message_id, d.queue, d.topic, d.payload, coalesce(now() + (d.due_at - $2::timestamptz), now()), now(),
           d.traceparent, CASE WHEN NOT $3 THEN d.due_at END, d.held_by
    FROM jsonb_to_recordset($5::jsonb) AS d (
      message_id uuid, queue text, topic text, payload jsonb, due_at timestamptz, traceparent text, held_by uuid)
  ), audit_row AS (
    INSERT INTO audit.record (tenant_id, id, occurred_at, actor, action, resource_type, resource_id, from_state, to_state, details,
                              acting_tenant, mandate_id)
    SELECT $1, a.id, $2, a.actor, a.action, a.resource_type, a.resource_id, a.from_state, a.to_state, a.details,
           a.acting_tenant, a.mandate_id
    FROM jsonb_to_recordset($6::jsonb) AS a (
      id uuid, actor text, action text, resource_type text, resource_id text, from_state text, to_state text, details jsonb,
      acting_tenant uuid, mandate_id uuid)
    RETURNING id
  ), unsealed_row AS (
    INSERT INTO audit.unsealed (tenant_id, record_ids)
    SELECT $1, array_agg(id ORDER BY id) FROM audit_row HAVING count(*) > 0
  )
  INSERT INTO platform.idempotency_record (tenant_id, actor, key, fingerprint, status, headers, body, resource, created_at)
  SELECT $1, i.actor, i.key, i.fingerprint, i.status, i.headers, i.body, i.resource, now()
  FROM jsonb_to_recordset($7::jsonb) AS i (
    actor text, key text, fingerprint text, status int, headers jsonb, body text, resource text)`;

/**
 * Everything the works of one transaction promised to the outside, ready to be written; null when that is nothing. Apart
 * from the writing, so that what cannot be written as JSON fails before COMMIT is on the wire.
 */
export function promisesOf(works: readonly [Tx, ...Tx[]]): readonly SqlValue[] | null {
  const [{ tenantId, now, livemode }] = works;
  const answers = works.flatMap(({ answer }) => answer ?? []);
  const isNothing = works.every(({ events, jobs, audits }) => events.length + jobs.length + audits.length === 0);
  if (isNothing && answers.length === 0) return null;
  const ordinals = new Map<string, number>();
  const told = works.flatMap((tx) => tx.events.map((event) => ({ tx, event, id: newId() })));
  return [
    tenantId,
    now,
    livemode,
    JSON.stringify(told.map((one) => eventRow(one, ordinals))),
    JSON.stringify([...bundled(told.flatMap(eventDeliveries)), ...works.flatMap(jobDeliveries)]),
    JSON.stringify(works.flatMap(auditRows)),
    JSON.stringify(answers),
  ];
}

export async function writePromises(client: PoolClient, promises: readonly SqlValue[]): Promise<void> {
  await prepared(client, FLUSH, promises);
}

/** What is worked on without end is told of all the same. */
const HELD_AT_MOST_MS = 600_000;

/** An event, the work that tells of it, and the id it gets. */
interface Told {
  readonly tx: Tx;
  readonly event: OutgoingEvent;
  readonly id: string;
}

function eventRow({ tx, event, id }: Told, ordinals: Map<string, number>): object {
  const ordinal = (ordinals.get(event.resource.id) ?? 0) + 1;
  ordinals.set(event.resource.id, ordinal);
  return {
    id,
    type: event.type,
    schema_version: event.schemaVersion ?? 1,
    resource_type: event.resource.type,
    resource_id: event.resource.id,
    ordinal,
    created: event.creates === true,
    order_id: event.orderId ?? null,
    changed: event.changed ?? [],
    data: event.data,
    traceparent: tx.caller.traceparent,
  };
}

function eventDeliveries({ tx, event, id }: Told): EventDelivery[] {
  const { newsHeldBy, now } = tx;
  const dueAt = newsHeldBy === null ? null : new Date(now.getTime() + HELD_AT_MOST_MS).toISOString();
  return SUBSCRIPTIONS[event.type].map((queue) => ({
    message_id: id,
    queue,
    topic: event.type,
    payload: { resourceId: event.resource.id, orderId: event.orderId ?? null, data: event.data },
    due_at: dueAt,
    held_by: newsHeldBy,
    traceparent: tx.caller.traceparent,
  }));
}

function jobDeliveries({ jobs, caller }: Tx): object[] {
  return jobs.map(({ queue, payload, dueAt }) => ({
    message_id: newId(),
    queue,
    topic: `job/${queue}`,
    payload,
    due_at: dueAt?.toISOString() ?? null,
    traceparent: caller.traceparent,
  }));
}

function auditRows({ audits, caller }: Tx): object[] {
  return audits.map((entry) => ({
    id: newId(),
    actor: caller.actor,
    action: entry.action,
    resource_type: entry.resourceType,
    resource_id: entry.resourceId,
    from_state: entry.from ?? null,
    to_state: entry.to ?? null,
    details: entry.details ?? {},
    // Absent, and so null, where nobody acts for another.
    acting_tenant: caller.acting?.tenantId,
    mandate_id: caller.acting?.mandateId,
  }));
}
