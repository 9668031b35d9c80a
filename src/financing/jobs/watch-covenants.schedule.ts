import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { CovenantWatch } from '../application/lender/covenant-watch.service.js';
import { passesOver } from './tenant-passes.js';

const LENDERS_MAX = 100;
const DUE = `SELECT tenant_id AS "tenantId" FROM financing.unwatched_lenders($1)`;

/** Looks at the covenants of lenders whose portfolio has changed, or for whom a day has begun, by each one's own present. */
@Injectable()
export class WatchCovenants extends ScheduledTask {
  readonly name = 'financing.watch-covenants';
  readonly everyMs = 2_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watch: CovenantWatch,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const due = await this.unitOfWork.asMachine((client) =>
      prepared<{ readonly tenantId: string }>(client, DUE, [LENDERS_MAX]),
    );
    const { faults } = await passesOver(
      due.map(({ tenantId }) => tenantId),
      (tenantId) => this.look(tenantId),
    );
    if (faults.length > 0) throw new AggregateError(faults, `Covenants of ${faults.length} lenders were not looked at`);
    return due.length === LENDERS_MAX;
  }

  /** Of a lender there is never more than one look. */
  private async look(tenantId: string): Promise<boolean> {
    const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
    await this.unitOfWork.run(caller, (tx) => this.watch.look(tx));
    return false;
  }
}
