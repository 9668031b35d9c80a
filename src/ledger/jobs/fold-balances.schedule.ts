import { Injectable } from '@nestjs/common';

import { prepared } from '../../platform/database/session.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ScheduledTask } from '../../platform/operations/schedules/scheduled-task.js';

const ACCOUNTS_MAX = 200;

/**
 * Adds what was appended to busy accounts into their balances. Balances are right without it; it keeps the reading of
 * them short.
 */
@Injectable()
export class FoldBalances extends ScheduledTask {
  readonly name = 'ledger.fold-balances';
  readonly everyMs = 10_000;

  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async run(): Promise<boolean> {
    const [row] = await this.unitOfWork.asMachine((client) =>
      prepared<{ folded: number }>(client, `SELECT ledger.fold($1) AS folded`, [ACCOUNTS_MAX]),
    );
    return row?.folded === ACCOUNTS_MAX;
  }
}
