import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { Accruals } from '../application/accrual/accruals.service.js';
import { passesOver } from './tenant-passes.js';

const TENANTS_MAX = 100;

/** After midnight in China, by each tenant's own present, its loans are accrued: a slice of every tenant in turn, until all are done. */
@Injectable()
export class AccrueInterest extends ScheduledTask {
  readonly name = 'financing.accrue-interest';
  readonly everyMs = 30_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accruals: Accruals,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const due = await this.unitOfWork.asMachine((client) =>
      prepared<{ tenant_id: string }>(client, `SELECT tenant_id FROM financing.unaccrued_tenants($1)`, [TENANTS_MAX]),
    );
    const { going, faults } = await passesOver(
      due.map(({ tenant_id }) => tenant_id),
      (tenantId) => this.slice(tenantId),
    );
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} tenants could not be accrued`);
    return going || due.length === TENANTS_MAX;
  }

  private slice(tenantId: string): Promise<boolean> {
    const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
    return this.unitOfWork.run(caller, (tx) => this.accruals.accrueSlice(tx));
  }
}
