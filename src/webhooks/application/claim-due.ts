import { type Payload, type SignatureChoice } from '../entities/webhook-endpoint.entity.js';

/** How many deliveries of one endpoint may be in hand at once in one worker. */
export const LANE_MAX = 64;

const ENDPOINTS_MAX = 200;
const LEASE_SECONDS = 60;

export interface DueDelivery {
  readonly tenant_id: string;
  readonly id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly attempts: number;
  readonly url: string;
  readonly secret_box: Buffer;
  /** The secret before, while it still signs. */
  readonly old_secret_box: Buffer | null;
  readonly signature: SignatureChoice;
  readonly payload: Payload;
  /** What is sent instead of an event: a test. */
  readonly sample: string | null;
  readonly traceparent: string | null;
}

/** Of the same resource, and not over: what an ordered endpoint gets first. */
const EARLIER = `
  SELECT 1 FROM webhooks.delivery b
  WHERE b.tenant_id = d.tenant_id AND b.endpoint_id = d.endpoint_id AND b.resource_id = d.resource_id
    AND b.sequence < d.sequence AND b.state = 'pending'`;

/**
 * Leases what is due, by putting its next attempt off: should this worker die, it is due again when the lease ends. It takes
 * of each enabled endpoint, except the busy ones in $1, its oldest few. While an endpoint's circuit
 * is open nothing of it is taken; when it closes after failures, one trial. To an
 * ordered endpoint nothing goes while something earlier of its resource is pending, in hand or waiting for its next try.
 */
export const CLAIM_DUE = `
  WITH ready AS (
    SELECT e.tenant_id, e.id, e.url, e.payload, e.ordered, e.signature, e.secret_box, CASE WHEN e.old_secret_expires_at > now() THEN e.old_secret_box END AS old_secret_box,
           CASE WHEN p.open_until IS NULL THEN ${LANE_MAX / 2} ELSE 1 END AS allowed
    FROM webhooks.endpoint e
    JOIN webhooks.endpoint_progress p ON p.tenant_id = e.tenant_id AND p.endpoint_id = e.id
    WHERE e.state = 'enabled' AND e.id <> ALL($1::uuid[]) AND (p.open_until IS NULL OR p.open_until <= now())
      AND EXISTS (SELECT 1 FROM webhooks.delivery d
                  WHERE d.tenant_id = e.tenant_id AND d.endpoint_id = e.id AND d.state = 'pending' AND d.next_attempt_at <= now())
    LIMIT ${ENDPOINTS_MAX}
  ), due AS (
    SELECT d.tenant_id, d.id, r.url, r.payload, r.signature, r.secret_box, r.old_secret_box, v.traceparent
    FROM ready r CROSS JOIN LATERAL (
      SELECT d.tenant_id, d.id, d.event_id FROM webhooks.delivery d
      WHERE d.tenant_id = r.tenant_id AND d.endpoint_id = r.id AND d.state = 'pending' AND d.next_attempt_at <= now()
        AND (NOT r.ordered OR d.resource_id IS NULL OR NOT EXISTS (${EARLIER}))
      ORDER BY d.next_attempt_at LIMIT r.allowed FOR UPDATE SKIP LOCKED) d
    LEFT JOIN platform.event v ON v.tenant_id = d.tenant_id AND v.id = d.event_id
  )
  UPDATE webhooks.delivery d SET next_attempt_at = now() + interval '${LEASE_SECONDS} seconds'
  FROM due WHERE d.tenant_id = due.tenant_id AND d.id = due.id
  RETURNING d.tenant_id, d.id, d.endpoint_id, d.event_id, d.attempts, due.url, due.payload, due.signature, due.secret_box, due.old_secret_box,
            d.sample, due.traceparent`;
