import { type Tx, type View } from '../../platform/database/session.js';
import { type Asset, type AssetKind } from '../domain/asset.js';

/** What backs an advance, or has. */
export interface AdvancePledge {
  readonly kind: AssetKind;
  /** Empty where its number is the only one. */
  readonly issuer: string;
  readonly number: string;
  readonly takenAt: Date;
  readonly releasedAt: Date | null;
}

const KEEP = `
  INSERT INTO financing.advance_pledge (tenant_id, advance_id, kind, issuer, number, holder, taken_at)
  SELECT $1, $2, kind, issuer, number, $6, $7 FROM unnest($3::text[], $4::text[], $5::text[]) AS of (kind, issuer, number)
  ON CONFLICT (tenant_id, advance_id, kind, issuer, number) DO NOTHING`;
const RELEASE = `
  UPDATE financing.advance_pledge SET released_at = $3 WHERE tenant_id = $1 AND advance_id = $2 AND released_at IS NULL`;
const LIST = `
  SELECT kind, issuer, number, taken_at AS "takenAt", released_at AS "releasedAt" FROM financing.advance_pledge
  WHERE tenant_id = $1 AND advance_id = $2 ORDER BY kind, issuer, number LIMIT 1000`;

/** @param holder by which the pledges themselves know the advance */
export async function keepPledges(
  tx: Tx,
  { advanceId, holder }: { readonly advanceId: string; readonly holder: Buffer },
  assets: readonly Asset[],
): Promise<void> {
  const columns = [
    assets.map(({ kind }) => kind),
    assets.map(({ issuer = '' }) => issuer),
    assets.map(({ number }) => number),
  ];
  await tx.query(KEEP, [tx.tenantId, advanceId, ...columns, holder, tx.now]);
}

export async function notePledgesReleased(tx: Tx, advanceId: string): Promise<void> {
  await tx.query(RELEASE, [tx.tenantId, advanceId, tx.now]);
}

export function pledgesOf(view: View, advanceId: string): Promise<AdvancePledge[]> {
  return view.query<AdvancePledge>(LIST, [view.tenantId, advanceId]);
}
