import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { ASK_LENDER } from '../jobs/financing.job.js';

/** Promises the question that is put to the lender when it has not spoken by then. */
export function askLender(tx: Tx, advanceId: string, expectedBy: Date): void {
  enqueue(tx, ASK_LENDER, { advanceId, expectedBy: expectedBy.toISOString() }, { dueAt: expectedBy });
}
