import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';
import { Ledger } from '../application/ledger.js';
import { HoldNotActiveError } from '../domain/ledger.errors.js';

const HOLDS_MAX = 100;

interface ExpiredRow {
  readonly tenant_id: string;
  readonly hold_id: string;
}

/** Voids holds that have run out, so that the money they set aside is free again. */
@Injectable()
export class ExpireHolds extends ScheduledTask {
  readonly name = 'ledger.expire-holds';
  readonly everyMs = 30_000;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {
    super();
  }

  async run(): Promise<boolean> {
    const expired = await this.unitOfWork.asMachine((client) =>
      prepared<ExpiredRow>(client, `SELECT tenant_id, hold_id FROM ledger.expired_holds($1)`, [HOLDS_MAX]),
    );
    for (const { tenant_id, hold_id } of expired) await this.expire(tenant_id, hold_id);
    return expired.length === HOLDS_MAX;
  }

  private async expire(tenantId: string, holdId: string): Promise<void> {
    const caller = { tenantId, actor: `schedule:${this.name}`, traceparent: null };
    try {
      await this.unitOfWork.run(caller, (tx) => this.ledger.voidHold(tx, holdId, { reason: 'expired' }));
    } catch (error) {
      // Settled in the meantime: that is as good an end.
      if (!(error instanceof HoldNotActiveError)) throw error;
    }
  }
}
