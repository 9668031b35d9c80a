import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { prepared } from '../database/session.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ScheduledTask } from '../operations/schedules/scheduled-task.js';

const DAY_MS = 86_400_000;
const EVERY_MS = 600_000;
const BATCH_MAX = 5_000;

/** The API promises to show requests this long. */
const LOG_DAYS = 30;

const PURGE_LOG = `
  DELETE FROM platform.request_log l
  USING (SELECT tenant_id, id FROM platform.request_log WHERE created_at < $1 ORDER BY created_at LIMIT ${BATCH_MAX}) AS old
  WHERE l.tenant_id = old.tenant_id AND l.id = old.id
  RETURNING 1`;

/** The API promises to count them this long. */
const COUNT_DAYS = 400;

const PURGE_DAYS = `DELETE FROM platform.request_day WHERE day < $1::date`;

/** Forgets what was asked a month ago, and how much was asked a year ago. */
@Injectable()
export class PurgeRequestLog extends ScheduledTask {
  readonly name = 'platform.purge-request-log';
  readonly everyMs = EVERY_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const ago = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    return this.unitOfWork.asMachine(async (client) => {
      await prepared(client, PURGE_DAYS, [ago(COUNT_DAYS).toISOString()]);
      const purged = await prepared(client, PURGE_LOG, [ago(LOG_DAYS)]);
      return purged.length === BATCH_MAX;
    });
  }
}
