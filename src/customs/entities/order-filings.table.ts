import { type Tx, type View } from '../../platform/database/session.js';
import { type Said } from '../../kernel/sentence.js';
import { type CebMessageState } from '../domain/ceb/message-status.js';
import { type FiledOrder } from '../domain/order-filing.js';

const OF_ORDER = `
  SELECT state, paper ->> 'orderNo' AS "orderNo", customs_said AS "customsSaid" FROM customs.order_filing
  WHERE tenant_id = $1 AND order_id = $2`;

/** How the order of a declaration stands with customs; null where it has never been to be sent. */
export async function filedOrder(view: View, orderId: string): Promise<FiledOrder | null> {
  const [filed] = await view.query<FiledOrder>(OF_ORDER, [view.tenantId, orderId]);
  return filed ?? null;
}

const ID_OF_ORDER = `SELECT id FROM customs.order_filing WHERE tenant_id = $1 AND order_id = $2`;

export async function filingOfOrder(view: View, orderId: string): Promise<string | null> {
  const [found] = await view.query<{ id: string }>(ID_OF_ORDER, [view.tenantId, orderId]);
  return found?.id ?? null;
}

const BY_GUIDS = `
  SELECT id, record_guid AS guid FROM customs.order_filing WHERE tenant_id = $1 AND record_guid = ANY($2)`;

/** The filings that these records are of; ids by guid. */
export async function filingsByGuids(tx: Tx, guids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (guids.length === 0) return new Map();
  const found = await tx.query<{ id: string; guid: string }>(BY_GUIDS, [tx.tenantId, [...guids]]);
  return new Map(found.map(({ id, guid }) => [guid, id]));
}

const MESSAGE = `SELECT state, reason FROM customs.ceb_message WHERE tenant_id = $1 AND id = $2`;

/** How the message stands that an order was sent with. */
export async function orderMessage(
  view: View,
  messageId: string,
): Promise<{ readonly state: CebMessageState; readonly reason: Said | null }> {
  const [found] = await view.query<{ state: CebMessageState; reason: Said | null }>(MESSAGE, [
    view.tenantId,
    messageId,
  ]);
  if (found === undefined) throw new Error(`There is no message ${messageId}`);
  return found;
}
