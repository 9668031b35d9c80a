import { type View } from '../../platform/database/session.js';
import { type Reopening } from '../domain/collection-news.js';
import { type Claim } from './claim.entity.js';

const OWED_AGAIN = `
  SELECT collection_log -> 'reopening' AS reopening FROM tax_refund.refund_case
  WHERE tenant_id = $1 AND id = $2 AND collection IS NULL AND collection_log -> 'reopening' <> 'null'`;

/** Since when the collection that a claim was made on is owed again; null where it is not, and of what needs none. */
export async function owedAgain(
  view: View,
  { orderId, businessType, correctsId }: Pick<Claim, 'orderId' | 'businessType' | 'correctsId'>,
): Promise<Reopening | null> {
  if (businessType !== null || correctsId !== null) return null;
  const [row] = await view.query<{ reopening: Reopening }>(OWED_AGAIN, [view.tenantId, orderId]);
  return row?.reopening ?? null;
}

const OF_ORDER = `
  SELECT id FROM tax_refund.claim WHERE tenant_id = $1 AND order_id = $2 AND corrects_id IS NULL AND state <> 'abandoned'
  ORDER BY id DESC LIMIT 1`;

/** The claim of an order that stands. */
export async function claimOfOrder(view: View, orderId: string): Promise<string | null> {
  const [row] = await view.query<{ id: string }>(OF_ORDER, [view.tenantId, orderId]);
  return row?.id ?? null;
}
