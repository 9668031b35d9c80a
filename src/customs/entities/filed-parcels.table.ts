import { type Tx, type View } from '../../platform/database/session.js';
import { type Returned } from '../domain/parcel-filings/filing-kind.js';
import { type ParcelState } from '../domain/parcels/parcel-status.js';

/** A parcel as far as a filing about it is concerned. */
export interface ParcelToFileAbout {
  readonly id: string;
  readonly profileId: string;
  readonly orderNo: string;
  readonly state: ParcelState;
  readonly invtNo: string | null;
  readonly preNo: string | null;
  readonly releasedAt: Date | null;
  readonly listGuid: string | null;
  readonly returned: Returned | null;
}

const LOCK = `
  SELECT id, profile_id AS "profileId", order_no AS "orderNo", state, invt_no AS "invtNo", pre_no AS "preNo",
         released_at AS "releasedAt", list_guid AS "listGuid", returned
  FROM customs.parcel WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE`;

/** Held until the transaction is over, in one order, so that two filings about the same cannot cross. */
export function lockParcels(tx: Tx, ids: readonly string[]): Promise<ParcelToFileAbout[]> {
  return tx.query<ParcelToFileAbout>(LOCK, [tx.tenantId, ids]);
}

const DEPARTED = `
  UPDATE customs.parcel SET departed_at = $3, updated_at = $4 WHERE tenant_id = $1 AND id = ANY($2) AND departed_at IS NULL`;

/** When their goods left China. */
export async function noteDeparture(tx: Tx, ids: readonly string[], departedAt: Date): Promise<void> {
  await tx.query(DEPARTED, [tx.tenantId, ids, departedAt, tx.now]);
}

const BODY = `SELECT body FROM customs.ceb_message WHERE tenant_id = $1 AND guid = $2`;

/** A message as it was sent, packed and sealed. */
export async function bodyOfMessage(view: View, guid: string): Promise<Buffer | null> {
  const [found] = await view.query<{ body: Buffer }>(BODY, [view.tenantId, guid]);
  return found?.body ?? null;
}
