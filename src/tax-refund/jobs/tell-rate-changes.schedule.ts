import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { RateNotices } from '../application/rate-notices.service.js';

const TENANTS_MAX = 100;

interface UntoldRow {
  readonly tenant_id: string;
  readonly library_id: number;
}

/**
 * Has open orders told what a new issue of the refund library means for them; the issue comes by the operator's import. Each tenant is
 * told by work of its own, so that one that cannot be told keeps none of those after it waiting.
 */
@Injectable()
export class TellRateChanges extends ScheduledTask {
  readonly name = 'tax-refund.tell-rate-changes';
  readonly everyMs = 30_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: RateNotices,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const untold = await this.unitOfWork.asMachine((client) =>
      prepared<UntoldRow>(client, `SELECT tenant_id, library_id FROM tax_refund.untold_issues($1)`, [TENANTS_MAX]),
    );
    for (const { tenant_id: tenantId, library_id: libraryId } of untold) {
      const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
      await this.unitOfWork.run(caller, (tx) => this.notices.promise(tx, libraryId));
    }
    return untold.length === TENANTS_MAX;
  }
}
