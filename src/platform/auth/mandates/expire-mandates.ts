import { Injectable } from '@nestjs/common';

import { Clock } from '../../../kernel/clock.js';
import { prepared } from '../../database/session.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { ScheduledTask } from '../../operations/schedules/scheduled-task.js';
import { Mandates } from './mandates.js';

const BATCH_MAX = 100;

const DUE = `
  SELECT tenant_id, id FROM platform.mandate
  WHERE state IN ('offered', 'active') AND expires_at <= $1 ORDER BY expires_at LIMIT ${BATCH_MAX}`;

/** Says of mandates whose time is over that they are. They are refused to the instant all the same. */
@Injectable()
export class ExpireMandates extends ScheduledTask {
  readonly name = 'platform.expire-mandates';
  readonly everyMs = 30_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mandates: Mandates,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const due = await this.unitOfWork.asMachine((client) =>
      prepared<{ tenant_id: string; id: string }>(client, DUE, [this.clock.now()]),
    );
    for (const { tenant_id: tenantId, id } of due) {
      const caller = { tenantId, actor: `job:${this.name}`, traceparent: null };
      await this.unitOfWork.run(caller, (tx) => this.mandates.expire(tx, id));
    }
    return due.length === BATCH_MAX;
  }
}
