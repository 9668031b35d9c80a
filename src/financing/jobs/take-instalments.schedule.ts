import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { Instalments } from '../application/instalments.service.js';
import { passesOver } from './tenant-passes.js';

const TENANTS_MAX = 100;

/** After midnight in China, by each tenant's own present, it is ordered to take what falls due of its loans. */
@Injectable()
export class TakeInstalments extends ScheduledTask {
  readonly name = 'financing.take-instalments';
  readonly everyMs = 30_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly instalments: Instalments,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const due = await this.unitOfWork.asMachine((client) =>
      prepared<{ tenant_id: string }>(client, `SELECT tenant_id FROM financing.instalment_tenants($1)`, [TENANTS_MAX]),
    );
    const { going, faults } = await passesOver(
      due.map(({ tenant_id }) => tenant_id),
      (tenantId) => this.order(tenantId),
    );
    if (faults.length > 0) throw new AggregateError(faults, `Of ${faults.length} tenants nothing could be ordered`);
    return going || due.length === TENANTS_MAX;
  }

  private order(tenantId: string): Promise<boolean> {
    const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
    return this.unitOfWork.run(caller, (tx) => this.instalments.order(tx));
  }
}
