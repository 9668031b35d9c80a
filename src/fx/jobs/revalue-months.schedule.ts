import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { CHINA, dateInZone } from '../../kernel/local-date.js';
import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { Revaluations } from '../application/results/revaluations.js';
import { daysOf, periodBefore } from '../domain/results/revaluation.js';

const TENANTS_MAX = 100;

/** Revalues the month that is over, for every tenant whose orders have foreign currency in it. */
@Injectable()
export class RevalueMonths extends ScheduledTask {
  readonly name = 'fx.revalue-months';
  readonly everyMs = 3_600_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly revaluations: Revaluations,
  ) {
    super();
  }

  /** A sandbox tenant whose clock stands elsewhere revalues the month before its own present one. */
  async run(): Promise<boolean> {
    const period = periodBefore(dateInZone(this.clock.now(), CHINA));
    const due = await this.unitOfWork.asMachine((client) =>
      prepared<{ tenant_id: string }>(client, `SELECT tenant_id FROM fx.unrevalued_tenants($1, $2, $3)`, [
        period,
        daysOf(period).last,
        TENANTS_MAX,
      ]),
    );
    for (const { tenant_id: tenantId } of due) {
      const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
      await this.unitOfWork.run(caller, (tx) => this.revaluations.revalueLastMonth(tx));
    }
    return false;
  }
}
