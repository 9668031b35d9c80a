import { type Tx, type View } from '../../platform/database/session.js';
import { type EvidencePack, type EvidencePart, type LegalHold, PACK_COLUMNS } from './evidence.table.js';

const ADD = `
  INSERT INTO tax_refund.evidence_pack (tenant_id, id, claim_id, order_id, sha256, size_bytes, missing, kept_until, source,
                                        made_by, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
  ON CONFLICT ON CONSTRAINT uq_evidence_pack_content DO NOTHING RETURNING ${PACK_COLUMNS}`;
const SAME = `
  SELECT ${PACK_COLUMNS} FROM tax_refund.evidence_pack WHERE tenant_id = $1 AND claim_id = $2 AND sha256 = $3`;
const ONE = `SELECT ${PACK_COLUMNS} FROM tax_refund.evidence_pack WHERE tenant_id = $1 AND id = $2`;
const LOCK = `${ONE} FOR NO KEY UPDATE`;
const ADD_PART = `
  INSERT INTO tax_refund.evidence_part (tenant_id, pack_id, ordinal, path, media_type, size_bytes, sha256, document_id, body)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const PARTS = `
  SELECT ordinal, path, media_type AS "mediaType", size_bytes AS "sizeBytes", sha256, document_id AS "documentId"
  FROM tax_refund.evidence_part WHERE tenant_id = $1 AND pack_id = $2 ORDER BY ordinal`;
const CONTENT = `
  SELECT coalesce(p.body, d.body) AS body FROM tax_refund.evidence_part p
  LEFT JOIN tax_refund.evidence_document d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
  WHERE p.tenant_id = $1 AND p.pack_id = $2 AND p.ordinal = $3`;
const HOLD = `
  UPDATE tax_refund.evidence_pack SET hold = $3::jsonb, version = version + 1, updated_at = $4
  WHERE tenant_id = $1 AND id = $2 RETURNING ${PACK_COLUMNS}`;
const DELETE = `DELETE FROM tax_refund.evidence_pack WHERE tenant_id = $1 AND id = $2`;

type NewPack = Omit<EvidencePack, 'hold' | 'madeBy' | 'version' | 'createdAt' | 'updatedAt'>;

/** The same facts make the same archive, which is the same pack. @returns the pack, and whether it is new */
export async function addPack(tx: Tx, pack: NewPack): Promise<{ pack: EvidencePack; isNew: boolean }> {
  const { id, claimId, orderId, sha256, sizeBytes, missing, keptUntil, source } = pack;
  const [added] = await tx.query<EvidencePack>(ADD, [
    ...[tx.tenantId, id, claimId, orderId, sha256, sizeBytes, [...missing], keptUntil, source, tx.caller.actor, tx.now],
  ]);
  if (added !== undefined) return { pack: added, isNew: true };
  const [known] = await tx.query<EvidencePack>(SAME, [tx.tenantId, claimId, sha256]);
  if (known === undefined) throw new Error(`The pack ${sha256} was neither added nor there`);
  return { pack: known, isNew: false };
}

/** @param body null where an uploaded document is the content */
export async function addPart(tx: Tx, packId: string, part: EvidencePart, body: Buffer | null): Promise<void> {
  const { ordinal, path, mediaType, sizeBytes, sha256, documentId } = part;
  await tx.query(ADD_PART, [tx.tenantId, packId, ordinal, path, mediaType, sizeBytes, sha256, documentId, body]);
}

export async function findPack(view: View, id: string): Promise<EvidencePack | null> {
  const [found] = await view.query<EvidencePack>(ONE, [view.tenantId, id]);
  return found ?? null;
}

export async function lockPack(tx: Tx, id: string): Promise<EvidencePack | null> {
  const [found] = await tx.query<EvidencePack>(LOCK, [tx.tenantId, id]);
  return found ?? null;
}

export function partsOf(view: View, packId: string): Promise<EvidencePart[]> {
  return view.query<EvidencePart>(PARTS, [view.tenantId, packId]);
}

/** @throws Error when it is gone: parts stay as long as their pack */
export async function partContent(view: View, packId: string, ordinal: number): Promise<Buffer> {
  const [found] = await view.query<{ body: Buffer }>(CONTENT, [view.tenantId, packId, ordinal]);
  if (found === undefined) throw new Error(`Part ${ordinal} of pack ${packId} is gone`);
  return found.body;
}

export async function setHold(tx: Tx, id: string, hold: LegalHold | null): Promise<EvidencePack> {
  const value = hold === null ? null : JSON.stringify(hold);
  const [changed] = await tx.query<EvidencePack>(HOLD, [tx.tenantId, id, value, tx.now]);
  if (changed === undefined) throw new Error(`There is no pack ${id}`);
  return changed;
}

/** The database refuses what must be kept. */
export async function deletePack(tx: Tx, id: string): Promise<void> {
  await tx.query(DELETE, [tx.tenantId, id]);
}
