import { Injectable, Logger } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

import { Clock } from '../../kernel/clock.js';
import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Metrics } from '../observability/metrics.js';
import { entryOf, type RequestEntry } from './request-entry.js';

const EVERY_MS = 1_000;
const BATCH_MAX = 500;
/** Some megabytes; beyond it the newest are not kept. */
const WAITING_MAX = 10_000;
const LOG_REQUESTS = `SELECT platform.log_requests($1::jsonb)`;

/**
 * Gathers what was asked and answered, and writes it apart from the requests: a batch each second, or as soon as there are
 * 500. A log is worth less than an answer: what cannot be written is dropped and counted.
 */
@Injectable()
export class RequestLog {
  private readonly logger = new Logger(RequestLog.name);
  private waiting: RequestEntry[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  watch(fastify: FastifyInstance): void {
    const timer = setInterval(() => void this.flush(), EVERY_MS);
    timer.unref();
    fastify.addHook('onResponse', (request, reply, done) => {
      const entry = entryOf(request, reply, this.clock.now());
      if (entry !== null) this.note(entry);
      done();
    });
    // By then the last request has been answered, and the database is still there.
    fastify.addHook('onClose', async () => {
      clearInterval(timer);
      await this.flush();
    });
  }

  note(entry: RequestEntry): void {
    if (this.waiting.length >= WAITING_MAX) {
      this.metrics.requestLogDropped.inc();
      return;
    }
    if (this.waiting.push(entry) >= BATCH_MAX) void this.flush();
  }

  /** Resolves when all that waits is written or given up; one batch at a time. */
  flush(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH_MAX);
      this.waiting = this.waiting.slice(BATCH_MAX);
      await this.write(batch);
    }
  }

  private async write(batch: readonly RequestEntry[]): Promise<void> {
    try {
      await this.unitOfWork.asMachine((client) => prepared(client, LOG_REQUESTS, [JSON.stringify(batch)]));
    } catch (error) {
      this.metrics.requestLogDropped.inc(batch.length);
      this.logger.warn(`${batch.length} requests are not logged: ${String(error)}`);
    }
  }
}
