import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { DeadlineBacklog } from '../application/deadline-backlog.service.js';

const TENANTS_MAX = 100;
/** Of one transaction: as many are promised to the queue at once, and the next when that has been written. */
const CASES_MAX = 200;
const WAITING = `SELECT tenant_id FROM tax_refund.deadline_backlog ORDER BY tenant_id LIMIT $1`;

/** Works off what an upgrade has left to do: exports from before there were deadlines. Then there is nothing, for ever. */
@Injectable()
export class WorkDeadlineBacklog extends ScheduledTask {
  readonly name = 'tax-refund.work-deadline-backlog';
  readonly everyMs = 60_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly backlog: DeadlineBacklog,
  ) {
    super();
  }

  /** One batch of each tenant that waits, so that none waits for a great one. */
  async run(): Promise<boolean> {
    const waiting = await this.unitOfWork.asMachine((client) =>
      prepared<{ tenant_id: string }>(client, WAITING, [TENANTS_MAX]),
    );
    for (const { tenant_id: tenantId } of waiting) {
      const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
      await this.unitOfWork.run(caller, (tx) => this.backlog.work(tx, CASES_MAX));
    }
    return waiting.length > 0;
  }
}
