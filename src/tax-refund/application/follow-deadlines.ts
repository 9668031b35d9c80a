import { type Tx } from '../../platform/database/session.js';
import { enqueue } from '../../platform/outbox/outbox.js';
import { FOLLOW_DEADLINES } from '../jobs/tax-refund.job.js';

/** The facts of an export have changed, or its claim was filed or sent back: its clocks are worked out anew, after the commit. */
export function followDeadlines(tx: Tx, orderId: string): void {
  enqueue(tx, FOLLOW_DEADLINES, { orderId });
}
