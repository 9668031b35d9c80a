import { type Said, told } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { recordGuid } from '../domain/ceb/guid.js';
import { replyTo } from '../domain/ceb/messages.js';
import { type EndedMessage } from '../entities/ceb-messages.table.js';
import { type CebReceiptRecord, type CebReceiptTakers } from './ceb-receipt-taker.js';

interface Refusal {
  readonly source: CebReceiptRecord['source'];
  readonly reason: Said;
}

/**
 * Tells whoever takes the answers to a message that there will be none: it was refused as a whole, which for each of its
 * records is an error of processing. A message that was refused before is not among them, nor one that was answered.
 */
export async function tellRefused(
  tx: Tx,
  takers: CebReceiptTakers,
  messages: readonly EndedMessage[],
  { source, reason }: Refusal,
): Promise<void> {
  for (const { guid, message, records: count } of messages) {
    const kind = replyTo(message);
    const taker = kind === null ? null : takers.of(kind);
    if (kind === null || taker === null) continue;
    const returnInfo = told(reason, 'zh');
    const records = Array.from({ length: count }, (_each, place): CebReceiptRecord => {
      const own = recordGuid(guid, place);
      return {
        source,
        kind,
        guid: own,
        returnStatus: null,
        meaning: 'error',
        returnTime: tx.now,
        returnInfo,
        fields: {},
      };
    });
    await taker.take(tx, records);
  }
}
