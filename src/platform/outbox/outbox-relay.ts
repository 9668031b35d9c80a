import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type PoolClient } from 'pg';

import { prepared } from '../database/session.js';
import { OutboxSignal, UnitOfWork } from '../database/unit-of-work.js';
import { type JobData } from '../queues/job-definition.js';
import { QueueRegistry } from '../queues/queue-registry.js';
import { Pump } from './pump.js';

const BATCH_MAX = 500;
const POLL_MS = 20;

/**
 * Marks due deliveries as sent and reads them; those of queues that this version does not know wait for one that does. SKIP
 * LOCKED gives each of several relays its own rows. They are picked once, before anything is joined to them: a subquery with
 * a limit may be asked again for each row.
 */
const TAKE_UNSENT = `
  WITH due AS MATERIALIZED (
    SELECT tenant_id, message_id, queue FROM platform.delivery
    WHERE sent_at IS NULL AND due_at <= now() AND queue = ANY($1)
    ORDER BY due_at LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED
  )
  UPDATE platform.delivery d SET sent_at = now()
  FROM due WHERE d.tenant_id = due.tenant_id AND d.message_id = due.message_id AND d.queue = due.queue
  RETURNING d.tenant_id, d.message_id, d.queue, d.topic, d.payload, d.traceparent`;
const TAKE_STALE = `
  WITH stale AS MATERIALIZED (
    SELECT tenant_id, message_id, queue FROM platform.delivery
    WHERE sent_at < now() - make_interval(secs => $1::float8 / 1000) AND queue = ANY($2)
    ORDER BY sent_at LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED
  )
  UPDATE platform.delivery d SET sent_at = now()
  FROM stale WHERE d.tenant_id = stale.tenant_id AND d.message_id = stale.message_id AND d.queue = stale.queue
  RETURNING d.tenant_id, d.message_id, d.queue, d.topic, d.payload, d.traceparent`;

interface DueRow {
  readonly tenant_id: string;
  readonly message_id: string;
  readonly queue: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly traceparent: string | null;
}

/**
 * Moves committed deliveries to their queues, oldest first. Polled, not notified: NOTIFY inside the transactions
 * would serialise their commits. A crash between the add and our commit sends a job twice, and a claim by row
 * makes the second one harmless.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pump = new Pump('OutboxRelay', POLL_MS, () => this.sendBatch());

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: QueueRegistry,
    private readonly signal: OutboxSignal,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onWork(() => {
      this.pump.ring();
    });
    this.pump.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async sendBatch(): Promise<boolean> {
    return this.unitOfWork.asMachine(async (client) => {
      await client.query('BEGIN');
      try {
        const due = await prepared<DueRow>(client, TAKE_UNSENT, [this.registry.names]);
        await handOver(this.registry, due);
        await client.query('COMMIT');
        return due.length === BATCH_MAX;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }
}

/** Adds the rows to their queues. */
export async function handOver(registry: QueueRegistry, rows: readonly DueRow[]): Promise<void> {
  await registry.addAll(rows.map((row) => ({ queue: row.queue, data: toJob(row) })));
}

/** Rows that were sent long ago and are still there: their jobs may be lost with Redis, so they are sent once more. */
export async function takeStale(client: PoolClient, olderThanMs: number, queues: readonly string[]): Promise<DueRow[]> {
  return prepared<DueRow>(client, TAKE_STALE, [olderThanMs, queues]);
}

function toJob({ tenant_id, message_id, topic, payload, traceparent }: DueRow): JobData {
  const isEvent = !topic.startsWith('job/');
  return { tenantId: tenant_id, messageId: message_id, topic, payload: isEvent ? null : payload, traceparent };
}
