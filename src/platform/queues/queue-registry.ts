import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, type Queue } from 'bullmq';

import { BUNDLE_TOPIC } from '../database/bundle.js';
import { type JobData, type JobDefinition, laneOf } from './job-definition.js';
import { QueueBackend } from './queue-backend.js';

/** Any number does: jobs without one are before all that have one. */
const BEHIND = 10;

/** A job and the queue that carries it. */
export interface QueuedJob {
  readonly queue: string;
  readonly data: JobData;
}

/** Every queue of the platform, by name, and the lane in which its jobs wait. A name nobody declared is an error, not a new queue. */
@Injectable()
export class QueueRegistry implements OnApplicationShutdown {
  private readonly lanes = new Map<string, Queue<JobData>>();
  private readonly jobs: ReadonlyMap<string, { readonly lane: string; readonly options: JobsOptions }>;

  constructor(
    private readonly backend: QueueBackend,
    jobs: readonly JobDefinition<object>[],
    onError: (error: Error) => void,
  ) {
    this.jobs = new Map(jobs.map((job) => [job.queue, { lane: laneOf(job), options: jobOptions(job) }]));
    for (const name of new Set(jobs.map(laneOf))) {
      const lane = this.backend.queue(name);
      lane.on('error', onError);
      this.lanes.set(name, lane);
    }
  }

  /** Of all queues. */
  get names(): readonly string[] {
    return [...this.jobs.keys()];
  }

  get laneNames(): readonly string[] {
    return [...this.lanes.keys()];
  }

  lane(name: string): Queue<JobData> {
    const lane = this.lanes.get(name);
    if (lane === undefined) throw new Error(`Nobody declared a queue of the lane ${name}`);
    return lane;
  }

  /** Adds jobs under the ids of their messages, one round trip for each lane: one that still waits is not added twice. */
  async addAll(jobs: readonly QueuedJob[]): Promise<void> {
    const byLane = Map.groupBy(jobs, ({ queue }) => this.declared(queue).lane);
    await Promise.all(
      [...byLane].map(([lane, added]) =>
        this.lane(lane).addBulk(
          added.map(({ queue, data }) => ({
            name: queue,
            data,
            // A queue hears a message once, but several of a lane may hear the same.
            opts: { ...this.declared(queue).options, ...rankOf(data), jobId: `${queue}-${data.messageId}` },
          })),
        ),
      ),
    );
  }

  private declared(queue: string): { readonly lane: string; readonly options: JobsOptions } {
    const job = this.jobs.get(queue);
    if (job === undefined) throw new Error(`Nobody declared the queue ${queue}`);
    return job;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
    await this.backend.close();
  }
}

/** What comes by the thousand lets what comes alone go first. */
function rankOf({ topic }: JobData): JobsOptions {
  return topic === BUNDLE_TOPIC ? { priority: BEHIND } : {};
}

function jobOptions({ attemptsMax, firstRetryDelayMs }: JobDefinition<object>): JobsOptions {
  return {
    attempts: attemptsMax,
    backoff: { type: 'exponential', delay: firstRetryDelayMs, jitter: 0.5 },
    // The truth is the delivery's row; the queue keeps nothing of what is over.
    removeOnComplete: true,
    removeOnFail: true,
  };
}
