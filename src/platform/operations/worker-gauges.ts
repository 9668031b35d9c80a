import { Injectable, type OnModuleInit } from '@nestjs/common';

import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observability/metrics.js';
import { QueueRegistry } from '../queues/queue-registry.js';

/** A scrape does not wait longer for a queue server that is away. */
const PATIENCE_MS = 2_000;

const AGES = `
  SELECT queue, greatest(0, extract(epoch FROM now() - min(due_at)))::float8 AS seconds
  FROM platform.delivery WHERE due_at <= now() GROUP BY queue`;
const LAG = `
  SELECT greatest(0, coalesce(extract(epoch FROM now() - min(due_at)), 0))::float8 AS seconds
  FROM platform.delivery WHERE sent_at IS NULL AND due_at <= now()`;
const DEAD = `SELECT queue, count(*)::int AS count FROM platform.dead_letter WHERE state = 'open' GROUP BY queue`;
const STUCK = `SELECT machine, state, stuck::int AS count FROM platform.stuck_states()`;

/**
 * Looks at queues, outbox and waiting states when somebody scrapes `/metrics`, so that nothing is counted when nobody
 * asks. All workers see the same queues: take the maximum over instances, not the sum.
 */
@Injectable()
export class WorkerGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: QueueRegistry,
  ) {}

  onModuleInit(): void {
    this.metrics.atScrape(() => this.fillDepths());
    this.metrics.atScrape(() => this.fillAges());
    this.metrics.atScrape(() => this.fillDeadLetters());
    this.metrics.atScrape(() => this.fillStuckStates());
  }

  private async fillDepths(): Promise<void> {
    const { queueDepth } = this.metrics;
    queueDepth.reset();
    await Promise.all(
      this.registry.laneNames.map(async (lane) => {
        const counts = await withinPatience(this.registry.lane(lane).getJobCounts('waiting', 'prioritized', 'delayed'));
        queueDepth.set(
          { lane },
          Object.values(counts).reduce((sum, count) => sum + count, 0),
        );
      }),
    );
  }

  private async fillAges(): Promise<void> {
    const { queueAgeSeconds, outboxLagSeconds } = this.metrics;
    const ages = await this.ask<{ queue: string; seconds: number }>(AGES);
    const [lag] = await this.ask<{ seconds: number }>(LAG);
    queueAgeSeconds.reset();
    for (const queue of this.registry.names) queueAgeSeconds.set({ queue }, 0);
    for (const { queue, seconds } of ages) queueAgeSeconds.set({ queue }, seconds);
    outboxLagSeconds.set(lag?.seconds ?? 0);
  }

  private async fillDeadLetters(): Promise<void> {
    const { deadLetters } = this.metrics;
    const rows = await this.ask<{ queue: string; count: number }>(DEAD);
    deadLetters.reset();
    for (const queue of this.registry.names) deadLetters.set({ queue }, 0);
    for (const { queue, count } of rows) deadLetters.set({ queue }, count);
  }

  private async fillStuckStates(): Promise<void> {
    const { stuckStates } = this.metrics;
    const rows = await this.ask<{ machine: string; state: string; count: number }>(STUCK);
    stuckStates.reset();
    for (const { machine, state, count } of rows) stuckStates.set({ machine, state }, count);
  }

  private ask<Row>(sql: string): Promise<Row[]> {
    return this.unitOfWork.asMachine((client) => prepared<Row>(client, sql, []));
  }
}

async function withinPatience<Result>(work: Promise<Result>): Promise<Result> {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('The queues did not answer in time'));
  }, PATIENCE_MS);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
