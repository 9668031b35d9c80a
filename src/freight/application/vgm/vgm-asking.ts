import { type Tx } from '../../../platform/database/session.js';
import { enqueue } from '../../../platform/outbox/outbox.js';
import { nextPaperAsk } from '../../domain/lading/paper-watch.js';
import { type VgmDeclaration } from '../../entities/vgm-declaration.entity.js';
import { ASK_FOR_VGM } from '../../jobs/vgm/vgm.job.js';

/**
 * Orders the one job that asks the carrier what it makes of a declaration; it takes the place of one that was ordered before.
 * The caller stores the row.
 * @param isNews whether something was said, by us or by the carrier, since the last asking
 */
export function armVgmAsk(tx: Tx, row: VgmDeclaration, isNews: boolean): void {
  if (row.isSettled) return;
  const dueAt = nextPaperAsk(isNews ? 0 : row.asks + 1, tx.now, tx.livemode);
  row.armAsk(dueAt, isNews);
  enqueue(tx, ASK_FOR_VGM, { declarationId: row.id, dueAt: dueAt.toISOString() }, { dueAt });
}
