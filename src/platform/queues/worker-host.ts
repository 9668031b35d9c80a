import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type Job, UnrecoverableError, type Worker } from 'bullmq';

import { SUBSCRIPTIONS } from '../../contracts/subscriptions.js';
import { type AppConfig } from '../config/app-config.js';
import { isLostConnection, isNoted } from '../database/lost-connection.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observability/metrics.js';
import { Tracing } from '../observability/tracing.js';
import { DeadLetterOffice } from './dead-letter-office.js';
import { Deliveries, Delivery } from './deliveries.js';
import { type JobData, laneOf } from './job-definition.js';
import { Processor } from './processor.js';
import { QueueBackend } from './queue-backend.js';
import { QueueRegistry } from './queue-registry.js';
import { judge } from './retry-policy.js';

/**
 * Runs every processor of the worker process. Refuses to start unless each queue has exactly one: a queue with none
 * fills up unseen, and a queue with two gives each job to either at random.
 */
@Injectable()
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerHost.name);
  private readonly workers: Worker<JobData>[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly backend: QueueBackend,
    private readonly registry: QueueRegistry,
    private readonly deliveries: Deliveries,
    private readonly deadLetters: DeadLetterOffice,
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: Metrics,
    private readonly tracing: Tracing,
    private readonly config: Pick<AppConfig, 'jobConcurrency'>,
  ) {}

  onApplicationBootstrap(): void {
    const processors = this.discovery
      .getProviders()
      .map(({ instance }: { instance?: unknown }) => instance)
      .filter((instance): instance is Processor<object> => instance instanceof Processor);
    assertOneProcessorEach(this.registry.names, processors);
    for (const [lane, sharing] of Map.groupBy(processors, ({ job }) => laneOf(job))) {
      this.workers.push(this.start(lane, new Map(sharing.map((processor) => [processor.job.queue, processor]))));
    }
  }

  /** Stops taking work, and waits for what is in hand. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /** One worker for a lane, with room for all of its queues; a job's name says whose it is. */
  private start(lane: string, processors: ReadonlyMap<string, Processor<object>>): Worker<JobData> {
    const worker = this.backend.worker(lane, (job) => this.run(processors.get(job.name), job), {
      concurrency: this.config.jobConcurrency * processors.size,
    });
    worker.on('error', (error) => {
      if (!isNoted(error)) this.logger.warn(`Lane ${lane}: ${error.message}`);
    });
    return worker;
  }

  private async run(processor: Processor<object> | undefined, job: Job<JobData>): Promise<void> {
    // It was added by a later version, whose workers hear of it again from the delivery's row.
    if (processor === undefined) return;
    const { queue, attemptsMax } = processor.job;
    const delivery = new Delivery<object>(queue, job.data, job.attemptsMade + 1, attemptsMax);
    const stop = this.metrics.jobSeconds.startTimer({ queue });
    try {
      await this.tracing.job(`job ${queue}`, job.data.traceparent, (traceparent) => {
        delivery.traceparent = traceparent;
        return processor.process(delivery);
      });
      if (!delivery.claimed) await this.acknowledge(delivery);
      stop({ outcome: 'done' });
    } catch (error) {
      stop({ outcome: 'failed' });
      if (delivery.isBundle && !isLostConnection(error)) await this.unbundle(delivery, error);
      else await this.failed(processor, delivery, error);
    }
  }

  /** One of its events cannot be done, or not yet: nothing of it is kept, and each has its own tries. */
  private async unbundle(delivery: Delivery<object>, error: unknown): Promise<void> {
    const { queue, job } = delivery;
    this.logger.warn(`${queue} ${job.messageId} is worked one by one: ${judge(error).message}`);
    await this.deliveries.unbundle(delivery);
  }

  /** A processor may find nothing to do; its delivery is then over all the same. */
  private async acknowledge({ queue, job, caller }: Delivery<object>): Promise<void> {
    await this.unitOfWork.run(caller, async (tx) => {
      await tx.query(`DELETE FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3`, [
        job.tenantId,
        job.messageId,
        queue,
      ]);
    });
  }

  /** Another one has done it meanwhile, or it was erased with what it was about: there is nothing to try again. */
  private async isGone({ queue, job, caller }: Delivery<object>): Promise<boolean> {
    const rows = await this.unitOfWork.read(caller, (view) =>
      view.query(`SELECT FROM platform.delivery WHERE tenant_id = $1 AND message_id = $2 AND queue = $3`, [
        job.tenantId,
        job.messageId,
        queue,
      ]),
    );
    return rows.length === 0;
  }

  private async failed({ job }: Processor<object>, delivery: Delivery<object>, error: unknown): Promise<void> {
    if (!delivery.claimed && (await this.isGone(delivery))) return;
    const verdict = judge(error);
    const last = !verdict.retry || delivery.attempt >= delivery.attemptsMax;
    const text = `${delivery.queue} ${delivery.job.messageId} try ${delivery.attempt}: ${verdict.code} ${verdict.message}`;
    if (verdict.code === 'INTERNAL') this.logger.error(text, error instanceof Error ? error.stack : undefined);
    else this.logger.warn(text);
    if (!last) throw error;
    await this.deadLetters.bury(delivery, verdict, job);
    throw new UnrecoverableError(`${verdict.code}: ${verdict.message}`);
  }
}

/** @throws Error naming every queue that has no processor or several, and every subscription without a queue */
export function assertOneProcessorEach(queues: readonly string[], processors: readonly Processor<object>[]): void {
  const count = (name: string): number => processors.filter(({ job }) => job.queue === name).length;
  const wanted = new Set([...queues, ...Object.values(SUBSCRIPTIONS).flat()]);
  const wrong = [...wanted].filter((name) => count(name) !== 1 || !queues.includes(name));
  const stray = processors.map(({ job }) => job.queue).filter((name) => !wanted.has(name));
  if (wrong.length + stray.length > 0) {
    throw new Error(
      `Every queue needs exactly one processor and a place in a job list: ${[...wrong, ...stray].join(', ')}`,
    );
  }
}
