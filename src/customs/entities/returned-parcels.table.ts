import { type Tx } from '../../platform/database/session.js';
import { type Returned } from '../domain/parcel-filings/filing-kind.js';
import { type KeptTax } from './parcels.table.js';

/** A parcel of which something comes back. */
export interface ReturningParcel {
  readonly id: string;
  readonly listGuid: string | null;
  readonly returned: Returned | null;
  readonly tax: KeptTax | null;
  /** What it takes of its buyer's year, fen; null where it takes nothing. */
  readonly quota: string | null;
}

const LOCK = `
  SELECT id, list_guid AS "listGuid", returned, tax,
         CASE WHEN quota_state = 'consumed' THEN quota_minor::text END AS quota
  FROM customs.parcel WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE`;

/** Held until the transaction is over. */
export function lockReturning(tx: Tx, ids: readonly string[]): Promise<ReturningParcel[]> {
  return tx.query<ReturningParcel>(LOCK, [tx.tenantId, ids]);
}

/** What has come back of it, and, where not all has, what its buyer may buy again. */
const KEEP = `
  WITH kept AS (
    UPDATE customs.parcel SET returned = $3::jsonb, quota_minor = quota_minor - $4::bigint, version = version + 1, updated_at = $5
    WHERE tenant_id = $1 AND id = $2 RETURNING person, quota_year)
  UPDATE customs.retail_quota q SET consumed_minor = q.consumed_minor - $4::bigint
  FROM kept WHERE $4::bigint > 0 AND q.tenant_id = $1 AND q.person = kept.person AND q.year = kept.quota_year`;

/** @param quotaBack fen */
export async function keepReturned(tx: Tx, id: string, returned: Returned, quotaBack: bigint): Promise<void> {
  await tx.query(KEEP, [tx.tenantId, id, JSON.stringify(returned), quotaBack.toString(), tx.now]);
}
