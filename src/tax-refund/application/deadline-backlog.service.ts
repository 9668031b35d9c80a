import { Injectable } from '@nestjs/common';

import { type Tx } from '../../platform/database/session.js';
import { backlogAfter, holdBacklog, moveBacklog } from '../entities/deadline-backlog.table.js';
import { followDeadlines } from './follow-deadlines.js';

/** Starts the clocks of exports that were cleared before the platform kept deadlines: once, after it was upgraded. */
@Injectable()
export class DeadlineBacklog {
  /** Has the clocks of the next cases worked out, where they have none. @returns whether there are more cases */
  async work(tx: Tx, max: number): Promise<boolean> {
    const after = await holdBacklog(tx);
    if (after === null) return false;
    const cases = await backlogAfter(tx, after, max);
    for (const { id, lacksDeadlines } of cases) if (lacksDeadlines) followDeadlines(tx, id);
    const hasMore = cases.length === max;
    await moveBacklog(tx, hasMore ? (cases.at(-1)?.id ?? null) : null);
    return hasMore;
  }
}
