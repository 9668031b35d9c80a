import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { nextPaperAsk } from '../../domain/lading/paper-watch.js';
import { type ShippingInstructions } from '../../entities/shipping-instructions.entity.js';
import { ASK_FOR_PAPERS } from '../../jobs/lading/lading.job.js';

/**
 * Orders the one job that asks the carrier how the papers stand; it takes the place of one that was ordered before. The caller
 * stores the row.
 * @param isNews whether something was said, by us or by the carrier, since the last asking
 */
export function armPaperAsk(tx: Tx, row: ShippingInstructions, isNews: boolean): void {
  if (row.isOver) {
    row.armAsk(null, true);
    return;
  }
  const dueAt = nextPaperAsk(isNews ? 0 : row.asks + 1, tx.now, tx.livemode);
  row.armAsk(dueAt, isNews);
  enqueue(tx, ASK_FOR_PAPERS, { instructionsId: row.id, dueAt: dueAt.toISOString() }, { dueAt });
}
