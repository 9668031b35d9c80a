import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { firstIdAt } from '../../kernel/ids.js';
import { type View } from '../../platform/database/session.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Breaker, breakerAt } from '../domain/breaker.js';
import { SAY } from '../domain/webhooks.sentences.js';

const HOUR_MS = 3_600_000;
export const WINDOWS = { '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 7 * 24 * HOUR_MS } as const;
export type Window = keyof typeof WINDOWS;

/** How long receivers took, and when they failed, is read off so many deliveries: enough for a percentile, and never dear. */
const SAMPLE = 1_000;

export interface Statistics {
  readonly endpointId: string;
  readonly since: Date;
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly consecutiveFailures: number;
  readonly breaker: Breaker;
}

interface Row {
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
  readonly p50_ms: number | null;
  readonly p95_ms: number | null;
  readonly last_success_at: Date | null;
  readonly last_failure_at: Date | null;
  readonly consecutive_failures: number;
  readonly open_until: Date | null;
}

/** By the index of events: their ids are ordered by time. What waits is counted whatever its age, tests nowhere. */
const READ = `
  WITH recent AS (
    SELECT id FROM webhooks.delivery
    WHERE tenant_id = $1 AND endpoint_id = $2 AND event_id >= $3 AND sample IS NULL
    ORDER BY event_id DESC LIMIT ${SAMPLE}
  ), tries AS (
    SELECT a.started_at, a.duration_ms, a.status IS NOT NULL AND a.status BETWEEN 200 AND 299 AS ok
    FROM recent r JOIN webhooks.attempt a ON a.tenant_id = $1 AND a.delivery_id = r.id
  ), counts AS (
    SELECT count(*) FILTER (WHERE state = 'delivered')::int AS delivered, count(*) FILTER (WHERE state = 'failed')::int AS failed
    FROM webhooks.delivery WHERE tenant_id = $1 AND endpoint_id = $2 AND event_id >= $3 AND sample IS NULL
  ), times AS (
    SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE ok))::int AS p50_ms,
           round(percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) FILTER (WHERE ok))::int AS p95_ms,
           max(started_at) FILTER (WHERE ok) AS last_success_at, max(started_at) FILTER (WHERE NOT ok) AS last_failure_at
    FROM tries
  )
  SELECT c.*, t.*, p.consecutive_failures, p.open_until,
         (SELECT count(*)::int FROM webhooks.delivery d
          WHERE d.tenant_id = $1 AND d.endpoint_id = $2 AND d.state = 'pending' AND d.sample IS NULL) AS pending
  FROM counts c, times t, webhooks.endpoint_progress p WHERE p.tenant_id = $1 AND p.endpoint_id = $2`;

/** How an endpoint does. */
@Injectable()
export class EndpointStatistics {
  constructor(private readonly clock: Clock) {}

  /** @throws ResourceNotFoundError */
  async of(view: View, endpointId: string, window: Window): Promise<Statistics> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOWS[window]);
    const values = [view.tenantId, endpointId, firstIdAt(since.getTime())];
    const [row] = await view.query<Row>(READ, values);
    if (row === undefined) throw new ResourceNotFoundError(SAY.no_such_endpoint);
    const { delivered, failed, pending } = row;
    return {
      ...{ endpointId, since, delivered, failed, pending },
      p50Ms: row.p50_ms,
      p95Ms: row.p95_ms,
      lastSuccessAt: row.last_success_at,
      lastFailureAt: row.last_failure_at,
      consecutiveFailures: row.consecutive_failures,
      breaker: breakerAt(row.open_until, now),
    };
  }
}
