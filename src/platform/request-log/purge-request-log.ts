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

/** Forgets what was asked a month ago. */
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
    const before = new Date(this.clock.now().getTime() - LOG_DAYS * DAY_MS);
    const purged = await this.unitOfWork.asMachine((client) => prepared(client, PURGE_LOG, [before]));
    return purged.length === BATCH_MAX;
  }
}
