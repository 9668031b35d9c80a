import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { ScheduledTask } from '../../operations/schedules/scheduled-task.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH_MAX = 5_000;
const KEPT_DAYS = 30;

const PURGE = `
  DELETE FROM platform.staff_session s
  USING (SELECT tenant_id, id FROM platform.staff_session
         WHERE expires_at < $1 ORDER BY expires_at LIMIT ${BATCH_MAX}) AS old
  WHERE s.tenant_id = old.tenant_id AND s.id = old.id
  RETURNING 1`;

/** Forgets sessions, and with them their refresh tokens, a month after their time. What people did is in the audit. */
@Injectable()
export class PurgeStaffSessions extends ScheduledTask {
  readonly name = 'platform.purge-staff-sessions';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    const purged = await this.unitOfWork.asMachine((client) => prepared(client, PURGE, [before]));
    return purged.length === BATCH_MAX;
  }
}
