import { Injectable } from '@nestjs/common';
import { type PoolClient } from 'pg';

import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ATTEMPTS_MAX, DISABLE_AFTER_MS, nextWaitMs, openForMs } from '../domain/retry-schedule.js';
import { type DueDelivery } from './claim-due.js';
import { EndpointDisabler } from './endpoint-disabler.js';
import { type SendResult } from './sender.js';

const FLUSH_AFTER_MS = 20;
const GONE = 410;

export interface Attempt extends SendResult {
  readonly delivery: DueDelivery;
  readonly startedAt: Date;
  readonly ok: boolean;
}

const WRITE = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (
      tenant_id uuid, delivery_id uuid, attempt_id uuid, number int, started_at timestamptz, duration_ms int, status int,
      error text, response text, state text, next_attempt_at timestamptz)
  ), logged AS (
    INSERT INTO webhooks.attempt (tenant_id, id, delivery_id, number, started_at, duration_ms, status, error, response)
    SELECT tenant_id, attempt_id, delivery_id, number, started_at, duration_ms, status, error, response FROM given
  )
  UPDATE webhooks.delivery d
  SET state = g.state, attempts = g.number, next_attempt_at = g.next_attempt_at, last_status = g.status,
      last_error = g.error, delivered_at = CASE WHEN g.state = 'delivered' THEN g.started_at END
  FROM given g WHERE d.tenant_id = g.tenant_id AND d.id = g.delivery_id
    AND d.state = 'pending' AND d.attempts = g.number - 1`; // a result that comes after its lease undoes no newer one

const PROGRESS = `
  UPDATE webhooks.endpoint_progress p
  SET consecutive_failures = CASE WHEN g.succeeded THEN g.failures_after ELSE p.consecutive_failures + g.failures_after END,
      failing_since = CASE WHEN g.succeeded AND g.failures_after = 0 THEN NULL
                           WHEN g.succeeded THEN now() ELSE coalesce(p.failing_since, now()) END,
      open_until = NULL
  FROM jsonb_to_recordset($1::jsonb) AS g (tenant_id uuid, endpoint_id uuid, succeeded boolean, failures_after int)
  WHERE p.tenant_id = g.tenant_id AND p.endpoint_id = g.endpoint_id
    AND (NOT g.succeeded OR g.failures_after > 0 OR p.consecutive_failures > 0)
  RETURNING p.tenant_id, p.endpoint_id, p.consecutive_failures, p.failing_since`;

const OPEN = `
  UPDATE webhooks.endpoint_progress p SET open_until = now() + make_interval(secs => o.ms / 1000.0)
  FROM jsonb_to_recordset($1::jsonb) AS o (tenant_id uuid, endpoint_id uuid, ms float8)
  WHERE p.tenant_id = o.tenant_id AND p.endpoint_id = o.endpoint_id`;

interface ProgressRow {
  readonly tenant_id: string;
  readonly endpoint_id: string;
  readonly consecutive_failures: number;
  readonly failing_since: Date | null;
}

/** Writes what came of attempts, many at a time: one commit for all that ended within 20 ms. */
@Injectable()
export class AttemptLog {
  private waiting: Attempt[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly disabler: EndpointDisabler,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the attempt is written. */
  async record(attempt: Attempt): Promise<void> {
    this.waiting.push(attempt);
    this.writing ??= this.writeSoon();
    await this.writing;
  }

  async flush(): Promise<void> {
    await this.writing;
  }

  private async writeSoon(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, FLUSH_AFTER_MS));
    const batch = this.waiting;
    this.waiting = [];
    this.writing = null;
    const real = batch.filter(({ delivery }) => !isTest(delivery));
    const failing = await this.unitOfWork.asMachine((client) => this.write(client, batch, real));
    await this.switchOff(real, failing);
  }

  /** @param real those that say something of how the endpoint does */
  private async write(client: PoolClient, batch: readonly Attempt[], real: readonly Attempt[]): Promise<ProgressRow[]> {
    await prepared(client, WRITE, [JSON.stringify(batch.map((attempt) => this.row(attempt)))]);
    if (real.length === 0) return [];
    const failing = await prepared<ProgressRow>(client, PROGRESS, [JSON.stringify(perEndpoint(real))]);
    const open = failing
      .map((row) => ({
        tenant_id: row.tenant_id,
        endpoint_id: row.endpoint_id,
        ms: openForMs(row.consecutive_failures),
      }))
      .filter(({ ms }) => ms > 0);
    if (open.length > 0) await prepared(client, OPEN, [JSON.stringify(open)]);
    return failing;
  }

  private row({ delivery, startedAt, ok, status, error, response, durationMs }: Attempt): object {
    const number = delivery.attempts + 1;
    const wait = ok || isTest(delivery) ? null : nextWaitMs(number, Math.random());
    return {
      tenant_id: delivery.tenant_id,
      delivery_id: delivery.id,
      attempt_id: newId(),
      number,
      started_at: startedAt.toISOString(),
      duration_ms: durationMs,
      status,
      error,
      response,
      state: ok ? 'delivered' : wait === null ? 'failed' : 'pending',
      next_attempt_at: new Date(this.clock.now().getTime() + (wait ?? 0)).toISOString(),
    };
  }

  private async switchOff(batch: readonly Attempt[], failing: readonly ProgressRow[]): Promise<void> {
    for (const { delivery, status } of batch) {
      if (status === GONE) await this.disabler.disable(delivery.tenant_id, delivery.endpoint_id, 'gone', status);
      else if (delivery.attempts + 1 >= ATTEMPTS_MAX && this.hasOnlyFailed(failing, delivery.endpoint_id)) {
        await this.disabler.disable(delivery.tenant_id, delivery.endpoint_id, 'failing', status);
      }
    }
  }

  private hasOnlyFailed(failing: readonly ProgressRow[], endpointId: string): boolean {
    const since = failing.find(({ endpoint_id }) => endpoint_id === endpointId)?.failing_since ?? null;
    return since !== null && this.clock.now().getTime() - since.getTime() > DISABLE_AFTER_MS;
  }
}

/** A person tries the receiver: once, and with no consequence. */
function isTest({ sample }: DueDelivery): boolean {
  return sample !== null;
}

/** Of each endpoint in the batch: whether anything got through, and how many failed since. */
function perEndpoint(batch: readonly Attempt[]): object[] {
  const byEndpoint = Map.groupBy(batch, ({ delivery }) => delivery.endpoint_id);
  return [...byEndpoint].map(([endpoint_id, attempts]) => {
    const lastSuccess = attempts.findLastIndex(({ ok }) => ok);
    return {
      tenant_id: attempts[0]?.delivery.tenant_id,
      endpoint_id,
      succeeded: lastSuccess >= 0,
      failures_after: attempts.length - 1 - lastSuccess,
    };
  });
}
