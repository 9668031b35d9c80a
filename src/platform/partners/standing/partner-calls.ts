import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { type PartnerName } from '../../config/app-config.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { classOf } from './partner-status.js';

const EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const NOTE = `SELECT platform.note_partner_calls($1::jsonb)`;

/** What came of a call; of a failure its code: `http_503`, `timeout` or `connection`. */
export type Outcome = 'answered' | 'received' | { readonly failure: string };

interface Seen {
  last_success_at?: string;
  last_failure_at?: string;
  last_failure_code?: string;
}

/**
 * How partners answer, gathered in memory without a word about whom it was for, and written once in five seconds in one
 * statement. What a killed process had not written is not known; after SIGTERM each call is written at once.
 */
@Injectable()
export class PartnerCalls implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PartnerCalls.name);
  private calls = new Map<string, number>();
  private seen = new Map<PartnerName, Seen>();
  private timer: NodeJS.Timeout | null = null;
  private isEnding = false;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.isEnding = true;
    await this.flush();
  }

  /** Resolves at once, but for a process that ends: it takes its last calls with it otherwise. */
  async note(partner: PartnerName, outcome: Outcome, durationMs = 0): Promise<void> {
    const now = this.clock.now();
    const isFailure = typeof outcome === 'object';
    const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS).toISOString();
    const key = [partner, minute, isFailure ? 'failed' : outcome, classOf(durationMs)].join(' ');
    this.calls.set(key, (this.calls.get(key) ?? 0) + 1);
    const at = now.toISOString();
    const newest = isFailure ? { last_failure_at: at, last_failure_code: outcome.failure } : { last_success_at: at };
    this.seen.set(partner, { ...this.seen.get(partner), ...newest });
    if (this.isEnding) await this.flush();
  }

  /** Resolves when all that was noted is written or, where the database is away, given up. */
  async flush(): Promise<void> {
    while (this.writing !== null) await this.writing;
    if (this.calls.size === 0) return;
    this.writing = this.write().finally(() => {
      this.writing = null;
    });
    await this.writing;
  }

  private async write(): Promise<void> {
    const calls = [...this.calls].map(([key, count]) => {
      const [partner, minute, outcome, upToMs] = key.split(' ');
      return { partner, minute, outcome, up_to_ms: Number(upToMs), calls: count };
    });
    const seen = [...this.seen].map(([partner, dates]) => ({ partner, ...dates }));
    this.calls = new Map();
    this.seen = new Map();
    try {
      await this.unitOfWork.asMachine((client) => prepared(client, NOTE, [JSON.stringify({ calls, seen })]));
    } catch (error) {
      this.logger.warn(`Calls of ${seen.length} partners are not counted: ${String(error)}`);
    }
  }
}
