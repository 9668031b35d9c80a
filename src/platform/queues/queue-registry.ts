import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, type Queue } from 'bullmq';

import { type JobData, type JobDefinition } from './job-definition.js';
import { QueueBackend } from './queue-backend.js';

/** Every queue of the platform, by name. A name nobody declared is an error, not a new queue. */
@Injectable()
export class QueueRegistry implements OnApplicationShutdown {
  private readonly queues = new Map<string, Queue<JobData>>();
  private readonly options = new Map<string, JobsOptions>();

  constructor(
    private readonly backend: QueueBackend,
    jobs: readonly JobDefinition<object>[],
    onError: (error: Error) => void,
  ) {
    for (const job of jobs) {
      const queue = this.backend.queue(job.queue);
      queue.on('error', onError);
      this.queues.set(job.queue, queue);
      this.options.set(job.queue, jobOptions(job));
    }
  }

  get names(): readonly string[] {
    return [...this.queues.keys()];
  }

  queue(name: string): Queue<JobData> {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new Error(`Nobody declared the queue ${name}`);
    return queue;
  }

  /** Adds jobs under the ids of their messages: one that still waits is not added twice. */
  async addAll(name: string, jobs: readonly JobData[]): Promise<void> {
    const options = this.options.get(name) ?? {};
    await this.queue(name).addBulk(
      jobs.map((data) => ({ name, data, opts: { ...options, jobId: `m-${data.messageId}` } })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }
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
