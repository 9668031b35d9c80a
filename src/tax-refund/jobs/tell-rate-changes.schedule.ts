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

/** Tells open orders what a new issue of the refund library means for them; the issue comes by the operator's import. */
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
      const tellSome = (): Promise<boolean> => this.unitOfWork.run(caller, (tx) => this.notices.tell(tx, libraryId));
      let hasMore = await tellSome();
      while (hasMore) hasMore = await tellSome();
    }
    return untold.length === TENANTS_MAX;
  }
}
