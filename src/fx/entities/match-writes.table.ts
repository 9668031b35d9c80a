import { type Tx } from '../../platform/database/session.js';
import { type Allocation } from './allocation.entity.js';
import { Collection } from './collection.entity.js';
import { type Receivable } from './receivable.entity.js';

const STORE_RECEIVABLES = `
  UPDATE fx.receivable r SET received_minor = v.received, state = v.state, collected_at = v.collected_at, updated_at = $2,
    version = r.version + 1
  FROM jsonb_to_recordset($3::jsonb) AS v (id uuid, version int, received bigint, state text, collected_at timestamptz)
  WHERE r.tenant_id = $1 AND r.id = v.id AND r.version = v.version RETURNING r.id`;
const INSERT_ALLOCATIONS = `
  INSERT INTO fx.allocation (tenant_id, id, collection_id, order_id, matched_by, amount_minor, amount_currency, dues_minor,
                             dues_currency, conversion_id, created_at, updated_at)
  SELECT $1, v.id, v.collection, v."order", v.by, v.amount, v.currency, v.dues, v.currency, v.conversion, $2, $2
  FROM jsonb_to_recordset($3::jsonb) AS v (
    id uuid, collection uuid, "order" uuid, by text, amount bigint, currency char(3), dues bigint, conversion uuid)`;
const STORE_COLLECTIONS = `
  UPDATE fx.collection c SET state = v.state, surplus_minor = v.surplus, explanation = v.explanation,
    confidence = v.confidence, flags = v.flags, advance_buyer_id = v.advance, updated_at = $2, version = c.version + 1
  FROM jsonb_to_recordset($3::jsonb) AS v (id uuid, version int, state text, surplus bigint, explanation jsonb,
    confidence numeric, flags text[], advance uuid)
  WHERE c.tenant_id = $1 AND c.id = v.id AND c.version = v.version RETURNING c.id`;
/** A slice of what is unmatched on an account: receipts of one payer side by side. */
const UNMATCHED = `
  SELECT * FROM fx.collection
  WHERE tenant_id = $1 AND account_id = $2 AND state = 'unmatched' AND (payer_key, id) > ($3, $4::uuid)
  ORDER BY payer_key, id LIMIT $5 FOR NO KEY UPDATE`;
/** Money that came in advance for orders of this buyer. */
const ADVANCES = `
  SELECT * FROM fx.collection
  WHERE tenant_id = $1 AND account_id = $2 AND state = 'advance' AND advance_buyer_id = $3 ORDER BY id FOR NO KEY UPDATE`;

/** Where a run over an account is: behind this receipt. */
export interface RunPlace {
  readonly payerKey: string;
  readonly id: string;
}

export const RUN_START: RunPlace = { payerKey: '', id: '00000000-0000-0000-0000-000000000000' };

export async function lockUnmatched(
  tx: Tx,
  accountId: string,
  { payerKey, id }: RunPlace,
  limit: number,
): Promise<Collection[]> {
  return tx.entities(Collection, UNMATCHED, [tx.tenantId, accountId, payerKey, id, limit]);
}

export async function lockAdvances(tx: Tx, accountId: string, buyerId: string): Promise<Collection[]> {
  return tx.entities(Collection, ADVANCES, [tx.tenantId, accountId, buyerId]);
}

/** Writes back debts that were locked, all in one statement. */
export async function storeReceivables(tx: Tx, receivables: readonly Receivable[]): Promise<void> {
  if (receivables.length === 0) return;
  const rows = receivables.map(({ id, version, received, state, collectedAt }) => {
    return { id, version, received: received.minor.toString(), state, collected_at: collectedAt };
  });
  assertAll(await tx.query(STORE_RECEIVABLES, [tx.tenantId, tx.now, JSON.stringify(rows)]), receivables);
}

export async function insertAllocations(tx: Tx, allocations: readonly Allocation[]): Promise<void> {
  if (allocations.length === 0) return;
  const rows = allocations.map(({ id, collectionId, orderId, matchedBy, amount, dues, conversionId }) => ({
    ...{ id, collection: collectionId, order: orderId, by: matchedBy, conversion: conversionId },
    ...{ amount: amount.minor.toString(), currency: amount.currency, dues: dues.minor.toString() },
  }));
  await tx.query(INSERT_ALLOCATIONS, [tx.tenantId, tx.now, JSON.stringify(rows)]);
}

/** Writes back what was found of collections that were locked, all in one statement. */
export async function storeMatched(tx: Tx, collections: readonly Collection[]): Promise<void> {
  if (collections.length === 0) return;
  const rows = collections.map(({ id, version, state, surplus, explanation, confidence, flags, advanceBuyerId }) => ({
    ...{ id, version, state, explanation, flags, advance: advanceBuyerId },
    ...{ surplus: surplus.minor.toString(), confidence: confidence?.toFixed() ?? null },
  }));
  assertAll(await tx.query(STORE_COLLECTIONS, [tx.tenantId, tx.now, JSON.stringify(rows)]), collections);
}

/** Rows change under their lock only. @throws Error: our bug */
function assertAll(
  stored: readonly unknown[],
  rows: readonly { readonly id: string; readonly version: number }[],
): void {
  if (stored.length !== rows.length) throw new Error('Rows were changed without being locked first');
  for (const row of rows) Object.assign(row, { version: row.version + 1 });
}
