import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

import { newId } from '../../../kernel/ids.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Pump } from '../../outbox/pump.js';
import { ScheduledTask } from './scheduled-task.js';

const LOOK_MS = 1_000;
/** A worker that dies gives its task back after this long. */
const LEASE_MS = 30_000;
const RETRY_MS = 60_000;
const ERROR_MAX = 2_000;

const REGISTER = `
  INSERT INTO platform.schedule (name, next_at) SELECT unnest($1::text[]), now() ON CONFLICT (name) DO NOTHING`;
/** Picked before it is joined: a subquery with a limit may be asked again for each row, and would claim another each time. */
const CLAIM = `
  WITH due AS MATERIALIZED (
    SELECT name FROM platform.schedule
    WHERE name = ANY($2) AND next_at <= now() AND (claimed_until IS NULL OR claimed_until <= now())
    ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE platform.schedule s
  SET claimed_by = $1, claimed_until = now() + make_interval(secs => $3::float8 / 1000), started_at = now()
  FROM due WHERE s.name = due.name
  RETURNING s.name`;
const RENEW = `
  UPDATE platform.schedule SET claimed_until = now() + make_interval(secs => $3::float8 / 1000)
  WHERE name = $1 AND claimed_by = $2`;
const FINISH = `
  UPDATE platform.schedule
  SET claimed_by = NULL, claimed_until = NULL, finished_at = now(), last_error = $4,
      next_at = now() + make_interval(secs => $3::float8 / 1000)
  WHERE name = $1 AND claimed_by = $2`;

/** Runs every ScheduledTask of the worker process when its time has come and no other worker has it in hand. */
@Injectable()
export class ScheduleRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ScheduleRunner.name);
  private readonly pump = new Pump('ScheduleRunner', LOOK_MS, () => this.round());
  private readonly claimant = newId();
  private tasks: ReadonlyMap<string, ScheduledTask> = new Map();
  private registered = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onApplicationBootstrap(): void {
    const found = this.discovery
      .getProviders()
      .map(({ instance }: { instance?: unknown }) => instance)
      .filter((instance) => instance instanceof ScheduledTask);
    this.tasks = new Map(found.map((task) => [task.name, task]));
    if (this.tasks.size !== found.length) throw new Error('Two scheduled tasks have the same name');
    this.pump.start();
  }

  /** Lets the round in hand end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.pump.stop();
  }

  private async round(): Promise<boolean> {
    const names = [...this.tasks.keys()];
    if (!this.registered) {
      await this.ask(REGISTER, [names]);
      this.registered = true;
    }
    const [claimed] = await this.ask<{ name: string }>(CLAIM, [this.claimant, names, LEASE_MS]);
    const task = claimed === undefined ? undefined : this.tasks.get(claimed.name);
    if (task === undefined) return false;
    await this.perform(task);
    return true;
  }

  private async perform(task: ScheduledTask): Promise<void> {
    const renewal = setInterval(() => {
      // A renewal that fails costs us the claim, not the process: another worker then begins the round again.
      this.ask(RENEW, [task.name, this.claimant, LEASE_MS]).catch(() => undefined);
    }, LEASE_MS / 3);
    try {
      const more = await task.run();
      await this.ask(FINISH, [task.name, this.claimant, more ? 0 : task.everyMs, null]);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.logger.warn(`${task.name} will run again: ${message}`);
      const pause = Math.min(task.everyMs, RETRY_MS);
      await this.ask(FINISH, [task.name, this.claimant, pause, message.slice(0, ERROR_MAX)]);
    } finally {
      clearInterval(renewal);
    }
  }

  private ask<Row>(sql: string, values: Parameters<typeof prepared>[2]): Promise<Row[]> {
    return this.unitOfWork.asMachine((client) => prepared<Row>(client, sql, values));
  }
}
